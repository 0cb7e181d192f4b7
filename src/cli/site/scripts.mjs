/**
 * Pages without a line of script in them. Kit writes into each page what starts it, with its data, which a strict policy
 * would have to allow by a hash for each page, and no header could for all of them. Here the data become a block of JSON,
 * which is never run; what starts the page is one file for all pages; and so is the script that comes before the first
 * paint. Then `script-src 'self'` is enough, in each page and in a header alike.
 */
import { createHash } from 'node:crypto';
import { jsonBlock, packData } from './page-data.mjs';

/** Of the site's root, without a slash before it. */
const FOLDER = '_app/immutable/entry';

const START =
	/\n?[\t ]*<script>\s*\{\s*(__sveltekit_\w+) = \{\s*base: new URL\("[^"]*", location\)\.pathname\.slice\(0, -1\)\s*\};\s*const element = document\.currentScript\.parentElement;\s*Promise\.all\(\[\s*import\("([^"]+)"\),\s*import\("([^"]+)"\)\s*\]\)\.then\(\(\[kit, app\]\) => \{\s*kit\.start\(app, element, (\{[\s\S]*\})\);\s*\}\);\s*\}\s*<\/script>/;

/**
 * @typedef {{ name: string, content: string }} Script `name`: where it lies, from the site's root.
 * @param {string} html A page as Kit has written it.
 * @returns {{ html: string, scripts: readonly Script[] }} Throws a sentence for a page that is written otherwise.
 */
export function moveScripts(html) {
	/** @type {Script[]} */
	const scripts = [];
	const root = rootOf(html);
	const early = html.replace(/<script>([\s\S]*?)<\/script>(?=[\s\S]*<\/head>)/g, (_whole, code) => {
		const script = named('early', `${code.trim().replace(/^\t\t\t/gm, '')}\n`);
		scripts.push(script);
		return `<script src="${root}${script.name}"></script>`;
	});
	const [start, global, kit, app, options] = START.exec(early) ?? [];
	if (start === undefined) return { html: refuseInline(early), scripts };
	const script = named('boot', bootScript({ global, kit: fileName(kit), app: fileName(app) }));
	scripts.push(script);
	const block = `\n\t\t\t<script type="application/json" id="page-data">${jsonBlock(packData(evaluate(options)))}</script>`;
	const tag = `<script type="module" src="${root}${script.name}"></script>`;
	// As a function: in a replacement text `$` would mean something.
	return {
		html: refuseInline(early.replace(START, () => block).replace('</head>', () => `\t${tag}\n\t</head>`)),
		scripts
	};
}

/**
 * How the page leads to the site's root: `./`, `../`; as its icon says.
 *
 * @param {string} html
 * @returns {string}
 */
function rootOf(html) {
	const [, root] = /<link rel="icon" href="([^"]*)icon\.svg"/.exec(html) ?? [];
	if (root !== undefined) return root;
	throw new Error('A page has no icon, by which it is known where the site begins: see src/app.html.');
}

/** @type {(path: string | undefined) => string} */
const fileName = (path = '') => path.slice(path.lastIndexOf('/') + 1);

/**
 * What Kit has written as an expression of JavaScript, made by the build itself of data that the build has read.
 *
 * @param {string | undefined} expression
 * @returns {{ readonly data: unknown }}
 */
function evaluate(expression) {
	return new Function(`"use strict"; return (${expression});`)();
}

/**
 * Starts every page of the site: as Kit's own lines in a page do, but that the data come from the block beside, and the root
 * of the site from where this file lies.
 *
 * @param {{ global: string | undefined, kit: string, app: string }} names
 */
function bootScript({ global, kit, app }) {
	return `const block = document.getElementById('page-data');
globalThis.${global} = { base: new URL('../../..', import.meta.url).pathname.slice(0, -1) };
const [kit, app] = await Promise.all([import('./${kit}'), import('./${app}')]);
const { maps, ...page } = JSON.parse(block.textContent);
for (const path of maps) {
	const last = path.pop();
	const holder = path.reduce((value, key) => value[key], page);
	holder[last] = new Map(holder[last]);
}
kit.start(app, block.parentElement, page);
`;
}

/** @type {(stem: string, content: string) => Script} */
function named(stem, content) {
	const hash = createHash('sha256').update(content).digest('base64url').slice(0, 8);
	return { name: `${FOLDER}/${stem}.${hash}.js`, content };
}

/**
 * What is left must be files or blocks of data: the policy forbids the rest, and a page would stand still.
 *
 * @param {string} html
 */
function refuseInline(html) {
	for (const [tag = '', attributes = ''] of html.matchAll(/<script\b([^>]*)>/g)) {
		if (/\ssrc=/.test(attributes) || /\stype="application\/(?:ld\+)?json"/.test(attributes)) continue;
		const at = html.indexOf(tag);
		throw new Error(
			`A page has a script in it that is not as expected: see src/cli/site/scripts.mjs. ${html.slice(at, at + 200)}`
		);
	}
	return html;
}
