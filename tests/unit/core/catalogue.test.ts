import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareClaimDates, createCatalogue, eventOf } from '../../../src/lib/core/catalogue.ts';
import { dateOf, joined } from '../support/joined.ts';
import { listedIds } from '../support/listed.ts';
import { parseDates } from '../../../src/lib/core/dataset-dates.ts';
import { NO_FILTER, type Filter } from '../../../src/lib/core/filter.ts';
import { ScanEngine } from '../../../src/lib/core/scan-engine.ts';
import type { Claim, Dataset, EventId, PlaceId } from '../../../src/lib/core/model.ts';
import { loadDataset, type DatasetTexts } from '../../../src/lib/io/load.ts';
import { decodeView } from '../../../src/lib/core/view-codec.ts';
import { reconcile } from '../../../src/lib/core/reconcile.ts';

const read = (file: string): string => readFileSync(`data/${file}`, 'utf8');
const texts: DatasetTexts = {
	'dataset.json': read('dataset.json'),
	'places.geojson': read('places.geojson'),
	'events.json': read('events.json'),
	'sources.json': read('sources.json')
};
const dataset = ((): Dataset => {
	const loaded = loadDataset(texts).dataset;
	if (loaded === null) throw new Error('data/ does not load');
	return loaded;
})();
const catalogue = joined(dataset);
const engine = new ScanEngine(catalogue);
const list = (query: string): readonly string[] => listedIds(engine.query(decodeView(query).view.filter), catalogue);

describe('the real dataset', () => {
	it('stands in order of start, end, id, unknown starts first', () => {
		expect(catalogue.events.map((item) => item.id)).toEqual([
			'khmeimim-base',
			'tartous-base',
			'baath-rule-begins',
			'assad-rule-begins',
			'assad-flees',
			'damascus-seized',
			'new-government',
			'israeli-strikes-support',
			'putin-call',
			'shibani-in-moscow',
			'un-address',
			'novak-in-damascus',
			'visit-announced',
			'meets-community',
			'moscow-visit',
			'talks-on-bases'
		]);
	});

	it('tells a disagreement from two precisions of one date', () => {
		const of = (id: string): string | undefined => eventOf(catalogue, id as EventId)?.claimDates;
		expect(of('new-government')).toBe('disagree');
		expect(of('damascus-seized')).toBe('precision');
		expect(of('assad-flees')).toBe('precision');
		expect(of('putin-call')).toBe('same');
		expect(of('tartous-base')).toBe('none');
	});

	it('reaches from 1963 to the day of the visit', () => {
		expect(catalogue.extent).toEqual({ start: Date.UTC(1963, 0), end: Date.UTC(2025, 9, 16) });
	});

	it.each([
		['', 16],
		['from=2025-10-14&to=2025-10-14', 4],
		['from=2025-10-14', 7],
		['to=1999', 1],
		['from=1990&to=1999', 0],
		['from=2025-01&to=2025-01', 2],
		['place=tartous', 2],
		['place=tartous,new-york', 3],
		['status=planned', 3],
		['q=lavrov', 1],
		['q=дамаск', 11],
		['q=BASES%20assad', 1],
		['known=2025-10-13', 0],
		['known=2025-10-14', 16],
		['bounds=-80,35,-70,45', 1],
		['source=report-b&category=statements', 1]
	])('lists for "%s" %i events', (query, count) => {
		expect(list(query)).toHaveLength(count);
	});

	it('does not let an unknown start reach back, and lets an unknown side stand at its known end', () => {
		expect(list('to=2024-11')).toEqual(['baath-rule-begins', 'assad-rule-begins']);
		expect(list('place=tartous&to=2025-10-13')).toEqual([]);
		expect(list('place=tartous&from=2025-10-14&to=2025-10-14')).toEqual(['tartous-base']);
	});

	it('counts at each place the listed events linked to it in any role, each once', () => {
		const counts = (filter: Filter): Record<string, number> =>
			Object.fromEntries([...engine.query(filter).places].map((count, index) => [dataset.places[index]?.id, count]));
		expect(counts(NO_FILTER)).toEqual({ damascus: 11, moscow: 7, tartous: 2, khmeimim: 2, 'new-york': 1 });
		expect(counts({ ...NO_FILTER, places: ['tartous' as PlaceId] })).toEqual({
			damascus: 0,
			moscow: 1,
			tartous: 2,
			khmeimim: 1,
			'new-york': 0
		});
	});

	it('drops from a link what it does not have, says each, and keeps the rest', () => {
		const { view } = decodeView('place=moscow,atlantis&event=nothing&q=visit');
		const known = reconcile(view, catalogue);
		expect(known.view.filter.places).toEqual(['moscow']);
		expect(known.view.event).toBe(null);
		expect(known.view.filter.query).toBe('visit');
		expect(known.notices).toEqual([
			{ code: 'missing', parameter: 'place', value: 'atlantis' },
			{ code: 'missing', parameter: 'event', value: 'nothing' }
		]);
	});
});

describe('the dates of a dataset', () => {
	it('are those of events, claims, sources and their copies, each once', () => {
		const [first] = dataset.sources;
		if (first === undefined) throw new Error('no source');
		const archived = { url: 'https://archive.example/', date: '2026-02-03' };
		const dates = parseDates({ ...dataset, sources: [{ ...first, archived }, ...dataset.sources.slice(1)] });
		const texts = [
			...dataset.events.flatMap(({ when, claims }) => [when, ...claims.map((claim) => claim.when)]),
			...dataset.sources.map(({ published }) => published),
			'2026-02-03'
		].filter((text) => text !== undefined);
		expect([...dates.keys()].sort()).toEqual([...new Set(texts)].sort());
		for (const [text, date] of dates) expect(date).toEqual(dateOf(text));
	});

	it('that are not EDTF, or not among those that were read, are refused with a sentence', () => {
		const [event] = dataset.events;
		if (event === undefined) throw new Error('no event');
		expect(() => parseDates({ ...dataset, events: [{ ...event, when: '2024-13' }] })).toThrow(
			'The date "2024-13" is not EDTF (month); load the dataset through io.'
		);
		expect(() => createCatalogue(dataset, new Map())).toThrow(/^No date of the dataset is "/);
		expect(() => catalogue.dateOf('1066')).toThrow('No date of the dataset is "1066"; load the dataset through io.');
	});
});

describe('dates of claims', () => {
	const claims = (...dates: (string | undefined)[]): readonly Claim[] =>
		dates.map((when) => ({ source: 'a', says: {}, ...(when === undefined ? {} : { when }) }) as unknown as Claim);
	it.each([
		[[undefined], 'none'],
		[['2024'], 'same'],
		[['2024', '2024', undefined], 'same'],
		[['2024', '2024-05'], 'precision'],
		[['2024-05', '2024-06'], 'disagree'],
		[['2024', '2024-05', '2024-06'], 'disagree'],
		[['../2024', '2020'], 'precision']
	] as const)('%j: %s', (dates, expected) => {
		expect(compareClaimDates(claims(...dates), dateOf)).toBe(expected);
	});
});
