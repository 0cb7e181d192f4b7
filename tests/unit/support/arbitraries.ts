import fc from 'fast-check';
import type { Bounds } from '../../../src/lib/core/bounds.ts';
import { NO_FILTER, type Filter } from '../../../src/lib/core/filter.ts';
import { STATUSES, type Dataset, type HistoricalEvent, type Place, type Source } from '../../../src/lib/core/model.ts';
import type { Camera, View } from '../../../src/lib/core/view.ts';
import { AXES, ORDERS, PLAY_MODES, THEMES } from '../../../src/lib/core/view.ts';
import { roundBounds, roundCamera, sortedSet } from '../../../src/lib/core/view-codec.ts';
import { normalizeQuery } from '../../../src/lib/core/search.ts';

/** Small random datasets, filters and views: few ids and few days, so that filters really cut. */

const ids = <T extends string>(prefix: string, count: number): readonly T[] =>
	Array.from({ length: count }, (_, i) => `${prefix}-${i}` as T);

const PLACES = ids<Place['id']>('place', 5);
const CATEGORIES = ids<HistoricalEvent['category']>('category', 3);
const ACTORS = ids<HistoricalEvent['actors'][number]>('actor', 4);
const SOURCES = ids<Source['id']>('source', 3);
const WORDS = ['Moscow', 'visit', 'Élysée', 'дамаск', 'دمشق', 'Base', 'talks'];

const pad = (value: number): string => String(value).padStart(2, '0');
export const day = fc
	.record({
		year: fc.integer({ min: 2023, max: 2025 }),
		month: fc.integer({ min: 1, max: 12 }),
		date: fc.integer({ min: 1, max: 28 })
	})
	.map(({ year, month, date }) => `${year}-${pad(month)}-${pad(date)}`);
const period = fc.oneof(
	day,
	day.map((text) => text.slice(0, 7)),
	day.map((text) => text.slice(0, 4))
);
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));

const event = (id: string): fc.Arbitrary<HistoricalEvent> =>
	fc.record(
		{
			id: fc.constant(id as HistoricalEvent['id']),
			when: period,
			places: fc.uniqueArray(
				fc.record({ place: fc.constantFrom(...PLACES), role: fc.constantFrom('at' as const, 'about' as const) }),
				{ maxLength: 3, selector: (link) => `${link.place} ${link.role}` }
			),
			category: fc.constantFrom(...CATEGORIES),
			actors: fc.uniqueArray(fc.constantFrom(...ACTORS), { maxLength: 2 }),
			status: fc.constantFrom(...STATUSES),
			title: words.map((en) => ({ en })),
			summary: words.map((en) => ({ en })),
			claims: fc.array(fc.record({ source: fc.constantFrom(...SOURCES), says: words.map((en) => ({ en })) }), {
				minLength: 1,
				maxLength: 3
			}),
			added: fc.constant('2026-01-01')
		},
		{ requiredKeys: ['id', 'places', 'category', 'actors', 'status', 'title', 'summary', 'claims', 'added'] }
	);

const place = (id: Place['id']): fc.Arbitrary<Place> =>
	fc.record({
		id: fc.constant(id),
		name: words.map((en) => ({ en })),
		point: fc.option(fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 })))
	});

const source = (id: Source['id']): fc.Arbitrary<Source> =>
	fc.record(
		{ id: fc.constant(id), title: words, published: day, language: fc.constant('en') },
		{ requiredKeys: ['id', 'title', 'language'] }
	);

export const dataset: fc.Arbitrary<Dataset> = fc.record({
	title: fc.constant({ en: 'Random' }),
	description: fc.constant({ en: 'Random' }),
	languages: fc.constant(['en']),
	licence: fc.constant('CC0'),
	version: fc.constant('1'),
	opening: fc.constant(''),
	categories: fc.constant(CATEGORIES.map((id, slot) => ({ id, name: { en: id }, slot }))),
	actors: fc.tuple(...ACTORS.map((id) => words.map((en) => ({ id, name: { en } })))),
	agencies: fc.constant([]),
	sources: fc.tuple(...SOURCES.map(source)),
	places: fc.tuple(...PLACES.map(place)),
	events: fc.integer({ min: 0, max: 12 }).chain((count) => fc.tuple(...ids('event', count).map(event)))
});

const subset = <T extends string>(all: readonly T[]): fc.Arbitrary<readonly T[]> =>
	fc.oneof(
		{ weight: 2, arbitrary: fc.constant<readonly T[]>([]) },
		fc.subarray([...all], { maxLength: 2 }).map(sortedSet)
	);

const boundsOf = (degrees: (limit: number) => fc.Arbitrary<number>): fc.Arbitrary<Bounds> =>
	fc
		.tuple(degrees(180), degrees(90), degrees(180), degrees(90))
		.map(([west, a, east, b]) => ({ west, south: Math.min(a, b), east, north: Math.max(a, b) }));

export const wholeBounds = boundsOf((limit) => fc.integer({ min: -limit, max: limit }));

/** A filter without a window or a "known as on"; tests add these in a form that their oracle understands. */
export const plainFilter: fc.Arbitrary<Filter> = fc.record({
	window: fc.constant(NO_FILTER.window),
	places: subset(PLACES),
	categories: subset(CATEGORIES),
	actors: subset(ACTORS),
	sources: subset(SOURCES),
	statuses: subset(STATUSES),
	query: fc.oneof(fc.constant(''), fc.constantFrom('moscow', 'ELYSEE', 'ба', 'visit base', 'дам', 'دمش')),
	known: fc.constant(null),
	bounds: fc.option(wholeBounds)
});

/** Whole seconds of all the years that a link can name. */
const second = fc.oneof(
	fc.integer({ min: -62_200_000_000, max: 10_000_000_000 }),
	fc.integer({ min: -8_639_000_000_000, max: 8_639_000_000_000 }),
	day.map((text) => Date.parse(text) / 1000)
);
const slug = <T extends string>(): fc.Arbitrary<T> =>
	fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}$/).map((text) => text as T);
const slugs = <T extends string>(): fc.Arbitrary<readonly T[]> => fc.array(slug<T>(), { maxLength: 3 }).map(sortedSet);
const degrees = (limit: number): fc.Arbitrary<number> => fc.double({ min: -limit, max: limit, noNaN: true });

const camera: fc.Arbitrary<Camera> = fc
	.record({
		zoom: fc.double({ min: 0, max: 24, noNaN: true }),
		lat: degrees(90),
		lng: degrees(180),
		bearing: degrees(180),
		pitch: fc.double({ min: 0, max: 85, noNaN: true })
	})
	.map(roundCamera);

/** Any view that a link can hold. */
export const view: fc.Arbitrary<View> = fc.record({
	filter: fc.record({
		window: fc
			.tuple(fc.option(second, { nil: -Infinity }), fc.option(second, { nil: Infinity }))
			.map(([a, b]) => (a < b ? { start: a * 1000, end: b * 1000 } : { start: b * 1000, end: (a + 1) * 1000 }))
			.map(({ start, end }) => (start < end ? { start, end } : NO_FILTER.window)),
		places: slugs<Place['id']>(),
		categories: slugs<HistoricalEvent['category']>(),
		actors: slugs<HistoricalEvent['actors'][number]>(),
		sources: slugs<Source['id']>(),
		statuses: fc.subarray([...STATUSES]).map(sortedSet),
		query: fc.string({ unit: 'binary', maxLength: 220 }).map(normalizeQuery),
		known: fc.option(day.map((text) => Date.parse(text))),
		bounds: fc.option(boundsOf(degrees).map(roundBounds))
	}),
	event: fc.option(slug<HistoricalEvent['id']>()),
	camera: fc.option(camera),
	order: fc.constantFrom(...ORDERS),
	axis: fc.constantFrom(...AXES),
	play: fc.constantFrom(...PLAY_MODES),
	theme: fc.option(fc.constantFrom(...THEMES))
});
