import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createColumns } from '../../../src/lib/core/create-columns.ts';
import { compileFilter } from '../../../src/lib/core/filter.ts';
import { overlaps } from '../../../src/lib/core/interval.ts';
import { nextMatch } from '../../../src/lib/core/next-match.ts';
import { createWindowIndex } from '../../../src/lib/core/window-index.ts';
import { plainFilter } from '../support/arbitraries.ts';
import { joined } from '../support/joined.ts';
import { datedDataset, window } from '../support/moves.ts';

it('finds a match in the window, or where the next one begins', () => {
	fc.assert(
		fc.property(datedDataset, plainFilter, window, (data, filter, asked) => {
			const catalogue = joined(data);
			const columns = createColumns(catalogue);
			const breaks = compileFilter(filter, catalogue);
			const broken = Uint16Array.from(catalogue.events, breaks);
			const matches = catalogue.events.filter((item) => breaks(item) === 0).flatMap((item) => item.matches);
			const later = matches.filter(({ start, end }) => start >= asked.end && start < end).map(({ start }) => start);
			const expected = matches.some((match) => overlaps(match, asked)) ? null : Math.min(Infinity, ...later);
			const index = createWindowIndex(columns, data.categories.length);
			expect(nextMatch(columns, index, broken, asked)).toBe(expected);
		}),
		{ numRuns: 500, seed: 20_261_127 }
	);
});
