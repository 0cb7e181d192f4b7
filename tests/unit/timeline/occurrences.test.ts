import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createColumns } from '$lib/core/create-columns.ts';
import { occurrencesOf, rowsWithin } from '$lib/timeline/occurrences.ts';
import { datasetNamed } from '../../support/datasets.ts';
import { joined } from '../support/joined.ts';

const anySpans = fc.array(fc.tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 5e7 })), {
	minLength: 1,
	maxLength: 60
});

describe('when anything happens', () => {
	it('every span lies in one stretch, stretches are sorted and apart, and begin and end as something does', () => {
		fc.assert(
			fc.property(anySpans, (pairs) => {
				const spans = pairs.map(([start, length]) => ({ start, end: start + length }));
				const [starts, ends] = [spans.map(({ start }) => start), spans.map(({ end }) => end)];
				const extent = { start: Math.min(...starts), end: Math.max(...ends) };
				const columns = { matchStart: Float64Array.from(starts), matchEnd: Float64Array.from(ends) };
				const { contents, lone, onsets } = occurrencesOf(columns, extent);
				for (const { start, end } of spans)
					expect(contents.filter((stretch) => stretch.start <= start && stretch.end >= end)).toHaveLength(1);
				contents.forEach((stretch, i) => {
					expect(starts).toContain(stretch.start);
					expect(ends).toContain(stretch.end);
					expect(stretch.start).toBeGreaterThanOrEqual(contents[i - 1]?.end ?? -Infinity);
				});
				expect(lone).toEqual(
					contents.filter(
						({ start, end }) => spans.filter((span) => span.start >= start && span.end <= end).length === 1
					)
				);
				expect(onsets.reduce((sum, { events }) => sum + events, 0)).toBe(spans.length);
				// A gap that is wider than two parts stays one.
				const part = (extent.end - extent.start) / 4096;
				const covered = spans.toSorted((a, b) => a.start - b.start);
				let reach = covered[0]?.end ?? 0;
				for (const { start, end } of covered) {
					if (start - reach > 2 * part + 2)
						expect(contents.some((stretch) => stretch.start < reach && stretch.end > start)).toBe(false);
					reach = Math.max(reach, end);
				}
			}),
			{ seed: 7, numRuns: 300 }
		);
	});

	it('open sides end where the data does, and nothing dated is nothing', () => {
		const columns = { matchStart: Float64Array.of(-Infinity, 50), matchEnd: Float64Array.of(10, Infinity) };
		const { contents } = occurrencesOf(columns, { start: 0, end: 100 });
		expect(contents).toEqual([
			{ start: 0, end: 10 },
			{ start: 50, end: 100 }
		]);
		expect(occurrencesOf({ matchStart: new Float64Array(), matchEnd: new Float64Array() }, null)).toEqual({
			contents: [],
			lone: [],
			onsets: []
		});
	});
});

it.each(['small', 'uncertain', 'undated'] as const)('%s: rows within a part, or that they are too many', (name) => {
	const catalogue = joined(datasetNamed(name));
	const columns = createColumns(catalogue);
	const { start, end } = catalogue.extent ?? { start: 0, end: 1 };
	for (const share of [0, 0.25, 0.5, 0.75]) {
		const view = { start: start + share * (end - start), end: start + (share + 0.2) * (end - start) };
		const rows = catalogue.events
			.filter(({ matches }) => matches.some((match) => match.start < view.end && match.end > view.start))
			.map(({ row }) => row);
		expect(rowsWithin(columns, view, rows.length)).toEqual(rows);
		if (rows.length > 0) expect(rowsWithin(columns, view, rows.length - 1)).toBeNull();
	}
});
