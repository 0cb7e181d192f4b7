import { filesOf, isHeadOf, isOurPage, pageKey, planFor, withAbsoluteLinks, type Plan } from './plan.ts';
import { partOf } from './range.ts';
import { surplusOf, type Kept } from './surplus.ts';

/** What the keeper has of the browser, and knows of the site. */
export interface World {
	readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete'>;
	readonly fetch: (request: Request | string, init?: RequestInit) => Promise<Response>;
	/** Address of the site's root, absolute, with a slash at its end. */
	readonly root: string;
	/** Every file of this version whose name changes with its content, absolute. */
	readonly files: readonly string[];
	/** The basemap, absolute; `null`: the site has none of its own. */
	readonly basemap: string | null;
	/** The page that says that there is no network, for an address in whose language it is. */
	readonly noticeFor: (url: string) => string;
	/** All of them. */
	readonly notices: readonly string[];
}

/** How much is kept; a browser may keep less, and drops all of a site's at once. */
const MOST = { pages: 40, data: 2000, dataBytes: 64 * 2 ** 20 };
/** Changes when what is kept is kept in another way: what is older is then dropped. */
const FORMAT = 1;
/** Files of large datasets that are kept before it is looked how many there are: that takes longer than keeping one. */
const TIDY_EVERY = 25;
/** How many bytes there are of a copy; a header of ours. */
const BYTES = 'x-chronotope-bytes';

type Shelf = 'pages' | 'files' | 'data' | 'map';

/** Keeps copies of what was opened, and answers with them. Nothing it does fails for want of room: it is then not kept. */
export class Keeper {
	readonly #world: World;
	/** The basemap, once it was asked for: it is cut many times. */
	#map: { readonly file: Blob; readonly headers: Headers } | null = null;
	#puts = 0;

	constructor(world: World) {
		this.#world = world;
	}

	/**
	 * `null`: the browser answers by itself. `preload`: what the browser has asked for meanwhile. `later`: what goes on after the
	 * answer. Rejects as `fetch` does where there is neither network nor copy, but for pages, which are then a notice.
	 */
	answer(
		request: Request,
		preload: Promise<Response | undefined>,
		later: (work: Promise<unknown>) => void
	): Promise<Response> | null {
		const plan = planFor(request, this.#world.root);
		switch (plan.kind) {
			case 'pass':
				return null;
			case 'page':
				return this.#page(request, plan.key, preload, later);
			case 'asset':
				return this.#networkFirst(request, plan, later);
			case 'map':
				return this.#part(request, plan.key);
			case 'file':
			case 'data':
				return this.#copyFirst(request, plan, later);
		}
	}

	/** What a reader without a network sees of a page that was not opened before. */
	async install(): Promise<void> {
		await Promise.allSettled(
			this.#world.notices.map(async (url) => {
				const html = await this.#keepPage(url);
				for (const file of filesOf(html ?? '', url)) await this.#keepFile('files', file);
			})
		);
	}

	/**
	 * The pages that are kept become those of this version, and what only older ones need goes. Without a network all stays.
	 * To be called when no page of an older version is open.
	 */
	async renew(): Promise<void> {
		const { caches, files } = this.#world;
		for (const name of await caches.keys())
			if (name.startsWith(this.#prefix) && !name.startsWith(this.#name(''))) await caches.delete(name);
		const current = new Set(files);
		const pages = await this.#shelf('pages');
		for (const { url } of await pages.keys()) {
			const response = await this.#fetched(url);
			if (response === null) return;
			if (response.status === 404 || response.status === 410) await pages.delete(url);
			if (!response.ok) continue;
			for (const file of filesOf((await this.#putPage(url, response)) ?? '', url)) {
				current.add(file);
				await this.#keepFile('files', file);
			}
		}
		await this.#renewMap();
		const shelf = await this.#shelf('files');
		for (const { url } of await shelf.keys()) if (!current.has(url)) await shelf.delete(url);
	}

	/** Keeps a page that is open with what it has loaded; `all`: and with what it may yet load. */
	async keep(page: string, loaded: readonly string[], all: boolean): Promise<void> {
		const { root, files, basemap } = this.#world;
		const key = pageKey(page);
		if ((await this.#copy('pages', key)) === undefined) await this.#keepPage(key);
		for (const url of loaded) {
			const plan = planFor({ method: 'GET', url, mode: 'cors', destination: 'script' }, root);
			if (plan.kind === 'file' || plan.kind === 'data') await this.#keepFile(SHELVES[plan.kind], plan.key);
			if (plan.kind === 'asset' && (await this.#copy('pages', plan.key)) === undefined) {
				const response = await this.#fetched(plan.key);
				if (response !== null) await this.#put('pages', plan.key, response);
			}
		}
		if (!all) return;
		// Fonts of every script too: the map has names that this view of it did not show.
		for (const url of files) await this.#keepFile('files', url);
		if (basemap !== null) await this.#keepFile('map', basemap);
	}

	async #page(
		request: Request,
		key: string,
		preload: Promise<Response | undefined>,
		later: (work: Promise<unknown>) => void
	): Promise<Response> {
		let failed: Response | null = null;
		try {
			const response = (await preload) ?? (await this.#world.fetch(request));
			if (response.status < 500) {
				if (response.status === 200 && !response.redirected) later(this.#putPage(key, response.clone()));
				return response;
			}
			failed = response;
		} catch {
			// There is no network.
		}
		return (await this.#copy('pages', key)) ?? failed ?? (await this.#notice(request.url));
	}

	async #notice(url: string): Promise<Response> {
		const at = this.#world.noticeFor(url);
		const copy = await this.#copy('pages', at);
		if (copy === undefined) return Response.error();
		const headers = new Headers(copy.headers);
		for (const name of ['content-length', 'content-encoding']) headers.delete(name);
		return new Response(withAbsoluteLinks(await copy.text(), at), { status: 503, headers });
	}

	async #networkFirst(
		request: Request,
		{ key }: { readonly key: string },
		later: (work: Promise<unknown>) => void
	): Promise<Response> {
		try {
			const response = await this.#world.fetch(request);
			if (response.status === 200 && !isPage(response)) later(this.#put('pages', key, response.clone()));
			return response;
		} catch (error) {
			const copy = await this.#copy('pages', key);
			if (copy !== undefined) return copy;
			throw error;
		}
	}

	async #copyFirst(
		request: Request,
		plan: Exclude<Plan, { kind: 'pass' }>,
		later: (work: Promise<unknown>) => void
	): Promise<Response> {
		const shelf = plan.kind === 'data' ? 'data' : 'files';
		const copy = await this.#copy(shelf, plan.key);
		if (copy !== undefined) return copy;
		const response = await this.#world.fetch(request);
		// A network that wants a password first answers everything with a page.
		if (response.status === 200 && !isPage(response)) later(this.#put(shelf, plan.key, response.clone()));
		return response;
	}

	async #part(request: Request, key: string): Promise<Response> {
		const isReload = request.cache === 'reload' || request.cache === 'no-store';
		const kept = await this.#wholeMap(key);
		if (kept === null) return this.#world.fetch(request);
		const header = request.headers.get('range');
		// Who asks in this way has found that its parts are not of one file.
		if (!isReload) return partOf(kept.file, kept.headers, header);
		return this.#world.fetch(request).catch(() => partOf(kept.file, kept.headers, header));
	}

	async #wholeMap(key: string): Promise<{ readonly file: Blob; readonly headers: Headers } | null> {
		if (this.#map !== null) return this.#map;
		const copy = await this.#copy('map', key);
		if (copy !== undefined) this.#map = { file: await copy.blob(), headers: copy.headers };
		return this.#map;
	}

	/** Its name is the same in every version: it is fetched again only where it has changed. */
	async #renewMap(): Promise<void> {
		const { basemap } = this.#world;
		const shelf = await this.#shelf('map');
		for (const { url } of await shelf.keys()) {
			if (url !== basemap) {
				await shelf.delete(url);
				continue;
			}
			const tag = (await this.#copy('map', url))?.headers.get('etag') ?? null;
			const response = await this.#fetched(
				url,
				tag === null ? {} : { cache: 'default', headers: { 'if-none-match': tag } }
			);
			if (response?.status !== 200) continue;
			this.#map = null;
			await this.#put('map', url, response);
		}
	}

	/** Returns its text; `null`: it is not to be had, or is none of this site. */
	async #keepPage(url: string): Promise<string | null> {
		const response = await this.#fetched(url);
		return response?.status === 200 && !response.redirected ? this.#putPage(url, response) : null;
	}

	async #putPage(key: string, response: Response): Promise<string | null> {
		const again = response.clone();
		const html = isPage(response) ? await response.text() : '';
		if (!isOurPage(html)) return null;
		await this.#put('pages', key, again);
		const pages = await this.#shelf('pages');
		const kept = (await pages.keys()).map(({ url }) => ({ url, bytes: 0 }));
		const open = kept.filter(({ url }) => !this.#world.notices.includes(url));
		for (const url of surplusOf(open, 0, MOST.pages)) await pages.delete(url);
		return html;
	}

	/** Unless it is here already. */
	async #keepFile(shelf: Shelf, url: string): Promise<void> {
		if ((await this.#copy(shelf, url)) !== undefined) return;
		const response = await this.#fetched(url, { cache: 'default' });
		if (response?.status === 200 && !isPage(response)) await this.#put(shelf, url, response);
	}

	async #put(name: Shelf, key: string, response: Response): Promise<void> {
		try {
			const shelf = await this.#shelf(name);
			if (name !== 'data') return await shelf.put(key, response);
			const body = await response.blob();
			const headers = new Headers(response.headers);
			// What it says of how it came is not true of the copy any more.
			for (const past of ['content-length', 'content-encoding']) headers.delete(past);
			headers.set(BYTES, String(body.size));
			await shelf.put(key, new Response(body, { headers }));
			if (++this.#puts % TIDY_EVERY === 0) await tidy(shelf, key);
		} catch {
			// There is no room, or the browser keeps nothing here: then it is not kept.
		}
	}

	async #copy(name: Shelf, key: string): Promise<Response | undefined> {
		try {
			return await (await this.#shelf(name)).match(key, { ignoreVary: true });
		} catch {
			return undefined;
		}
	}

	/** `null`: there is no network. */
	async #fetched(url: string, init: RequestInit = {}): Promise<Response | null> {
		try {
			return await this.#world.fetch(url, { cache: 'no-cache', priority: 'low', ...init });
		} catch {
			return null;
		}
	}

	/** One origin may hold several sites, each in a folder. */
	get #prefix(): string {
		return `chronotope ${this.#world.root} `;
	}

	#name(shelf: string): string {
		return `${this.#prefix}${FORMAT} ${shelf}`;
	}

	#shelf(shelf: Shelf): Promise<Cache> {
		return this.#world.caches.open(this.#name(shelf));
	}
}

const SHELVES = { file: 'files', data: 'data' } as const;

function isPage(response: Response): boolean {
	return (response.headers.get('content-type') ?? '').startsWith('text/html');
}

/**
 * Drops what is more than there is room for, the oldest first; of the dataset that `key` is of, never what it cannot be opened
 * without, which came before all else.
 */
async function tidy(shelf: Cache, key: string): Promise<void> {
	const sizes: Kept[] = [];
	for (const { url } of await shelf.keys()) {
		if (isHeadOf(url, key)) continue;
		const copy = await shelf.match(url, { ignoreVary: true });
		sizes.push({ url, bytes: Number(copy?.headers.get(BYTES) ?? 0) });
	}
	for (const url of surplusOf(sizes, MOST.dataBytes, MOST.data)) await shelf.delete(url);
}
