/** What of the site is cached, and how it is sent. Every file that a host reads is made from this list. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whatever has no name of its content: kept, and asked for again before each use. */
export const REVALIDATED = 'no-cache';
/** Its name changes with its content. */
export const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * `path` from the site's root: a file, or with `*` at its end all that begins so. The map is read in ranges, which count its
 * own bytes: no host on the way may compress it (`no-transform`).
 *
 * @type {readonly { readonly path: string, readonly headers: Readonly<Record<string, string>> }[]}
 */
export const RULES = [
	{ path: '/_app/immutable/*', headers: { 'Cache-Control': FOR_EVER } },
	{
		path: '/basemap.pmtiles',
		headers: { 'Cache-Control': `${REVALIDATED}, no-transform`, 'Content-Type': 'application/vnd.pmtiles' }
	}
];

/**
 * Types that not every host knows by the end of a name.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const TYPES = {
	'.atom': 'application/atom+xml',
	'.geojson': 'application/geo+json',
	'.ics': 'text/calendar',
	'.mjs': 'text/javascript',
	'.pmtiles': 'application/vnd.pmtiles',
	'.webmanifest': 'application/manifest+json',
	'.woff2': 'font/woff2'
};

/**
 * @typedef {{ path: string, headers: Record<string, string> }} Rule
 * @typedef {{ site: Record<string, string>, rules: readonly Rule[] }} Headers `site`: of every answer.
 */

/**
 * The file `_headers`, as Netlify and Cloudflare Pages read it, and our own server: a path, and under it, indented, what is
 * sent with it. Where several paths fit, all of theirs are; no header stands in two of them.
 *
 * @param {Record<string, string>} site
 * @returns {string}
 */
export function writeHeaders(site) {
	const blocks = [{ path: '/*', headers: site }, ...RULES].map(({ path, headers }) =>
		[path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n')
	);
	return `${blocks.join('\n')}\n`;
}

/**
 * @param {string} text Of a file `_headers`.
 * @returns {Headers}
 */
export function readHeaders(text) {
	/** @type {Rule[]} */
	const rules = [];
	for (const line of text.split('\n')) {
		const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
		if (name !== undefined && value !== undefined) Object.assign(rules.at(-1)?.headers ?? {}, { [name]: value });
		else if (line.startsWith('/')) rules.push({ path: line.trim(), headers: {} });
	}
	return {
		site: rules.find(({ path }) => path === '/*')?.headers ?? {},
		rules: rules.filter(({ path }) => path !== '/*')
	};
}

/**
 * The headers of a built site; `null`: it is none, or one of an older build.
 *
 * @param {string} folder
 * @returns {Headers | null}
 */
export function headersOfSite(folder) {
	try {
		return readHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
	} catch {
		return null;
	}
}

/** @type {(rule: { readonly path: string }, path: string) => boolean} */
export const fits = ({ path: pattern }, path) =>
	pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

/**
 * What an answer is sent with, by a host that reads the file.
 *
 * @param {Headers} headers
 * @param {string} path From the site's root, beginning with a slash.
 * @returns {Record<string, string>}
 */
export function headersAt({ site, rules }, path) {
	return Object.assign({ ...site }, ...rules.filter((rule) => fits(rule, path)).map(({ headers }) => headers));
}
