import { clauseInterval, Coordinator, MosaicClient, Selection, wasmConnector } from '@uwdata/mosaic-core';
import { column, count, Query } from '@uwdata/mosaic-sql';
import { SPAN, type BenchData } from '../data.ts';
import { openDatabase } from './duckdb.ts';
import type { Subject } from './subject.ts';

/** As wide as the histogram that a person would brush in, px: what Mosaic counts in advance is by these. */
const AXIS_PX = 1000;

/**
 * Mosaic with its own pre-aggregation, which asks whether the start is in the window and not whether the two overlap:
 * so it is not checked against the others. Its cache and its waiting for more queries are off, as both would only add.
 */
export async function createSubject(data: BenchData): Promise<Subject> {
	const { database, connection } = await openDatabase(data);
	const connector = wasmConnector({ duckdb: database, connection });
	const coordinator = new Coordinator(connector, { logger: null, cache: false, consolidate: false });
	const selection = Selection.crossfilter();
	let waiting = 0;
	let arrived = (): void => {};
	const answers = (start: () => void): Promise<void> =>
		new Promise((resolve) => {
			waiting = 3;
			arrived = () => void (--waiting === 0 && resolve());
			start();
		});

	class Counter extends MosaicClient {
		readonly #key: string;

		constructor(key: string) {
			super(selection);
			this.#key = key;
		}

		override get filterStable(): boolean {
			return true;
		}

		override query(filter: unknown[] = []): unknown {
			return Query.from('events')
				.select({ key: column(this.#key), value: count() })
				.where(filter)
				.groupby(this.#key);
		}

		override queryResult(): this {
			arrived();
			return this;
		}

		override queryError(error: Error): never {
			throw error;
		}
	}

	const counters = ['place', 'category', 'bin'].map((key) => new Counter(key));
	await answers(() => {
		for (const counter of counters) coordinator.connect(counter);
	});
	const source = { reset() {} };
	const scale = {
		type: 'linear',
		domain: [0, SPAN],
		range: [0, AXIS_PX],
		apply: (second: number) => (second / SPAN) * AXIS_PX,
		invert: (px: number) => (px * SPAN) / AXIS_PX
	};
	const clause = (window: readonly [number, number]): unknown =>
		clauseInterval('start', [...window], { source, clients: new Set(), bin: 'floor', scale, pixelSize: 1 });
	selection.activate(clause([0, SPAN / 120]));
	return {
		step: (window) => answers(() => selection.update(clause(window))),
		free: () => database.terminate()
	};
}
