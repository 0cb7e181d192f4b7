import type { ColumnUse, Row, Table, Target } from '../formats/format.ts';
import { cellText } from './column-values.ts';
import type { Mapping } from './mapping.ts';

export interface PlannedColumn {
	readonly index: number;
	readonly name: string;
	readonly use: ColumnUse;
}

/** Which columns of a table are what, by target. */
export class Plan {
	readonly #columns = new Map<Target, PlannedColumn[]>();
	/** Columns that the mapping names and the table does not have. */
	readonly missing: readonly string[];
	/** Columns with values of which nothing is taken. */
	readonly unused: readonly string[];

	/** Of a file without titles, kinds and names of places: the column that the events are called by. */
	readonly named: { readonly index: number; readonly name: string } | null;

	constructor(table: Table, mapping: Mapping) {
		const indexes = new Map(table.columns.map(({ name }, index) => [name, index]));
		const missing: string[] = [];
		const used = new Set<string>();
		for (const { column, use } of mapping.columns) {
			const index = indexes.get(column);
			if (index === undefined) missing.push(column);
			if (index === undefined || use === null) continue;
			used.add(column);
			const columns = this.#columns.get(use.target);
			if (columns === undefined) this.#columns.set(use.target, [{ index, name: column, use }]);
			else columns.push({ index, name: column, use });
		}
		this.missing = missing;
		const unused = table.columns
			.filter(({ name }, index) => !used.has(name) && table.rows.some(({ cells }) => cellText(cells[index]) !== ''))
			.map(({ name }) => name);
		const [first] = this.has('title', 'category', 'place') ? [] : unused;
		this.named = first === undefined ? null : { index: indexes.get(first) ?? -1, name: first };
		this.unused = unused.filter((name) => name !== first);
	}

	/** The first column that is this. */
	one(target: Target): PlannedColumn | undefined {
		return this.#columns.get(target)?.[0];
	}

	many(target: Target): readonly PlannedColumn[] {
		return this.#columns.get(target) ?? [];
	}

	has(...targets: readonly Target[]): boolean {
		return targets.some((target) => this.#columns.has(target));
	}
}

/** The text of a row in a column; empty where there is no such column. */
export function textAt(row: Row, column: PlannedColumn | undefined): string {
	return column === undefined ? '' : cellText(row.cells[column.index]);
}

/** All texts of a row in a column: those of a list, or of a cell that holds several. Places of a list may be empty. */
export function textsAt(row: Row, { index, use }: PlannedColumn): readonly string[] {
	const cell = row.cells[index];
	if (cell === undefined) return [];
	if (typeof cell !== 'string') return cell.map((text) => text.trim());
	if (cell.trim() === '') return [];
	return use.separator === undefined ? [cell.trim()] : cell.split(use.separator).map((text) => text.trim());
}
