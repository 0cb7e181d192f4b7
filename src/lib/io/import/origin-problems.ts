import type { Row, Table, Target } from '../formats/format.ts';
import { showValue, type Problem } from '../problems.ts';
import type { Built, Origin } from './build.ts';
import { textAt, type Plan } from './plan.ts';

/** A problem of the import and the row that it is about; `index` is -1 when it is about the file. */
export interface Placed {
	readonly problem: Problem;
	readonly table: number;
	readonly index: number;
}

/** What a field of a native record was made of, by the beginning of its path without indexes; of several the first that there is. */
const TARGETS: Readonly<Record<string, readonly (readonly [prefix: string, targets: readonly Target[]])[]>> = {
	'events.json': [
		['title', ['title']],
		['summary', ['summary', 'title']],
		['when', ['when', 'start', 'day', 'month', 'year', 'end']],
		['places', ['place', 'latitude', 'coordinates', 'geometry']],
		['category', ['category']],
		['actors', ['actor']],
		['status', ['status']],
		['claims.says', ['says', 'summary', 'title']],
		['claims.when', ['says-date']],
		['claims', ['source', 'source-url', 'source-publisher']],
		['media.alt', ['media-alt', 'title']],
		['media', ['media']],
		['sourceId', ['original-id', 'id']]
	],
	'places.geojson': [
		['geometry', ['latitude', 'coordinates', 'geometry', 'place']],
		['properties.country', ['country']],
		['properties', ['place', 'country', 'latitude']]
	],
	'sources.json': [
		['url', ['source-url']],
		['published', ['source-date']],
		['publisher', ['source-publisher']],
		['title', ['source', 'source-url']]
	],
	'dataset.json': [
		['name', ['category', 'actor']],
		['id', ['category', 'actor']]
	]
};

/**
 * Problems of the records that were made, said of what they were made of: file, line, record and column. What cannot be
 * said of a row stands at the first file as a whole.
 */
export function placeProblems(
	problems: readonly Problem[],
	{ origins }: Pick<Built, 'origins'>,
	tables: readonly Table[],
	plans: readonly Plan[],
	recordOf: (origin: Origin) => string | number
): Placed[] {
	return problems.map((problem): Placed => {
		const origin = originOf(problem, origins);
		const table = tables[origin?.table ?? 0];
		if (table === undefined) return { problem, table: 0, index: -1 };
		const row = origin === null ? undefined : table.rows[origin.index];
		const field = fieldOf(problem, plans[origin?.table ?? 0], row);
		const record = origin === null ? null : recordOf(origin);
		const placed: Problem = {
			...problem,
			file: table.file,
			line: row?.line ?? null,
			pointer: row?.pointer ?? '',
			record: typeof record === 'string' ? showValue(record) : record,
			field,
			// What was written is that there is none; the native `null` stands in no file of the reader's.
			value: problem.code === 'geometry-null' ? null : problem.value
		};
		return { problem: placed, table: origin?.table ?? 0, index: origin?.index ?? -1 };
	});
}

function originOf({ file, pointer }: Problem, origins: Built['origins']): Origin | null {
	const path = pointer.split('/').slice(1);
	if (file === 'events.json') return origins.events[Number(path[0])] ?? null;
	if (file === 'sources.json') return origins.sources[Number(path[0])] ?? null;
	if (file === 'places.geojson') return origins.places[Number(path[1])] ?? null;
	return null;
}

/** The first column with a value that it may have been made of. */
function fieldOf({ file, field }: Problem, plan: Plan | undefined, row: Row | undefined): string | null {
	if (field === null || plan === undefined) return null;
	const name = field.replace(/\.\d+/g, '');
	const targets = (TARGETS[file] ?? []).find(([prefix]) => name === prefix || name.startsWith(`${prefix}.`))?.[1] ?? [];
	const columns = targets.map((target) => plan.one(target)).filter((column) => column !== undefined);
	const filled = row === undefined ? undefined : columns.find((column) => textAt(row, column) !== '');
	const column = filled ?? columns[0];
	return column === undefined ? null : showValue(column.name);
}

/** A text that stands for several in the records is one in the file: what is wrong with it is said once. */
export function withoutRepeats(placed: readonly Placed[]): Placed[] {
	const seen = new Set<string>();
	return placed.filter(({ problem: { code, field, value }, table, index }) => {
		const key = JSON.stringify([table, index, code, field, value]);
		return index < 0 || (!seen.has(key) && seen.add(key).size > 0);
	});
}

/** In the order of the files; in a file by line, or where there are none by record; what is of the whole file first. */
export function inFileOrder(placed: readonly Placed[]): Problem[] {
	const rankOf = ({ problem, index }: Placed) => problem.line ?? index;
	return [...placed].sort((a, b) => a.table - b.table || rankOf(a) - rankOf(b)).map(({ problem }) => problem);
}
