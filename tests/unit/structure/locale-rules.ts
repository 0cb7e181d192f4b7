import type { SourceFiles } from './imports.ts';

/** What makes a page depend on the zone, language or calendar of the machine it runs on. */
const RULES: readonly (readonly [pattern: RegExp, why: string])[] = [
	[/\bnew Date\b|\bDate\.(?:parse|UTC)\b/, 'dates are counted in core/instant.ts, not by Date'],
	[/\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(/, 'this is local time'],
	[/\bscaleTime\b/, 'this scale counts in local time: scaleUtc'],
	[/\.toLocale\w*\(/, 'Intl is told its locale by a formatter that is made once'],
	[
		/\.localeCompare\([^,()]*(?:\([^()]*\)[^,()]*)*\)/,
		'the order is that of the language of the machine: name a locale'
	],
	[/\bIntl\.(?!LDMLPluralRule\b)[A-Z]\w*\(\s*(?:\)|\{|undefined\b|\[\s*\])/, 'no locale: it is that of the machine']
];

const DATE_FORMAT = /\bIntl\.DateTimeFormat\(([^;]*)/g;

/** Every line of the product that would say another date, or say it otherwise, on another machine. */
export function checkLocales(files: SourceFiles): readonly string[] {
	const found: string[] = [];
	for (const [file, content] of files) {
		if (!/^src\/(?:lib|routes)\/.*\.(?:ts|svelte)$/.test(file)) continue;
		// Comments may speak of what is not done.
		const code = content.replace(/\/\*[\s\S]*?\*\/|(?<![:'"])\/\/.*|<!--[\s\S]*?-->/g, '');
		for (const [pattern, why] of RULES) {
			const line = code.split('\n').find((one) => pattern.test(one));
			if (line !== undefined) found.push(`${file}: ${line.trim()}: ${why}`);
		}
		for (const [, call = ''] of code.matchAll(DATE_FORMAT)) {
			if (!/calendar: 'gregory'/.test(call)) found.push(`${file}: a format of dates leaves the calendar to the locale`);
			if (!/timeZone: 'UTC'/.test(call)) found.push(`${file}: a format of dates leaves the zone to the machine`);
		}
	}
	return found;
}
