import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import { createColumns } from '../../../src/lib/core/columns.ts';
import { parseEdtf } from '../../../src/lib/core/edtf.ts';
import type { Result } from '../../../src/lib/core/engine.ts';
import { NO_FILTER, type Filter } from '../../../src/lib/core/filter.ts';
import { DAY_MS } from '../../../src/lib/core/instant.ts';
import { ALWAYS, type Interval } from '../../../src/lib/core/interval.ts';
import { Masks, type TextIndex } from '../../../src/lib/core/masks.ts';
import { MemoryEngine } from '../../../src/lib/core/memory-engine.ts';
import type { Dataset, HistoricalEvent } from '../../../src/lib/core/model.ts';
import { createWindowIndex } from '../../../src/lib/core/window-index.ts';
import { dataset, day, plainFilter } from '../support/arbitraries.ts';
import { allOf, bruteForce } from '../support/brute-force.ts';
import { joined } from '../support/joined.ts';
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

/** Dates of all forms: one day, long runs, open and unknown sides, sets, gaps, qualified, years beyond all doubles. */
const when = fc
	.tuple(
		day,
		day,
		fc.constantFrom('day', 'month', 'year', 'run', 'run', 'open', 'back', 'end', 'from', 'one', 'all', 'rest', 'far')
	)
	.map(([a, b, form]) => {
		const [first, last] = a < b ? [a, b] : [b, a];
		const texts: Readonly<Record<typeof form, string>> = {
			day: a,
			month: a.slice(0, 7),
			year: `${a.slice(0, 4)}~`,
			run: `${first}/${last}`,
			open: `${a}/..`,
			back: `../${a}`,
			end: `/${a}`,
			from: `${a}/`,
			one: `[${first},${last}]`,
			all: `{..${first},${last}}`,
			rest: `${a.slice(0, 4)}-XX-${a.slice(8)}`,
			far: a > b ? 'Y-400000/2024-05' : 'Y1E99'
		};
		return texts[form];
	})
	.filter((text) => parseEdtf(text).ok);

/** Datasets with any dates, and a filter's moves: windows that slide, open, close and jump, and rules that come and go. */
const datedDataset = fc
	.tuple(dataset, fc.array(fc.option(when, { freq: 8 }), { minLength: 12, maxLength: 12 }))
	.map(([data, dates]) => ({ ...data, events: data.events.map((event, i) => dated(event, dates[i] ?? null)) }));

function dated({ when: _, ...event }: HistoricalEvent, text: string | null): HistoricalEvent {
	return text === null ? event : { ...event, when: text };
}

type Move = (filter: Filter) => Filter;

const instant = day.map((text) => Date.parse(text));
const days = fc.integer({ min: -40, max: 40 }).map((count) => count * DAY_MS);
const window = fc
	.tuple(instant, fc.constantFrom(0, 1, 30, 400))
	.map(([start, length]): Interval => ({ start, end: start + length * DAY_MS }));
const move: fc.Arbitrary<Move> = fc.oneof(
	window.map((to): Move => (filter) => ({ ...filter, window: to })),
	days.map((by): Move => (filter) => moved(filter, by, by)),
	days.map((by): Move => (filter) => moved(filter, by, 0)),
	days.map((by): Move => (filter) => moved(filter, 0, by)),
	fc.constantFrom<Move>(
		(filter) => ({ ...filter, window: ALWAYS }),
		(filter) => ({ ...filter, window: { start: filter.window.start, end: Infinity } }),
		(filter) => ({ ...filter, window: { start: -Infinity, end: filter.window.end } })
	),
	fc
		.tuple(plainFilter, fc.option(instant))
		.map(([plain, known]): Move => ({ window: kept }) => ({ ...plain, window: kept, known })),
	plainFilter.map(({ query }): Move => (filter) => ({ ...filter, query })),
	plainFilter.map(({ categories }): Move => (filter) => ({ ...filter, categories }))
);

function moved(filter: Filter, start: number, end: number): Filter {
	return { ...filter, window: { start: filter.window.start + start, end: filter.window.end + end } };
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

/** Many events by a small generator of its own: fast-check would take its time over thousands. */
function manyEvents(count: number, seed: number): Dataset {
	const [head] = fc.sample(dataset, { numRuns: 1, seed });
	let state = seed >>> 0;
	const random = (below: number): number => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	const dates = fc.sample(when, { numRuns: 200, seed });
	const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
	const some = <T>(list: readonly T[], most: number): T[] => [
		...new Set(Array.from({ length: random(most + 1) }, () => pick(list)))
	];
	if (head === undefined) throw new Error('No dataset.');
	const words = ['Moscow visit', 'Base talks', 'Élysée', 'дамаск'];
	return {
		...head,
		events: Array.from({ length: count }, (_, i) => ({
			id: `event-${i}` as HistoricalEvent['id'],
			...(random(10) === 0 ? {} : { when: pick(dates) }),
			places: some(head.places, 3).map(({ id }) => ({ place: id, role: 'at' as const })),
			category: pick(head.categories).id,
			actors: some(head.actors, 2).map(({ id }) => id),
			status: pick(['occurred', 'planned', 'ongoing', 'reported'] as const),
			title: { en: pick(words) },
			summary: { en: pick(words) },
			claims: some(head.sources, 2).map(({ id }) => ({ source: id, says: { en: '' } })),
			added: '2026-01-01'
		}))
	};
}
