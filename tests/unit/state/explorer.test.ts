import { beforeEach, describe, expect, it } from 'vitest';
import { joined } from '../support/joined.ts';
import { listedIds } from '../support/listed.ts';
import type { Engine, Result } from '../../../src/lib/core/engine.ts';
import type { PagedCatalogue } from '../../../src/lib/core/catalogue.ts';
import { createColumns } from '../../../src/lib/core/create-columns.ts';
import { neighbourOf, selectNext } from '../../../src/lib/state/neighbour.ts';
import { createWindowIndex } from '../../../src/lib/core/window-index.ts';
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
		expect(listed(explorer)).toEqual(['in-2024']);
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
		expect(listed(explorer)).toEqual(['in-2025']);
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
		expect(listed(explorer)).toEqual(['in-2023']);
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

	it('steps through what is listed, from either end', () => {
		selectNext(explorer, -1);
		expect(explorer.view.event).toBe('in-2025');
		expect(neighbourOf(explorer, 1)).toBe(null);
		selectNext(explorer, -1);
		expect(explorer.view.event).toBe('in-2024');
		explorer.select(null);
		selectNext(explorer, 1);
		expect(explorer.view.event).toBe('in-2023');
	});

	it('says which events pass the other filters, whatever window is on screen', () => {
		explorer.setWindow(year(2023));
		explorer.setRule('places', [MOSCOW]);
		expect(listed(explorer)).toEqual([]);
		const { broken } = explorer.result;
		explorer.clearWindow();
		expect(catalogue.events.filter(({ row }) => broken[row] === 0).map(({ id }) => id)).toEqual(listed(explorer));
		expect(explorer.result.broken).toBe(broken);
		expect(explorer.result.count).toBe(2);
	});

	it('restores a view without writing it back', () => {
		explorer.previewWindow(year(2023));
		explorer.restore({ ...DEFAULT_VIEW, event: id('in-2024'), filter: { ...NO_FILTER, places: [MOSCOW] } });
		expect(listed(explorer)).toEqual(['in-2024', 'in-2025']);
		expect(explorer.isPreviewing).toBe(false);
		expect(writes).toEqual([]);
	});

	it('knows what is selected, listed or not, and nothing where nobody has that id', () => {
		expect(explorer.selected).toBe(null);
		explorer.select(id('in-2024'));
		expect(explorer.selected).toBe(catalogue.events[1]);
		explorer.setWindow(year(2023));
		expect(explorer.selected).toBe(catalogue.events[1]);
		explorer.restore({ ...DEFAULT_VIEW, event: id('in-1999') });
		expect(explorer.selected).toBe(null);
		expect(explorer.view.event).toBe('in-1999');
	});
});

describe('records that come in pages', () => {
	it('are asked for and waited for: nothing is selected before its record is here', () => {
		const inline = joined(data);
		const here = new Set<number>();
		const wanted: number[] = [];
		const catalogue: PagedCatalogue = {
			...inline,
			columns: createColumns(inline),
			index: createWindowIndex(createColumns(inline), inline.dataset.categories.length),
			records: {
				at: (row) => (here.has(row) ? inline.records.at(row) : null),
				rowOf: (id) => inline.records.rowOf(id),
				want: (rows) => wanted.push(...rows)
			}
		};
		const explorer = new Explorer(catalogue, new ScanEngine(inline));
		selectNext(explorer, 1);
		expect(explorer.view.event).toBe(null);
		expect(wanted).toEqual([0]);
		here.add(0);
		selectNext(explorer, 1);
		expect(explorer.view.event).toBe('in-2023');
		expect(explorer.selected?.id).toBe('in-2023');

		explorer.select(id('in-2025'));
		expect(explorer.selected).toBe(null);
		here.add(2);
		expect(explorer.selected?.id).toBe('in-2025');
	});
});

describe('an engine that takes its time', () => {
	const catalogue = joined(data);

	/** Answers its first question at once, and later ones when it is told to. */
	function slowEngine(): { readonly engine: Engine; readonly answers: (() => Promise<void>)[] } {
		const scan = new ScanEngine(catalogue);
		const answers: (() => Promise<void>)[] = [];
		let isFirst = true;
		const query = (filter: Filter): Result | Promise<Result> => {
			if (isFirst) {
				isFirst = false;
				return scan.query(filter);
			}
			return new Promise<Result>((resolve) => {
				answers.push(async () => {
					resolve(scan.query(filter));
					// What waits for the answer has it one turn later.
					await Promise.resolve();
					await Promise.resolve();
				});
			});
		};
		return { engine: { query }, answers };
	}

	it('is waited for, with the answer before it on screen and said to be old', async () => {
		const { engine, answers } = slowEngine();
		const explorer = new Explorer(catalogue, engine);
		expect(explorer.isPending).toBe(false);
		explorer.setWindow(year(2024));
		expect(explorer.isPending).toBe(true);
		expect(explorer.view.filter.window).toEqual(year(2024));
		expect(listed(explorer)).toEqual(['in-2023', 'in-2024', 'in-2025']);
		await answers[0]?.();
		expect(explorer.isPending).toBe(false);
		expect(listed(explorer)).toEqual(['in-2024']);
	});

	it('is heard for the newest question alone, in whatever order answers arrive', async () => {
		for (const order of [
			[1, 0],
			[0, 1]
		]) {
			const { engine, answers } = slowEngine();
			const explorer = new Explorer(catalogue, engine);
			explorer.setWindow(year(2023));
			explorer.setWindow(year(2024));
			for (const index of order) {
				const isAnswered = order.indexOf(1) < order.indexOf(index);
				expect(explorer.isPending).toBe(!isAnswered);
				await answers[index]?.();
			}
			expect(listed(explorer)).toEqual(['in-2024']);
			expect(explorer.isPending).toBe(false);
		}
	});

	it('has to answer its first question at once, or a sentence says so and nothing changes', () => {
		const never: Engine = { query: () => new Promise<Result>(() => undefined) };
		expect(() => new Explorer(catalogue, never)).toThrow('The engine has to answer its first query at once.');
		const explorer = new Explorer(catalogue, new ScanEngine(catalogue));
		explorer.setWindow(year(2024));
		const { result } = explorer;
		expect(() => explorer.open(joined({ ...data, events: [] }), never)).toThrow(
			'The engine has to answer its first query at once.'
		);
		expect(explorer.catalogue).toBe(catalogue);
		expect(explorer.result).toBe(result);
	});

	it.each(['with the filter of the old one', 'with no filter'])(
		'and belongs to another dataset is not heard any more: the new one opens %s',
		async (kind) => {
			const { engine, answers } = slowEngine();
			const explorer = new Explorer(catalogue, engine);
			explorer.setWindow(year(2024));
			if (kind === 'with no filter') explorer.restore(DEFAULT_VIEW);
			expect(explorer.isPending).toBe(true);
			const later = joined({ ...data, events: data.events.slice(1) });
			explorer.open(later, new ScanEngine(later));
			expect(explorer.isPending).toBe(false);
			const { result } = explorer;
			for (const answer of answers) await answer();
			expect(explorer.isPending).toBe(false);
			expect(explorer.result).toBe(result);
			expect(listedIds(explorer.result, later)).toEqual(
				kind === 'with no filter' ? ['in-2024', 'in-2025'] : ['in-2024']
			);
		}
	);
});

describe('another dataset', () => {
	it('is shown by the same view, which nothing is written of', () => {
		const part = joined({ ...data, events: data.events.slice(0, 2) });
		const explorer = new Explorer(part, new ScanEngine(part, { total: 3 }));
		explorer.setRule('places', [MOSCOW]);
		explorer.select(id('in-2025'));
		explorer.previewWindow({ start: Date.UTC(2023, 0), end: Date.UTC(2026, 0) });
		expect([explorer.result.coverage, explorer.result.total, explorer.selected]).toEqual(['partial', 3, null]);
		expect(listedIds(explorer.result, part)).toEqual(['in-2024']);

		const { view, committed } = explorer;
		explorer.onCommit = () => expect.fail('written');
		const whole = joined(data);
		explorer.open(whole, new ScanEngine(whole));
		expect(explorer.catalogue).toBe(whole);
		expect([explorer.view, explorer.committed, explorer.isPreviewing]).toEqual([view, committed, true]);
		expect([explorer.result.coverage, explorer.result.total]).toEqual(['exact', 3]);
		expect(listedIds(explorer.result, whole)).toEqual(['in-2024', 'in-2025']);
		expect(explorer.selected).toBe(whole.events[2]);
	});
});

/** Of the three events. */
function listed(explorer: Explorer): readonly EventId[] {
	return listedIds(explorer.result, joined(data));
}
