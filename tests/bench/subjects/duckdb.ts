import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { tableFromArrays, tableToIPC, type Table } from 'apache-arrow';
import { BINS, binOf, CATEGORIES, type BenchData } from '../data.ts';
import type { Subject } from './subject.ts';

const CHUNK = 1_000_000;

/** A database in its own worker, with the events in the table `events`. */
export async function openDatabase(
	data: BenchData
): Promise<{ database: AsyncDuckDB; connection: AsyncDuckDBConnection }> {
	const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
	await database.instantiate(new URL(wasmUrl, location.href).href);
	await database.open({});
	const connection = await database.connect();
	for (let from = 0; from < data.events; from += CHUNK) {
		const part = <T extends Int32Array | Uint32Array | Uint8Array>(column: T) => column.subarray(from, from + CHUNK);
		const rows = tableFromArrays({
			start: Int32Array.from(part(data.start)),
			end: Int32Array.from(part(data.end)),
			place: Int32Array.from(part(data.place)),
			category: Int8Array.from(part(data.category)),
			bin: Int16Array.from(part(data.start), binOf)
		});
		await connection.insertArrowFromIPCStream(tableToIPC(rows, 'stream'), { name: 'events', create: from === 0 });
	}
	return { database, connection };
}

/** Prepared statements, one for each of the three counts. */
export async function createSubject(data: BenchData): Promise<Subject> {
	const { database, connection } = await openDatabase(data);
	const prepare = (key: string) =>
		connection.prepare(
			`SELECT ${key} AS key, count(*)::INT AS value FROM events WHERE "start" <= ? AND "end" >= ? GROUP BY ${key}`
		);
	const [byPlace, byCategory, byBin] = [await prepare('place'), await prepare('category'), await prepare('bin')];
	let found: Table[] = [];
	return {
		async step([from, to]) {
			found = [await byPlace.query(to, from), await byCategory.query(to, from), await byBin.query(to, from)];
		},
		read: () => ({
			places: toArray(found[0], data.places),
			categories: toArray(found[1], CATEGORIES),
			bins: toArray(found[2], BINS)
		}),
		free: () => database.terminate()
	};
}

function toArray(rows: Table | undefined, length: number): Uint32Array {
	const counts = new Uint32Array(length);
	const [keys, values] = [rows?.getChild('key'), rows?.getChild('value')];
	for (let i = 0; i < (rows?.numRows ?? 0); i++) counts[Number(keys?.get(i))] = Number(values?.get(i));
	return counts;
}
