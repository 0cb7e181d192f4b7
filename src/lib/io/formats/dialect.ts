import Papa from 'papaparse';
import { linesAbove } from './header.ts';

/** Tried in this order; any other has to be named. */
const DELIMITERS = [',', ';', '\t', '|', '^', '~', '\u001f'] as const;

/** How much of a text decides what it is delimited by. */
const SAMPLE_LENGTH = 64_000;
const SAMPLE_ROWS = 60;

export interface FoundDialect {
	readonly delimiter: string;
	/** From 0 to 1: the share of rows that have as many fields as the first one; 0 where there is one field to a row. */
	readonly agreement: number;
	/** Fields of the first row. */
	readonly fields: number;
}

/** `sep=;`, the line with which Excel names a delimiter; its length includes the line feed. */
export function separatorLine(text: string): { readonly delimiter: string; readonly length: number } | null {
	const match = /^sep=(.)(?:\n|$)/.exec(text);
	return match?.[1] === undefined ? null : { delimiter: match[1], length: match[0].length };
}

/** The delimiter under which most rows have as many fields as the first; among equals the one that makes most fields. */
export function findDialect(text: string): FoundDialect {
	const sample = text.slice(0, SAMPLE_LENGTH);
	// A row that the sample cuts short is none.
	const end = text.length > SAMPLE_LENGTH ? sample.lastIndexOf('\n') : -1;
	const whole = end > 0 ? sample.slice(0, end) : sample;
	const found = DELIMITERS.filter((delimiter) => whole.includes(delimiter)).map((delimiter) => judge(whole, delimiter));
	const best = found.sort((a, b) => b.agreement - a.agreement || b.fields - a.fields)[0];
	return best === undefined || best.agreement === 0 ? { delimiter: ',', agreement: 0, fields: 1 } : best;
}

function judge(text: string, delimiter: string): FoundDialect {
	const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: SAMPLE_ROWS });
	const rows = data.filter((cells) => cells.some((cell) => cell.trim() !== ''));
	// A title above the table has one field, and says nothing.
	const first = linesAbove(rows);
	const fields = rows[first]?.length ?? 1;
	if (fields < 2) return { delimiter, agreement: 0, fields };
	const agreeing = rows.filter((cells) => cells.length === fields).length;
	return { delimiter, agreement: agreeing / (rows.length - first), fields };
}
