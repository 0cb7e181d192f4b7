import type { CategoryId, Dataset, EventId, HistoricalEvent, PlaceId, SourceId } from '$lib/core/model.ts';
import type { InlineCatalogue } from '$lib/core/catalogue.ts';
import { joined } from '../support/joined.ts';

/** An event by its date, with whatever else matters. */
export function event(id: string, when: string | undefined, rest: Partial<HistoricalEvent> = {}): HistoricalEvent {
	return {
		id: id as EventId,
		...(when === undefined ? {} : { when }),
		places: [],
		category: 'power' as CategoryId,
		actors: [],
		status: 'occurred',
		title: { en: id },
		summary: { en: '' },
		claims: [],
		added: '2026-01-01',
		...rest
	};
}

export function catalogueOf(events: readonly HistoricalEvent[], rest: Partial<Dataset> = {}): InlineCatalogue {
	return joined({
		title: { en: 'Made up' },
		description: { en: '' },
		languages: ['en'],
		licence: 'CC0',
		version: '1',
		opening: '',
		categories: [{ id: 'power' as CategoryId, name: { en: 'Power' }, slot: 0 }],
		actors: [],
		agencies: [],
		sources: [
			{ id: 'a' as SourceId, title: 'A', language: 'en', published: '2025-01-01' },
			{ id: 'b' as SourceId, title: 'B', language: 'en' }
		],
		places: [{ id: 'here' as PlaceId, name: { en: 'Here' }, point: [10, 10] }],
		events,
		...rest
	});
}
