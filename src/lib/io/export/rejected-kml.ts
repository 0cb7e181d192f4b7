import { placemarks } from '../formats/kml.ts';
import type { RejectedRecords } from './rejected-records.ts';

/** A KML document without the placemarks that were loaded; folders, styles and times around the others are still there. */
export function rejectedKml({ table, reasons }: RejectedRecords, text: string): string | null {
	const found = placemarks({ name: table.file, text, json: undefined });
	if (reasons.size === 0 || found.length < table.rows.length) return null;
	let kept = '';
	let at = 0;
	found.forEach(({ start, end }, index) => {
		const why = reasons.get(index);
		const before = text.slice(at, start);
		// White space goes with what stood after it, and what we said before with what we say now.
		kept += why === undefined ? before.trimEnd() : withoutOld(before);
		if (why !== undefined) kept += `${comment(why)}${text.slice(start, end)}`;
		at = end;
	});
	return kept + text.slice(at);
}

const MARK = 'Rejected: ';

/** Without our own comment at its end, if there is one. */
function withoutOld(before: string): string {
	const kept = before.trimEnd();
	if (!kept.endsWith('-->')) return before;
	const start = kept.lastIndexOf('<!--');
	return start >= 0 && kept.startsWith(`<!-- ${MARK}`, start) ? before.slice(0, start) : before;
}

/** Two hyphens would end it; without a `>` it is plain where it does. */
function comment(why: readonly string[]): string {
	const text = why
		.join(' / ')
		.replaceAll('>', '›')
		.replace(/-(?=-)/g, '- ');
	return `<!-- ${MARK}${text} -->\n`;
}
