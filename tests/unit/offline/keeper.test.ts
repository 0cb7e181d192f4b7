import { describe, expect, test } from 'vitest';
import { Keeper } from '../../../src/lib/offline/keeper.ts';

const ROOT = 'https://news.example/map/';
const SCRIPT = `${ROOT}_app/immutable/chunks/a.js`;
const OLD = `${ROOT}_app/immutable/chunks/old.js`;
const MAP = `${ROOT}basemap.pmtiles`;
const NOTICE = `${ROOT}offline/`;

const page = (text: string): string =>
	`<html lang="en" data-locales="en"><script src="./_app/immutable/entry/boot.js"></script>${text}`;
const answer = (body: string, type: string, headers: object = {}, status = 200): Response =>
	new Response(body, { status, headers: { 'content-type': type, ...headers } });

/** As a browser keeps answers, in the order in which they were put. */
class Shelf {
	readonly copies = new Map<string, Response>();
	isFull = false;
	async match(key: string): Promise<Response | undefined> {
		return this.copies.get(key)?.clone();
	}
	async put(key: string, response: Response): Promise<void> {
		if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
		this.copies.delete(key);
		this.copies.set(key, response);
	}
	async keys(): Promise<readonly { readonly url: string }[]> {
		return [...this.copies.keys()].map((url) => ({ url }));
	}
	async delete(key: string): Promise<boolean> {
		return this.copies.delete(key);
	}
}

/** A reader, a network and what it has: addresses to answers. */
function world(site: Record<string, () => Response>) {
	const shelves = new Map<string, Shelf>();
	const asked: string[] = [];
	const state = { hasNetwork: true, isFull: false };
	const caches = {
		async open(name: string) {
			const shelf = shelves.get(name) ?? new Shelf();
			shelf.isFull = state.isFull;
			shelves.set(name, shelf);
			return shelf as unknown as Cache;
		},
		keys: async () => [...shelves.keys()],
		delete: async (name: string) => shelves.delete(name)
	};
	const fetch = async (request: Request | string, init: RequestInit = {}): Promise<Response> => {
		const url = (typeof request === 'string' ? request : request.url).replace(/\?.*/, '');
		const tag = new Headers(init.headers).get('if-none-match');
		asked.push(tag === null ? url : `${url} if not ${tag}`);
		if (!state.hasNetwork) throw new TypeError('Failed to fetch');
		const found = site[url]?.() ?? answer('Not found', 'text/html', {}, 404);
		return tag !== null && tag === found.headers.get('etag') ? new Response(null, { status: 304 }) : found;
	};
	const keeperOf = (files: readonly string[]) =>
		new Keeper({ caches, fetch, root: ROOT, files, basemap: MAP, noticeFor: () => NOTICE, notices: [NOTICE] });
	const ask = async (keeper: Keeper, url: string, init: { mode?: string; range?: string } = {}) => {
		const works: Promise<unknown>[] = [];
		const headers = new Headers(init.range === undefined ? {} : { range: init.range });
		// A request for a page cannot be made by hand.
		const request = { method: 'GET', url, mode: init.mode ?? 'cors', destination: '', headers, cache: 'default' };
		const given = keeper.answer(request as unknown as Request, Promise.resolve(undefined), (work) => works.push(work));
		const response = await given;
		await Promise.all(works);
		return response;
	};
	const open = (keeper: Keeper, url: string) => ask(keeper, url, { mode: 'navigate' });
	const kept = (shelf: string) =>
		[...shelves].flatMap(([name, { copies }]) => (name.endsWith(` ${shelf}`) ? [...copies.keys()] : []));
	return { keeperOf, ask, open, kept, asked, state, shelves };
}

const SITE = {
	[ROOT]: () => answer(page('first'), 'text/html'),
	[`${ROOT}ar/`]: () => answer(page('arabic'), 'text/html'),
	[NOTICE]: () => answer(page('<a href="../">Home</a>no network'), 'text/html'),
	[SCRIPT]: () => answer('a()', 'text/javascript'),
	[OLD]: () => answer('old()', 'text/javascript'),
	[`${ROOT}_app/immutable/entry/boot.js`]: () => answer('boot()', 'text/javascript'),
	[MAP]: () => answer('PMTiles and the rest', 'application/octet-stream', { etag: '"1"' })
};

describe('a page', () => {
	test('comes from the network as long as there is one, and is then kept', async () => {
		let edition = 1;
		const { keeperOf, open, state } = world({ ...SITE, [ROOT]: () => answer(page(`edition ${edition}`), 'text/html') });
		const keeper = keeperOf([]);
		expect(await (await open(keeper, `${ROOT}?event=x`))?.text()).toContain('edition 1');
		edition = 2;
		expect(await (await open(keeper, ROOT))?.text()).toContain('edition 2');
		state.hasNetwork = false;
		const copy = await open(keeper, `${ROOT}?from=2024`);
		expect(copy?.status).toBe(200);
		expect(await copy?.text()).toContain('edition 2');
	});

	test('that was never opened is a notice, with links that lead somewhere from where it stands', async () => {
		const { keeperOf, open, state } = world(SITE);
		const keeper = keeperOf([]);
		await keeper.install();
		state.hasNetwork = false;
		const notice = await open(keeper, `${ROOT}events/x/`);
		expect(notice?.status).toBe(503);
		expect(await notice?.text()).toContain(`<a href="${ROOT}">Home</a>no network`);
	});

	test('is the copy too where the host is out of order, and its own answer where there is no copy', async () => {
		const site: Record<string, () => Response> = { ...SITE };
		const { keeperOf, open } = world(site);
		const keeper = keeperOf([]);
		await open(keeper, ROOT);
		site[ROOT] = () => answer('Bad gateway', 'text/html', {}, 502);
		site[`${ROOT}ar/`] = site[ROOT];
		expect((await open(keeper, ROOT))?.status).toBe(200);
		expect((await open(keeper, `${ROOT}ar/`))?.status).toBe(502);
	});

	test('of a network that wants a password first is shown and not kept', async () => {
		const site: Record<string, () => Response> = { ...SITE, [ROOT]: () => answer('<html>Welcome!', 'text/html') };
		site[SCRIPT] = site[ROOT] ?? SITE[SCRIPT];
		const { keeperOf, open, ask, kept } = world(site);
		const keeper = keeperOf([SCRIPT]);
		expect(await (await open(keeper, ROOT))?.text()).toContain('Welcome!');
		await ask(keeper, SCRIPT);
		expect([kept('pages'), kept('files')]).toEqual([[], []]);
	});
});

describe('files', () => {
	test('whose names change with their content are asked for once', async () => {
		const { keeperOf, ask, asked } = world(SITE);
		const keeper = keeperOf([SCRIPT]);
		await ask(keeper, SCRIPT);
		expect(await (await ask(keeper, SCRIPT))?.text()).toBe('a()');
		expect(asked).toEqual([SCRIPT]);
	});

	test('that a page has loaded are kept, and only where they may be also what it may yet load', async () => {
		const { keeperOf, kept } = world(SITE);
		const sparing = keeperOf([SCRIPT, OLD]);
		await sparing.keep(`${ROOT}?a=b`, [SCRIPT, 'https://elsewhere.example/x.js'], false);
		expect([kept('pages'), kept('files'), kept('map')]).toEqual([[ROOT], [SCRIPT], []]);
		await sparing.keep(ROOT, [], true);
		expect([kept('files'), kept('map')]).toEqual([[SCRIPT, OLD], [MAP]]);
	});

	test('are not kept where there is no room, and nothing else comes of it', async () => {
		const { keeperOf, open, ask, kept, state } = world(SITE);
		state.isFull = true;
		const keeper = keeperOf([SCRIPT]);
		await keeper.install();
		expect((await open(keeper, ROOT))?.status).toBe(200);
		expect((await ask(keeper, SCRIPT))?.status).toBe(200);
		await keeper.keep(ROOT, [SCRIPT], true);
		expect([kept('pages'), kept('files'), kept('map')]).toEqual([[], [], []]);
	});

	test('of a large dataset are kept up to a limit, what it cannot be opened without for longest', async () => {
		const folder = `${ROOT}_app/immutable/data-1/`;
		const names = ['columns.bin', ...Array.from({ length: 99 }, (_, i) => `rows/${i}.json`)];
		const million = 'x'.repeat(2 ** 20);
		const { keeperOf, ask, kept } = world(
			Object.fromEntries(names.map((name) => [folder + name, () => answer(million, 'application/json')]))
		);
		const keeper = keeperOf([]);
		for (const name of names) await ask(keeper, folder + name);
		expect(kept('data')).toContain(`${folder}columns.bin`);
		expect(kept('data')).toContain(`${folder}rows/98.json`);
		expect(kept('data')).not.toContain(`${folder}rows/0.json`);
		expect(kept('data').length).toBe(1 + 64);
	});
});

describe('the map', () => {
	test('is cut out of the copy, and asked for anew by who finds its parts do not fit', async () => {
		const { keeperOf, ask, asked, state } = world(SITE);
		const keeper = keeperOf([]);
		await keeper.keep(ROOT, [], true);
		asked.length = 0;
		state.hasNetwork = false;
		const part = await ask(keeper, MAP, { range: 'bytes=0-6' });
		expect([part?.status, await part?.text(), part?.headers.get('etag')]).toEqual([206, 'PMTiles', '"1"']);
		expect(asked).toEqual([]);
	});

	test('without a copy is that of the network', async () => {
		const { keeperOf, ask, state } = world(SITE);
		const keeper = keeperOf([]);
		expect((await ask(keeper, MAP, { range: 'bytes=0-6' }))?.status).toBe(200);
		state.hasNetwork = false;
		await expect(ask(keeper, MAP, { range: 'bytes=0-6' })).rejects.toThrow('Failed to fetch');
	});
});

describe('a new version', () => {
	test('renews the pages that are kept, keeps what they need, and drops what only older ones need', async () => {
		const site: Record<string, () => Response> = { ...SITE };
		const { keeperOf, open, kept, state, shelves, asked } = world(site);
		const first = keeperOf([OLD]);
		await first.keep(ROOT, [OLD], true);
		await open(first, `${ROOT}ar/`);
		shelves.set(`chronotope ${ROOT} 0 pages`, new Shelf());
		shelves.set(`chronotope ${ROOT}other/ 0 pages`, new Shelf());
		site[ROOT] = () => answer(page('second'), 'text/html');
		site[`${ROOT}ar/`] = () => answer('Gone', 'text/html', {}, 410);
		asked.length = 0;
		await keeperOf([SCRIPT]).renew();
		expect(kept('pages')).toEqual([ROOT]);
		expect(kept('files')).toEqual([`${ROOT}_app/immutable/entry/boot.js`]);
		// The map is the same, and does not come again.
		expect(asked).toContain(`${MAP} if not "1"`);
		expect(kept('map')).toEqual([MAP]);
		expect([...shelves.keys()]).toContain(`chronotope ${ROOT}other/ 0 pages`);
		expect([...shelves.keys()]).not.toContain(`chronotope ${ROOT} 0 pages`);
		state.hasNetwork = false;
		expect(await (await open(keeperOf([SCRIPT]), ROOT))?.text()).toContain('second');
	});

	test('drops nothing while there is no network to renew it from', async () => {
		const { keeperOf, kept, state } = world(SITE);
		await keeperOf([OLD]).keep(ROOT, [OLD], true);
		state.hasNetwork = false;
		await keeperOf([SCRIPT]).renew();
		expect([kept('pages'), kept('files'), kept('map')]).toEqual([[ROOT], [OLD], [MAP]]);
	});
});
