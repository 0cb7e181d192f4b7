import {
	fileProblem,
	showValue,
	type Problem,
	type ProblemCode,
	type ProblemParams,
	type Severity
} from '../problems.ts';

/** Where something stands in a file of text, both from 1. */
export interface TextPoint {
	readonly line: number;
	readonly column: number;
}

interface Details {
	readonly at?: TextPoint | undefined;
	/** A key of the front matter, or a parameter of a view. */
	readonly field?: string | null;
	readonly value?: string | null;
	readonly params?: ProblemParams;
}

/** Takes what is wrong with one file, in the order found. */
export type Report = (severity: Severity, code: ProblemCode, details?: Details) => void;

export function reportTo(problems: Problem[], file: string): Report {
	return (severity, code, { at, field = null, value = null, params = {} } = {}) => {
		const problem = fileProblem(file, severity, code, { ...(at === undefined ? {} : { at }), value, params });
		problems.push({ ...problem, field: field === null ? null : showValue(field) });
	};
}
