import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import { createColumns } from '../../../src/lib/core/create-columns.ts';
import type { Result } from '../../../src/lib/core/engine.ts';
import { NO_FILTER, type Filter } from '../../../src/lib/core/filter.ts';
import { Masks, type TextIndex } from '../../../src/lib/core/masks.ts';
import { MemoryEngine } from '../../../src/lib/core/memory-engine.ts';
import { createWindowIndex } from '../../../src/lib/core/window-index.ts';
import { allOf, bruteForce } from '../support/brute-force.ts';
import { joined } from '../support/joined.ts';
import { datedDataset, manyEvents, move } from '../support/moves.ts';
import { slowly, textIndexOf } from '../support/text-index.ts';

function engineOf(catalogue: InlineCatalogue, texts: TextIndex = textIndexOf(catalogue)): MemoryEngine {
	const columns = createColumns(catalogue);
	const index = createWindowIndex(columns, catalogue.dataset.categories.length);
	return new MemoryEngine(columns, catalogue.dataset, new Masks(columns, catalogue.dataset, texts), index);
}

function atOnce(answer: Result | Promise<Result>): Result {
	if (answer instanceof Promise) throw new Error('The answer was to come at once.');
	return answer;
}

describe('the engine over columns', () => {
	it('says what brute force over the one predicate says, after every move', () => {
		fc.assert(
			fc.property(datedDataset, fc.array(move, { minLength: 1, maxLength: 12 }), (data, moves) => {
				const catalogue = joined(data);
				const engine = engineOf(catalogue);
				let filter = NO_FILTER;
				for (const next of moves) {
					filter = next(filter);
					expect(allOf(atOnce(engine.query(filter)), catalogue.size)).toEqual(bruteForce(catalogue, filter));
				}
			}),
			{ numRuns: 400, seed: 20_261_127 }
		);
	});

	it('and over thousands of events, where moves are steps, swaps and fresh starts', () => {
		fc.assert(
			fc.property(fc.nat(), fc.array(move, { minLength: 12, maxLength: 12 }), (seed, moves) => {
				const catalogue = joined(manyEvents(5000, seed));
				const engine = engineOf(catalogue);
				let filter = NO_FILTER;
				for (const next of moves) {
					filter = next(filter);
					expect(allOf(atOnce(engine.query(filter)), catalogue.size)).toEqual(bruteForce(catalogue, filter));
				}
			}),
			{ numRuns: 4, seed: 20_261_127 }
		);
	});

	it('finds any row by itself, of an older result too, where all dates are plain ones', () => {
		const many = manyEvents(4000, 7);
		const dayOf = (days: number): string => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10);
		// From a day to three years, so that hundreds are running at any time.
		const events = many.events.map((event, i) => {
			const first = (i * 7919) % 1500;
			const when = `${dayOf(first)}/${dayOf(first + ((i * 104_729) % 1100))}`;
			// One place each, so that what is counted of those that were running stands beside them.
			return { ...event, when, places: event.places.slice(0, 1) };
		});
		const catalogue = joined({ ...many, events });
		const engine = engineOf(catalogue);
		const at = (from: number, to: number): Filter => ({
			...NO_FILTER,
			window: { start: Date.UTC(2020, 0, from), end: Date.UTC(2020, 0, to) }
		});
		for (const filter of [
			NO_FILTER,
			at(400, 430),
			at(900, 901),
			{ ...at(900, 960), categories: events.slice(0, 1).map(({ category }) => category) }
		]) {
			const { listed, indices } = bruteForce(catalogue, filter) as Record<'listed' | 'indices', readonly number[]>;
			const result = atOnce(engine.query(filter));
			const newer = atOnce(engine.query(at(1200, 1230)));
			const wanted = [0, 1, 700, 2, 300, listed.length - 1, 500].filter((index) => index < listed.length);
			for (const index of wanted) {
				expect(result.rowAt(index)).toBe(listed[index]);
				expect(newer.lists(newer.rowAt(index % newer.count))).toBe(true);
			}
			for (const row of [listed[3] ?? 0, listed[600] ?? 0, 3999]) {
				expect(result.indexOf(row)).toBe(indices[row]);
				expect(newer.indexOf(newer.rowAt(5))).toBe(5);
			}
			// Its first row is all that anybody has asked for when it is counted what leaves for the next one.
			const again = atOnce(engine.query(filter));
			again.rowAt(0);
			expect([...again.places]).toEqual((bruteForce(catalogue, filter) as { places: number[] }).places);
			atOnce(engine.query(at(200, 215))).rowAt(0);
			expect(allOf(atOnce(engine.query(filter)), catalogue.size)).toEqual(bruteForce(catalogue, filter));
		}
	});

	it('keeps its array of broken rules while the window alone moves', () => {
		const catalogue = joined(manyEvents(20, 1));
		const engine = engineOf(catalogue);
		const filter: Filter = { ...NO_FILTER, statuses: ['planned'] };
		const first = atOnce(engine.query(filter));
		const second = atOnce(engine.query({ ...filter, statuses: ['planned'], window: { start: 0, end: Infinity } }));
		const third = atOnce(engine.query({ ...filter, statuses: ['occurred'] }));
		expect(second.broken).toBe(first.broken);
		expect(third.broken).not.toBe(first.broken);
		expect([first.version < second.version, second.version < third.version]).toEqual([true, true]);
	});

	it('throws a sentence for an event that is not there', () => {
		const result = atOnce(engineOf(joined(manyEvents(3, 1))).query(NO_FILTER));
		for (const index of [-1, 3, 0.5, NaN]) expect(() => result.rowAt(index)).toThrow(`no event ${index} of 3`);
	});
});

describe('an engine whose words take their time', () => {
	const catalogue = joined(manyEvents(40, 2));
	const filter: Filter = { ...NO_FILTER, query: 'moscow' };

	it('answers later, and at once when only the window moves after that', async () => {
		const engine = engineOf(catalogue, slowly(textIndexOf(catalogue)));
		const answer = engine.query(filter);
		expect(answer).toBeInstanceOf(Promise);
		expect(allOf(await answer, catalogue.size)).toEqual(bruteForce(catalogue, filter));
		const next = { ...filter, window: { start: Date.parse('2024-01-01'), end: Infinity } };
		expect(allOf(atOnce(engine.query(next)), catalogue.size)).toEqual(bruteForce(catalogue, next));
	});

	it('gives for what was overtaken the answer to the newest question', async () => {
		const engine = engineOf(catalogue, slowly(textIndexOf(catalogue)));
		const older = engine.query(filter);
		const newer = { ...filter, query: 'base', window: { start: 0, end: Date.parse('2024-06-01') } };
		const newest = engine.query(newer);
		expect(await older).toBe(await newest);
		expect(allOf(await newest, catalogue.size)).toEqual(bruteForce(catalogue, newer));
		const late = engine.query({ ...filter, query: 'visit' });
		const empty = atOnce(engine.query({ ...newer, query: 'base' }));
		expect(await late).toBe(empty);
	});

	it('asks again for a word that did not come', async () => {
		const texts = textIndexOf(catalogue);
		let asked = 0;
		const engine = engineOf(catalogue, {
			rowsWith: (word) => (asked++ === 0 ? Promise.reject(new Error('gone')) : texts.rowsWith(word))
		});
		await expect(engine.query(filter)).rejects.toThrow('gone');
		expect(allOf(await engine.query(filter), catalogue.size)).toEqual(bruteForce(catalogue, filter));
	});
});
