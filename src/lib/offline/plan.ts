/** A request as far as it decides how it is answered. */
export interface Asked {
	readonly method: string;
	/** Absolute. */
	readonly url: string;
	/** `navigate`: the browser wants a page to show. */
	readonly mode: string;
	/** What the browser will do with it, as `Request.destination` says; empty: a script asks. */
	readonly destination: string;
}

/**
 * How a request is answered. `pass`: as if there were no worker. `page`: from the network, else the copy of it. `file`: its name
 * changes with its content, so the copy is as good. `data`: the same, of a large dataset, of which not all is kept. `map`: parts of
 * one file, cut out of the copy. `asset`: as a page, for what a page shows.
 */
export type Plan =
	| { readonly kind: 'pass' }
	| { readonly kind: 'page' | 'file' | 'data' | 'map' | 'asset'; /** Under which it is kept. */ readonly key: string };

const PASS: Plan = { kind: 'pass' };
/** What says which version is published has to come from who publishes it. */
const NEVER_KEPT = /^(?:_app\/)?version\.json$|^service-worker\.js$/;
const SHOWN: readonly string[] = ['image', 'script', 'style', 'font', 'manifest'];

/** `root`: address of the site's root, absolute, with a slash at its end. */
export function planFor({ method, url, mode, destination }: Asked, root: string): Plan {
	const path = pathBelow(url, root);
	if (method !== 'GET' || path === null || NEVER_KEPT.test(path)) return PASS;
	const key = root + path;
	if (mode === 'navigate') return { kind: 'page', key: pageKey(key) };
	if (path.startsWith('_app/immutable/data-')) return { kind: 'data', key };
	if (path.startsWith('_app/immutable/')) return { kind: 'file', key };
	if (path.endsWith('.pmtiles')) return { kind: 'map', key };
	return SHOWN.includes(destination) ? { kind: 'asset', key } : PASS;
}

/** A page by its address: a query is a view of it and no other page. */
export function pageKey(url: string): string {
	return (/^[^?#]*/.exec(url)?.[0] ?? url).replace(/\/index\.html$/, '/');
}

/** Path below the root, without query and hash; `null`: it is not of this site. */
export function pathBelow(url: string, root: string): string | null {
	const [address = ''] = url.split(/[?#]/, 1);
	return address.startsWith(root) ? address.slice(root.length) : null;
}

/** The language of an address: that of its first folder, else the first of the site. */
export function languageOf<Tag extends string>(url: string, root: string, languages: readonly [Tag, ...Tag[]]): Tag {
	const [first] = (pathBelow(url, root) ?? '').split('/', 1);
	return languages.find((tag) => tag === first) ?? languages[0];
}

/** Whether a page is of this site, and not that of a network that wants a password first. */
export function isOurPage(html: string): boolean {
	return /<html[^>]*\sdata-locales=/.test(html);
}

/** A page as it is at another address: what it links relative to its own. */
export function withAbsoluteLinks(html: string, url: string): string {
	return html.replace(
		/(\s(?:href|src)=")(\.[^"]*)"/g,
		(_, attribute: string, link: string) => `${attribute}${new URL(link, url).href}"`
	);
}

/** Scripts and style sheets that a page asks for by itself, absolute; of those alone whose names change with their content. */
export function filesOf(html: string, url: string): readonly string[] {
	const links = html.matchAll(/<(?:script|link)\s[^>]*?(?:src|href)="([^"]*_app\/immutable\/[^"]+\.(?:js|css))"/g);
	return [...new Set([...links].map(([, link = '']) => new URL(link, url).href))];
}

/** Whether a file is one that the dataset, of which `other` is a file too, cannot be opened without. */
export function isHeadOf(url: string, other: string): boolean {
	const [, folder, name = ''] = /^(.*\/data-[^/]+\/)(.*)$/.exec(url) ?? [];
	return folder !== undefined && other.startsWith(folder) && !name.includes('/');
}
