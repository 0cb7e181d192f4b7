import type { Row, Table } from '../formats/format.ts';
import {
	rowProblem,
	showValue,
	type Problem,
	type ProblemCode,
	type ProblemParams,
	type Severity
} from '../problems.ts';
import type { PlannedColumn } from './plan.ts';

/** What is found out about one row. An error rejects it. */
export class RowReport {
	readonly problems: Problem[] = [];
	/** It is loaded, but not quite as the file has it. */
	repaired = false;
	/** A number that a position has beyond its two: a height or a measure. */
	height: { readonly column: PlannedColumn; readonly value: number } | null = null;
	readonly #table: Table;
	readonly #row: Row;
	readonly #record: string | number;

	/** `record`: the id of the record, or its index. */
	constructor(table: Table, row: Row, record: string | number) {
		this.#table = table;
		this.#row = row;
		this.#record = typeof record === 'string' ? showValue(record) : record;
	}

	get rejected(): boolean {
		return this.problems.some(({ severity }) => severity === 'error');
	}

	/** What the reader found, with the record's name. */
	adopt(problem: Problem): void {
		this.problems.push({ ...problem, record: this.#record });
	}

	error(code: ProblemCode, column: PlannedColumn | undefined, value: string | null, params: ProblemParams = {}): void {
		this.#add('error', code, column, value, params);
	}

	/** A warning about something that was loaded as it is. */
	note(code: ProblemCode, column: PlannedColumn | undefined, value: string | null, params: ProblemParams = {}): void {
		this.#add('warning', code, column, value, params);
	}

	/** A warning about something that was loaded otherwise, or left out. */
	repair(code: ProblemCode, column: PlannedColumn | undefined, value: string | null, params: ProblemParams = {}): void {
		this.repaired = true;
		this.#add('warning', code, column, value, params);
	}

	/** So common, and so rarely of interest, that it is said once of the file. */
	leaveOut(column: PlannedColumn, value: number): void {
		this.height = { column, value };
	}

	#add(
		severity: Severity,
		code: ProblemCode,
		column: PlannedColumn | undefined,
		value: string | null,
		params: ProblemParams
	): void {
		const { line, pointer } = this.#row;
		const details = { field: column?.name ?? null, value, params };
		const problem = rowProblem({ file: this.#table.file, line, pointer }, severity, code, details);
		this.problems.push({ ...problem, record: this.#record });
	}
}
