/**
 * The last step of a build: Kit's static adapter writes the site, and then the pages are made such that one policy fits all
 * of them, what hosts read is laid beside, and only then is everything compressed.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import adapterStatic from '@sveltejs/adapter-static';
import { hostFiles } from '../hosts/files.mjs';
import { frameAncestors, pagePolicy, siteHeaders } from '../hosts/policy.mjs';
import { mediaOrigins } from './media-origins.mjs';
import { withPolicy } from './page-head.mjs';
import { settleScripts, START_HASH } from './scripts.mjs';

/**
 * @param {string} folder Where the site is written.
 * @returns {import('@sveltejs/kit').Adapter}
 */
export default function adapter(folder) {
	return {
		name: 'site',
		async adapt(builder) {
			// Asked first: a mistake in it ends the build before anything is written.
			const embedding = frameAncestors(process.env.CHRONOTOPE_EMBEDDING);
			await adapterStatic({ pages: folder, strict: true }).adapt(builder);
			finishSite(folder, embedding);
			await builder.compress(folder);
		}
	};
}

/** @type {(folder: string, embedding: string) => void} */
function finishSite(folder, embedding) {
	const pages = pagesIn(folder).map((file) => ({ file, html: readFileSync(join(folder, file), 'utf8') }));
	const settled = pages.map(({ file, html }) => ({ file, ...settleScripts(html) }));
	// The same for every page: where a reader comes from a page without media to one with, only the first one's counts.
	const policy = pagePolicy({
		scripts: [START_HASH, ...settled.flatMap(({ hashes }) => hashes)],
		media: mediaOrigins(settled.map(({ html }) => html))
	});
	for (const { file, html } of settled) writeFileSync(join(folder, file), withPolicy(html, policy));
	const headers = siteHeaders({ policy, embedding });
	for (const [name, content] of hostFiles(headers, baseIn(pages))) write(join(folder, name), content);
}

/**
 * Where the site lies on its host, as the page for what is not there says.
 *
 * @param {readonly { file: string, html: string }[]} pages
 * @returns {string} `/`, `/news/map/`.
 */
function baseIn(pages) {
	const page = pages.find(({ file }) => file === '404.html')?.html ?? '';
	return /<html [^>]*data-root="([^"]*)"/.exec(page)?.[1] ?? '/';
}

/** @type {(folder: string) => readonly string[]} */
function pagesIn(folder) {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return files.filter((file) => file.endsWith('.html')).sort();
}

/** @type {(file: string, content: string) => void} */
function write(file, content) {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, content);
}
