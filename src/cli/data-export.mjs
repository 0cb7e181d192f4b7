/**
 * Writes the events of a dataset, or of files of other formats as they would be imported, as one file.
 *
 *   npm run data:export -- my-dataset --to events.csv           CSV, for spreadsheets
 *   npm run data:export -- my-dataset --to events.geojson       GeoJSON, for maps
 *   npm run data:export -- my-dataset --to events.ics           iCalendar, for calendars
 *   npm run data:export -- my-dataset --to my.chronotope.json   the dataset as one file
 *
 * The ending says which it is. What the format cannot hold is said. What is wrong with the data is told as by `npm run data:check`;
 * the good events are written all the same.
 *
 * Exit codes: 0 written, 1 there is nothing to write, 2 the export itself could not run. Unless it is 0, what was there stays.
 */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { launch, LaunchError } from './child.mjs';
import { dataArguments, resolveTyped } from './data-arguments.mjs';
import { allowClosedPipe, count, loadModule, loadModules, printCounts, printProblems } from './report.mjs';

const USAGE =
	'Usage: npm run data:export [-- folder | files] --to FILE.csv|FILE.geojson|FILE.ics|FILE.chronotope.json [--mapping FILE] [--max-errors N|all] [--replace]';

/** @typedef {import('../lib/core/model.ts').Dataset} Dataset */

/** @typedef {(dataset: Dataset, rejected: number) => Generator<string, void>} Write Pieces that one after the other are the file. */

const FLAT =
	'of claims their place in the source and agencies; archived copies and languages of sources; all pictures after the first; when events were added and changed, and corrections; ids, order and colours of all but events';

/** What is lost of the dataset in a format, by the ending of its files. */
const LOST = new Map([
	['.csv', FLAT],
	['.geojson', `${FLAT}; more than 7 decimals of a position`],
	[
		'.ics',
		`${FLAT}; what reports say; actors and pictures; reports, the dates they give, places after the first, and roles and precision of places other than in words; countries of places; control characters; more than 7 decimals of a position`
	],
	['.chronotope.json', '']
]);

allowClosedPipe();
await launch(async () => {
	const own = /** @type {const} */ ({ to: { type: 'string' }, replace: { type: 'boolean' } });
	const { paths, mapping, limit, values } = dataArguments(USAGE, own);
	if (values.to === undefined) throw new LaunchError(`--to has to name the file to write.\n${USAGE}`, 2);
	const to = resolveTyped(values.to);
	const ending = [...LOST.keys()].find((known) => to.toLowerCase().endsWith(known));
	if (ending === undefined)
		throw new LaunchError(`${to} has to end in ${[...LOST.keys()].join(' or ')}, which says the format.`, 2);
	requireFree(to, paths, values.replace === true);

	const { checkInput, problemWords } = await loadModules();
	const { problems, dataset, ...result } = checkInput(paths, mapping);
	// Also for a reader who closes early.
	process.exitCode = dataset === null ? 1 : 0;
	const pieces = dataset === null ? [] : (await writerOf(ending))(dataset, result.counts.rejected);
	const bytes = dataset === null ? 0 : write(to, pieces);
	printProblems(problems, problemWords, limit);
	printCounts({ problems, dataset, ...result });
	if (dataset === null) console.log('There is nothing to export, and nothing was written.');
	else await tell(to, ending, dataset, bytes);
	return process.exitCode;
});

/**
 * @param {string} ending
 * @returns {Promise<Write>}
 */
async function writerOf(ending) {
	if (ending === '.chronotope.json') return (await loadModule('src/lib/io/native-file.ts')).nativeFile;
	const { updatedOf } = await loadModule('src/lib/core/updated.ts');
	/** What the file says of where its events are from. */
	const about = (/** @type {Dataset} */ { events, url }, /** @type {number} */ rejected) => {
		const listed = listedOf(events);
		return {
			selection: `all ${count(listed.length, 'event')}`,
			...(url === undefined ? {} : { link: url }),
			updated: updatedOf(listed),
			rejected
		};
	};
	if (ending === '.geojson') {
		const { geojsonFile } = await loadModule('src/lib/io/export/geojson.ts');
		return (dataset, rejected) => geojsonFile(dataset, about(dataset, rejected));
	}
	if (ending === '.ics') {
		const { icalendarFile } = await loadModule('src/lib/io/export/icalendar.ts');
		const { eventMessages } = await loadModule('src/lib/i18n/event.ts');
		return (dataset, rejected) => {
			const words = eventMessages[dataset.languages[0] ?? ''] ?? eventMessages.en;
			return icalendarFile(dataset, { ...about(dataset, rejected), ...permalinks(dataset), words });
		};
	}
	const { csvFile } = await loadModule('src/lib/io/export/csv.ts');
	return (dataset, rejected) => csvFile(dataset, { ...about(dataset, rejected), mark: true });
}

/**
 * Events have pages of their own on a site that says where it is.
 *
 * @param {Dataset} dataset
 */
function permalinks({ url }) {
	return url === undefined ? {} : { permalink: (/** @type {string} */ id) => new URL(`events/${id}/`, url).href };
}

/** @param {Dataset['events']} events */
function listedOf(events) {
	return events.filter(({ mergedInto, withdrawn }) => mergedInto === undefined && withdrawn === undefined);
}

/**
 * @param {string} to
 * @param {readonly string[]} paths What is to be exported.
 * @param {boolean} mayReplace
 */
function requireFree(to, paths, mayReplace) {
	const refuse = (/** @type {string} */ why) => new LaunchError(why, 2);
	if (paths.some((named) => to === named || to.startsWith(named + path.sep)))
		throw refuse(`${to} is part of what is to be exported; name another file to write.`);
	if (!existsSync(to)) return;
	if (statSync(to).isDirectory()) throw refuse(`${to} is a folder; name a file to write.`);
	if (!mayReplace) throw refuse(`${to} is there already; name another file, or add --replace.`);
}

/**
 * All of it or nothing: what was there stays until the new one is whole. Returns its size in bytes.
 *
 * @param {string} to
 * @param {Iterable<string>} pieces
 */
function write(to, pieces) {
	const fresh = `${to}.chronotope-new`;
	mkdirSync(path.dirname(to), { recursive: true });
	let bytes = 0;
	try {
		const file = openSync(fresh, 'w');
		try {
			for (const piece of pieces) {
				const content = Buffer.from(piece);
				for (let at = 0; at < content.length;) at += writeSync(file, content, at);
				bytes += content.length;
			}
		} finally {
			closeSync(file);
		}
		renameSync(fresh, to);
	} catch (error) {
		rmSync(fresh, { force: true });
		throw error;
	}
	return bytes;
}

/**
 * What was written, and what of the dataset is not in it.
 *
 * @param {string} to
 * @param {string} ending
 * @param {Dataset} dataset
 * @param {number} bytes
 */
async function tell(to, ending, { events, languages }, bytes) {
	const lost = LOST.get(ending) ?? '';
	const listed = listedOf(events);
	const undated = ending === '.ics' ? (await loadModule('src/lib/io/export/icalendar.ts')).withoutDay(listed) : 0;
	const written = lost === '' ? events : listed;
	console.log(`Written to ${to}: ${count(written.length - undated, 'event')}`);
	if (undated > 0)
		console.log(`Left out, as no day of theirs is known that a calendar has a name for: ${count(undated, 'event')}`);
	if (lost !== '') {
		const own = [
			...(languages.length > 1
				? [`texts in ${languages.slice(1).join(', ')} (those in ${languages[0]} are there)`]
				: []),
			...(listed.length < events.length
				? [
						count(
							events.length - listed.length,
							'event that was merged or withdrawn',
							'events that were merged or withdrawn'
						)
					]
				: []),
			lost
		];
		console.log(`Not in it, as the format has no room for it: ${own.join('; ')}. A .chronotope.json has all of it.`);
	}
	const { MAX_FILE_BYTES } = await loadModule('src/lib/io/import/limits.ts');
	if (bytes > MAX_FILE_BYTES)
		console.log('It is larger than 100 MB, and will not be read by Chronotope itself; a folder can be.');
}
