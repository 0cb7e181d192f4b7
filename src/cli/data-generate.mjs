/**
 * Writes a dataset of made-up events, to try the product at any size. The same options give the same files everywhere.
 *
 *   npm run data:generate -- --to FOLDER                          a million events at a thousand places
 *   npm run data:generate -- --to FOLDER --events 5000 --languages en,ar,ru
 *
 * `--help` names all options. The folder has to be new, empty, or one that this command has written.
 */
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launch, LaunchError } from './child.mjs';
import { DEFAULTS, generateDataset, LANGUAGES } from './generate/dataset.mjs';

const USAGE = `Usage: npm run data:generate -- --to FOLDER [options]
  --events N       events (${DEFAULTS.events})
  --places N       places, in clusters; the k-th one has a share of 1/k (${DEFAULTS.places})
  --seed N         another one makes other events (${DEFAULTS.seed})
  --from YEAR      the first year (${DEFAULTS.from})
  --years N        how many years (${DEFAULTS.years})
  --durations X    share of events that last, up to 30 days (${DEFAULTS.durations})
  --uncertain X    share of the others whose date is approximate, uncertain, a month, a set, open or missing (${DEFAULTS.uncertain})
  --planned X      share of events that are planned, in the year after the last one (${DEFAULTS.planned})
  --languages L    of en,ar,ru (${DEFAULTS.languages.join()})
  --actors N       (${DEFAULTS.actors})
  --sources N      reports, spread over the years (${DEFAULTS.sources})`;

const COUNTS = /** @type {const} */ (['events', 'places', 'seed', 'from', 'years', 'actors', 'sources']);
const SHARES = /** @type {const} */ (['durations', 'uncertain', 'planned']);
/** Marks a folder that may be written over. */
const MARK = 'generated.txt';
/** A file of events, in UTF-16 units: well below what the loader reads. */
const PART_LENGTH = 90_000_000;
/** What is written at once. */
const CHUNK_LENGTH = 4_000_000;

/** @typedef {import('./generate/dataset.mjs').Request} Request */

/**
 * @param {readonly string[]} args
 * @returns {{ folder: string, request: Partial<Request> } | null} null: asked for help.
 */
export function readArguments(args) {
	const names = ['to', ...COUNTS, ...SHARES, 'languages'];
	/** @type {Record<string, string | boolean | undefined>} */
	let values;
	try {
		const options = Object.fromEntries(names.map((name) => [name, { type: /** @type {const} */ ('string') }]));
		values = parseArgs({ args: [...args], options: { ...options, help: { type: 'boolean' } } }).values;
	} catch (error) {
		throw new LaunchError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
	}
	if (values.help) return null;
	if (typeof values.to !== 'string') throw new LaunchError(`--to has to name the folder to write.\n${USAGE}`);
	/** @type {(name: string, isGood: (number: number) => boolean, what: string) => Partial<Request>} */
	const number = (name, isGood, what) => {
		const text = values[name];
		if (text === undefined) return {};
		if (typeof text !== 'string' || text.trim() === '' || !isGood(Number(text)))
			throw new LaunchError(`--${name} ${text} is no ${what}.\n${USAGE}`);
		return { [name]: Number(text) };
	};
	const request = Object.assign(
		{},
		...COUNTS.map((name) => number(name, (value) => Number.isInteger(value) && value >= 0, 'whole number from 0 on')),
		...SHARES.map((name) => number(name, (value) => value >= 0 && value <= 1, 'share from 0 to 1')),
		values.languages === undefined ? {} : { languages: languagesIn(String(values.languages)) }
	);
	return { folder: resolve(process.env.INIT_CWD ?? process.cwd(), values.to), request };
}

/** @param {string} text */
function languagesIn(text) {
	const named = text.split(',');
	const known = LANGUAGES.filter((language) => named.includes(language));
	if (known.length === named.length) return named;
	throw new LaunchError(`--languages ${text}: there are ${LANGUAGES.join(', ')}, each once.`);
}

/**
 * Writes the files; `events.json`, or parts of it in `events/` where one file would be too large.
 *
 * @param {string} folder Absolute.
 * @param {Partial<Request>} request
 * @param {number} [partLength] UTF-16 units.
 * @returns {readonly string[]} The files that hold events.
 */
export function writeDataset(folder, request, partLength = PART_LENGTH) {
	const { dataset, places, sources, events } = generateDataset(request);
	mkdirSync(folder, { recursive: true });
	if (readdirSync(folder).length > 0 && !existsSync(join(folder, MARK)))
		throw new LaunchError(`${folder} is not empty, and not of this command's making: name another folder.`);
	for (const file of ['events.json', 'events']) rmSync(join(folder, file), { recursive: true, force: true });
	writeFileSync(join(folder, MARK), `${JSON.stringify({ ...DEFAULTS, ...request })}\n`);
	writeFileSync(join(folder, 'dataset.json'), `${JSON.stringify(dataset, null, '\t')}\n`);
	writeFileSync(join(folder, 'places.geojson'), inLines('{"type":"FeatureCollection","features":[', places, ']}'));
	writeFileSync(join(folder, 'sources.json'), inLines('[', sources, ']'));
	return writeParts(folder, events(), partLength);
}

/** @type {(open: string, records: readonly object[], close: string) => string} */
const inLines = (open, records, close) =>
	`${open}\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n${close}\n`;

/**
 * @param {string} folder
 * @param {Iterable<object>} events
 * @param {number} partLength
 */
function writeParts(folder, events, partLength) {
	const files = [];
	let [part, length] = [[''], 0];
	part.pop();
	const name = () => join('events', `${String(files.length + 1).padStart(4, '0')}.json`);
	/** @param {string} file */
	const end = (file) => {
		mkdirSync(join(folder, 'events'), { recursive: true });
		writeList(join(folder, file), part);
		files.push(file);
		[part, length] = [[], 0];
	};
	for (const event of events) {
		const text = JSON.stringify(event);
		if (length > 0 && length + text.length > partLength) end(name());
		part.push(text);
		length += text.length + 2;
	}
	if (files.length > 0) end(name());
	else {
		writeList(join(folder, 'events.json'), part);
		files.push('events.json');
	}
	return files;
}

/** @type {(file: string, texts: readonly string[]) => void} */
function writeList(file, texts) {
	const out = openSync(file, 'w');
	let [chunk, length] = [['[\n'], 0];
	texts.forEach((text, i) => {
		chunk.push(i === 0 ? '' : ',\n', text);
		length += text.length;
		if (length < CHUNK_LENGTH) return;
		writeSync(out, chunk.join(''));
		[chunk, length] = [[], 0];
	});
	writeSync(out, `${chunk.join('')}\n]\n`);
	closeSync(out);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	await launch(async () => {
		const read = readArguments(process.argv.slice(2));
		if (read === null) return void process.stdout.write(`${USAGE}\n`);
		const files = writeDataset(read.folder, read.request);
		const { events, places } = { ...DEFAULTS, ...read.request };
		process.stdout.write(
			`${events} events at ${places} places: ${files.length} ${files.length === 1 ? 'file' : 'files'} of events in ${read.folder}\n`
		);
	});
}
