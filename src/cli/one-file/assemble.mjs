/** The page that Kit has written, made complete: what it needs stands in it, and a policy of its own lets it ask nobody for anything. */
import { createHash } from 'node:crypto';

/**
 * @typedef {{ name: string, type: string, content: Buffer, gzip?: boolean }} Inside A file in the page: `name` is its path below the site's
 *   root; `gzip`: that is how it is in it.
 * @param {string} html As Kit has written it, with scripts and styles in it.
 * @param {{ icon: string, files: readonly Inside[], directions: Readonly<Record<string, 'ltr' | 'rtl'>> }} parts `icon`: SVG; `directions`: of
 *   writing, by language.
 * @returns {string} Throws a sentence for a page that is not as expected.
 */
export function assemble(html, { icon, files, directions }) {
	let page = html.replaceAll('\r\n', '\n');
	const put = (/** @type {RegExp} */ where, /** @type {(found: string) => string} */ what) => {
		if (!where.test(page)) throw new Error(`The page has no ${where}: see src/cli/one-file/assemble.mjs.`);
		page = page.replace(where, what);
	};
	page = page.replace(
		/\n?[\t ]*<link (?![^>]*rel="icon")[^>]*>|\n?[\t ]*<meta (?:property|name)="(?:og|twitter):[^>]*>/g,
		''
	);
	page = page.replace(
		/(<script>)([\s\S]*?)(<\/script>)/g,
		(_, open, code, close) => `${open}${harmless(code)}${close}`
	);
	// Here fonts are there at once, but not before they are read.
	page = page.replaceAll('font-display:optional', 'font-display:block');
	put(
		/<link rel="icon"[^>]*>/,
		() => `<link rel="icon" type="image/svg+xml" href="${dataUrl('image/svg+xml', icon)}" />`
	);
	put(/<script>/, (tag) => `${script(chooseLanguage(directions))}\n\t\t${tag}`);
	put(/<body[^>]*>/, (tag) => `${tag}\n${files.map(blockOf).join('\n')}`);
	// Kit's own script, the last one, begins where the part that it takes over ends.
	const start = page.lastIndexOf('<script>');
	page = `${page.slice(0, start)}${script(FORGET_OTHER)}${page.slice(start)}`;
	refuseLinks(page);
	const policy = `<meta http-equiv="content-security-policy" content="${policyOf(page)}" />`;
	put(/<meta charset="utf-8" \/>/, (tag) => `${tag}\n\t\t${policy}`);
	return page;
}

const SCRIPTS = /<script[^>]*>[\s\S]*?<\/script>/g;
const STYLES = /<style>([\s\S]*?)<\/style>/g;

/** @param {Readonly<Record<string, string>>} directions */
function chooseLanguage(directions) {
	return `(function (root, directions) {
				var tag = new URLSearchParams(location.search).get('lang');
				if (!Object.hasOwn(directions, tag) || tag === root.lang) return;
				root.lang = tag;
				root.dir = directions[tag];
				root.dataset.other = '';
			})(document.documentElement, ${JSON.stringify(directions)});`;
}

/** What was written beforehand is in the first language: in another one the page is written by its script. */
const FORGET_OTHER = `if ('other' in document.documentElement.dataset) document.currentScript.parentElement.replaceChildren();`;

/** @param {string} code */
const script = (code) => `<script>${code}</script>`;

/** @param {Inside} file */
function blockOf({ name, type, content, gzip = false }) {
	return `<script type="${type};base64" data-file="${name}"${gzip ? ' data-gzip' : ''}>${content.toString('base64')}</script>`;
}

/**
 * @param {string} type
 * @param {string} text
 */
const dataUrl = (type, text) => `data:${type};base64,${Buffer.from(text).toString('base64')}`;

/**
 * A script in which nothing ends it, or is taken for the beginning of another: between `<!--` and `<script` a browser would not find its end.
 *
 * @param {string} code
 */
const harmless = (code) => code.replaceAll('<!--', '\\x3c!--').replace(/<(?=script)/gi, '\\x3c');

/** @param {string} page */
function refuseLinks(page) {
	const markup = page.replace(SCRIPTS, (whole) => whole.slice(0, whole.indexOf('>') + 1)).replace(STYLES, '');
	const found = /<(?:script|img|link|iframe|source|video|audio)\b[^>]*\s(?:src|srcset)="(?!data:)[^"]*"/.exec(markup);
	if (found !== null) throw new Error(`The page still asks for a file: ${found[0]}`);
	const sheet = /url\((?!["']?(?:data:|#))[^)]*\)/.exec(page.replace(SCRIPTS, '').match(STYLES)?.join('') ?? '');
	if (sheet !== null) throw new Error(`A style still asks for a file: ${sheet[0]}`);
}

/**
 * Nothing may be fetched at all: scripts and styles are those that stand in the page, by their content.
 *
 * @param {string} page
 */
function policyOf(page) {
	const hashes = (/** @type {RegExp} */ tags, text = page) =>
		[...new Set([...text.matchAll(tags)].map(([, text = '']) => hashOf(text)))].join(' ');
	return [
		`default-src 'none'`,
		`script-src ${hashes(/<script>([\s\S]*?)<\/script>/g)}`,
		`style-src ${hashes(STYLES, page.replace(SCRIPTS, ''))}`,
		'img-src data:',
		'font-src data:',
		'worker-src data:',
		`base-uri 'none'`,
		`form-action 'none'`
	].join('; ');
}

/** @param {string} text */
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
