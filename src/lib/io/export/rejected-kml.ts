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
		kept += why === undefined ? before.trimEnd() : before.replace(OLD, '');
		if (why !== undefined) kept += `${comment(why)}${text.slice(start, end)}`;
		at = end;
	});
	return kept + text.slice(at);
}

const MARK = 'Rejected: ';
const OLD = /<!-- Rejected: [^>]*-->\s*$/;

/** Two hyphens would end it, and a `>` is what `OLD` looks for. */
function comment(why: readonly string[]): string {
	const text = why
		.join(' / ')
		.replaceAll('>', '›')
		.replace(/-(?=-)/g, '- ');
	return `<!-- ${MARK}${text} -->\n`;
}
