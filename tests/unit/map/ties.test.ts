import { describe, expect, test } from 'vitest';
import { createColumns } from '$lib/core/create-columns.ts';
import type { EventPlace, HistoricalEvent, PlaceId } from '$lib/core/model.ts';
import { countAll } from '$lib/map/marks.ts';
import { tiesOf, type Tie } from '$lib/map/ties.ts';
import { readDataset } from '../../../src/routes/dataset.server.ts';
import { catalogueOf, event } from '../list/support.ts';
import { joined } from '../support/joined.ts';

const catalogue = joined(readDataset());
const columns = createColumns(catalogue);
const { places } = catalogue.dataset;

/** All of one year, so that the list has them in the order of their ids. */
function withPlaces(id: string, ...links: readonly (readonly [EventPlace['role'], string])[]): HistoricalEvent {
	return event(id, '2024', { places: links.map(([role, place]) => ({ role, place }) as EventPlace) });
}

function tiesBetween(...events: readonly HistoricalEvent[]): readonly Tie[] {
	const places = [...'fedcba'].map((id) => ({ id: id as PlaceId, name: { en: id }, point: null }));
	const made = catalogueOf(events, { places });
	return tiesOf(createColumns(made), made.events.keys(), made.dataset.places);
}

const drawn = (...events: readonly HistoricalEvent[]): readonly string[] =>
	tiesBetween(...events).map(({ kind, from, to }) => `${kind} ${from} ${to}`);

describe('the lines that an event draws', () => {
	test('a journey leads from each start to each goal', () => {
		expect(drawn(withPlaces('e', ['from', 'a'], ['to', 'b'], ['to', 'c']))).toEqual(['journey a b', 'journey a c']);
	});

	test('a journey to where it happened leads there', () => {
		expect(drawn(withPlaces('e', ['from', 'a'], ['at', 'b']))).toEqual(['journey a b']);
	});

	test('a call joins each with each; a large round, one with the next', () => {
		expect(drawn(withPlaces('e', ['between', 'a'], ['between', 'b'], ['between', 'c']))).toEqual([
			'between a b',
			'between a c',
			'between b c'
		]);
		const many = 'abcdef'.split('').map((place) => ['between', place] as const);
		expect(drawn(withPlaces('e', ...many))).toHaveLength(5);
	});

	test('what is talked about is tied to where', () => {
		expect(drawn(withPlaces('e', ['at', 'a'], ['about', 'b'], ['about', 'c']))).toEqual(['about b a', 'about c a']);
	});

	test('nothing is tied to itself, and a place alone to nothing', () => {
		expect(drawn(withPlaces('e', ['from', 'a'], ['to', 'a']))).toEqual([]);
		expect(drawn(withPlaces('e', ['about', 'a']))).toEqual([]);
		expect(drawn(withPlaces('e', ['at', 'a']))).toEqual([]);
	});

	test('each line between the same two places has a lane of its own, whichever way it leads', () => {
		const ties = tiesBetween(
			withPlaces('e', ['from', 'a'], ['to', 'b']),
			withPlaces('f', ['from', 'b'], ['to', 'a']),
			withPlaces('g', ['between', 'a'], ['between', 'b']),
			withPlaces('h', ['from', 'a'], ['to', 'c'])
		);
		expect(ties.map(({ lane, lanes }) => [lane, lanes])).toEqual([
			[0, 3],
			[1, 3],
			[2, 3],
			[0, 1]
		]);
		expect(ties.map(({ row }) => row)).toEqual([0, 1, 2, 3]);
		expect(new Set(ties.map(({ key }) => key)).size).toBe(4);
	});

	test('a place may have several roles in one event', () => {
		expect(drawn(withPlaces('e', ['from', 'a'], ['to', 'b'], ['about', 'a']))).toEqual(['journey a b', 'about a b']);
	});

	test('only the rows asked for are drawn', () => {
		expect(tiesOf(columns, [], places)).toEqual([]);
		const row = catalogue.events.findIndex(({ id }) => id === 'putin-call');
		expect(tiesOf(columns, [row], places).map(({ from, to }) => [from, to])).toEqual([['moscow', 'damascus']]);
	});
});

describe('the project’s own dataset', () => {
	test('draws its journeys, its call and what the talks are about', () => {
		const ties = tiesOf(columns, catalogue.events.keys(), places);
		expect(
			ties.map(({ row, kind, from, to, isPlanned }) => [catalogue.events[row]?.id, kind, from, to, isPlanned])
		).toEqual([
			['assad-flees', 'journey', 'damascus', 'moscow', false],
			['putin-call', 'between', 'moscow', 'damascus', false],
			['un-address', 'journey', 'damascus', 'new-york', false],
			['novak-in-damascus', 'journey', 'moscow', 'damascus', false],
			['moscow-visit', 'journey', 'damascus', 'moscow', true],
			['talks-on-bases', 'about', 'tartous', 'moscow', true],
			['talks-on-bases', 'about', 'khmeimim', 'moscow', true]
		]);
	});

	test('counts each place’s events once, whatever their roles', () => {
		expect(
			Object.fromEntries([...countAll(columns, places.length)].map((count, index) => [places[index]?.id, count]))
		).toEqual({
			damascus: 11,
			moscow: 7,
			tartous: 2,
			khmeimim: 2,
			'new-york': 1
		});
	});
});
