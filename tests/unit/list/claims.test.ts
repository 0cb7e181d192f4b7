import { describe, expect, it } from 'vitest';
import type { Claim, EventPlace, PlaceId, SourceId } from '$lib/core/model.ts';
import { claimedDates, claimsBySource } from '$lib/list/claims.ts';
import { datetimeOf } from '$lib/core/datetime.ts';
import { placesByRole } from '$lib/list/places-by-role.ts';
import { placePhrases } from '$lib/list/places.ts';
import { dateOf } from '../support/joined.ts';
import { event } from './support.ts';

const claim = (source: string, when?: string): Claim => ({
	source: source as SourceId,
	says: { en: `${source} ${when}` },
	...(when === undefined ? {} : { when })
});

describe('the dates that claims give', () => {
	it('stand once each, earliest first, and a date that holds a finer one is the coarser of the two', () => {
		const claims = [
			claim('a', '2024-36'),
			claim('b', '2024-12'),
			claim('b', '2025-01'),
			claim('b'),
			claim('c', '2024-12')
		];
		const dates = claimedDates(event('x', '2024', { claims }), dateOf);
		expect(
			dates.map(({ date, isCoarser, claims: by }) => [date.text, isCoarser, by.map(({ source }) => source)])
		).toEqual([
			['2024-36', true, ['a']],
			['2024-12', false, ['b', 'c']],
			['2025-01', false, ['b']]
		]);
	});

	it('are none when no claim gives one', () => {
		expect(claimedDates(event('x', '2024', { claims: [claim('a')] }), dateOf)).toEqual([]);
	});
});

describe('claims', () => {
	it('stand under their source, sources and claims in the order of the file', () => {
		const claims = [claim('b', '2024'), claim('a', '2025'), claim('b', '2026')];
		expect(claimsBySource(event('x', '2024', { claims }))).toEqual([
			{ source: 'b', claims: [claims[0], claims[2]] },
			{ source: 'a', claims: [claims[1]] }
		]);
	});
});

describe('the datetime attribute', () => {
	it.each([
		['2024', '2024'],
		['2024-12', '2024-12'],
		['2024-12-08', '2024-12-08'],
		['2024-12-08T12:00:00Z', '2024-12-08T12:00:00Z'],
		['2024-12-08T12:00:00', undefined],
		['2024-12-08T24:00:00Z', undefined],
		['2000~', undefined],
		['2024-12-?08', undefined],
		['2024-XX-12', undefined],
		['198X', undefined],
		['1950S2', undefined],
		['2024-24', undefined],
		['0000', undefined],
		['-0043', undefined],
		['Y12000', undefined],
		['2024/2025', undefined],
		['[2024,2025]', undefined]
	])('of %s is %s: what HTML cannot say it does not say', (text, expected) => {
		expect(datetimeOf(dateOf(text))).toBe(expected);
	});
});

describe('places in words', () => {
	const link = (role: EventPlace['role'], place: string): EventPlace => ({ role, place: place as PlaceId });

	it.each<[string, EventPlace[], unknown[]]>([
		['a journey', [link('from', 'd'), link('to', 'm')], [{ kind: 'journey', from: 'd', to: 'm' }]],
		['a journey to where it happened', [link('from', 'd'), link('at', 'n')], [{ kind: 'journey', from: 'd', to: 'n' }]],
		[
			'a journey and where it stopped',
			[link('at', 'x'), link('from', 'd'), link('to', 'm')],
			[
				{ kind: 'journey', from: 'd', to: 'm' },
				{ kind: 'at', place: 'x' }
			]
		],
		['a link', [link('between', 'm'), link('between', 'd')], [{ kind: 'between', places: ['m', 'd'] }]],
		[
			'talks about places',
			[link('at', 'm'), link('about', 't'), link('about', 'k')],
			[
				{ kind: 'at', place: 'm' },
				{ kind: 'about', place: 't' },
				{ kind: 'about', place: 'k' }
			]
		],
		['a flight to nobody knows where', [link('from', 'd')], [{ kind: 'from', place: 'd' }]],
		[
			'two starts, which make no one journey',
			[link('from', 'd'), link('from', 'e'), link('to', 'm')],
			[
				{ kind: 'from', place: 'd' },
				{ kind: 'from', place: 'e' },
				{ kind: 'to', place: 'm' }
			]
		],
		['nothing', [], []]
	])('%s', (_, links, expected) => {
		expect(placePhrases(links)).toEqual(expected);
	});

	it('stand by role in the details', () => {
		const links = [link('at', 'm'), link('about', 't'), link('at', 'k')];
		expect(placesByRole(links)).toEqual([
			{ role: 'at', links: [links[0], links[2]] },
			{ role: 'about', links: [links[1]] }
		]);
	});
});
