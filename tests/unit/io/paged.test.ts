import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createColumns } from '../../../src/lib/core/create-columns.ts';
import { parseDates } from '../../../src/lib/core/dataset-dates.ts';
import type { EventId } from '../../../src/lib/core/model.ts';
import { foldText, queryWords } from '../../../src/lib/core/search.ts';
import { createFiles } from '../../../src/lib/io/fetched.ts';
import type { Fetch, PagedDataset, PagedManifest } from '../../../src/lib/io/paged.ts';
import { createPages, openPaged } from '../../../src/lib/io/paged-dataset.ts';
import { createPagedSite } from '../../../src/lib/io/paged-files.ts';
import { indexWords, ownText } from '../../../src/lib/io/word-index.ts';
import { createWordIndex } from '../../../src/lib/io/word-search.ts';
import { generated } from '../../support/generated.ts';
import { dateOf, joined } from '../support/joined.ts';

const dataset = generated({ events: 3_000, places: 700, sources: 600, uncertain: 0.3, languages: ['en', 'ar', 'ru'] });
const catalogue = joined(dataset);
const site = createPagedSite(dataset);
const files = new Map([...site.files()].map(({ name, content }) => [name, content]));
const manifest: PagedManifest = { ...site.manifest, folder: 'data' };

/** A host that has these files, and what was asked of it. */
function host(has: ReadonlyMap<string, string | Uint8Array> = files) {
	const asked: string[] = [];
	const fetch: Fetch = (url) => {
		const name = url.replace('https://example.org/data/', '');
		asked.push(name);
		const content = has.get(name);
		const body = typeof content === 'string' ? content : content?.slice();
		return Promise.resolve(new Response(body ?? 'Not found', { status: body === undefined ? 404 : 200 }));
	};
	return { asked, fetch };
}

async function opened(fetch: Fetch): Promise<PagedDataset> {
	const result = await openPaged(manifest, site.first, 'https://example.org/', fetch);
	if (!result.ok) throw new Error(result.fault.reason);
	return result.value;
}

const withFile = (name: string, content: string) => new Map([...files, [name, content]]);

describe('the files of a paged dataset', () => {
	it('are the same each time', () => {
		const again = createPagedSite(
			generated({ events: 3_000, places: 700, sources: 600, uncertain: 0.3, languages: ['en', 'ar', 'ru'] })
		);
		expect([...again.files()]).toEqual([...files].map(([name, content]) => ({ name, content })));
		expect(again.manifest).toEqual(site.manifest);
	});

	it('leave the page the first rows and what they refer to', () => {
		const { first } = site;
		const start = joined(first);
		expect(start.events.map(({ id }) => id)).toEqual(catalogue.events.slice(0, 200).map(({ id }) => id));
		expect(first.places.length).toBeLessThan(300);
		expect(first.sources.length).toBeLessThan(200);
		expect(first.actors).toEqual(dataset.actors);
		expect(parseDates(first).size).toBeLessThan(800);
		expect(manifest).toMatchObject({ rows: 3_000, extent: catalogue.extent });
		expect(manifest.undated).toBe(catalogue.events.filter(({ when }) => when === null).length);
	});
});

describe('opening', () => {
	it('gives columns, names and joins as the whole dataset has them', async () => {
		const { asked, fetch } = host();
		const { columns, head, joins } = await opened(fetch);
		expect(asked.sort()).toEqual(['columns.bin', 'names.json']);
		expect(columns).toEqual(createColumns(catalogue));
		expect({ ...head, events: dataset.events }).toEqual(dataset);
		expect(joins.dateOf('2019-05')).toEqual(dateOf('2019-05'));
	});

	it.each([
		['missing', new Map([...files].filter(([name]) => name !== 'columns.bin')), 'columns.bin'],
		['damaged', withFile('columns.bin', '<!doctype html>'), 'columns.bin'],
		['damaged', withFile('names.json', '<!doctype html>'), 'names.json'],
		['damaged', withFile('names.json', '{"places":[]}'), 'names.json']
	] as const)('says what is %s', async (reason, has, file) => {
		const result = await openPaged(manifest, site.first, 'https://example.org', host(has).fetch);
		expect(result).toEqual({ ok: false, fault: { reason, file } });
	});

	it('tells which events were merged or withdrawn', async () => {
		const [first, second, ...others] = dataset.events;
		if (first === undefined || second === undefined) throw new Error('There are events.');
		const events = [{ ...first, mergedInto: second.id }, { ...second, withdrawn: { en: 'Not so.' } }, ...others];
		for (const { name, content } of createPagedSite({ ...dataset, events }).files()) {
			if (name !== 'names.json') continue;
			const { gone } = await opened(host(withFile(name, String(content))).fetch);
			expect([...gone]).toEqual([
				[first.id, null],
				[second.id, null]
			]);
			break;
		}
		expect((await opened(host().fetch)).gone.size).toBe(0);
	});

	it('says when nobody answers', async () => {
		const result = await openPaged(manifest, site.first, 'https://example.org', () =>
			Promise.reject(new TypeError('Failed to fetch'))
		);
		expect(result).toMatchObject({ ok: false, fault: { reason: 'offline' } });
	});

	it('tells how far it is, and gives up when asked to', async () => {
		const shares: number[] = [];
		const content = files.get('columns.bin') ?? '';
		const fetch: Fetch = (url, init) => {
			init.signal?.throwIfAborted();
			if (!url.endsWith('columns.bin')) return host().fetch(url, init);
			const headers = { 'content-length': String(content.length) };
			return Promise.resolve(new Response(typeof content === 'string' ? content : content.slice(), { headers }));
		};
		const progress = (share: number): void => void shares.push(share);
		await openPaged(manifest, site.first, 'https://example.org', fetch, { progress });
		expect(shares.at(-1)).toBe(1);
		expect(shares).toEqual(shares.toSorted((a, b) => a - b));
		const signal = AbortSignal.abort();
		await expect(openPaged(manifest, site.first, 'https://example.org', fetch, { signal })).rejects.toThrow(/abort/i);
	});
});

describe('records', () => {
	it('are those of the whole catalogue, each page fetched once', async () => {
		const { asked, fetch } = host();
		const { pages } = await opened(fetch);
		expect(pages.at(0)).toBe(null);
		let arrivals = 0;
		const stop = pages.onArrival(() => arrivals++);
		await Promise.all([pages.load([5, 6, 700]), pages.load([7, 701])]);
		expect(asked.filter((name) => name.startsWith('rows/')).sort()).toEqual(['rows/0.json', 'rows/2.json']);
		expect(arrivals).toBe(2);
		stop();
		expect(await pages.load(catalogue.events.map(({ row }) => row))).toEqual({ ok: true, value: null });
		expect(arrivals).toBe(2);
		expect(new Set(asked).size).toBe(asked.length);
		expect(catalogue.events.map(({ row }) => pages.at(row))).toEqual(catalogue.events);
		expect(await pages.load([-1, 3_000])).toEqual({ ok: true, value: null });
		expect(pages.at(3_000)).toBe(null);
	});

	it('are found by their ids, and others are not', async () => {
		const { pages } = await opened(host().fetch);
		for (const { id, row } of catalogue.events.filter(({ row }) => row % 97 === 0))
			expect(await pages.findRow(id)).toEqual({ ok: true, value: row });
		for (const id of ['event-0', 'event-3001', ''])
			expect(await pages.findRow(id as EventId)).toEqual({ ok: true, value: null });
	});

	it('are asked for again after a fault', async () => {
		const has = new Map<string, string | Uint8Array>([...files, ['rows/1.json', '[]']]);
		const { pages } = await opened(host(has).fetch);
		expect(await pages.load([300])).toEqual({ ok: false, fault: { reason: 'damaged', file: 'rows/1.json' } });
		has.delete('rows/1.json');
		expect(await pages.load([300])).toEqual({ ok: false, fault: { reason: 'missing', file: 'rows/1.json' } });
		has.set('rows/1.json', files.get('rows/2.json') ?? '');
		expect(await pages.load([300])).toEqual({ ok: true, value: null });
	});

	it('are refused when they refer to what is not there', async () => {
		const records = JSON.parse(String(files.get('rows/0.json'))) as { places: { place: string }[] }[];
		for (const place of records.flatMap(({ places }) => places)) place.place = 'nowhere';
		const { pages } = await opened(host(withFile('rows/0.json', JSON.stringify(records))).fetch);
		expect(await pages.load([0])).toEqual({ ok: false, fault: { reason: 'damaged', file: 'rows/0.json' } });
	});

	it('leave when there are too many, those first that were used longest ago', async () => {
		const { fetch } = host();
		const pages = createPages(manifest, catalogue, createFiles('https://example.org/data', fetch), 2);
		await pages.load([0]);
		await pages.load([256]);
		pages.at(0);
		await pages.load([512]);
		expect([0, 256, 512].map((row) => pages.at(row)?.row)).toEqual([0, undefined, 512]);
	});

	it('stop being waited for, and still come for others', async () => {
		const { pages } = await opened(host().fetch);
		const controller = new AbortController();
		const [first, second] = [pages.load([0], controller.signal), pages.load([0])];
		controller.abort();
		await expect(first).rejects.toThrow(/abort/i);
		expect(await second).toEqual({ ok: true, value: null });
	});
});

describe('words', () => {
	const texts = catalogue.events.map(({ event }) => ownText(event));
	const brute = (all: readonly string[], word: string) =>
		Uint32Array.from(all.flatMap((text, row) => (text.includes(word) ? [row] : [])));
	const indexOf = (all: readonly string[]) => {
		const { list, files: parts } = indexWords(all);
		const has = new Map<string, string | Uint8Array>([['words/list.json', JSON.stringify(list)]]);
		parts.forEach((part, i) => has.set(`words/${i}.bin`, part));
		return createWordIndex(all.length, createFiles('https://example.org/data', host(has).fetch));
	};

	it('of a dataset are found in exactly the rows that have them', async () => {
		const { words } = await opened(host().fetch);
		for (const word of [
			'a',
			'ri',
			'bridge',
			'households',
			'карв',
			'ال',
			':',
			'34',
			'no such word',
			'zz',
			'12.'
		].flatMap(queryWords))
			expect(await words.rowsWith(word), word).toEqual({ ok: true, value: brute(texts, word) });
	});

	it('of any texts are found in exactly the rows that have them', async () => {
		// Few letters, so that much is found; among them what folds, halves of surrogate pairs, and white space of many kinds.
		const unit = fc.constantFrom(
			'a',
			'b',
			'É',
			'ß',
			'ﬁ',
			'İ',
			'¨',
			'ʿ',
			'\ud800',
			'😀',
			' ',
			'\u2003',
			'\n',
			'\u0640',
			'ع'
		);
		const text = fc.string({ unit, maxLength: 12 }).map(foldText);
		await fc.assert(
			fc.asyncProperty(
				fc.array(text, { maxLength: 40 }),
				fc.string({ unit, minLength: 1, maxLength: 3 }),
				async (all, query) => {
					const index = indexOf(all);
					for (const word of queryWords(query))
						expect(await index.rowsWith(word)).toEqual({ ok: true, value: brute(all, word) });
				}
			)
		);
	});

	it('that are short and everywhere have rows of their own', async () => {
		// Forty thousand pieces with an "e", each in one row.
		const all = Array.from({ length: 40_000 }, (_, row) => `e${row.toString(36)} x`);
		const { list, files: parts } = indexWords(all);
		expect(list.short.split('\n')).toContain('e');
		const has = new Map<string, string | Uint8Array>([['words/list.json', JSON.stringify(list)]]);
		parts.forEach((part, i) => has.set(`words/${i}.bin`, part));
		const { asked, fetch } = host(has);
		const index = createWordIndex(all.length, createFiles('https://example.org/data', fetch));
		expect(await index.rowsWith('e')).toEqual({ ok: true, value: brute(all, 'e') });
		expect(asked.length).toBe(2);
		expect(await index.rowsWith('e1')).toEqual({ ok: true, value: brute(all, 'e1') });
		expect(await index.rowsWith('ex')).toEqual({ ok: true, value: brute(all, 'ex') });
	});

	it('say what is missing, how far they are, and stop when asked to', async () => {
		const { words } = await opened(host(new Map([...files].filter(([name]) => name !== 'words/0.bin'))).fetch);
		expect(await words.rowsWith('a')).toMatchObject({ ok: false, fault: { reason: 'missing', file: 'words/0.bin' } });
		const shares: number[] = [];
		const whole = (await opened(host().fetch)).words;
		await whole.rowsWith('a', { progress: (share) => shares.push(share) });
		expect(shares.at(-1)).toBe(1);
		const fetch: Fetch = (_url, { signal }) => Promise.reject(signal?.reason as Error);
		const stopped = createWordIndex(1, createFiles('', fetch));
		await expect(stopped.rowsWith('a', { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
	});
});
