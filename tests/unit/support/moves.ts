import fc from 'fast-check';
import { parseEdtf } from '../../../src/lib/core/edtf.ts';
import type { Filter } from '../../../src/lib/core/filter.ts';
import { DAY_MS } from '../../../src/lib/core/instant.ts';
import { ALWAYS, type Interval } from '../../../src/lib/core/interval.ts';
import type { Dataset, HistoricalEvent } from '../../../src/lib/core/model.ts';
import { dataset, day, plainFilter } from './arbitraries.ts';

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

/** Small datasets with any dates. */
export const datedDataset = fc
	.tuple(dataset, fc.array(fc.option(when, { freq: 8 }), { minLength: 12, maxLength: 12 }))
	.map(([data, dates]) => ({ ...data, events: data.events.map((event, i) => dated(event, dates[i] ?? null)) }));

function dated({ when: _, ...event }: HistoricalEvent, text: string | null): HistoricalEvent {
	return text === null ? event : { ...event, when: text };
}

/** From one filter to the next. */
export type Move = (filter: Filter) => Filter;

const instant = day.map((text) => Date.parse(text));
const days = fc.integer({ min: -40, max: 40 }).map((count) => count * DAY_MS);
export const window = fc
	.tuple(instant, fc.constantFrom(0, 1, 30, 400))
	.map(([start, length]): Interval => ({ start, end: start + length * DAY_MS }));
/** Windows slide, are opened and closed, and jump; rules come and go. */
export const move: fc.Arbitrary<Move> = fc.oneof(
	window.map((to): Move => (filter) => ({ ...filter, window: to })),
	days.map(
		(by): Move =>
			(filter) =>
				moved(filter, by, by)
	),
	days.map(
		(by): Move =>
			(filter) =>
				moved(filter, by, 0)
	),
	days.map(
		(by): Move =>
			(filter) =>
				moved(filter, 0, by)
	),
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

/** Events of any dates by a small generator of its own: fast-check would take its time over thousands. */
export function manyEvents(count: number, seed: number): Dataset {
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
