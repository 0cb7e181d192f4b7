import { describe, expect, test } from 'vitest';
import { joined } from '../support/joined.ts';
import type { EventPlace } from '$lib/core/model.ts';
import { readDataset } from '../../../src/routes/dataset.server.ts';
import { countAll } from '$lib/map/marks.ts';
import { tiesOf } from '$lib/map/ties.ts';

const catalogue = joined(readDataset());
const sample = catalogue.events[0] ?? expect.fail('no event');

function withPlaces(id: string, ...places: readonly (readonly [EventPlace['role'], string])[]): typeof sample {
	const links = places.map(([role, place]) => ({ role, place }) as EventPlace);
	return {
		...sample,
		id: id as typeof sample.id,
		event: { ...sample.event, id: id as typeof sample.id, places: links }
	};
}

const drawn = (...events: readonly (typeof sample)[]): readonly string[] =>
	tiesOf(events).map(({ kind, from, to }) => `${kind} ${from} ${to}`);

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
		const ties = tiesOf([
			withPlaces('e', ['from', 'a'], ['to', 'b']),
			withPlaces('f', ['from', 'b'], ['to', 'a']),
			withPlaces('g', ['between', 'a'], ['between', 'b']),
			withPlaces('h', ['from', 'a'], ['to', 'c'])
		]);
		expect(ties.map(({ lane, lanes }) => [lane, lanes])).toEqual([
			[0, 3],
			[1, 3],
			[2, 3],
			[0, 1]
		]);
		expect(new Set(ties.map(({ key }) => key)).size).toBe(4);
	});
});

describe('the project’s own dataset', () => {
	test('draws its journeys, its call and what the talks are about', () => {
		const ties = tiesOf(catalogue.events);
		expect(ties.map(({ event, kind, from, to, isPlanned }) => [event, kind, from, to, isPlanned])).toEqual([
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
		expect(Object.fromEntries(countAll(catalogue))).toEqual({
			damascus: 11,
			moscow: 7,
			tartous: 2,
			khmeimim: 2,
			'new-york': 1
		});
	});
});
