import { describe, expect, test } from 'vitest';
import type { CatalogueEvent } from '$lib/core/catalogue.ts';
import { parseDate } from '$lib/core/dataset-dates.ts';
import type { ActorId, AgencyId, HistoricalEvent, PlaceId, SourceId } from '$lib/core/model.ts';
import { datasetThing, placeThing } from '$lib/publish/dataset-thing.ts';
import { eventThing, trueDates } from '$lib/publish/event-thing.ts';
import { isoInterval } from '$lib/publish/iso-date.ts';
import { addressOf, pages } from '$lib/publish/paths.ts';
import { placePageThing } from '$lib/publish/place-thing.ts';
import { catalogueOf, event } from '../list/support.ts';

const writing = (from: string) => ({
	locale: 'en' as const,
	text: (text: Readonly<Record<string, string>>) => text.en ?? '',
	href: (to: string) => addressOf('https://example.org/', from, to),
	cited: (title: string, locator: string) => `${title}, ${locator}`,
	hasPlacePages: true
});

function thingOf(when: string | undefined, rest: Partial<HistoricalEvent> = {}) {
	const catalogue = catalogueOf([event('it', when, rest)], {
		actors: [{ id: 'board' as ActorId, name: { en: 'The board' } }],
		agencies: [{ id: 'wire' as AgencyId, name: { en: 'The wire' } }]
	});
	return eventThing(catalogue.events[0] as CatalogueEvent, catalogue, writing('events/it/'));
}

describe('dates of an event', () => {
	test.each([
		['1963', { startDate: '1963' }],
		['2025-10', { startDate: '2025-10' }],
		['2025-10-14', { startDate: '2025-10-14' }],
		['2025-10-14T10:00:00Z', { startDate: '2025-10-14T10:00:00Z' }],
		['2024-12/2025-02', { startDate: '2024-12', endDate: '2025-02' }],
		['2024-12/..', { startDate: '2024-12' }],
		['2024-12/', { startDate: '2024-12' }],
		['../2025', { endDate: '2025' }],
		['2024~/2025', { endDate: '2025' }],
		['2000~', {}],
		['2000?', {}],
		['2000%', {}],
		['200X', {}],
		['2001-XX-03', {}],
		['2001-21', {}],
		['[1667,1668]', {}],
		['{1667,1668}', {}],
		['-0043', {}],
		['Y12000', {}],
		['2025-10-14T10:00:00', {}]
	])('%s is written no more precisely than it is known', (text, written) => {
		expect(trueDates(parseDate(text))).toEqual(written);
	});

	test('an interval of the data is ISO 8601, or nothing', () => {
		const span = (from: string, to: string) =>
			isoInterval({ start: parseDate(from).matches[0]?.start ?? 0, end: parseDate(to).matches[0]?.end ?? 0 });
		expect(span('1963', '2025-10-15')).toBe('1963/2025-10-15');
		expect(span('1963', '1963')).toBe('1963');
		expect(span('-0043', '2025')).toBeNull();
		expect(span('0000', '2025')).toBeNull();
	});
});

test('an event is an Event with its claims, each with the report that makes it', () => {
	const thing = thingOf('2025-10-14', {
		status: 'planned',
		places: [
			{ place: 'here' as PlaceId, role: 'at' },
			{ place: 'here' as PlaceId, role: 'about' }
		],
		actors: ['board' as ActorId],
		modified: '2026-02-01',
		claims: [
			{
				source: 'a' as SourceId,
				when: '2025-10-14/2025-10-15',
				says: { en: 'So it was.' },
				locator: '¶4',
				via: [{ agency: 'wire' as AgencyId }]
			},
			{ source: 'b' as SourceId, when: '2025~', says: { en: 'So it may be.' } },
			{ source: 'b' as SourceId, when: '2025', inferred: true, says: { en: 'We think so.' } }
		]
	});
	const place = {
		'@type': 'Place',
		name: 'Here',
		geo: { '@type': 'GeoCoordinates', latitude: 10, longitude: 10 },
		'@id': 'https://example.org/places/here/#place',
		url: 'https://example.org/places/here/'
	};
	expect(thing).toEqual({
		'@type': 'Event',
		'@id': 'https://example.org/events/it/#event',
		url: 'https://example.org/events/it/',
		name: 'it',
		description: '',
		startDate: '2025-10-14',
		eventStatus: 'https://schema.org/EventScheduled',
		location: [place],
		about: [{ '@type': 'Thing', name: 'The board' }, place],
		keywords: 'Power',
		mainEntityOfPage: {
			'@type': 'WebPage',
			'@id': 'https://example.org/events/it/',
			inLanguage: 'en',
			datePublished: '2026-01-01',
			dateModified: '2026-02-01',
			isPartOf: { '@type': 'Dataset', '@id': 'https://example.org/', name: 'Made up' }
		},
		subjectOf: [
			{
				'@type': 'Claim',
				text: 'So it was.',
				about: { '@id': 'https://example.org/events/it/#event' },
				temporalCoverage: '2025-10-14/2025-10-15',
				appearance: { '@type': 'CreativeWork', name: 'A', datePublished: '2025-01-01', inLanguage: 'en' },
				citation: 'A, ¶4',
				isBasedOn: [{ '@type': 'CreativeWork', provider: { '@type': 'NewsMediaOrganization', name: 'The wire' } }]
			},
			expect.not.objectContaining({ temporalCoverage: expect.anything() }),
			expect.not.objectContaining({ temporalCoverage: expect.anything() })
		]
	});
});

test('an event without a date, place or actor says nothing of them', () => {
	const thing = thingOf(undefined);
	for (const key of ['startDate', 'endDate', 'location', 'about', 'eventStatus']) expect(thing).not.toHaveProperty(key);
	expect(thing.subjectOf).toEqual([]);
});

test('a place has a point where it is known well enough to be taken for one', () => {
	const { text } = writing('');
	const place = { id: 'p' as PlaceId, name: { en: 'P' }, country: 'SY', point: [36.2, 33.5] as const };
	expect(placeThing(place, text)).toHaveProperty('geo');
	expect(placeThing({ ...place, precision: 'region' }, text)).not.toHaveProperty('geo');
	expect(placeThing({ ...place, point: null }, text)).not.toHaveProperty('geo');
	const catalogue = catalogueOf([event('b', '2000~'), event('a', '1999')]);
	expect(placePageThing(place, catalogue.events, writing('places/p/')).event).toEqual([
		expect.objectContaining({ name: 'a', url: 'https://example.org/events/a/', startDate: '1999' }),
		expect.not.objectContaining({ startDate: expect.anything() })
	]);
});

test('the dataset is a Dataset with what it covers, its licence and its newest change', () => {
	const catalogue = catalogueOf([event('a', '1999', { modified: '2026-03-01' }), event('b', '2001-05')], {
		licence: 'CC BY-SA 4.0',
		publisher: 'The desk'
	});
	const dataset = { ...catalogue.dataset, events: catalogue.events.map((item) => item.event) };
	const thing = datasetThing(dataset, catalogue.extent, writing(''), pages.front('en'));
	expect(thing).toMatchObject({
		'@type': 'Dataset',
		url: 'https://example.org/',
		name: 'Made up',
		license: 'https://creativecommons.org/licenses/by-sa/4.0/',
		temporalCoverage: '1999/2001-05',
		dateModified: '2026-03-01',
		publisher: { '@type': 'Organization', name: 'The desk' },
		spatialCoverage: [{ '@type': 'Place', name: 'Here' }]
	});
	const licence = (name: string) => datasetThing({ ...dataset, licence: name }, null, writing(''), '').license;
	expect(licence('CC0')).toBe('https://creativecommons.org/publicdomain/zero/1.0/');
	expect(licence('Ask us')).toEqual({ '@type': 'CreativeWork', name: 'Ask us' });
});
