import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import { roleBit, type Columns } from '../../../src/lib/core/columns.ts';
import { columnsOf, createColumns } from '../../../src/lib/core/create-columns.ts';
import { createWindowIndex } from '../../../src/lib/core/window-index.ts';
import { PLACE_ROLES, STATUSES, type Dataset, type PlaceId } from '../../../src/lib/core/model.ts';
import { surelyWithin } from '../../../src/lib/core/sure-spans.ts';
import { datasetNamed, MADE, WRITTEN } from '../../support/datasets.ts';
import { dataset } from '../support/arbitraries.ts';
import { joined } from '../support/joined.ts';

const SMALL = [...WRITTEN, ...MADE].filter((name) => name !== 'quakes');

/** What one row says, in the words of the dataset. */
function readRow(columns: Columns, data: Pick<Dataset, 'categories' | 'places' | 'actors' | 'sources'>, row: number) {
	const spread = (at: Uint32Array): readonly number[] => {
		const [from = NaN, to = NaN] = at.subarray(row, row + 2);
		return Array.from({ length: to - from }, (_, index) => from + index);
	};
	return {
		start: columns.start[row],
		end: columns.end[row],
		matches: spread(columns.matchAt).map((at) => ({ start: columns.matchStart[at], end: columns.matchEnd[at] })),
		sure: spread(columns.sureAt).map((at) => ({ begunBy: columns.begunBy[at], lastsTo: columns.lastsTo[at] })),
		category: data.categories[columns.category[row] ?? NaN]?.id,
		status: STATUSES[columns.status[row] ?? NaN],
		places: spread(columns.placeAt).map((at) => {
			const roles = PLACE_ROLES.filter((_, index) => ((columns.roles[at] ?? 0) & (1 << index)) !== 0);
			return { id: data.places[columns.place[at] ?? NaN]?.id, roles };
		}),
		actors: spread(columns.actorAt).map((at) => data.actors[columns.actor[at] ?? NaN]?.id),
		sources: spread(columns.sourceAt).map((at) => data.sources[columns.source[at] ?? NaN]?.id),
		reportedBy: columns.reportedBy[row]
	};
}

/** The same from the records, each list as its event has it and nothing twice. */
function expectColumns({ events, dataset }: InlineCatalogue, columns: Columns): void {
	expect(columns.rows).toBe(events.length);
	events.forEach((item, row) => {
		const { event, when } = item;
		const rolesAt = (id: PlaceId): ReadonlySet<string> =>
			new Set(event.places.filter(({ place }) => place === id).map(({ role }) => role));
		expect(readRow(columns, dataset, row)).toEqual({
			start: item.start,
			end: item.end,
			matches: when?.matches ?? [],
			sure: when === null || event.status === 'planned' ? [] : surelyWithin(when),
			category: event.category,
			status: event.status,
			places: [...new Set(event.places.map(({ place }) => place))].map((id) => ({
				id,
				roles: PLACE_ROLES.filter((role) => rolesAt(id).has(role))
			})),
			actors: [...new Set(event.actors)],
			sources: [...new Set(event.claims.map(({ source }) => source))],
			reportedBy: item.reportedBy
		});
	});
	// Nothing before the first row and nothing after the last.
	for (const [at, ...lists] of [
		[columns.matchAt, columns.matchStart, columns.matchEnd],
		[columns.sureAt, columns.begunBy, columns.lastsTo],
		[columns.placeAt, columns.place, columns.roles],
		[columns.actorAt, columns.actor],
		[columns.sourceAt, columns.source]
	] as const) {
		expect([at.length, at[0]]).toEqual([events.length + 1, 0]);
		for (const list of lists) expect(list).toHaveLength(at.at(-1) ?? NaN);
	}
	for (const name of ['start', 'end', 'category', 'status', 'reportedBy'] as const) {
		expect(columns[name]).toHaveLength(events.length);
	}
}

describe('the columns of a dataset', () => {
	it.each(SMALL)('%s: say what its records say, row by row', (name) => {
		const catalogue = joined(datasetNamed(name));
		expect(catalogue.size).toBeGreaterThan(0);
		expectColumns(catalogue, createColumns(catalogue));
	});

	it('say it of any dataset', () => {
		fc.assert(
			fc.property(dataset, (data) => {
				const catalogue = joined(data);
				expectColumns(catalogue, createColumns(catalogue));
			}),
			{ numRuns: 200 }
		);
	});

	it.each(SMALL)('%s: stand in list order, undated rows last, the spans of a row sorted and apart', (name) => {
		const catalogue = joined(datasetNamed(name));
		const { rows, start, end, matchAt, matchStart, matchEnd, sureAt, begunBy, lastsTo } = createColumns(catalogue);
		for (let row = 0; row < rows; row++) {
			expect(catalogue.events[row]?.row).toBe(row);
			expect((matchAt[row + 1] ?? NaN) > (matchAt[row] ?? NaN)).toBe(row < catalogue.dated);
			if (row > 0 && start[row] === start[row - 1]) expect(end[row]).toBeGreaterThanOrEqual(end[row - 1] ?? NaN);
			else if (row > 0) expect(start[row]).toBeGreaterThan(start[row - 1] ?? NaN);
			for (let span = matchAt[row] ?? NaN; span < (matchAt[row + 1] ?? NaN); span++) {
				expect(matchEnd[span]).toBeGreaterThan(matchStart[span] ?? NaN);
				if (span > (matchAt[row] ?? NaN)) expect(matchStart[span]).toBeGreaterThan(matchEnd[span - 1] ?? NaN);
			}
			for (let span = (sureAt[row] ?? NaN) + 1; span < (sureAt[row + 1] ?? NaN); span++) {
				expect(begunBy[span]).toBeGreaterThan(begunBy[span - 1] ?? NaN);
				expect(lastsTo[span]).toBeGreaterThanOrEqual(lastsTo[span - 1] ?? NaN);
			}
		}
	});

	it('keep every role of a place in an event, each a bit of its own', () => {
		const data = datasetNamed('small');
		const [event] = data.events;
		const [place] = data.places;
		if (event === undefined || place === undefined) throw new Error('nothing there');
		const links = (['about', 'at', 'to'] as const).map((role) => ({ place: place.id, role }));
		const { place: places, roles } = createColumns(joined({ ...data, events: [{ ...event, places: links }] }));
		expect([...places]).toEqual([0]);
		expect([...roles]).toEqual([roleBit('about') + roleBit('at') + roleBit('to')]);
		expect(new Set(PLACE_ROLES.map(roleBit)).size).toBe(PLACE_ROLES.length);
		expect(PLACE_ROLES.reduce((bits, role) => bits + roleBit(role), 0)).toBeLessThan(256);
	});

	it('refuse an id that leads nowhere with a sentence', () => {
		const catalogue = joined(datasetNamed('small'));
		const astray = { ...catalogue, dataset: { ...catalogue.dataset, categories: [] } };
		expect(() => createColumns(astray)).toThrow(/^Nothing has the id ".+"; load the dataset through io\.$/);
	});

	it('are those that a dataset in pages comes with, and made from the records of one in memory', () => {
		const catalogue = joined(datasetNamed('small'));
		const columns = createColumns(catalogue);
		expect(columnsOf(catalogue)).toEqual(columns);
		expect(
			columnsOf({ ...catalogue, columns, index: createWindowIndex(columns, catalogue.dataset.categories.length) })
		).toBe(columns);
	});
});
