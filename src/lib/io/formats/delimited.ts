import Papa from 'papaparse';
import { MAX_CELL_LENGTH, MAX_COLUMNS, MAX_ROWS } from '../import/limits.ts';
import { isReasons, restored } from '../exported.ts';
import { rowProblem, type Problem } from '../problems.ts';
import { findDialect, separatorLine } from './dialect.ts';
import type { Column, ColumnUse, Dialect, FormatId, Row, Table, TextFile } from './format.ts';
import { looksLikeData, nameColumns } from './header.ts';

export interface DelimitedOptions {
	readonly format?: FormatId;
	/** Any text of one or more characters; absent: found out. */
	readonly delimiter?: string;
	/** Absent: found out. Never asked when there are `columns`. */
	readonly hasHeader?: boolean;
	/** Names of the columns of a file that has no header. */
	readonly columns?: readonly string[];
	/** Absent: `MAX_ROWS`. */
	readonly maxRows?: number;
	/** False: quotes are letters like any other, as in GDELT's files. */
	readonly quotes?: boolean;
	/** What the format says that a column is, by its name as the file has it. */
	use?(name: string, index: number): ColumnUse | undefined;
}

/** How often reading begins again after a quote that never closes, before the rest of the file is given up. */
const MAX_RESUMED = 50;

/**
 * Any delimited text as a table. Never throws on input. A row keeps the line on which it begins. Rows with an error in
 * `problems` (same line) are among the rows, with what could be read, so that they can be kept with their reasons.
 */
export function readDelimited(file: TextFile, options: DelimitedOptions = {}): Table {
	const reader = new DelimitedReader(file, options);
	return reader.read();
}

/** Rows of the beginning of a text, empty lines left out, as many as asked for; without any judgement. */
export function firstRows(text: string, delimiter: string, limit: number, quotes = true): string[][] {
	const rows: string[][] = [];
	const normal = withLineFeeds(text.slice(0, PREVIEW_LENGTH));
	Papa.parse<string[]>(normal, {
		...parserOptions(delimiter, quotes),
		step: ({ data }, parser) => {
			if (!isEmptyLine(data)) rows.push(data);
			if (rows.length >= limit) parser.abort();
		}
	});
	return rows;
}

const PREVIEW_LENGTH = 200_000;

class DelimitedReader {
	readonly #file: TextFile;
	readonly #options: DelimitedOptions;
	readonly #dialect: Dialect;
	readonly #text: string;
	readonly #problems: Problem[] = [];
	readonly #rows: Row[] = [];
	#columns: readonly Column[] | null = null;
	/** Line of what is read next. */
	#line = 1;
	/** Offset of what is read next. */
	#at = 0;
	#resumed = 0;
	#unreadable = 0;
	/** Rows that have empty fields beyond the last column. */
	readonly #trailing: { readonly line: number; readonly fields: number }[] = [];
	/** Fields with what was said of rejected rows, which are none of the file's own; the last first. */
	#reasons: readonly number[] = [];

	constructor(file: TextFile, options: DelimitedOptions) {
		this.#file = file;
		this.#options = options;
		this.#text = withLineFeeds(file.text);
		const separator = separatorLine(this.#text);
		const delimiter = options.delimiter ?? separator?.delimiter ?? findDialect(this.#text).delimiter;
		if (separator !== null) this.#advanceTo(separator.length);
		this.#dialect = { delimiter, hasHeader: this.#hasHeader(delimiter) };
	}

	read(): Table {
		if (!this.#dialect.hasHeader) this.#nameWithoutHeader();
		while (this.#at < this.#text.length && this.#readFrom());
		this.#tellTrailing();
		return {
			format: this.#options.format ?? 'csv',
			file: this.#file.name,
			columns: this.#columns ?? [],
			rows: this.#rows,
			unreadable: this.#unreadable,
			problems: this.#problems,
			about: {},
			leftOut: {},
			dialect: this.#dialect
		};
	}

	#hasHeader(delimiter: string): boolean {
		const { columns, hasHeader, quotes } = this.#options;
		if (columns !== undefined) return false;
		return hasHeader ?? !looksLikeData(firstRows(this.#text.slice(this.#at), delimiter, 20, quotes));
	}

	#nameWithoutHeader(): void {
		const { columns, hasHeader, quotes, use } = this.#options;
		const width = firstRows(this.#text.slice(this.#at), this.#dialect.delimiter, 1, quotes)[0]?.length ?? 0;
		const names = columns ?? Array.from({ length: width }, (_, index) => `Column ${index + 1}`);
		this.#setColumns(names, use);
		if (columns === undefined && hasHeader === undefined)
			this.#report('warning', 'header-missing', this.#line, { value: this.#lineText(this.#at) });
	}

	#setColumns(names: readonly string[], use: DelimitedOptions['use']): void {
		this.#columns = names.map((name, index) => {
			const found = use?.(name, index);
			return found === undefined ? { name } : { name, use: found };
		});
	}

	/** Reads on from `#at`; false when nothing more is to be read. */
	#readFrom(): boolean {
		const start = this.#at;
		let again = false;
		Papa.parse<string[]>(this.#text.slice(start), {
			...parserOptions(this.#dialect.delimiter, this.#options.quotes ?? true),
			step: ({ data, errors, meta }, parser) => {
				const end = start + meta.cursor;
				const opening = errors[0]?.index === undefined ? null : start + errors[0].index - 1;
				if (opening !== null && this.#isUnclosed(data, errors[0]?.code, end)) {
					again = this.#skipUnclosed(opening);
					parser.abort();
				} else {
					this.#take(data, opening, end);
					again = false;
					const { maxRows: limit = MAX_ROWS } = this.#options;
					if (this.#rows.length >= limit && end < this.#text.length) {
						this.#giveUp('limit-rows', { limit });
						parser.abort();
					}
					if (this.#columns?.length === 0) {
						this.#giveUp(null, {});
						parser.abort();
					}
				}
			}
		});
		return again;
	}

	#take(cells: string[], stray: number | null, end: number): void {
		const line = this.#line;
		if (!isEmptyLine(cells)) {
			if (this.#columns === null) this.#takeHeader(cells, line);
			else this.#takeRow(this.#columns, cells, line);
			if (stray !== null)
				this.#report('warning', 'quote-stray', line, { value: this.#lineText(stray), pointer: this.#pointerOf(stray) });
		}
		this.#advanceTo(end);
	}

	/** Fields of a whole row. */
	#width(): number | null {
		return this.#columns === null ? null : this.#columns.length + this.#reasons.length;
	}

	#takeHeader(all: readonly string[], line: number): void {
		this.#reasons = all.flatMap((cell, index) => (isReasons(cell.trim()) ? [index] : [])).reverse();
		const cells = this.#own([...all]);
		const long = cells.find((cell) => cell.length > MAX_CELL_LENGTH);
		if (long !== undefined) {
			this.#report('error', 'limit-cell', line, { params: { limit: MAX_CELL_LENGTH, length: long.length } });
			this.#columns = [];
			return;
		}
		if (cells.length > MAX_COLUMNS) {
			this.#report('error', 'limit-columns', line, { params: { limit: MAX_COLUMNS, count: cells.length } });
			this.#columns = [];
			return;
		}
		const named = nameColumns(cells);
		const { use } = this.#options;
		this.#columns = named.map(({ name, written }, index) => {
			const found = use?.(written, index);
			return found === undefined ? { name } : { name, use: found };
		});
		for (const { name, index, problem, first } of named) {
			if (problem === null) continue;
			const params = { column: index + 1, ...(first === null ? {} : { first: first + 1 }) };
			this.#report('warning', problem, line, { field: name, value: cells[index] ?? '', params });
		}
	}

	/** The file's own cells as they were before rejected rows got their reasons, and apostrophes against spreadsheets. */
	#own(cells: string[]): string[] {
		if (this.#reasons.length === 0) return cells;
		for (const index of this.#reasons) cells.splice(index, 1);
		return cells.map(restored);
	}

	#takeRow(columns: readonly Column[], all: string[], line: number): void {
		const cells = this.#own(all);
		const width = columns.length;
		const params = { fields: cells.length, columns: width };
		let overflow: string[] = [];
		if (cells.length > width) {
			overflow = cells.slice(width);
			cells.length = width;
			if (overflow.some((cell) => cell.trim() !== '')) this.#report('error', 'row-too-long', line, { params });
			else {
				this.#trailing.push({ line, fields: params.fields });
				overflow = [];
			}
		} else if (cells.length < width) {
			this.#report('warning', 'row-too-short', line, { params });
			while (cells.length < width) cells.push('');
		}
		const long = cells.findIndex((cell) => cell.length > MAX_CELL_LENGTH);
		if (long >= 0) {
			const length = cells[long]?.length ?? 0;
			const field = columns[long]?.name ?? null;
			this.#report('error', 'limit-cell', line, { field, params: { limit: MAX_CELL_LENGTH, length } });
			cells[long] = `${cells[long]?.slice(0, 1_000)}…`;
		}
		this.#rows.push({ line, pointer: '', cells, ...(overflow.length > 0 ? { overflow } : {}) });
	}

	/**
	 * Empty fields at the end of every row are how some programs end rows. In a few rows a delimiter too many may have shifted
	 * what stands before them.
	 */
	#tellTrailing(): void {
		if (this.#trailing.length * 2 > this.#rows.length) return;
		const columns = this.#columns?.length ?? 0;
		for (const { line, fields } of this.#trailing)
			this.#report('warning', 'row-too-long', line, { params: { fields, columns } });
	}

	/**
	 * Whether a quote that is not closed properly swallowed rows: it reaches to the end of the text, or over several lines
	 * to fields of another number, or its last line is a row by itself.
	 */
	#isUnclosed(cells: readonly string[], code: string | undefined, end: number): boolean {
		if (code === 'MissingQuotes') return true;
		let last = end;
		while (this.#text[last - 1] === '\n') last--;
		const text = this.#text.slice(this.#at, last);
		const lastLine = text.lastIndexOf('\n') + 1;
		if (lastLine === 0) return false;
		const width = this.#width() ?? cells.length;
		if (cells.length !== width) return true;
		return firstRows(text.slice(lastLine), this.#dialect.delimiter, 1)[0]?.length === width;
	}

	/** Gives up the line in which the quote opens, and goes on with the next one. */
	#skipUnclosed(opening: number): boolean {
		const before = this.#text.lastIndexOf('\n', opening) + 1;
		// Lines before it belong to earlier, closed fields of the same row.
		const line = this.#line + countLines(this.#text, this.#at, before);
		this.#report('error', 'quote-unclosed', line, {
			value: this.#lineText(opening),
			pointer: `${line}:${opening - before + 1}`
		});
		const next = this.#text.indexOf('\n', opening);
		if (this.#columns === null) {
			this.#columns = [];
			this.#giveUp(null, {});
			return false;
		}
		const raw = this.#text.slice(this.#at, next < 0 ? undefined : next);
		const cells = this.#own(raw.slice(0, MAX_CELL_LENGTH).split(this.#dialect.delimiter));
		const width = this.#columns.length;
		const overflow = cells.slice(width);
		const row = Array.from({ length: width }, (_, index) => cells[index] ?? '');
		const begin = this.#line === line ? {} : { begin: this.#line };
		this.#rows.push({ line, ...begin, pointer: '', cells: row, ...(overflow.length > 0 ? { overflow } : {}) });
		this.#advanceTo(next < 0 ? this.#text.length : next + 1);
		if (++this.#resumed < MAX_RESUMED) return true;
		if (this.#at < this.#text.length) this.#giveUp('quote-unclosed', {});
		return false;
	}

	/** Counts what is left by its lines, so that nothing disappears uncounted. `null`: it has been said why. */
	#giveUp(code: 'limit-rows' | 'quote-unclosed' | null, params: Readonly<Record<string, number>>): void {
		const left = this.#text
			.slice(this.#at)
			.split('\n')
			.filter((text) => text.trim() !== '').length;
		if (left === 0) return;
		this.#unreadable += left;
		if (code !== null) this.#report('error', code, this.#line, { params: { ...params, left } });
		this.#at = this.#text.length;
	}

	#advanceTo(offset: number): void {
		this.#line += countLines(this.#text, this.#at, offset);
		this.#at = offset;
	}

	#pointerOf(offset: number): string {
		const before = this.#text.lastIndexOf('\n', offset) + 1;
		return `${this.#line + countLines(this.#text, this.#at, before)}:${offset - before + 1}`;
	}

	#lineText(offset: number): string {
		const end = this.#text.indexOf('\n', offset);
		return this.#text.slice(offset, Math.min(offset + 200, end < 0 ? this.#text.length : end));
	}

	#report(
		severity: Problem['severity'],
		code: Problem['code'],
		line: number,
		{ pointer, ...details }: Parameters<typeof rowProblem>[3] & { pointer?: string }
	): void {
		this.#problems.push(
			rowProblem(
				{ file: this.#file.name, line, ...(pointer === undefined ? {} : { pointer }) },
				severity,
				code,
				details
			)
		);
	}
}

function parserOptions(delimiter: string, quotes: boolean) {
	return { delimiter, newline: '\n' as const, header: false as const, ...(quotes ? {} : { fastMode: true }) };
}

/** One kind of line end in the whole text, so that files with several kinds are read by the same lines. */
function withLineFeeds(text: string): string {
	return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function countLines(text: string, from: number, to: number): number {
	let count = 0;
	for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
	return count;
}

function isEmptyLine(cells: readonly string[]): boolean {
	return cells.every((cell) => cell.trim() === '');
}
