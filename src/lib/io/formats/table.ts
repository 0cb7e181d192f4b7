/** Puts a table together record by record: columns come into being with the first record that has them. */
import { MAX_CELL_LENGTH, MAX_COLUMNS, MAX_ROWS } from '../import/limits.ts';
import { isReasons } from '../exported.ts';
import { rowProblem, type Problem, type RowPlace } from '../problems.ts';
import type { Cell, Column, ColumnUse, FormatId, LeftOut, Row, Table, TextFile } from './format.ts';

/** Most cells of a table: records that have no members in common would make one that is almost empty and very large. */
export const MAX_CELLS = 20_000_000;

/** Where a record stands in its file. */
export interface RecordAt {
	readonly line?: number | null;
	readonly pointer?: string;
}

/** One record while its cells are filled. */
export interface RowWriter {
	/** What is there already under this name is kept, and both become a list. */
	set(name: string, cell: Cell, use?: ColumnUse): void;
	/** The cell so far; `undefined` when nothing was set. */
	get(name: string): Cell | undefined;
}

interface DraftRow {
	readonly line: number | null;
	readonly pointer: string;
	/** By index of the column; with gaps. */
	readonly cells: (Cell | undefined)[];
}

export class TableBuilder {
	readonly file: string;
	readonly problems: Problem[] = [];
	readonly about: { title?: string; description?: string; licence?: string; version?: string; language?: string } = {};
	readonly #format: FormatId;
	readonly #columns = new Map<string, { readonly index: number; use: ColumnUse | undefined }>();
	readonly #rows: DraftRow[] = [];
	readonly #leftOut: Partial<Record<LeftOut, number>> = {};
	/** Names of columns beyond the limit, which are left out, and said to be. */
	readonly #beyond = new Set<string>();
	#unreadable = 0;
	#rowsBeyond = 0;

	constructor(format: FormatId, { name }: Pick<TextFile, 'name'>) {
		this.#format = format;
		this.file = name;
	}

	/** Begins the next record. */
	row({ line = null, pointer = '' }: RecordAt): RowWriter {
		const cells: (Cell | undefined)[] = [];
		if (this.#rows.length < MAX_ROWS) this.#rows.push({ line, pointer, cells });
		else this.#rowsBeyond += 1;
		return {
			set: (name, given, use) => {
				const index = this.#column(name, use);
				if (index === null) return;
				const place = { file: this.file, line, pointer };
				// A coastline is as long as it is.
				const cell = use?.target === 'geometry' ? given : this.#withinLimit(place, name, given);
				const before = cells[index];
				cells[index] = before === undefined || before === '' ? cell : cell === '' ? before : [before, cell].flat();
			},
			get: (name) => {
				const column = this.#columns.get(name);
				return column === undefined ? undefined : cells[column.index];
			}
		};
	}

	/** A record, or several, that are no rows because nothing of them can be read; `problem` says why. */
	reject(problem: Problem, count = 1): void {
		this.#unreadable += count;
		this.problems.push(problem);
	}

	leaveOut(what: LeftOut, count = 1): void {
		if (count > 0) this.#leftOut[what] = (this.#leftOut[what] ?? 0) + count;
	}

	/** The columns so far with their cells that are not empty, for a look at what they hold. */
	columns(): { readonly name: string; readonly use: ColumnUse | undefined; readonly values: () => string[] }[] {
		return [...this.#columns].map(([name, { index, use }]) => ({
			name,
			use,
			values: () => this.#rows.flatMap(({ cells }) => cells[index] ?? []).filter((text) => text !== '')
		}));
	}

	/** What a column is for, once all records are known. */
	setUse(name: string, use: ColumnUse): void {
		const column = this.#columns.get(name);
		if (column !== undefined) column.use = use;
	}

	finish(): Table {
		const kept = this.#keptColumns();
		const columns = kept.map(([name, { use }]): Column => (use === undefined ? { name } : { name, use }));
		const rows = this.#rows.map(({ line, pointer, cells }): Row => ({
			line,
			pointer,
			cells: kept.map(([, { index }]) => cells[index] ?? '')
		}));
		const count = this.#columns.size + this.#beyond.size;
		if (count > kept.length) {
			const params = { limit: kept.length, count };
			this.problems.push(rowProblem({ file: this.file }, 'warning', 'limit-columns', { params }));
		}
		if (this.#rowsBeyond > 0) {
			const params = { limit: MAX_ROWS, left: this.#rowsBeyond };
			this.reject(rowProblem({ file: this.file }, 'error', 'limit-rows', { params }), this.#rowsBeyond);
		}
		const { file, problems, about } = this;
		return {
			format: this.#format,
			file,
			columns,
			rows,
			unreadable: this.#unreadable,
			problems,
			about,
			leftOut: this.#leftOut
		};
	}

	/** All columns, or of too many the fullest that make no more cells than are allowed; in their order. */
	#keptColumns() {
		const columns = [...this.#columns];
		const limit = Math.max(1, Math.floor(MAX_CELLS / this.#rows.length));
		if (columns.length <= limit) return columns;
		const filled = new Uint32Array(columns.length);
		for (const { cells } of this.#rows) {
			cells.forEach((cell, index) => {
				if (cell !== undefined && cell !== '') filled[index] = (filled[index] ?? 0) + 1;
			});
		}
		const order = columns.map((_, index) => index).sort((a, b) => (filled[b] ?? 0) - (filled[a] ?? 0) || a - b);
		const kept = new Set(order.slice(0, limit));
		return columns.filter((_, index) => kept.has(index));
	}

	#withinLimit(place: RowPlace, field: string, cell: Cell): Cell {
		if (typeof cell !== 'string') return cell.map((text) => this.#short(place, field, text));
		return this.#short(place, field, cell);
	}

	#short(place: RowPlace, field: string, text: string): string {
		const { length } = text;
		if (length <= MAX_CELL_LENGTH) return text;
		const params = { limit: MAX_CELL_LENGTH, length };
		this.problems.push(rowProblem(place, 'error', 'limit-cell', { field, params }));
		return `${text.slice(0, 1_000)}…`;
	}

	#column(name: string, use: ColumnUse | undefined): number | null {
		// What we said of a record that was rejected is none of its own.
		if (isReasons(name)) return null;
		const known = this.#columns.get(name);
		if (known !== undefined) return known.index;
		const index = this.#columns.size;
		if (index >= MAX_COLUMNS) {
			this.#beyond.add(name);
			return null;
		}
		this.#columns.set(name, { index, use });
		return index;
	}
}

/** One text instead of a list of one, nothing instead of a list of none. */
export function cellOf(texts: readonly string[]): Cell {
	return texts.length > 1 ? texts : (texts[0] ?? '');
}
