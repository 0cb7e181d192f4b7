import { beforeEach, describe, expect, it } from 'vitest';
import { joined } from '../support/joined.ts';
import type { Engine, Result } from '../../../src/lib/core/engine.ts';
import { NO_FILTER, type Filter } from '../../../src/lib/core/filter.ts';
import { ALWAYS } from '../../../src/lib/core/interval.ts';
import { ScanEngine } from '../../../src/lib/core/scan-engine.ts';
import type { Dataset, EventId, PlaceId } from '../../../src/lib/core/model.ts';
import { DEFAULT_VIEW, type View } from '../../../src/lib/core/view.ts';
import { Explorer } from '../../../src/lib/state/explorer.svelte.ts';

const DAMASCUS = 'damascus' as PlaceId;
const MOSCOW = 'moscow' as PlaceId;
const id = (text: string): EventId => text as EventId;
const year = (value: number) => ({ start: Date.UTC(value, 0), end: Date.UTC(value + 1, 0) });

const data = {
	title: { en: 'Three events' },
	description: { en: '' },
	languages: ['en'],
	licence: 'CC0',
	version: '1',
	opening: '',
	categories: [{ id: 'power', name: { en: 'Power' }, slot: 0 }],
	actors: [],
	agencies: [],
	sources: [{ id: 'a', title: 'A', language: 'en' }],
	places: [
		{ id: 'damascus', name: { en: 'Damascus' }, point: [36, 33] },
		{ id: 'moscow', name: { en: 'Moscow' }, point: [37, 55] }
	],
	events: ['2023', '2024', '2025'].map((when, i) => ({
		id: `in-${when}`,
		when,
		places: [{ place: i === 0 ? 'damascus' : 'moscow', role: 'at' }],
		category: 'power',
		actors: [],
		status: 'occurred',
		title: { en: `In ${when}` },
		summary: { en: '' },
		claims: [{ source: 'a', says: { en: '' } }],
		added: '2026-01-01'
	}))
} as unknown as Dataset;

describe('the explorer', () => {
	const catalogue = joined(data);
	let explorer: Explorer;
	let writes: { view: View; history: string }[];

	beforeEach(() => {
		explorer = new Explorer(catalogue, new ScanEngine(catalogue));
		writes = [];
		explorer.onCommit = (view, history) => writes.push({ view, history });
	});

	it('shows a preview everywhere and writes only the commit', () => {
		explorer.previewWindow(year(2023));
		explorer.previewWindow(year(2024));
		expect(explorer.result.ids).toEqual(['in-2024']);
		expect(explorer.committed.filter.window).toEqual(ALWAYS);
		expect(writes).toEqual([]);
		explorer.commitWindow();
		expect(writes.map(({ view, history }) => [view.filter.window, history])).toEqual([[year(2024), 'push']]);
		expect(explorer.isPreviewing).toBe(false);
	});

	it('goes back to the committed window when a gesture is cancelled, and leaves no trace', () => {
		explorer.setWindow(year(2025));
		explorer.previewWindow(year(2023));
		explorer.cancelPreview();
		expect(explorer.view.filter.window).toEqual(year(2025));
		expect(explorer.result.ids).toEqual(['in-2025']);
		explorer.previewWindow(year(2023));
		explorer.previewWindow(year(2025));
		explorer.commitWindow();
		expect(writes).toHaveLength(1);
	});

	it('does not answer again when a preview does not move', () => {
		explorer.previewWindow(year(2024));
		const { version } = explorer.result;
		explorer.previewWindow(year(2024));
		expect(explorer.result.version).toBe(version);
	});

	it('replaces the place on a click, adds with a modifier, and removes what is chosen', () => {
		explorer.pickPlace(DAMASCUS);
		expect(explorer.result.ids).toEqual(['in-2023']);
		explorer.pickPlace(MOSCOW);
		expect(explorer.view.filter.places).toEqual([MOSCOW]);
		explorer.pickPlace(DAMASCUS, true);
		expect(explorer.view.filter.places).toEqual([DAMASCUS, MOSCOW]);
		explorer.pickPlace(MOSCOW, true);
		expect(explorer.view.filter.places).toEqual([DAMASCUS]);
		explorer.pickPlace(DAMASCUS);
		expect(explorer.view.filter.places).toEqual([]);
		expect(writes.every(({ history }) => history === 'push')).toBe(true);
	});

	it('makes one step of history of a search being typed', () => {
		for (const text of ['I', 'In', 'In 2', 'In 20']) explorer.search(text);
		explorer.search('');
		expect(writes.map(({ history }) => history)).toEqual(['push', 'replace', 'replace', 'replace', 'push']);
	});

	it('clears the filters and keeps the window, or the other way round', () => {
		explorer.setWindow(year(2023));
		explorer.pickPlace(DAMASCUS);
		explorer.search('In');
		explorer.clearFilters();
		expect(explorer.view.filter).toEqual({ ...NO_FILTER, window: year(2023) });
		explorer.pickPlace(DAMASCUS);
		explorer.clearWindow();
		expect(explorer.view.filter).toEqual({ ...NO_FILTER, places: [DAMASCUS] });
	});

	it('moves the window by its own length, whole months by months', () => {
		explorer.setWindow({ start: Date.UTC(2024, 0), end: Date.UTC(2024, 2) });
		explorer.shiftWindow(1);
		expect(explorer.view.filter.window).toEqual({ start: Date.UTC(2024, 2), end: Date.UTC(2024, 4) });
		explorer.setWindow({ start: Date.UTC(2024, 0, 10), end: Date.UTC(2024, 0, 20) });
		explorer.shiftWindow(-1);
		expect(explorer.view.filter.window).toEqual({ start: Date.UTC(2023, 11, 31), end: Date.UTC(2024, 0, 10) });
	});

	it('does not move a window that is not there', () => {
		explorer.shiftWindow(1);
		expect(writes).toEqual([]);
	});

	it('steps through what is listed, from either end', () => {
		explorer.selectNext(-1);
		expect(explorer.view.event).toBe('in-2025');
		expect(explorer.neighbour(1)).toBe(null);
		explorer.selectNext(-1);
		expect(explorer.view.event).toBe('in-2024');
		explorer.select(null);
		explorer.selectNext(1);
		expect(explorer.view.event).toBe('in-2023');
	});

	it('says which events a filter lists, whatever is on screen', () => {
		explorer.setWindow(year(2023));
		const moscow = { ...NO_FILTER, places: [MOSCOW] };
		const passes = explorer.passing(moscow);
		explorer.setRule('places', [MOSCOW]);
		explorer.clearWindow();
		expect(explorer.catalogue.events.filter((_, i) => passes[i] === 1).map(({ id }) => id)).toEqual(
			explorer.result.ids
		);
		expect(explorer.result.ids.length).toBeGreaterThan(0);
	});

	it('restores a view without writing it back', () => {
		explorer.previewWindow(year(2023));
		explorer.restore({ ...DEFAULT_VIEW, event: id('in-2024'), filter: { ...NO_FILTER, places: [MOSCOW] } });
		expect(explorer.result.ids).toEqual(['in-2024', 'in-2025']);
		expect(explorer.isPreviewing).toBe(false);
		expect(writes).toEqual([]);
	});

	it('takes the newest of answers that arrive out of order', async () => {
		const memory = new ScanEngine(catalogue);
		const waiting: { filter: Filter; answer: () => void }[] = [];
		const slow: Engine = {
			query: (filter) =>
				waiting.length === 0 && filter === DEFAULT_VIEW.filter
					? memory.query(filter)
					: new Promise<Result>((resolve) => waiting.push({ filter, answer: () => resolve(memory.query(filter)) })),
			passing: (filter) => memory.passing(filter)
		};
		const patient = new Explorer(catalogue, slow);
		patient.setWindow(year(2023));
		patient.setWindow(year(2024));
		waiting[1]?.answer();
		waiting[0]?.answer();
		await Promise.resolve();
		await Promise.resolve();
		expect(patient.result.ids).toEqual(['in-2024']);
	});
});
