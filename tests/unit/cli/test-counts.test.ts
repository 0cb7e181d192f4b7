import { expect, test } from 'vitest';
import { countPlaywright, countVitest, settle } from '../../../src/cli/test-counts.mjs';

test('counts of both runners', () => {
	expect(countVitest({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 })).toEqual({
		passed: 5,
		failed: 1,
		skipped: 3
	});
	// A test that passes only at the second go has failed.
	expect(countPlaywright({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 } })).toEqual({
		passed: 7,
		failed: 2,
		skipped: 2
	});
});

test('a report that says nothing is no success', () => {
	expect(() => countVitest({})).toThrow('numPassedTests');
	expect(() => countPlaywright({ stats: null })).toThrow('expected');
	expect(settle(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a run that fails outside any test is a failure', () => {
	expect(settle({ passed: 5, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
	expect(settle({ passed: 5, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 5, failed: 2, skipped: 0 });
	expect(settle({ passed: 5, failed: 0, skipped: 1 }, 0)).toEqual({ passed: 5, failed: 0, skipped: 1 });
});
