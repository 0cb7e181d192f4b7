import { rowKey, type Row, type Table } from '../formats/format.ts';
import { loadValues, type ValuesResult } from '../load.ts';
import { rowProblem, showValue, type Problem } from '../problems.ts';
import { MAX_CATEGORIES } from '../schema.ts';
import { Builder, WORDS, type BuildHead, type Built, type Origin } from './build.ts';
import { countLoaded } from './counts.ts';
import { readRow } from './draft.ts';
import { noticesOf } from './file-notices.ts';
import type { Mapping } from './mapping.ts';
import { inFileOrder, placeProblems, withoutRepeats, type Placed } from './origin-problems.ts';
import { Plan, textAt } from './plan.ts';
import { contentOf, Repeats } from './repeats.ts';
import type { ImportOptions, ImportResult, RejectedRow } from './result.ts';

/** How many rows are read before others get their turn. */
const STEP_SIZE = 2_000;

/** What is known of one row after it was read. */
interface RowState {
	readonly table: number;
	readonly index: number;
	/** The event's id; `null` when the row was refused. */
	readonly id: string | null;
	readonly repaired: boolean;
}

/** One import: `readRows`, then `load`, both in steps, then `finish`. */
export class Importer {
	readonly #tables: readonly Table[];
	readonly #mappings: readonly Mapping[];
	readonly #options: ImportOptions;
	readonly #plans: readonly Plan[];
	readonly #builder: Builder;
	readonly #placed: Placed[] = [];
	readonly #rows: RowState[] = [];
	/** By table: the first height that was left out, of which column, and how many there are. */
	readonly #heights = new Map<number, { readonly field: string; readonly first: number; count: number }>();
	#built: Built | null = null;

	constructor(tables: readonly Table[], mappings: readonly Mapping[], options: ImportOptions) {
		this.#tables = tables;
		this.#options = options;
		this.#mappings = tables.map((table, index) => {
			const mapping = mappings[index];
			if (mapping === undefined) throw new Error(`There is no mapping for ${table.file}.`);
			return mapping;
		});
		this.#builder = new Builder(this.#head(), options.words ?? WORDS);
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
		if (draft !== null && report.height !== null)
			this.#addHeight(number, report.height.column.name, report.height.value);
		const repeat = draft === null ? null : repeats.add(row, index);
		if (repeat !== null) {
			const { code, others } = repeat;
			const idColumn = plan.one('id');
			const value = textAt(row, idColumn) || null;
			if (code === 'record-repeated') report.error(code, idColumn, value, { others });
			else report.note(code, idColumn, value, { others });
		}
		const id =
			draft === null || report.rejected ? null : this.#builder.add(draft, () => `${table.file} ${contentOf(row)}`);
		this.#rows.push({ table: number, index, id, repaired: report.repaired });
		for (const problem of report.problems) this.#placed.push({ problem, table: number, index });
	}

	#addHeight(table: number, field: string, value: number): void {
		const known = this.#heights.get(table);
		if (known === undefined) this.#heights.set(table, { field, first: value, count: 1 });
		else known.count++;
	}

	/** Problems of a reader by the index of their row; those of the file as a whole are placed at once. */
	#placeFound(table: Table, number: number): ReadonlyMap<number, readonly Problem[]> {
		const indexes = new Map(table.problems.length === 0 ? [] : table.rows.map((row, index) => [rowKey(row), index]));
		const found = new Map<number, Problem[]>();
		for (const problem of table.problems) {
			// The names of the columns concern the file, even where the first row stands in their place.
			const isOfFile = (problem.line === null && problem.pointer === '') || problem.code.startsWith('header-');
			const index = isOfFile ? undefined : indexes.get(rowKey(problem));
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
		this.#built = this.#builder.finish();
		return yield* loadValues(this.#built.values);
	}

	#head(): BuildHead {
		const [first] = this.#tables;
		const about = first?.about ?? {};
		const title = this.#options.head?.title ?? this.#title();
		return {
			title,
			description: about.description ?? title,
			licence: about.licence ?? 'unknown',
			version: about.version ?? '1',
			...this.#options.head,
			added: this.#options.added,
			language: this.#mappings[0]?.language ?? 'und'
		};
	}

	/** What one file is called, or two; of more how many there are. */
	#title(): string {
		const titles = new Set(this.#tables.map(({ about, file }) => about.title ?? titleOf(file)));
		if (titles.size > 2) return (this.#options.words ?? WORDS).files(this.#tables.length);
		return [...titles].join(' + ') || titleOf('');
	}

	finish(loaded: ValuesResult): ImportResult {
		const built = this.#built;
		if (built === null) throw new Error('The rows are loaded before the import is finished.');
		this.#notices();
		const joined = built.joined;
		if (joined !== null) {
			const params = {
				count: joined.count,
				limit: MAX_CATEGORIES,
				other: (this.#options.words ?? WORDS).other,
				names: listed(joined.names)
			};
			this.#ofFile(0, 'warning', 'categories-joined', { field: this.#plans[0]?.one('category')?.name ?? null, params });
		}
		const said = loaded.problems.filter((problem) => !this.#isSaid(problem, built.origins.events));
		const placed = placeProblems(said, built, this.#tables, this.#plans, (origin) => this.#recordOf(origin));
		for (const one of withoutRepeats(placed)) this.#placed.push(one);

		const events = loaded.dataset?.events ?? [];
		const good = new Set<string>(events.map(({ id }) => id));
		const isGood = ({ id }: RowState): boolean => id !== null && good.has(id);
		const rejectedRows = this.#rows.filter((row) => !isGood(row));
		const repaired = this.#rows.filter(
			(row) => isGood(row) && (row.repaired || loaded.repairedEvents.has(row.id ?? ''))
		).length;
		const rejected = rejectedRows.length + this.#tables.reduce((sum, { unreadable }) => sum + unreadable, 0);
		const counts = {
			// Of the tables alone, so that what is lost on the way shows in the sum.
			read: this.#tables.reduce((sum, { rows, unreadable }) => sum + rows.length + unreadable, 0),
			accepted: events.length - repaired,
			repaired,
			rejected,
			...countLoaded(loaded.dataset)
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
			if (table === undefined) return;
			if (table.rows.length === 0) {
				if (table.unreadable === 0) this.#ofFile(number, 'error', 'records-none');
				return;
			}
			for (const { code, ...details } of noticesOf(table, this.#mappingOf(number)))
				this.#ofFile(number, 'warning', code, details);
			if (plan.unused.length > 0)
				this.#ofFile(number, 'warning', 'column-unused', {
					params: { count: plan.unused.length, names: listed(plan.unused) }
				});
			if (!plan.has('title'))
				this.#ofFile(number, 'warning', 'title-made', { params: { example: this.#exampleTitle(number) } });
			if (!plan.has(...SOURCES)) this.#ofFile(number, 'warning', 'sources-none');
			const heights = this.#heights.get(number);
			if (heights !== undefined) {
				const { field, first, count } = heights;
				const params = { dropped: `${first}${count > 1 ? ', …' : ''}`, count };
				this.#ofFile(number, 'warning', 'coordinates-extra', { field, params });
			}
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
		return row?.id === null || row?.id === undefined ? '' : showValue(this.#builder.titleOf(row.id));
	}

	/**
	 * What was said before: of positions with each row, not with the place that rows share; and that a file has no column for
	 * sources of the file, not of each event.
	 */
	#isSaid({ code, field, pointer }: Problem, events: readonly Origin[]): boolean {
		if (field === 'geometry.coordinates') return true;
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
