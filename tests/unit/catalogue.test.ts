import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Faults of files, dates, positions and texts that the product has to stand. Titles of tests begin with the codes of what they show. */
const CASES = {
	A1: 'a file of nothing, of a byte order mark, of white space',
	A2: 'a byte order mark before JSON',
	A3: 'UTF-16, Windows-1252: the guess is named, with three samples',
	A4: 'a file that is cut off at any byte',
	A5: 'what is JSON and what is not, with the place of the fault',
	A6: 'lists in each other, 100,000 levels deep',
	A7: 'more bytes or rows than are read, told before they are',
	A8: 'archives: named, not opened',
	A9: 'a file that is something else than its name says',
	A10: 'delimiters, decimal commas, sep=;',
	A11: 'ends of lines, NUL, a quote that is never closed',
	A12: 'too few and too many fields in a row',
	A13: 'names of columns that repeat, are blank, or are of other languages',
	A14: 'no names of columns',
	A15: '__proto__ and its kind as ids, columns, categories',
	A16: 'a key that stands twice in an object',
	A17: 'ten thousand columns, a cell of a megabyte, thousands of categories',
	A18: 'the same file twice, several files at once',
	A19: 'a dataset of a newer version',
	A20: 'a record that is referred to and is not there',
	B1: 'strings that are EDTF and that are not, as published',
	B2: 'the bounds that they have, or the reason for others',
	B3: 'a set over months ends with the last day of the last',
	B4: 'a set of years with a gap',
	B5: 'open and unknown ends',
	B6: 'a day that its month does not have',
	B7: 'an end before its start',
	B8: 'years before our era, long years',
	B9: 'a date of 100 kB',
	B10: 'digits of other scripts, dashes, invisible characters',
	B11: '03/04/2024',
	B12: 'serial numbers of spreadsheets, Dec-24',
	B13: 'seconds or milliseconds since 1970',
	B14: 'offsets, 24:00, :60, fractions',
	B15: 'time zones of the machine',
	B16: 'languages of the machine, other calendars',
	B17: 'a source that is older than what it reports',
	B18: 'five thousand years beside days',
	B19: 'all events at one instant',
	B20: 'no event with a date',
	B21: 'seasons, quarters, halves',
	B22: 'days of 23 and 25 hours',
	C1: 'what is no geometry',
	C2: 'no geometry',
	C3: 'empty cells of latitude and longitude',
	C4: 'exactly 0, 0',
	C5: 'latitude and longitude swapped',
	C6: 'metres, other reference systems',
	C7: '34,5, 34.5°N, 34°30′, 0x10, 1e3',
	C8: 'a longitude of 190, a latitude of 90.0001',
	C9: 'NaN, Infinity, 1e400',
	C10: 'seventeen decimals, heights, measures',
	C11: 'shapes and views across the date line',
	C12: 'the poles',
	C13: 'rings that do not close, cross, or wind the wrong way',
	C14: 'collections, nested, empty, with a bad part',
	C15: 'a shape of 100,000 corners, thousands of points on one spot',
	C16: 'ids that collide, that are numbers, that are written in two ways',
	D1: 'references that lead nowhere, events without a source',
	D2: 'one id with different content',
	D3: 'markup and scripts in every field',
	D4: 'naughty strings',
	D5: 'addresses that are none of the web',
	D6: 'addresses that hide where they lead, very long ones',
	D7: 'controls of writing direction',
	D8: 'piles of accents, endless words, half characters',
	D9: 'titles of the other writing direction',
	D10: 'a quotation beyond the limit',
	D11: 'pictures and films: nothing is fetched',
	D12: 'colours that are something else',
	D13: 'entities that were escaped twice',
	D14: 'an empty title',
	D15: 'ids such as 007 and 1e5',
	D16: 'a search that looks like a regular expression'
} as const;

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Codes at the beginning of the titles of a file's tests: `'A3 ...'`, `'B1, B2 ...'`. */
function codesIn(source: string): string[] {
	const titles = source.matchAll(/[(\s]['"`]((?:[A-D]\d{1,2}(?:, )?)+) /g);
	return [...titles].flatMap(([, codes = '']) => codes.split(', '));
}

const tests = readdirSync(path.join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
	.filter((file) => /^(?:unit|e2e)\/.*\.(?:test|spec)\.ts$/.test(file.split(path.sep).join('/')))
	.filter((file) => path.basename(file) !== path.basename(import.meta.filename))
	.map((file) => ({ file, codes: codesIn(readFileSync(path.join(ROOT, 'tests', file), 'utf8')) }));

describe('the catalogue of faults', () => {
	it.each(Object.entries(CASES))('%s, %s, has a test', (code) => {
		expect(tests.filter(({ codes }) => codes.includes(code)).map(({ file }) => file)).not.toEqual([]);
	});

	it('knows every code that a test names', () => {
		const unknown = tests.flatMap(({ file, codes }) =>
			codes.filter((code) => !Object.hasOwn(CASES, code)).map((code) => `${file} ${code}`)
		);
		expect(unknown).toEqual([]);
	});
});
