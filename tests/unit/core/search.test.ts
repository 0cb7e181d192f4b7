import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, MAX_QUERY_LENGTH, normalizeQuery, queryWords } from '../../../src/lib/core/search.ts';

describe('folding', () => {
	it.each([
		['SHARAA', 'Sharaa'],
		['Sharāʾa', "Shara'a"],
		['Assad’s', "Assad's"],
		['Élysée', 'elysee'],
		['İstanbul', 'istanbul'],
		['دِمَشْق', 'دمشق'],
		['ﻻ', 'لا'],
		['Ёлка', 'елка']
	])('%s is found by %s', (a, b) => {
		expect(foldText(a)).toBe(foldText(b));
	});

	it('keeps words apart that differ by more', () => {
		expect(foldText('base')).not.toBe(foldText('bases'));
		expect(foldText('Дамаск')).not.toBe(foldText('Damascus'));
	});

	it('is idempotent on any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(foldText(foldText(text))).toBe(foldText(text));
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('a query', () => {
	it('has no words where nothing is asked', () => {
		expect(queryWords(" ' \u00a0 ’ ")).toEqual([]);
		expect(queryWords('  Moscow\u00a0 talks ')).toEqual(['moscow', 'talks']);
	});

	it('is one that a link can hold', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				const query = normalizeQuery(text);
				expect(query.length).toBeLessThanOrEqual(MAX_QUERY_LENGTH);
				expect(query).not.toMatch(/[\p{Cc}\p{Cs}]/u);
				expect(normalizeQuery(query)).toBe(query);
			})
		);
	});
});
