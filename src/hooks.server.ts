import type { Handle } from '@sveltejs/kit';
import { LOCALE_FACTS, LOCALES, type Locale } from '$lib/i18n/locales.ts';
import { withoutScriptMessages } from '$lib/i18n/without-script.ts';
import { escapeMarkup } from '$lib/publish/escape.ts';

// What stands in the first paint, by the page's language; other scripts are fetched only where they occur.
const LATIN = 'noto-sans-latin';
const FIRST_FONTS: Readonly<Record<Locale, readonly string[]>> = {
	en: [LATIN],
	ar: [LATIN, 'noto-sans-arabic-arabic'],
	ru: [LATIN, 'noto-sans-cyrillic']
};

/** In development the page says what is wrong with the data. */
const DATA_PANEL = import.meta.env.DEV ? '<script type="module" src="/src/cli/dev/data-panel.js"></script>' : '';

/** Links to those that the page does not have yet. */
function stylesheets({ styles = [] }: App.Locals, html: string): string {
	return styles
		.filter((href) => !html.includes(`"${href}"`))
		.map((href) => `\t<link href="${href}" rel="stylesheet">\n\t`)
		.join('');
}

/** For whoever opens the site from disk; the early script shows it. Outside of what any other script takes over. */
function fromDisk(locale: Locale): string {
	if (__ONE_FILE__) return '';
	return `<p class="from-disk">${escapeMarkup(withoutScriptMessages[locale].fromDisk)}</p>\n\t\t`;
}

export const handle: Handle = ({ event, resolve }) => {
	const folder = event.params.lang ?? event.route.id?.split('/')[1];
	const locale = LOCALES.find((tag) => tag === folder) ?? LOCALES[0];
	const fonts = new RegExp(`/(?:${FIRST_FONTS[locale].join('|')})-(?:400|600)-normal`);
	return resolve(event, {
		preload: ({ type, path }) => type === 'js' || type === 'css' || (type === 'font' && fonts.test(path)),
		transformPageChunk: ({ html }) =>
			html
				.replace('%lang%', locale)
				.replace('%dir%', LOCALE_FACTS[locale].dir)
				.replace('%locales%', LOCALES.join(' '))
				.replace('<div class="app">', (tag) => fromDisk(locale) + tag)
				// A function: in a text, `$&` would mean something.
				.replace(
					'</head>',
					() => `${stylesheets(event.locals, html)}\t${event.locals.head ?? ''}${DATA_PANEL}\n\t</head>`
				)
	});
};
