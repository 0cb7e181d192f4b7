/**
 * Files of other formats to a dataset. The same in Node, in a worker and in the browser:
 * `openFiles` (bytes to tables) - `suggestMapping` for each table - a person's changes - `importTables`.
 */
import type { Dataset } from '../../core/model.ts';
import type { Row, Table } from '../formats/format.ts';
import { loadValues, type Counts, type ValuesResult } from '../load.ts';
import { rowProblem, showValue, type Problem } from '../problems.ts';
import { Builder, WORDS, type BuildHead, type BuildWords, type Origin } from './build.ts';
import { readRow } from './draft.ts';
import type { Mapping } from './mapping.ts';
import { inFileOrder, placeProblems, type Placed } from './origin-problems.ts';
import { Plan, textAt } from './plan.ts';

export { openFiles, type Opened, type OpenOptions } from './open.ts';
export { suggestMapping, type Mapping } from './mapping.ts';

export interface ImportOptions {
	/** EDTF day on which the events enter the dataset. */
	readonly added: string;
	/** What the dataset is called and whose it is; what is left out comes from the files. */
	readonly head?: Partial<Omit<BuildHead, 'added' | 'language'>>;
	readonly words?: BuildWords;
	/** Of files that could not be opened; they are listed with the others. */
	readonly problems?: readonly Problem[];
	/** Names of all files in the order in which their problems are listed; absent: that of the tables. */
	readonly files?: readonly string[];
}

/** Numbers of event records: `read = accepted + repaired + rejected`. The last three are of those that were loaded. */
export interface ImportCounts extends Counts {
	readonly undated: number;
	/** Without a position on the map, though perhaps with the name of a place. */
	readonly unplaced: number;
	/** Places with a position or a name. */
	readonly places: number;
}

/** A row that was not loaded, with the errors that are the reason. */
export interface RejectedRow {
	readonly table: Table;
	readonly row: Row;
	readonly reasons: readonly Problem[];
}

export interface ImportResult {
	/** `null`: no event could be loaded. */
	readonly dataset: Dataset | null;
	/** In the order of files, then lines or records. */
	readonly problems: readonly Problem[];
	readonly counts: ImportCounts;
	/** In the order of files and rows. */
	readonly rejected: readonly RejectedRow[];
}

export interface Progress {
	/** Rows that are done, of `total`; each is looked at twice. */
	readonly done: number;
	readonly total: number;
}

/** How many rows are read before others get their turn. */
const STEP_SIZE = 2_000;

/** The whole import in steps, each a few milliseconds long. `mappings` has one for each table. Never throws on input. */
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

/** What is known of one row after it was read. */
interface RowState {
	readonly table: number;
	readonly index: number;
	/** The event's id; `null` when the row was refused. */
	readonly id: string | null;
	readonly repaired: boolean;
}

class Importer {
	readonly #tables: readonly Table[];
	readonly #mappings: readonly Mapping[];
	readonly #options: ImportOptions;
	readonly #plans: readonly Plan[];
	readonly #builder = new Builder();
	readonly #placed: Placed[] = [];
	readonly #rows: RowState[] = [];
	#built: ReturnType<Builder['finish']> | null = null;

	constructor(tables: readonly Table[], mappings: readonly Mapping[], options: ImportOptions) {
		this.#tables = tables;
		this.#options = options;
		this.#mappings = tables.map((table, index) => {
			const mapping = mappings[index];
			if (mapping === undefined) throw new Error(`There is no mapping for ${table.file}.`);
			return mapping;
		});
		this.#plans = tables.map((table, index) => new Plan(table, this.#mappingOf(index)));
	}

	*readRows(): Generator<number, void> {
		for (const [number, table] of this.#tables.entries()) {
			const found = this.#placeFound(table, number);
			const repeats = new Repeats(table, this.#planOf(number));
			for (const [index, row] of table.rows.entries()) {
				this.#readRow({ table, number, row, index }, found.get(index) ?? [], repeats);
				if (index % STEP_SIZE === STEP_SIZE - 1) yield STEP_SIZE;
			}
		}
	}

	#readRow(
		{ table, number, row, index }: { table: Table; number: number; row: Row; index: number },
		found: readonly Problem[],
		repeats: Repeats
	): void {
		const plan = this.#planOf(number);
		const { report, draft } = readRow(
			table,
			row,
			{ table: number, index },
			plan,
			this.#mappingOf(number).swapped,
			found
		);
		const content = JSON.stringify(row.cells);
		const repeat = draft === null ? null : repeats.add(row, index, content);
		if (repeat !== null) {
			const { code, others } = repeat;
			const idColumn = plan.one('id');
			const value = textAt(row, idColumn) || null;
			if (code === 'record-repeated') report.error(code, idColumn, value, { others });
			else report.note(code, idColumn, value, { others });
		}
		const id = draft === null || report.rejected ? null : this.#builder.add(draft, `${table.file} ${content}`);
		this.#rows.push({ table: number, index, id, repaired: report.repaired });
		for (const problem of report.problems) this.#placed.push({ problem, table: number, index });
	}

	/** Problems of a reader by the index of their row; those of the file as a whole are placed at once. */
	#placeFound(table: Table, number: number): ReadonlyMap<number, readonly Problem[]> {
		const keyOf = ({ line, pointer }: Pick<Row, 'line' | 'pointer'>) => (line === null ? pointer : String(line));
		const indexes = new Map(table.problems.length === 0 ? [] : table.rows.map((row, index) => [keyOf(row), index]));
		const found = new Map<number, Problem[]>();
		for (const problem of table.problems) {
			const index = problem.line === null && problem.pointer === '' ? undefined : indexes.get(keyOf(problem));
			if (index === undefined) this.#placed.push({ problem, table: number, index: -1 });
			else found.set(index, [...(found.get(index) ?? []), problem]);
		}
		const plan = this.#planOf(number);
		for (const value of plan.missing) this.#ofFile(number, 'error', 'column-missing', { value });
		return found;
	}

	#ofFile(
		number: number,
		severity: Problem['severity'],
		code: Problem['code'],
		details: Parameters<typeof rowProblem>[3] = {}
	): void {
		const file = this.#tables[number]?.file ?? '';
		this.#placed.push({ problem: rowProblem({ file }, severity, code, details), table: number, index: -1 });
	}

	*load(): Generator<number, ValuesResult> {
		this.#built = this.#builder.finish(this.#head(), this.#options.words ?? WORDS);
		return yield* loadValues(this.#built.values);
	}

	#head(): BuildHead {
		const [first] = this.#tables;
		const about = first?.about ?? {};
		const title = this.#options.head?.title ?? about.title ?? titleOf(first?.file ?? '');
		return {
			title,
			description: about.description ?? title,
			licence: about.licence ?? 'unknown',
			version: '1',
			...this.#options.head,
			added: this.#options.added,
			language: this.#mappings[0]?.language ?? 'und'
		};
	}

	finish(loaded: ValuesResult): ImportResult {
		const built = this.#built;
		if (built === null) throw new Error('The rows are loaded before the import is finished.');
		this.#notices();
		const joined = built.joined;
		if (joined !== null) {
			const params = { count: joined.count, limit: 8, other: 'Other', names: listed(joined.names) };
			this.#ofFile(0, 'warning', 'categories-joined', { field: this.#plans[0]?.one('category')?.name ?? null, params });
		}
		const said = loaded.problems.filter((problem) => !this.#isSaidOnce(problem, built.origins.events));
		for (const placed of placeProblems(said, built, this.#tables, this.#plans, (origin) => this.#recordOf(origin)))
			this.#placed.push(placed);

		const events = loaded.dataset?.events ?? [];
		const good = new Set<string>(events.map(({ id }) => id));
		const isGood = ({ id }: RowState): boolean => id !== null && good.has(id);
		const rejectedRows = this.#rows.filter((row) => !isGood(row));
		const repaired = this.#rows.filter(
			(row) => isGood(row) && (row.repaired || loaded.repairedEvents.has(row.id ?? ''))
		).length;
		const rejected = rejectedRows.length + this.#tables.reduce((sum, { unreadable }) => sum + unreadable, 0);
		const points = new Map((loaded.dataset?.places ?? []).map(({ id, point }) => [id, point]));
		const counts = {
			read: events.length + rejected,
			accepted: events.length - repaired,
			repaired,
			rejected,
			undated: events.filter(({ when }) => when === undefined).length,
			unplaced: events.filter(({ places }) => places.every(({ place }) => !points.get(place))).length,
			places: points.size
		};
		return {
			dataset: events.length === 0 ? null : loaded.dataset,
			problems: this.#inOrder(),
			counts,
			rejected: this.#reasons(rejectedRows)
		};
	}

	/** What would be said of every row alike is said of the file. */
	#notices(): void {
		this.#plans.forEach((plan, number) => {
			const table = this.#tables[number];
			if (table === undefined || table.rows.length === 0) return;
			if (plan.unused.length > 0)
				this.#ofFile(number, 'warning', 'column-unused', {
					params: { count: plan.unused.length, names: listed(plan.unused) }
				});
			if (!plan.has('title'))
				this.#ofFile(number, 'warning', 'title-made', { params: { example: this.#exampleTitle(number) } });
			if (!plan.has(...SOURCES)) this.#ofFile(number, 'warning', 'sources-none');
			for (const question of this.#mappingOf(number).questions) {
				if (question.kind !== 'swapped') continue;
				const { rows, of, columns, samples } = question;
				this.#ofFile(number, 'warning', 'coordinates-maybe-swapped', {
					field: columns[0],
					value: samples[0] ?? null,
					params: { rows, of }
				});
			}
		});
	}

	#exampleTitle(number: number): string {
		const row = this.#rows.find(({ table, id }) => table === number && id !== null);
		const event = this.#built?.ids.indexOf(row?.id ?? '') ?? -1;
		const events = this.#built?.values['events.json'];
		const record: unknown = Array.isArray(events) ? events[event] : undefined;
		const title = record !== null && typeof record === 'object' && 'title' in record ? record.title : null;
		return title === null || typeof title !== 'object' ? '' : showValue(Object.values(title)[0] ?? '');
	}

	/** A file without a column for sources is said to have none once, and not with every event. */
	#isSaidOnce({ code, pointer }: Problem, events: readonly Origin[]): boolean {
		if (code !== 'claims-none') return false;
		const origin = events[Number(pointer.split('/')[1])];
		return origin !== undefined && !this.#planOf(origin.table).has(...SOURCES);
	}

	#recordOf({ table, index }: Origin): string | number {
		const row = this.#tables[table]?.rows[index];
		return (row === undefined ? '' : textAt(row, this.#planOf(table).one('id'))) || index;
	}

	#inOrder(): Problem[] {
		const { files = [], problems = [] } = this.#options;
		const order = new Map(
			(files.length > 0 ? files : this.#tables.map(({ file }) => file)).map((file, index) => [file, index])
		);
		const rank = (file: string): number => order.get(file) ?? order.size;
		const ofFiles = problems.map((problem): Placed => ({ problem, table: rank(problem.file), index: -1 }));
		const ofTables = this.#placed.map((placed): Placed => ({ ...placed, table: rank(placed.problem.file) }));
		return inFileOrder([...ofFiles, ...ofTables]);
	}

	#reasons(rows: readonly RowState[]): RejectedRow[] {
		const reasons = new Map<string, Problem[]>();
		for (const { problem, table, index } of this.#placed) {
			if (problem.severity !== 'error' || index < 0) continue;
			const key = `${table} ${index}`;
			const list = reasons.get(key);
			if (list === undefined) reasons.set(key, [problem]);
			else list.push(problem);
		}
		return rows.flatMap(({ table: number, index }) => {
			const table = this.#tables[number];
			const row = table?.rows[index];
			if (table === undefined || row === undefined) return [];
			return [{ table, row, reasons: reasons.get(`${number} ${index}`) ?? [] }];
		});
	}

	#planOf(number: number): Plan {
		const plan = this.#plans[number];
		if (plan === undefined) throw new Error(`There is no table ${number}.`);
		return plan;
	}

	#mappingOf(number: number): Mapping {
		const mapping = this.#mappings[number];
		if (mapping === undefined) throw new Error(`There is no mapping ${number}.`);
		return mapping;
	}
}

const SOURCES = ['source', 'source-url', 'source-publisher'] as const;

type RepeatCode = 'record-repeated' | 'row-repeated' | 'id-conflict';

/** Rows of one file that share their id, or are the same. */
class Repeats {
	readonly #firsts = new Map<string, { index: number; content: string }>();
	readonly #table: Table;
	readonly #plan: Plan;

	constructor(table: Table, plan: Plan) {
		this.#table = table;
		this.#plan = plan;
	}

	/** `null` for the first with its id or content. */
	add(row: Row, index: number, content: string): { code: RepeatCode; others: string } | null {
		const id = textAt(row, this.#plan.one('id')).normalize('NFC');
		const key = id === '' ? content : `id ${id}`;
		const first = this.#firsts.get(key);
		if (first === undefined) {
			this.#firsts.set(key, { index, content });
			return null;
		}
		const code = first.content !== content ? 'id-conflict' : id === '' ? 'row-repeated' : 'record-repeated';
		return { code, others: this.#nameOf(first.index) };
	}

	#nameOf(index: number): string {
		const row = this.#table.rows[index];
		return row?.line === null || row?.line === undefined ? (row?.pointer ?? '') : String(row.line);
	}
}

/** At most five names in one message. */
function listed(names: readonly string[]): string {
	const shown = names.slice(0, 5).map((name) => showValue(name.slice(0, 60)));
	return [...shown, ...(names.length > shown.length ? ['…'] : [])].join(', ');
}

/** What a file is called, without its folder and its ending. */
function titleOf(file: string): string {
	const name = file.split(/[\\/]/).at(-1) ?? '';
	return (
		name
			.replace(/\.[a-z0-9]{1,8}$/i, '')
			.replace(/[-_]+/g, ' ')
			.trim() || 'Events'
	);
}
