import { targetOfName } from '../import/header-words.ts';
import { readDelimited, type DelimitedOptions } from './delimited.ts';
import { findDialect, separatorLine } from './dialect.ts';
import { fromExportedCsv, isExportedCsv } from './exported-csv.ts';
import type { Format, Table, TextFile } from './format.ts';

/** Delimited text of any kind, with columns of any names. What a format knows by its columns' names it claims more surely. */
export const csv: Format = {
	id: 'csv',
	detect,
	read: (file) => ({ table: readCsv(file) })
};

/** Delimited text as it is told to be read; what `options` leave open is found out. */
export function readCsv(file: TextFile, options: DelimitedOptions = {}): Table {
	const table = readDelimited(file, options);
	return isExportedCsv(table) ? fromExportedCsv(table) : table;
}

function detect({ text, json }: TextFile): number {
	if (
		json !== undefined ||
		/^\s*(?:[{<]|\[\s*[[{"\]\d-]|BEGIN:VCALENDAR)/i.test(text.slice(0, 1_000)) ||
		text.trim() === ''
	)
		return 0;
	const normal = text.slice(0, 100_000).replace(/\r\n?/g, '\n');
	if (separatorLine(normal) !== null) return 0.5;
	const { agreement } = findDialect(normal);
	if (agreement > 0) return 0.1 + 0.4 * agreement;
	// Lines without any delimiter are a table of one column when the first one names it, else just text.
	const [first = ''] = normal.split('\n', 1);
	return targetOfName(first)?.whole === true ? 0.05 : 0;
}
