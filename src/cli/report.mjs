/** What the commands that read data have in common: what was typed, the modules they need, how a report looks. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './child.mjs';

/**
 * What a person named, absolute. npm runs scripts in the project's folder; INIT_CWD is where the person stands.
 *
 * @param {readonly string[]} named Files or folders; none: `data/`.
 * @param {string | undefined} mapping
 * @returns {{ paths: string[], mapping: string | null } | string} A string says what is wrong with it.
 */
export function pathsNamed(named, mapping) {
	const from = process.env.INIT_CWD ?? process.cwd();
	const paths = named.length === 0 ? [path.join(ROOT, 'data')] : named.map((name) => path.resolve(from, name));
	for (const file of paths) if (!existsSync(file)) return `There is no file or folder ${file}.`;
	const mapped = mapping === undefined ? null : path.resolve(from, mapping);
	if (mapped !== null && !(existsSync(mapped) && statSync(mapped).isFile())) return `There is no file ${mapped}.`;
	return { paths, mapping: mapped };
}

/** Node 20 reads no TypeScript, so Vite does. */
export async function loadModules() {
	const { runnerImport } = await import('vite');
	/** @param {string} file */
	const load = async (file) => {
		const options = /** @type {const} */ ({ root: ROOT, configFile: false, logLevel: 'error' });
		const { module } = await runnerImport(path.join(ROOT, file), options);
		return module;
	};
	const { checkInput, writeNative } = await load('src/lib/io/input.server.ts');
	const { problemWords } = await load('src/lib/i18n/problem-text.ts');
	const { writePaged } = await load('src/lib/io/paged-folder.server.ts');
	const { MAX_INLINE_EVENTS } = await load('src/lib/io/paged.ts');
	return { checkInput, writeNative, problemWords, writePaged, MAX_INLINE_EVENTS };
}

/** A problem with all that is known of it. */
export function inLines({ severity, code, file, line, pointer, record, field, value }, { why, mend }) {
	const at = pointer.startsWith('/')
		? ` ${pointer}`
		: pointer === ''
			? line === null
				? ''
				: `:${line}`
			: `:${pointer}`;
	const facts = [
		['record', record],
		['field', field],
		['value', value],
		['why', why],
		['mend', mend]
	].filter(([, fact]) => fact !== null && fact !== '');
	return [`${severity} ${code}  ${file}${at}`, ...facts.map(([name, fact]) => `  ${name.padEnd(6)}  ${fact}`)].join(
		'\n'
	);
}

/** What adds up, and how many problems there are. */
export function printCounts({ problems, counts, kinds }) {
	const rows = Object.entries(kinds ?? { events: counts });
	const width = Math.max(...rows.map(([kind]) => kind.length));
	for (const [kind, { read, accepted, repaired, rejected }] of rows) {
		const sum = `${read} read = ${accepted} accepted + ${repaired} repaired + ${rejected} rejected`;
		console.log(`  ${kind.padEnd(width)}  ${sum}`);
	}
	if (kinds === null)
		console.log(
			`  ${counts.undated} undated, ${counts.unplaced} without a position, ${plural(counts.places, 'place')}`
		);
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	console.log(`${plural(errors, 'error')}, ${plural(problems.length - errors, 'warning')}`);
}

/**
 * @param {number} number
 * @param {string} noun
 */
function plural(number, noun) {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
