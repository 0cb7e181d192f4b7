import { isReasons, neutralised, REASONS, REASONS_ENDING } from '../exported.ts';
import { separatorLine } from '../formats/dialect.ts';
import { field, line as csvLine } from './csv.ts';
import type { RejectedRecords, WrittenPart } from './rejected-records.ts';

/** Rejected rows of delimited text, as they stand in it. */
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
	const old = isReasons(firstCell(header, delimiter).text);
	const rows = [...reasons].map(([index, why]) => {
		const raw = lines.between(begins[index] ?? 1, ends[index] ?? 1);
		return { index, why, raw: old ? withoutFirst(raw, delimiter) : raw };
	});
	if (!hasHeader)
		return [
			{ suffix: '', text: preface + rows.map(({ raw }) => raw + newline).join('') },
			{ suffix: REASONS_ENDING, text: reasonsAlone(rows) }
		];
	const first = (cell: string, rest: string) => `${field(neutralised(cell), delimiter)}${delimiter}${rest}${newline}`;
	const body = rows.map(({ why, raw }) => first(why.join(' / '), raw));
	return [
		{ suffix: '', text: preface + first(REASONS, old ? withoutFirst(header, delimiter) : header) + body.join('') }
	];
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
		const end = this.#starts[to - 1] ?? this.#text.length;
		return this.#text
			.slice(this.#starts[from - 1] ?? 0, end)
			.replace(/^[\r\n]+/, '')
			.replace(/[\r\n]+$/, '');
	}

	/** The first row from a line on, which ends before another one. What stands between it and the first event is none. */
	header(from: number, before: number): string {
		let to = from + 1;
		const isWhole = (text: string) => text.trim() !== '' && text.split('"').length % 2 === 1;
		while (to < before && !isWhole(this.between(from, to))) to++;
		return this.between(from, to);
	}
}

/** The first cell of a row and where it ends, its delimiter included. */
function firstCell(row: string, delimiter: string): { readonly text: string; readonly end: number } {
	const quoted = /^"((?:[^"]|"")*)"/.exec(row);
	const end = quoted === null ? row.indexOf(delimiter) : quoted[0].length;
	const text = quoted === null ? row.slice(0, end < 0 ? undefined : end) : (quoted[1] ?? '');
	return { text: text.trim(), end: end < 0 ? row.length : end + delimiter.length };
}

function withoutFirst(row: string, delimiter: string): string {
	return row.slice(firstCell(row, delimiter).end);
}
