/** Counts of tests, read from the reports of the test runners. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {unknown} report Vitest's JSON report.
 * @returns {Counts}
 */
export function countVitest(report) {
	return {
		passed: numberIn(report, 'numPassedTests'),
		failed: numberIn(report, 'numFailedTests'),
		skipped: numberIn(report, 'numPendingTests') + numberIn(report, 'numTodoTests')
	};
}

/**
 * @param {unknown} report Playwright's JSON report.
 * @returns {Counts}
 */
export function countPlaywright(report) {
	const stats = typeof report === 'object' && report !== null && 'stats' in report ? report.stats : null;
	return {
		passed: numberIn(stats, 'expected'),
		failed: numberIn(stats, 'unexpected') + numberIn(stats, 'flaky'),
		skipped: numberIn(stats, 'skipped')
	};
}

/**
 * What a run of tests counts as: no report at all, or a failure outside any test (a file that does not load, an error
 * after the last test), is one failed test.
 *
 * @param {Counts | null} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
export function settle(counts, exitCode) {
	if (counts === null) return { passed: 0, failed: 1, skipped: 0 };
	return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {unknown} object
 * @param {string} key
 * @returns {number}
 */
function numberIn(object, key) {
	const value = typeof object === 'object' && object !== null ? Reflect.get(object, key) : undefined;
	if (typeof value !== 'number') throw new TypeError(`A test report has no number ${key}.`);
	return value;
}
