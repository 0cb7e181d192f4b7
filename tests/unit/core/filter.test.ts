import { contains } from '../../../src/lib/core/bounds.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined } from '../support/joined.ts';
import { listedIds } from '../support/listed.ts';
import { FACETS, type Facet } from '../../../src/lib/core/facets.ts';
import { compileFilter, NO_FILTER, RULE, RULES, type Filter, type Rule } from '../../../src/lib/core/filter.ts';
import { activeRules, without } from '../../../src/lib/core/rules.ts';
import { ALWAYS } from '../../../src/lib/core/interval.ts';
import { ScanEngine } from '../../../src/lib/core/scan-engine.ts';
import { STATUSES, type Dataset, type HistoricalEvent } from '../../../src/lib/core/model.ts';
import { dataset, day, plainFilter } from '../support/arbitraries.ts';

/** The filter as its oracle sees it: inclusive days as text, compared as text. */
interface Asked {
	readonly filter: Filter;
	readonly from: string | null;
	readonly to: string | null;
	readonly known: string | null;
}

const DAY = 86_400_000;

const asked: fc.Arbitrary<Asked> = fc
	.record({ filter: plainFilter, a: fc.option(day), b: fc.option(day), known: fc.option(day) })
	.map(({ filter, a, b, known }) => {
		const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
		const window = {
			start: from === null ? -Infinity : Date.parse(from),
			end: to === null ? Infinity : Date.parse(to) + DAY
		};
		return { filter: { ...filter, window, known: known === null ? null : Date.parse(known) + DAY }, from, to, known };
	});

/** Every rule again, naively and apart from the product's code: dates as text, sets as scans. */
const oracle: Readonly<Record<keyof Filter, (event: HistoricalEvent, ask: Asked, data: Dataset) => boolean>> = {
	window: ({ when }, { from, to }) => {
		if (from === null && to === null) return true;
		if (when === undefined) return false;
		return (to === null || `${when}-01-01`.slice(0, 10) <= to) && (from === null || lastDay(when) >= from);
	},
	places: ({ places }, { filter }) =>
		filter.places.length === 0 || filter.places.some((id) => places.some((link) => link.place === id)),
	categories: ({ category }, { filter }) => filter.categories.length === 0 || filter.categories.includes(category),
	actors: ({ actors }, { filter }) => filter.actors.length === 0 || filter.actors.some((id) => actors.includes(id)),
	sources: ({ claims }, { filter }) =>
		filter.sources.length === 0 || filter.sources.some((id) => claims.some((claim) => claim.source === id)),
	statuses: ({ status }, { filter }) => filter.statuses.length === 0 || filter.statuses.includes(status),
	query: (event, { filter }, data) => {
		const plain = (text: string): string => text.toLowerCase().replaceAll('é', 'e');
		const text = [
			event.title,
			event.summary,
			...event.actors.map((id) => data.actors.find((actor) => actor.id === id)?.name),
			...event.places.map((link) => data.places.find((place) => place.id === link.place)?.name)
		].map((name) => plain(name?.en ?? ''));
		const titles = event.claims.map((claim) => plain(data.sources.find((one) => one.id === claim.source)?.title ?? ''));
		return plain(filter.query)
			.split(' ')
			.every((word) => [...text, ...titles].some((field) => field.includes(word)));
	},
	known: ({ claims }, { known }, data) =>
		known === null ||
		claims.some((claim) => {
			const published = data.sources.find((one) => one.id === claim.source)?.published;
			return published !== undefined && published <= known;
		}),
	bounds: ({ places }, { filter: { bounds } }, data) =>
		bounds === null ||
		places.some((link) => {
			const point = data.places.find((one) => one.id === link.place)?.point ?? null;
			if (point === null || point[1] < bounds.south || point[1] > bounds.north) return false;
			const east = bounds.east < bounds.west ? bounds.east + 360 : bounds.east;
			return [point[0], point[0] + 360].some((lng) => lng >= bounds.west && lng <= east);
		})
};

function lastDay(when: string): string {
	const [year = '', month = '12'] = when.split('-');
	return when.length === 10
		? when
		: `${year}-${month}-${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`;
}

describe('one predicate, one result', () => {
	it('lists exactly what a naive reading of the contract lists, in order of start, end, id', () => {
		fc.assert(
			fc.property(dataset, asked, (data, ask) => {
				const catalogue = joined(data);
				const result = new ScanEngine(catalogue).query(ask.filter);
				const expected = data.events.filter((event) => Object.values(oracle).every((rule) => rule(event, ask, data)));
				const ids = listedIds(result, catalogue);
				expect([...ids].sort()).toEqual(expected.map((event) => event.id).sort());
				const listed = catalogue.events.filter((item) => ids.includes(item.id));
				expect(ids).toEqual(listed.map((item) => item.id));
				for (const { id, row } of catalogue.events) {
					expect(result.lists(row)).toBe(ids.includes(id));
					expect(result.indexOf(row)).toBe(ids.indexOf(id));
				}
				expect(() => result.rowAt(result.count)).toThrow(`There is no event ${ids.length} of ${ids.length}.`);
				expect(result.total).toBe(data.events.length);
			}),
			{ numRuns: 500 }
		);
	});

	it('counts places over what is listed, and each facet over every rule but its own', () => {
		fc.assert(
			fc.property(dataset, asked, (data, ask) => {
				const result = new ScanEngine(joined(data)).query(ask.filter);
				const passing = (except: string | null): HistoricalEvent[] =>
					data.events.filter((event) =>
						Object.entries(oracle).every(([rule, holds]) => rule === except || holds(event, ask, data))
					);
				const listed = passing(null);
				data.places.forEach(({ id }, place) => {
					const linked = listed.filter((event) => event.places.some((link) => link.place === id));
					expect(result.places[place]).toBe(linked.length);
					data.categories.forEach((category, index) => {
						const count = result.placeCategories[place * data.categories.length + index];
						expect(count).toBe(linked.filter((event) => event.category === category.id).length);
					});
				});
				expect(result.places).toHaveLength(data.places.length);
				expect(result.placeCategories).toHaveLength(data.places.length * data.categories.length);
				for (const facet of FACETS) {
					const values = passing(facet).flatMap((event) => [...valuesOf(event, facet)]);
					const ids: readonly string[] = facet === 'statuses' ? STATUSES : data[facet].map(({ id }) => id);
					const expected = ids.map((id) => values.filter((value) => value === id).length);
					expect([...result.facet(facet)]).toEqual(expected);
				}
			}),
			{ numRuns: 200 }
		);
	});

	it('says what each rule alone hides, and what is hidden for want of a date, a place or a dated source', () => {
		fc.assert(
			fc.property(dataset, asked, (data, ask) => {
				const listed = (filter: Filter): HistoricalEvent[] => {
					const bent = { ...ask, filter, ...(filter.window === ALWAYS ? { from: null, to: null } : {}) };
					const asks = filter.known === null ? { ...bent, known: null } : bent;
					return data.events.filter((event) => Object.values(oracle).every((rule) => rule(event, asks, data)));
				};
				const result = new ScanEngine(joined(data)).query(ask.filter);
				const before = listed(ask.filter);
				const freedOf = (rule: Rule): HistoricalEvent[] =>
					listed(without(ask.filter, [rule])).filter((event) => !before.includes(event));
				for (const rule of RULES) expect(result.gain(rule)).toBe(freedOf(rule).length);
				const isDated = ({ claims }: HistoricalEvent): boolean =>
					claims.some(({ source }) => data.sources.find(({ id }) => id === source)?.published !== undefined);
				const isPlaced = ({ places }: HistoricalEvent): boolean =>
					places.some(({ place }) => (data.places.find(({ id }) => id === place)?.point ?? null) !== null);
				expect(result.hidden).toEqual({
					undated: freedOf('window').filter(({ when }) => when === undefined).length,
					unreported: freedOf('known').filter((event) => !isDated(event)).length,
					unplaced: freedOf('bounds').filter((event) => !isPlaced(event)).length
				});
			}),
			{ numRuns: 200 }
		);
	});
});

describe('the rules that rows break', () => {
	it('are those of the one predicate, the window aside, and the same array until one of them changes', () => {
		fc.assert(
			fc.property(dataset, fc.array(asked, { minLength: 1, maxLength: 4 }), day, (data, asks, from) => {
				const catalogue = joined(data);
				const engine = new ScanEngine(catalogue);
				for (const { filter } of asks) {
					const breaks = compileFilter(filter, catalogue);
					const { broken, version } = engine.query(filter);
					expect([...broken]).toEqual(catalogue.events.map((item) => breaks(item) & ~RULE.window));
					const start = Date.parse(from);
					const moved = engine.query({ ...filter, window: { start, end: start + DAY } });
					expect(moved.broken).toBe(broken);
					expect(moved.version).toBeGreaterThan(version);
				}
			}),
			{ numRuns: 100 }
		);
	});
});

describe('a part of a larger dataset', () => {
	it('answers as the part alone does, says that it is one, and of how many', () => {
		fc.assert(
			fc.property(dataset, asked, fc.integer({ min: 12, max: 1_000_000 }), (data, { filter }, total) => {
				const catalogue = joined(data);
				const alone = new ScanEngine(catalogue).query(filter);
				const part = new ScanEngine(catalogue, { total }).query(filter);
				expect([alone.coverage, alone.total]).toEqual(['exact', data.events.length]);
				expect([part.coverage, part.total]).toEqual(['partial', total]);
				expect(listedIds(part, catalogue)).toEqual(listedIds(alone, catalogue));
				expect(part.places).toEqual(alone.places);
				expect(part.placeCategories).toEqual(alone.placeCategories);
				expect(part.hidden).toEqual(alone.hidden);
				expect(part.broken).toEqual(alone.broken);
				for (const facet of FACETS) expect(part.facet(facet)).toEqual(alone.facet(facet));
				for (const rule of RULES) expect(part.gain(rule)).toBe(alone.gain(rule));
			}),
			{ numRuns: 50 }
		);
	});
});

describe('bounds', () => {
	it('hold their sides and cross the antimeridian when west is greater than east', () => {
		const fiji = { west: 177, south: -20, east: -178, north: -16 };
		expect(contains(fiji, [179, -18])).toBe(true);
		expect(contains(fiji, [-179, -18])).toBe(true);
		expect(contains(fiji, [177, -16])).toBe(true);
		expect(contains(fiji, [0, -18])).toBe(false);
	});
});

describe('a filter', () => {
	it('asks for nothing when it is empty, whatever spaces the search holds', () => {
		expect(activeRules({ ...NO_FILTER, query: '   ' })).toEqual([]);
		expect(activeRules({ ...NO_FILTER, query: 'x', known: 0 })).toEqual(['query', 'known']);
	});
});

function valuesOf(event: HistoricalEvent, facet: Facet): Set<string> {
	const values = {
		places: event.places.map((link) => link.place),
		categories: [event.category],
		actors: event.actors,
		sources: event.claims.map((claim) => claim.source),
		statuses: [event.status]
	};
	return new Set<string>(values[facet]);
}
