/** What a person typed after a command that takes a dataset or files of other formats. Node built-ins only. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { LaunchError, ROOT } from './child.mjs';

/** How many problems are printed: so many, all of them (`Infinity`), or the first of each kind. */
/** @typedef {number | 'few'} Limit */

/**
 * npm runs scripts in the project's folder; INIT_CWD is where the person stands, and what their paths are relative to.
 *
 * @param {string} name
 */
export function resolveTyped(name) {
	return path.resolve(process.env.INIT_CWD ?? process.cwd(), name);
}

/**
 * Files and folders, `--mapping FILE`, `--max-errors N` and what options a command has beside. Throws a LaunchError with exit
 * code 2 that says what is wrong with them.
 *
 * @param {string} usage How the command is used, on one line.
 * @param {NonNullable<import('node:util').ParseArgsConfig['options']>} [own]
 * @param {{ args?: readonly string[], fallback?: string | null }} [options] `fallback`: what is meant when nothing is named,
 *   absolute; `null`: something has to be named.
 * @returns {{ paths: string[], mapping: string | null, limit: Limit, values: Record<string, any> }} Paths are absolute.
 */
export function dataArguments(
	usage,
	own = {},
	{ args = process.argv.slice(2), fallback = path.join(ROOT, 'data') } = {}
) {
	const refuse = (/** @type {string} */ why) => new LaunchError(`${why}\n${usage}`, 2);
	/** @type {{ values: Record<string, any>, positionals: string[] }} */
	let parsed;
	try {
		const options = {
			...own,
			mapping: { type: 'string' },
			'max-errors': { type: 'string' },
			help: { type: 'boolean' }
		};
		parsed = parseArgs({ args: [...args], allowPositionals: true, options: /** @type {any} */ (options) });
	} catch (error) {
		throw refuse(error instanceof Error ? error.message : String(error));
	}
	const { values, positionals } = parsed;
	if (values.help) throw new LaunchError(usage, 0);
	const { mapping, 'max-errors': most = 'few' } = values;
	if (!/^(?:few|all|\d{1,15})$/.test(most)) throw refuse('--max-errors needs a number, or "all".');
	if (positionals.length === 0 && fallback === null) throw refuse('Name the files to read.');
	const paths = positionals.length === 0 ? [fallback ?? ''] : positionals.map(resolveTyped);
	for (const named of paths) requireInput(named);
	return {
		paths,
		mapping: mapping === undefined ? null : requireFile(resolveTyped(mapping)),
		limit: most === 'few' ? most : most === 'all' ? Infinity : Number(most),
		values
	};
}

/** @param {string} named */
function requireInput(named) {
	if (!existsSync(named)) throw missing(named, 'file or folder');
	if (!statSync(named).isDirectory()) return;
	const names = readdirSync(named).filter((name) => !name.startsWith('.'));
	if (names.some((name) => name === 'events' || isFile(path.join(named, name)))) return;
	throw new LaunchError(`There are no files in the folder ${named}: put some into it, or name another one.`, 2);
}

/** @param {string} named */
function requireFile(named) {
	if (isFile(named)) return named;
	throw missing(named, 'file');
}

/** @param {string} named */
function isFile(named) {
	return statSync(named, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * @param {string} named
 * @param {string} what
 */
function missing(named, what) {
	const similar = similarTo(named);
	return new LaunchError(`There is no ${what} ${named}.${similar === null ? '' : ` Did you mean ${similar}?`}`, 2);
}

/**
 * What lies in the same folder and differs only in upper and lower case, in how accents are stored, or in its ending.
 *
 * @param {string} named
 * @returns {string | null}
 */
function similarTo(named) {
	const folder = path.dirname(named);
	if (!existsSync(folder) || !statSync(folder).isDirectory()) return null;
	const plain = (/** @type {string} */ name) =>
		name
			.normalize('NFKD')
			.replace(/\p{M}|[\s_-]/gu, '')
			.toLowerCase();
	const stem = (/** @type {string} */ name) => plain(path.parse(name).name);
	const wanted = path.basename(named);
	const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
	const found =
		names.find((name) => plain(name) === plain(wanted)) ?? names.find((name) => stem(name) === stem(wanted));
	return found === undefined ? null : path.join(folder, found);
}
