import { rowProblem, type Problem } from '../problems.ts';
import { writeJson } from './json-values.ts';

/** What stands where a record should, and is no object. */
export function notAnObject(file: string, pointer: string, value: unknown): Problem {
	const received = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
	const details = {
		value: typeof value === 'string' ? value : writeJson(value),
		params: { received, expected: 'object' }
	};
	return rowProblem({ file, pointer }, 'error', 'type-wrong', details);
}
