import { describe, expect, it } from 'vitest';
import { NO_FILTER, type Filter } from '$lib/core/filter.ts';
import { activeRules } from '$lib/core/rules.ts';
import type { EventId, PlaceId, SourceId } from '$lib/core/model.ts';
import { ScanEngine } from '$lib/core/scan-engine.ts';
import { PARAMETERS, type Notice } from '$lib/core/parameters.ts';
import { DEFAULT_VIEW } from '$lib/core/view.ts';
import { chipsOf } from '$lib/filters/chips.ts';
import { facetValues, shownValues } from '$lib/filters/facet-values.ts';
import { share } from '$lib/i18n/en/share.ts';
import { en } from '$lib/i18n/en/index.ts';
import { createI18n } from '$lib/i18n/index.ts';
import { describeView } from '$lib/share/describe-view.ts';
import { plainText } from '$lib/share/plain-text.ts';
import { Explorer } from '$lib/state/explorer.svelte.ts';
import { catalogueOf, event } from './support.ts';

const i18n = createI18n('en', en, 'en');
const catalogue = catalogueOf([
	event('one', '2024'),
	event('two', '2025', { places: [{ place: 'here' as PlaceId, role: 'at' }] })
]);
const full: Filter = {
	window: { start: Date.parse('2025-07-01'), end: Date.parse('2025-11-01') },
	places: ['here' as PlaceId],
	categories: [],
	actors: [],
	sources: ['a' as SourceId],
	statuses: ['planned'],
	query: ' two ',
	known: Date.parse('2025-10-15'),
	bounds: { west: 0, south: 0, east: 1, north: 1 }
};

describe('chips', () => {
	const chips = chipsOf(full, activeRules(full), catalogue, i18n);

	it('say everything that is asked for, in the order of the URL', () => {
		expect(chips.map(({ name }) => i18n.m.filters.remove(name))).toEqual([
			'Remove filter: Time window: July – October 2025',
			'Remove filter: Places: Here',
			'Remove filter: Sources: A',
			'Remove filter: Status: Planned',
			'Remove filter: Search: two',
			'Remove filter: As known on: 14 October 2025',
			'Remove filter: Only in map view'
		]);
		expect(new Set(chips.map(({ key }) => key)).size).toBe(chips.length);
	});

	it('each take away what they say and nothing else', () => {
		for (const [index, chip] of chips.entries()) {
			const explorer = new Explorer(catalogue, new ScanEngine(catalogue));
			explorer.restore({ ...DEFAULT_VIEW, filter: full });
			chip.remove(explorer);
			const left = chipsOf(explorer.committed.filter, activeRules(explorer.committed.filter), catalogue, i18n);
			expect(left.map(({ key }) => key)).toEqual(chips.filter((_, at) => at !== index).map(({ key }) => key));
		}
	});
});

describe('the values of a facet', () => {
	it('keep their places whatever is filtered: most events first', () => {
		const places = ['x', 'y', 'z'].map((id) => ({ id: id as PlaceId, name: { en: id }, point: null }));
		const at = (place: string) => [{ place: place as PlaceId, role: 'at' as const }];
		const events = [event('1', '2024', { places: at('z') }), event('2', '2024', { places: at('z') })];
		const made = catalogueOf([...events, event('3', '2024', { places: at('y') })], { places });
		expect(facetValues('places', made)).toEqual(['z', 'y', 'x']);
		expect(facetValues('statuses', made)).toEqual(['occurred', 'planned', 'ongoing', 'reported']);
	});

	it('are the first eight and what is chosen, all of them, or those whose name holds the text', () => {
		const values = Array.from({ length: 12 }, (_, i) => ({ id: `v-${i}`, name: `Élan ${i}` }));
		const names = (chosen: string[], text: string, all: boolean): number[] =>
			shownValues(values, chosen, text, all).map(({ id }) => Number(id.slice(2)));
		expect(names(['v-10'], '', false)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 10]);
		expect(names([], '', true)).toHaveLength(12);
		expect(names([], 'ELAN 1', false)).toEqual([1, 10, 11]);
		expect(names(['v-3'], 'nothing', true)).toEqual([]);
	});
});

describe('what a link restores, in words', () => {
	it('is everything that differs from the page as it opens', () => {
		const view = {
			...DEFAULT_VIEW,
			filter: full,
			event: 'two' as EventId,
			camera: { zoom: 1, lat: 0, lng: 0, bearing: 0, pitch: 0 },
			order: 'desc' as const,
			axis: 'linear' as const,
			play: 'instant' as const,
			theme: 'dark' as const
		};
		expect(describeView(view, catalogue, i18n, share)).toEqual([
			'time window: July – October 2025',
			'Places: Here',
			'Sources: A',
			'Status: Planned',
			'Search: two',
			'As known on: 14 October 2025',
			'Only in map view',
			'details of “two”',
			'the map where it is now',
			'the list newest first',
			'the timeline without folded gaps',
			'play mode: instant',
			'the dark theme'
		]);
		expect(describeView(DEFAULT_VIEW, catalogue, i18n, share)).toEqual(['the map fitted to these events']);
		expect(describeView({ ...DEFAULT_VIEW, filter: NO_FILTER }, catalogue, i18n, share)).toHaveLength(1);
	});
});

describe('notices', () => {
	const { notice, parameter } = share;

	it('name the parameter and the value', () => {
		expect(notice.missing(parameter.event, 'x')).toBe(
			'This link points to the event x, which this version does not have.'
		);
		const codes: readonly Notice['code'][] = [
			'malformed',
			'unreadable',
			'swapped',
			'shortened',
			'missing',
			'duplicate'
		];
		for (const code of codes) {
			for (const name of PARAMETERS) expect(notice[code](parameter[name], 'the value')).toContain('the value');
		}
	});

	it('show what could hide or turn the text around it', () => {
		expect(plainText('a\u202eb\u0000c\u200bd\ud800e')).toBe('aU+202EbU+0000cU+200BdU+D800e');
		expect(plainText('Дамаск دمشق 🗺')).toBe('Дамаск دمشق 🗺');
	});
});
