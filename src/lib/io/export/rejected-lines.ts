import { isReasons, neutralised, REASONS, REASONS_ENDING } from '../exported.ts';
import { separatorLine } from '../formats/dialect.ts';
import { field, line as csvLine } from './csv.ts';
import { cellAt, neutralisedRow } from './raw-cells.ts';
import type { RejectedRecords, WrittenPart } from './rejected-records.ts';

/** By it spreadsheets know UTF-8. */
const MARK = '\ufeff';

/**
 * Rejected rows of delimited text, as they stand in it. Cells that a spreadsheet would calculate have an apostrophe more, which our
 * reader takes off again: by the column of reasons it knows such a file. Without a header nothing would tell, and they stay as they are.
 */
export function rejectedLines({ table, reasons }: RejectedRecords, text: string): readonly WrittenPart[] {
	if (reasons.size === 0) return [];
	const { delimiter = ',', hasHeader = true } = table.dialect ?? {};
	const lines = new Lines(text);
	const [newline = '\n'] = /\r\n|\n|\r/.exec(text) ?? [];
	const begins = table.rows.map(({ line, begin }) => begin ?? line ?? 1);
	const ends = endsOf(begins, stopsOf(table.problems), lines.count + 1);
	const separator = separatorLine(text.slice(0, 20).replace(/\r\n?/g, '\n'));
	const preface = separator === null ? '' : `${lines.between(1, 2)}${newline}`;
	const header = hasHeader ? lines.header(separator === null ? 1 : 2, begins[0] ?? 1) : '';
	const old = isReasons(cellAt(header, 0, delimiter).text.trim());
	const rows = [...reasons].map(([index, why]) => {
		const raw = lines.between(begins[index] ?? 1, ends[index] ?? 1);
		return { index, why, raw: old ? withoutFirst(raw, delimiter) : raw };
	});
	if (!hasHeader)
		return [
			{ suffix: '', text: MARK + preface + rows.map(({ raw }) => raw + newline).join('') },
			{ suffix: REASONS_ENDING, text: MARK + reasonsAlone(rows) }
		];
	const first = (cell: string, rest: string) =>
		`${field(neutralised(cell), delimiter)}${delimiter}${neutralisedRow(rest, delimiter, old)}${newline}`;
	const body = rows.map(({ why, raw }) => first(why.join(' / '), raw));
	const head = first(REASONS, old ? withoutFirst(header, delimiter) : header);
	return [{ suffix: '', text: MARK + preface + head + body.join('') }];
}

/** Which row of the file without a header has which reasons. */
function reasonsAlone(rows: readonly { readonly why: readonly string[] }[]): string {
	return (
		csvLine(['row', REASONS]) + rows.map(({ why }, index) => csvLine([String(index + 1), why.join(' / ')])).join('')
	);
}

/** Lines at which reading stopped: the rest of the text belongs to no row. */
function stopsOf(problems: RejectedRecords['table']['problems']): number[] {
	return problems.flatMap(({ line, params }) => (params.left === undefined || line === null ? [] : [line]));
}

/** The line after each row: where the next one begins, or reading stopped. */
function endsOf(begins: readonly number[], stops: readonly number[], last: number): number[] {
	const [stop = last] = stops;
	return begins.map((_, index) => begins[index + 1] ?? stop);
}

/** The lines of a text, with LF, CR LF or CR between them, by number from 1. */
class Lines {
	readonly #text: string;
	readonly #starts: number[] = [0];

	constructor(text: string) {
		this.#text = text;
		for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) this.#starts.push(index + end.length);
	}

	get count(): number {
		return this.#starts.length;
	}

	/** From the beginning of one line to that of another, without line ends around it. */
	between(from: number, to: number): string {
		const isLineEnd = (at: number) => this.#text[at] === '\n' || this.#text[at] === '\r';
		let start = this.#starts[from - 1] ?? 0;
		let end = this.#starts[to - 1] ?? this.#text.length;
		while (start < end && isLineEnd(start)) start++;
		while (end > start && isLineEnd(end - 1)) end--;
		return this.#text.slice(start, end);
	}

	/** The first row from a line on, which ends before another one. What stands between it and the first event is none. */
	header(from: number, before: number): string {
		let to = from;
		let [quotes, isBlank] = [0, true];
		do {
			const line = this.between(to, ++to);
			quotes += line.split('"').length - 1;
			isBlank &&= line.trim() === '';
		} while (to < before && (isBlank || quotes % 2 === 1));
		return this.between(from, to);
	}
}

/** A row without its first cell and the delimiter after it. */
function withoutFirst(row: string, delimiter: string): string {
	return row.slice(cellAt(row, 0, delimiter).end + delimiter.length);
}
