/**
 * Files of other formats to a dataset. The same in Node, in a worker and in the browser:
 * `openFiles` (bytes to tables) - `suggestMapping` for each table - a person's changes - `importTables`.
 */
import type { Table } from '../formats/format.ts';
import { Importer } from './importer.ts';
import type { Mapping } from './mapping.ts';
import type { ImportOptions, ImportResult, Progress } from './result.ts';

export { openFiles, type Opened, type OpenOptions } from './open.ts';
export { suggestMapping, type Mapping } from './mapping.ts';
export type { ImportCounts, ImportOptions, ImportResult, Progress, RejectedRow } from './result.ts';

/**
 * The whole import in steps of 2,000 rows; only the last, in which everything is joined, grows with the file. `mappings` has
 * one for each table. Never throws on input.
 */
export function* importSteps(
	tables: readonly Table[],
	mappings: readonly Mapping[],
	options: ImportOptions
): Generator<Progress, ImportResult> {
	const importer = new Importer(tables, mappings, options);
	const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
	let done = 0;
	for (const step of importer.readRows()) {
		done += step;
		yield { done, total: 2 * rows };
	}
	done = rows;
	const loading = importer.load();
	for (;;) {
		const step = loading.next();
		if (step.done) return importer.finish(step.value);
		done = Math.min(2 * rows, done + step.value);
		yield { done, total: 2 * rows };
	}
}

/** All steps at once. */
export function importNow(
	tables: readonly Table[],
	mappings: readonly Mapping[],
	options: ImportOptions
): ImportResult {
	const steps = importSteps(tables, mappings, options);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

export interface TurnOptions extends ImportOptions {
	readonly signal?: AbortSignal;
	progress?(progress: Progress): void;
}

/** The steps with a turn for others between them. Rejects with the signal's reason when it is aborted. */
export async function importTables(
	tables: readonly Table[],
	mappings: readonly Mapping[],
	{ signal, progress, ...options }: TurnOptions
): Promise<ImportResult> {
	const steps = importSteps(tables, mappings, options);
	for (;;) {
		signal?.throwIfAborted();
		const step = steps.next();
		if (step.done) return step.value;
		progress?.(step.value);
		await new Promise((resolve) => setTimeout(resolve, 0));
	}
}
