/** `npm run build -- --single`: the whole dashboard as one file that opens from disk. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LaunchError, ROOT, runCommand } from '../child.mjs';
import { codeVersion } from '../version.mjs';
import { assemble } from './assemble.mjs';

const HOME = join(ROOT, '.svelte-kit', 'one-file');
const SITE = join(HOME, 'site');
/** Where it is written unless somebody says otherwise, absolute. */
export const SINGLE_FILE = join(ROOT, 'build-single', 'chronotope.html');

/** Of what a large dataset is made of, compressed: beyond it a browser takes too long to read the page. */
const MOST_BYTES = 40_000_000;

/**
 * @param {{ data: string, paged: string }} from `data`: the dataset's folder, checked; `paged`: what of it does not fit into a page, if that folder
 *   is there.
 * @param {string} to The file to write, absolute. What is there stays until the new one is whole.
 * @returns {Promise<number>} 0, or the exit code of the step that failed.
 */
export async function buildOneFile({ data, paged }, to) {
	const large = existsSync(paged) ? insideOf(paged) : [];
	rmSync(SITE, { recursive: true, force: true });
	const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
	const env = {
		CHRONOTOPE_DATA: data,
		CHRONOTOPE_PAGED: paged,
		CHRONOTOPE_BUILD: SITE,
		CHRONOTOPE_KIT: HOME,
		CHRONOTOPE_ONE_FILE: '1',
		CHRONOTOPE_VERSION: codeVersion()
	};
	process.stderr.write('Building the file ...\n');
	const code = await runCommand(process.execPath, [vite, 'build', '--logLevel', 'error'], { env, progress: true });
	if (code !== 0) return code;
	const page = readFileSync(join(SITE, 'index.html'), 'utf8');
	const icon = readFileSync(join(ROOT, 'static', 'icon.svg'), 'utf8');
	const html = assemble(page, {
		icon,
		files: [...staticFiles(), licences(), ...large],
		directions: directionsOf(page)
	});
	const fresh = `${to}.chronotope-new`;
	mkdirSync(dirname(to), { recursive: true });
	writeFileSync(fresh, html);
	renameSync(fresh, to);
	const sizes = [Buffer.byteLength(html), gzipSync(html).length].map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`);
	process.stderr.write(`The dashboard is in ${to}: ${sizes[0]}, ${sizes[1]} compressed\n`);
	return 0;
}

/** @returns {import('./assemble.mjs').Inside[]} Of what the site serves beside its pages, what the dashboard asks for. */
function staticFiles() {
	const folder = join(ROOT, 'static');
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => /^basemap\.pmtiles$|^templates[/\\].*\.csv$/.test(name))
		.sort()
		.map((name) => ({
			name: name.replaceAll('\\', '/'),
			type: name.endsWith('.csv') ? 'text/csv;charset=utf-8' : 'application/octet-stream',
			content: readFileSync(join(folder, name))
		}));
}

/** @returns {import('./assemble.mjs').Inside} */
function licences() {
	const content = readFileSync(join(SITE, 'licences.txt'));
	return { name: 'licences.txt', type: 'text/plain;charset=utf-8', content };
}

/**
 * @param {string} paged
 * @returns {import('./assemble.mjs').Inside[]} What the page of a large dataset would fetch.
 */
function insideOf(paged) {
	const files = readdirSync(paged, { recursive: true, encoding: 'utf8' })
		.filter((name) => /_app[/\\]immutable[/\\]/.test(name) && statSync(join(paged, name)).isFile())
		.sort();
	let bytes = 0;
	return files.map((name) => {
		const content = gzipSync(readFileSync(join(paged, name)), { level: 9 });
		bytes += content.length;
		if (bytes <= MOST_BYTES)
			return { name: name.replaceAll('\\', '/'), type: 'application/octet-stream', content, gzip: true };
		throw new LaunchError(
			`The dataset is too large for one file: its events alone take more than ${MOST_BYTES / 1e6} MB, compressed. Leave some out, or publish the site that "npm run build" makes.`,
			1
		);
	});
}

/**
 * @param {string} page
 * @returns {Record<string, 'ltr' | 'rtl'>} Of the languages that a page says the site has.
 */
function directionsOf(page) {
	const [, tags = ''] = /<html[^>]*\sdata-locales="([^"]*)"/.exec(page) ?? [];
	return Object.fromEntries(tags.split(' ').map((tag) => [tag, isRightToLeft(tag) ? 'rtl' : 'ltr']));
}

/** @param {string} tag */
function isRightToLeft(tag) {
	/** @type {any} Node 20 has a property, later ones a method. */
	const locale = new Intl.Locale(tag);
	return (locale.getTextInfo?.() ?? locale.textInfo).direction === 'rtl';
}
