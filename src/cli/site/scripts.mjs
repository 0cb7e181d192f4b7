/**
 * Pages whose scripts are the same text in each of them. Kit writes into each page what starts it, with its data in it, which a
 * strict policy has to allow by a hash for each page, and no header could for all of them. Here the data become a block of
 * JSON, which is never run, and what starts the page says nothing of it. Then two hashes, of this script and of the one
 * before the first paint, are enough for every page and for a header, and change with the code alone, not with the data.
 *
 * As files both would need no hash. But the early one would hold up the first paint: by 0.2 s on a slow connection.
 */
import { createHash } from 'node:crypto';
import { jsonBlock, packData } from './page-data.mjs';

const KIT_START =
	/<script>\s*\{\s*(__sveltekit_\w+) = \{\s*base: new URL\("[^"]*", location\)\.pathname\.slice\(0, -1\)\s*\};\s*const element = document\.currentScript\.parentElement;\s*Promise\.all\(\[\s*import\("([^"]+)"\),\s*import\("([^"]+)"\)\s*\]\)\.then\(\(\[kit, app\]\) => \{\s*kit\.start\(app, element, (\{[\s\S]*\})\);\s*\}\);\s*\}\s*<\/script>/;

/**
 * As Kit's own lines do, but that all that differs from page to page and from build to build stands elsewhere: the data in the
 * block before it, the names of the scripts in their preloads, and the root of the site in the address of one of them.
 */
export const START_SCRIPT = `
				(function (block) {
					var page = JSON.parse(block.textContent);
					var addressOf = function (name) {
						return document.querySelector('link[rel="modulepreload"][href*="/_app/immutable/entry/' + name + '."]').href;
					};
					page.maps.forEach(function (path) {
						var last = path.pop();
						var holder = path.reduce(function (value, key) {
							return value[key];
						}, page.start);
						holder[last] = new Map(holder[last]);
					});
					window[page.global] = { base: new URL('../../..', addressOf('start')).pathname.slice(0, -1) };
					Promise.all([import(addressOf('start')), import(addressOf('app'))]).then(function (loaded) {
						loaded[0].start(loaded[1], block.parentElement, page.start);
					});
				})(document.getElementById('page-data'));
			`;

/** @type {(code: string) => string} */
const hashOf = (code) => `sha256-${createHash('sha256').update(code).digest('base64')}`;
/** The policy names it in pages too that have nothing to start: it is one for all. */
export const START_HASH = hashOf(START_SCRIPT);

/**
 * @param {string} html A page as Kit has written it.
 * @returns {{ html: string, hashes: readonly string[] }} `hashes`: of the scripts in it, `sha256-...`. Throws a sentence for a
 *   page that is written otherwise.
 */
export function settleScripts(html) {
	const [whole, global, kit = '', app = '', options] = KIT_START.exec(html) ?? [];
	if (whole === undefined) return { html, hashes: hashesIn(html, 1) };
	for (const path of [kit, app]) {
		if (!html.includes(`<link href="${path}" rel="modulepreload">`))
			throw new Error(`A page does not preload ${path}, by which it starts: see src/hooks.server.ts.`);
	}
	const block = jsonBlock({ global, ...packData(evaluate(options)) });
	const tags = `<script type="application/json" id="page-data">${block}</script>\n\t\t\t<script>${START_SCRIPT}</script>`;
	// As a function: in a replacement text `$` would mean something.
	const settled = html.replace(whole, () => tags);
	return { html: settled, hashes: hashesIn(settled, 2) };
}

/**
 * What Kit has written as an expression of JavaScript, made by the build itself of data that the build has read.
 *
 * @param {string | undefined} expression
 * @returns {object}
 */
function evaluate(expression) {
	return new Function(`"use strict"; return (${expression});`)();
}

/**
 * Other scripts than the early one and the start must be files or blocks of data.
 *
 * @param {string} html
 * @param {number} most
 */
function hashesIn(html, most) {
	const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
	const inline = scripts.filter(
		([, attributes = '']) => !/\ssrc=/.test(attributes) && !/\stype="application\/(?:ld\+)?json"/.test(attributes)
	);
	const strange = inline.find(([tag], index) => index >= most || !tag.startsWith('<script>'));
	if (strange !== undefined || (most === 1 && inline.some(([, , code = '']) => /\bkit\.|__sveltekit/.test(code)))) {
		const text = (strange ?? inline[0])?.[0].slice(0, 200);
		throw new Error(`A page has a script in it that is not as expected: see src/cli/site/scripts.mjs. ${text}`);
	}
	return inline.map(([, , code = '']) => hashOf(code));
}
