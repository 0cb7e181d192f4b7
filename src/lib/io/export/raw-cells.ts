import { neutralised, restored } from '../exported.ts';

/** A cell as it stands in delimited text; offsets in UTF-16 units, quotes included. */
export interface RawCell {
	readonly start: number;
	readonly end: number;
	/** Without quotes around it, and doubled ones within single again. */
	readonly text: string;
	readonly isQuoted: boolean;
}

/** The cell that begins at an offset. A quote that is never closed takes the rest of the row. */
export function cellAt(row: string, start: number, delimiter: string): RawCell {
	if (row[start] !== '"') {
		const next = row.indexOf(delimiter, start);
		const end = next < 0 ? row.length : next;
		return { start, end, text: row.slice(start, end), isQuoted: false };
	}
	const close = closingQuote(row, start + 1, delimiter);
	const text = row.slice(start + 1, close.at).replaceAll('""', '"');
	return { start, end: close.end, text, isQuoted: true };
}

/** Where a quoted cell closes, and where what belongs to it ends: white space may stand before the delimiter. */
function closingQuote(row: string, from: number, delimiter: string): { readonly at: number; readonly end: number } {
	for (let at = row.indexOf('"', from); at >= 0; at = row.indexOf('"', at)) {
		if (row[at + 1] === '"') {
			at += 2;
			continue;
		}
		let end = at + 1;
		while (row[end] === ' ') end++;
		if (end === row.length || row.startsWith(delimiter, end)) return { at, end };
		at = end;
	}
	return { at: row.length, end: row.length };
}

/** With a comma too: spreadsheets calculate nothing from it. */
const NUMBER = /^[-+]\d+(?:[.,]\d+)?$/;

/**
 * A row in which no cell is a formula to a spreadsheet: with an apostrophe more where one would be. Everything else is letter by
 * letter as it was. `isAgain`: its cells may have that apostrophe already, and then get no other one.
 */
export function neutralisedRow(row: string, delimiter: string, isAgain: boolean): string {
	let written = '';
	let copied = 0;
	for (let at = 0; ;) {
		const { start, end, text, isQuoted } = cellAt(row, at, delimiter);
		const isRisky = neutralised(text) !== text && !NUMBER.test(text);
		if (isRisky && !(isAgain && restored(text) !== text)) {
			const to = start + (isQuoted ? 1 : 0);
			written += `${row.slice(copied, to)}'`;
			copied = to;
		}
		if (end >= row.length) return written + row.slice(copied);
		at = end + delimiter.length;
	}
}
