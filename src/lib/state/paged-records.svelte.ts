import type { CatalogueEvent, Records } from '$lib/core/catalogue.ts';
import type { EventId } from '$lib/core/model.ts';

/** Where records come from, in pages. `Failure` is what went wrong. */
export interface RecordPages<Failure> {
	/** `null`: not here, or not any more. */
	at(row: number): CatalogueEvent | null;
	load(rows: Iterable<number>): Promise<Answer<unknown, Failure>>;
	/** `null`: there is no such event. Its record is then here. */
	findRow(id: EventId): Promise<Answer<number | null, Failure>>;
}

type Answer<T, Failure> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Failure };

interface Failed {
	readonly rows: ReadonlySet<number>;
	readonly ids: ReadonlySet<EventId>;
}

const MOST_FAILED = 2000;

/** Records that come in pages: whoever has read one that was not here is told when it comes. */
export class PagedRecords<Failure> implements Records {
	readonly #pages: RecordPages<Failure>;
	readonly #rows = new Map<EventId, number | null | 'asked'>();
	#wanted = new Set<number>();
	#arrivals = $state(0);
	#fault: Failure | null = $state.raw(null);
	/** What has not come is not asked for again by whoever reads it, which would be without end. */
	#failed: Failed = { rows: new Set(), ids: new Set() };

	constructor(pages: RecordPages<Failure>) {
		this.#pages = pages;
	}

	/** Why what was wanted last has not come; `null`: it has, or is on its way. */
	get fault(): Failure | null {
		return this.#fault;
	}

	at(row: number): CatalogueEvent | null {
		void this.#arrivals;
		const item = this.#pages.at(row);
		if (item !== null && !this.#rows.has(item.id)) this.#rows.set(item.id, row);
		return item;
	}

	rowOf(id: EventId): number | null | undefined {
		void this.#arrivals;
		const row = this.#rows.get(id);
		if (row !== undefined) return row === 'asked' ? undefined : row;
		if (!this.#failed.ids.has(id)) void this.#find(id);
		return undefined;
	}

	want(rows: Iterable<number>): void {
		const isFirst = this.#wanted.size === 0;
		for (const row of rows) if (this.#pages.at(row) === null && !this.#failed.rows.has(row)) this.#wanted.add(row);
		// All that is wanted in one go is asked for in one go.
		if (isFirst && this.#wanted.size > 0) queueMicrotask(() => void this.#load());
	}

	/** Asks again for what has not come. */
	retry(): void {
		const { rows, ids } = this.#failed;
		[this.#failed, this.#fault] = [{ rows: new Set(), ids: new Set() }, null];
		this.want(rows);
		for (const id of ids) void this.#find(id);
	}

	async #load(): Promise<void> {
		const rows = this.#wanted;
		this.#wanted = new Set();
		const answer = await this.#pages.load(rows);
		if (answer.ok) this.#arrive();
		else this.#fail(answer.fault, rows, []);
	}

	async #find(id: EventId): Promise<void> {
		this.#rows.set(id, 'asked');
		const answer = await this.#pages.findRow(id);
		if (answer.ok) {
			this.#rows.set(id, answer.value);
			this.#arrive();
		} else {
			this.#rows.delete(id);
			this.#fail(answer.fault, [], [id]);
		}
	}

	/** Where something comes, the rest may. */
	#arrive(): void {
		this.#arrivals++;
		this.retry();
	}

	/** Some of it may have come nevertheless. */
	#fail(fault: Failure, rows: Iterable<number>, ids: Iterable<EventId>): void {
		const failed = this.#failed;
		// Of what was passed by long ago nothing is asked for again.
		const before = failed.rows.size < MOST_FAILED ? failed.rows : [];
		this.#failed = { rows: new Set([...before, ...rows]), ids: new Set([...failed.ids, ...ids]) };
		[this.#arrivals, this.#fault] = [this.#arrivals + 1, fault];
	}
}
