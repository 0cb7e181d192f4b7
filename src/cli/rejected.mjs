/** Rejected rows as files to mend, for the commands that read data. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LaunchError } from './child.mjs';
import { resolveTyped } from './data-arguments.mjs';

/** The option, for `dataArguments`. */
export const REJECTED = /** @type {const} */ ({ rejected: { type: 'string' } });

/**
 * The folder that a person named for rejected rows, absolute; `null` when none was. Throws a LaunchError unless it is new or
 * empty: rows that somebody is mending are never written over.
 *
 * @param {string | undefined} typed
 */
export function rejectedFolder(typed) {
	if (typed === undefined) return null;
	const folder = resolveTyped(typed);
	if (!existsSync(folder)) return folder;
	if (!statSync(folder).isDirectory())
		throw new LaunchError(`${folder} is a file; name a folder for rejected rows.`, 2);
	if (readdirSync(folder).length > 0)
		throw new LaunchError(`${folder} is not empty; name a new folder for rejected rows.`, 2);
	return folder;
}

/**
 * Writes what was rejected, and the mapping that it is read with; nothing where nothing was. Returns what to say of it.
 *
 * @param {string} folder
 * @param {import('../lib/io/input.server.ts').Checked} result
 * @param {import('./report.mjs').ProblemWords} problemWords
 */
export function writeRejected(folder, { isNative, tables, counts, filesToMend }, problemWords) {
	if (isNative)
		return `Records of a dataset are mended in its own files, where the problems say; nothing was written to ${folder}`;
	const files = filesToMend(problemWords);
	if (files.length === 0) {
		const isNone = counts.rejected === 0 && tables.length > 0;
		return `No row ${isNone ? 'was rejected' : 'could be taken from the files'}, so nothing was written to ${folder}`;
	}
	for (const { name, text } of files) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	return `Written to ${folder}: ${files.map(({ name }) => name).join(', ')}`;
}
