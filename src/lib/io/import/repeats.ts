import type { Row, Table } from '../formats/format.ts';
import { textAt, type Plan } from './plan.ts';

/** Everything that a row says. */
export function contentOf({ cells }: Row): string {
	return JSON.stringify(cells);
}

type RepeatCode = 'record-repeated' | 'row-repeated' | 'id-conflict';

/** Rows of one file that share their id, or are the same. */
export class Repeats {
	/** Indexes of rows by id, or where they have none by content. */
	readonly #firsts = new Map<string, number>();
	readonly #table: Table;
	readonly #plan: Plan;

	constructor(table: Table, plan: Plan) {
		this.#table = table;
		this.#plan = plan;
	}

	/** `null` for the first with its id or content. */
	add(row: Row, index: number): { code: RepeatCode; others: string } | null {
		const id = textAt(row, this.#plan.one('id')).normalize('NFC');
		const key = id === '' ? contentOf(row) : `id ${id}`;
		const first = this.#firsts.get(key);
		if (first === undefined) {
			this.#firsts.set(key, index);
			return null;
		}
		const others = this.#nameOf(first);
		if (id === '') return { code: 'row-repeated', others };
		const other = this.#table.rows[first];
		const isSame = other !== undefined && contentOf(other) === contentOf(row);
		return { code: isSame ? 'record-repeated' : 'id-conflict', others };
	}

	#nameOf(index: number): string {
		const row = this.#table.rows[index];
		return row?.line === null || row?.line === undefined ? (row?.pointer ?? '') : String(row.line);
	}
}
