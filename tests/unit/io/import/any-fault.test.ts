import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemWords } from '../../../../src/lib/i18n/problem-text.ts';
import { openFiles, type ImportResult } from '../../../../src/lib/io/import/import.ts';
import { FORMAT_IDS, type FormatId } from '../../../../src/lib/io/formats/format.ts';
import { mulberry32 } from '../../../support/random.ts';
import { bytesOf, importTexts } from './support.ts';

/**
 * One random fault at a time in a good file of each format. It is said, or it is harmless: the events are the same, or what is
 * different is the one value that the fault has changed into another one that is as good.
 */
const SEED = 20_261_127;
const FAULTS = 1_000;

const CSV = [
	'id,title,description,date,lat,lon,category,actors,source,url',
	'007,Strike,"Two killed, one hurt.",2024-01-05,33.51,36.27,Attack,A;B,Report,https://example.org/1',
	'8,Talks,"They ""met"".",2024-01-06,33.52,36.28,Talks,B,Report,https://example.org/1',
	'9,Fire,,2024-01-07/2024-01-09,-33.53,-70.25,Attack,,Letter,https://example.org/3',
	'10,Rumour,Nobody knows.,,,,Talks,C,Letter,https://example.org/3',
	''
].join('\n');

const FIXTURES: Readonly<Record<Exclude<FormatId, 'csv'>, string>> = {
	geojson: 'points.geojson',
	'linked-places': 'places.lp.json',
	'lp-tsv': 'places-lp.tsv',
	'timelinejs-sheet': 'timeline-sheet.csv',
	timelinejs: 'timeline.json',
	storymapjs: 'storymap.json',
	timemap: 'timemap-events.json',
	bellingcat: 'bellingcat.json',
	'json-records': 'records.json',
	kml: 'places.kml',
	acled: 'acled.csv',
	'ucdp-ged': 'ucdp-ged.csv',
	gdelt: 'gdelt.tsv',
	icalendar: 'calendar.ics'
};

/** Ones that say which of day and month, and of latitude and longitude, comes first. */
const textOf = (format: FormatId): string =>
	format === 'csv'
		? CSV
		: readFileSync(`tests/fixtures/import/${FIXTURES[format]}`, 'utf8')
				.replace('"07/04/2021"', '"17/04/2021"')
				.replace('"51.5, -2.5"', '"51.5, -102.5"')
				.replace('"Spring of 1912"', '"1912"');

type Random = (below: number) => number;

interface Fault {
	readonly kind: string;
	readonly bytes: Uint8Array;
}

/** A text with one fault of this kind at a random place; `null`: there is no place for it. */
type Maker = (text: string, random: Random) => string | Uint8Array | null;

const oneOf = <T>(items: readonly T[], random: Random): T | undefined => items[random(items.length)];
const put = (text: string, at: number, remove: number, insert: string) =>
	text.slice(0, at) + insert + text.slice(at + remove);

/** Puts a text in the place of one of the matches of a pattern. */
const replacing =
	(pattern: RegExp, insert: (found: string, random: Random) => string): Maker =>
	(text, random) => {
		const found = oneOf([...text.matchAll(pattern)], random);
		return found === undefined ? null : put(text, found.index, found[0].length, insert(found[0], random));
	};

const withLines =
	(change: (lines: string[], at: number) => void): Maker =>
	(text, random) => {
		const lines = text.split('\n');
		if (lines.length < 2) return null;
		change(lines, random(lines.length - 1));
		return lines.join('\n');
	};

const DELIMITER = /[,;\t:|]/g;

const MAKERS: Readonly<Record<string, Maker>> = {
	'a byte is another': (text, random) => {
		const bytes = bytesOf(text).slice();
		bytes[random(bytes.length)] = random(256);
		return bytes;
	},
	'a bit is turned': (text, random) => {
		const bytes = bytesOf(text).slice();
		const at = random(bytes.length);
		bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
		return bytes;
	},
	'cut off': (text, random) => text.slice(0, 1 + random(text.length - 1)),
	'cut off at the front': (text, random) => text.slice(1 + random(text.length - 1)),
	'a line is lost': withLines((lines, at) => lines.splice(at, 1)),
	'a line stands twice': withLines((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
	'two lines are swapped': withLines((lines, at) => lines.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? '')),
	'a delimiter is lost': replacing(DELIMITER, () => ''),
	'a delimiter stands twice': replacing(DELIMITER, (found) => found + found),
	'two fields are swapped': replacing(/[^,;\t\n"<>]{1,60}[,\t][^,;\t\n"<>]{1,60}/g, (found) => {
		const between = found.includes('\t') ? '\t' : ',';
		return found.split(between).reverse().join(between);
	}),
	'a number is a text': replacing(
		/-?\d+(?:\.\d+)?/g,
		(_, random) => oneOf(['north', 'n/a', '?', '1e3', '0x10'], random) ?? ''
	),
	'a number is another': replacing(
		/-?\d+(?:\.\d+)?/g,
		(_, random) => oneOf(['0', '-1', '99', '1000', '9e99', '1e999'], random) ?? ''
	),
	'a date is broken': replacing(
		/\d{4}-\d\d-\d\d|\d{8}|\d{1,2}\/\d{1,2}\/\d{4}/g,
		(_, random) =>
			oneOf(['2024-02-30', '2024-13-01', '31/02/2024', '20240230', 'soon', '2024-12-31/2024-01-01'], random) ?? ''
	),
	'a key has another name': replacing(
		/"[A-Za-z_@]+"(?=\s*:)|<[A-Za-z]+(?=[ >])|^[A-Z]+(?=[:;])/gm,
		(found) => `${found.slice(0, 1)}x${found.slice(1)}`
	),
	'a name in the first line is another': (text, random) => {
		const end = text.indexOf('\n');
		const found = oneOf([...text.slice(0, end < 0 ? 0 : end).matchAll(/[A-Za-z_]+/g)], random);
		return found === undefined ? null : put(text, found.index, 1, 'q');
	},
	'a value is of another kind': replacing(
		/(?<=:\s*)(?:"[^"]*"|-?\d[\d.]*|true|null|\[\]|\{\})/g,
		(_, random) => oneOf(['null', '7', '[]', '{}', '[[1]]', '{"a":1}', '"text"', 'true', '""'], random) ?? ''
	),
	'a list or an object is empty': replacing(/\[[^[\]]+\]|\{[^{}]+\}/g, (found) =>
		found.startsWith('[') ? '[]' : '{}'
	),
	'a bracket is lost': replacing(/[[\]{}<>()]/g, () => ''),
	'a quote too many': (text, random) => put(text, random(text.length), 0, oneOf(['"', "'", '""', '\\"'], random) ?? ''),
	'a quote is lost': replacing(/"/g, () => ''),
	NUL: (text, random) => put(text, random(text.length), 0, '\0'),
	'something unseen': (text, random) =>
		put(text, random(text.length), 0, oneOf(['\u202e', '\u200b', '\u00a0', '\ufeff', '\u0007'], random) ?? ''),
	'half a character': (text, random) => {
		const bytes = bytesOf(text);
		const at = random(bytes.length);
		return Uint8Array.from([...bytes.subarray(0, at), 0xc3, ...bytes.subarray(at)]);
	},
	'UTF-16': (text, random) => {
		const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
		return random(2) === 0 ? bytes : bytes.swap16();
	},
	'Windows-1252': (text, random) => {
		const at = random(text.length);
		return Uint8Array.from(put(text, at, 0, '\u00e9').replace(/[^\0-\u00ff]/g, '?'), (character) =>
			character.charCodeAt(0)
		);
	},
	'a byte order mark': (text) => `\ufeff${text}`,
	CRLF: (text) => text.replace(/\n/g, '\r\n'),
	CR: (text) => text.replace(/\n/g, '\r'),
	'one end of line is another': replacing(
		/\n/g,
		(_, random) => oneOf(['\r', '\r\n', '\n\n', ' ', '\u2028'], random) ?? ''
	)
};

/** What an event says, without the ids that are made of it. */
function said({ dataset }: ImportResult): Record<string, unknown>[] {
	if (dataset === null) return [];
	const { places, sources, categories, actors } = dataset;
	const find = <T extends { readonly id: string }>(list: readonly T[], id: string) => {
		const { id: _, slot: __, ...rest } = (list.find((item) => item.id === id) ?? {}) as T & { slot?: number };
		return rest;
	};
	return dataset.events.map(({ when, title, summary, status, sourceId, media, ...event }) => ({
		...{ when, title, summary, status, sourceId, media },
		places: event.places.map(({ place, role }) => [role, find(places, place)]),
		category: find(categories, event.category),
		actors: event.actors.map((actor) => find(actors, actor)),
		claims: event.claims.map(({ source, says }) => [find(sources, source), says])
	}));
}

const keysOf = (events: readonly Record<string, unknown>[]) => events.map((event) => JSON.stringify(event));

/** Items of one list that the other does not have, with their numbers. */
function without(list: readonly string[], other: readonly string[]): string[] {
	const left = [...other];
	return list.filter((item) => {
		const at = left.indexOf(item);
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
}

/** Whether something is said that was not said of the good file. */
function isSaid(result: ImportResult, good: ImportResult): boolean {
	const count = ({ problems }: ImportResult) => {
		const counts = new Map<string, number>();
		for (const { code, severity, value, params } of problems) {
			// What is said of many at once says how many.
			const key = JSON.stringify([code, severity, value, params]);
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
		return counts;
	};
	const before = count(good);
	return [...count(result)].some(([key, found]) => found > (before.get(key) ?? 0));
}

/** What tells apart events of which one is the other with a fault: the names of what differs. */
function differing(a: string, b: string): string[] {
	const [one, other] = [JSON.parse(a), JSON.parse(b)] as [Record<string, unknown>, Record<string, unknown>];
	return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
		(key) => JSON.stringify(one[key]) !== JSON.stringify(other[key])
	);
}

/** Texts that stand in the place of others where these are missing. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
	title: ['summary', 'media', 'claims'],
	summary: ['claims'],
	category: ['title', 'summary', 'claims'],
	places: ['title', 'summary', 'claims']
};

/** Whether one changed cell can have made these different; where two cells were, two. */
function explains(kind: string, names: readonly string[]): boolean {
	const cells = names.filter((name) => !names.some((other) => other !== name && MADE_OF[other]?.includes(name)));
	return cells.length <= (/swapped/.test(kind) ? 2 : 1);
}

/** Why a fault that is not said is none that a reader would be misled by; `null`: there is no reason. */
function excuse(kind: string, result: ImportResult, good: ImportResult): string | null {
	const [now, before] = [keysOf(said(result)), keysOf(said(good))];
	const [added, gone] = [without(now, before), without(before, now)];
	if (added.length === 0 && gone.length === 0) return 'the same';
	// What is cut off where a record ends, or a whole line that is lost, leaves no trace; nothing else may be different.
	if (added.length === 0 && /cut off|lost|swapped|bracket|empty/.test(kind)) return 'records are not there';
	if (added.length === 1 && /cut off/.test(kind)) return 'the last record ends sooner';
	if (added.length === 1 && /line|quote/.test(kind)) return 'a record stands within a text of the one before';
	if (added.length === 1 && gone.length === 0 && /value|key|byte|bit/.test(kind)) return 'what was no event is one';
	if (added.length !== gone.length) return null;
	if (added.length === 1 && explains(kind, differing(added[0] ?? '{}', gone[0] ?? '{}')))
		return 'one value of a record is another';
	if (/two fields are swapped/.test(kind)) return 'two columns have the name of the other';
	// What several records share, once in the file: a folder's name, a time zone.
	const different = new Set(added.flatMap((event, index) => differing(event, gone[index] ?? '{}')));
	return different.size === 1 ? 'one shared value is another' : null;
}

function makeFault(text: string, random: Random): Fault {
	const names = Object.keys(MAKERS);
	for (;;) {
		const kind = oneOf(names, random) ?? '';
		const made = MAKERS[kind]?.(text, random) ?? null;
		if (made !== null) return { kind, bytes: typeof made === 'string' ? bytesOf(made) : made };
	}
}

function expectWhole({ counts, dataset, rejected, problems }: ImportResult, file: string): void {
	expect(counts.read).toBe(counts.accepted + counts.repaired + counts.rejected);
	expect(dataset?.events.length ?? 0).toBe(counts.accepted + counts.repaired);
	expect(rejected.length).toBeLessThanOrEqual(counts.rejected);
	if (counts.rejected > 0) expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
	for (const { reasons } of rejected) expect(reasons.length).toBeGreaterThan(0);
	for (const problem of problems) {
		expect(problem.file).toBe(file);
		expect(problem.value?.length ?? 0).toBeLessThanOrEqual(80);
		// What stands in the file may stand in them too, so that little more can be said of them here.
		const { why, mend } = problemWords(problem);
		expect([why, mend].every((words) => words.length > 5 && !words.includes('undefined'))).toBe(true);
	}
}

describe.each(FORMAT_IDS)('%s', (format) => {
	const text = textOf(format);
	const file = 'file.txt';
	const good = importTexts({ [file]: text });

	it('is read to begin with', () => {
		expect(openFiles([{ name: file, bytes: bytesOf(text) }]).tables).toMatchObject([{ format }]);
		expect(good.counts.accepted + good.counts.repaired).toBeGreaterThan(0);
		expectWhole(good, file);
	});

	const share = Math.ceil(FAULTS / FORMAT_IDS.length);

	it(`says each of ${share} faults, or none of them matters (seed ${SEED})`, { timeout: 120_000 }, () => {
		const numbers = mulberry32(SEED + FORMAT_IDS.indexOf(format));
		const random: Random = (below) => Math.floor(numbers() * below);
		const misleading: string[] = [];
		for (let number = 0; number < share; number++) {
			const { kind, bytes } = makeFault(text, random);
			const name = `${format}, fault ${number} of seed ${SEED}: ${kind}`;
			let result: ImportResult;
			try {
				result = importTexts({ [file]: bytes });
				expectWhole(result, file);
			} catch (error) {
				throw new Error(`${name}\n${new TextDecoder().decode(bytes)}`, { cause: error });
			}
			if (isSaid(result, good) || excuse(kind, result, good) !== null) continue;
			const [now, before] = [keysOf(said(result)), keysOf(said(good))];
			misleading.push(
				[
					name,
					...without(before, now).map((event) => `- ${event}`),
					...without(now, before).map((event) => `+ ${event}`)
				].join('\n')
			);
		}
		expect(misleading).toEqual([]);
	});
});
