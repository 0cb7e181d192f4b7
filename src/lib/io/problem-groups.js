/** Problems as people are shown them. Plain JavaScript, as the command line reads it without Vite. */

/** @typedef {import('./problems.ts').Problem} Problem */

/**
 * Problems of one kind together: errors before warnings, each kind in the order in which it first occurs.
 *
 * @param {readonly Problem[]} problems
 * @returns {[Problem, ...Problem[]][]}
 */
export function groupProblems(problems) {
	/** @type {Map<string, [Problem, ...Problem[]]>} */
	const groups = new Map();
	for (const problem of problems) {
		const key = `${problem.severity} ${problem.code}`;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [problem]);
		else group.push(problem);
	}
	const all = [...groups.values()];
	return [
		...all.filter(([{ severity }]) => severity === 'error'),
		...all.filter(([{ severity }]) => severity === 'warning')
	];
}

/**
 * What a record is called: its id, or without one its number in the file, from 1; empty for the file as a whole.
 *
 * @param {Pick<Problem, 'record'>} problem
 */
export function recordName({ record }) {
	if (record === null) return '';
	return typeof record === 'number' ? `no. ${record + 1}` : record;
}
