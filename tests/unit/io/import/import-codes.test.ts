import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, MAX_FILES } from '../../../../src/lib/io/import/limits.ts';
import { importNow, openFiles, suggestMapping } from '../../../../src/lib/io/import/import.ts';
import { sortOut } from '../../../../src/lib/io/chosen.ts';
import { readDelimited } from '../../../../src/lib/io/formats/delimited.ts';
import { IMPORT_CODES, type ImportCode, type Problem } from '../../../../src/lib/io/problems.ts';
import { readFiles } from '../../../../src/lib/import/read-files.ts';
import { ADDED, bytesOf, checkWords, importCsv, importTexts } from './support.ts';

const HEAD = 'id,title,date,lat,lon,source\n';
const GOOD = 'x,X,2024-01-01,33.51,36.27,Report\n';

/** What the problem says, beside its code; the file is one of two good rows and this one, which is on line 2. */
interface Case {
	readonly row?: string;
	readonly problems?: () => readonly Problem[] | Promise<readonly Problem[]>;
	readonly expected: Partial<Problem>;
}

const NATIVE = '{"chronotope":1,"dataset":{}}';
const MAPPING = '{"mapping":1,"files":[]}';
const chosen = (files: Readonly<Record<string, string>>) =>
	Object.entries(files).map(([path, text]) => ({ path, file: new File([text], path) }));

const calendar = (lines: string) => `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n${lines}\nEND:VEVENT\nEND:VCALENDAR\n`;

const when = { timespans: [{ start: { in: '1800' } }] };
const misplaced = JSON.stringify({
	type: 'FeatureCollection',
	features: [{ type: 'Feature', '@id': 'a', properties: { title: 'A', when }, geometry: null }]
});

const cases: Record<ImportCode, Case> = {
	'file-unsupported': {
		problems: () => importTexts({ 'a.csv': 'PK\u0003\u0004 xl/workbook.xml' }).problems,
		expected: { severity: 'error', file: 'a.csv', params: { kind: 'xlsx' } }
	},
	'file-repeated': {
		problems: () => importTexts({ 'a.csv': HEAD + GOOD, 'b.csv': HEAD + GOOD }).problems,
		expected: { severity: 'warning', file: 'b.csv', params: { other: 'a.csv' } }
	},
	'file-unreadable': {
		problems: async () => {
			const file = new File([], 'a.csv');
			Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.reject(new DOMException('Gone')) });
			return (await readFiles([{ path: 'a.csv', file }])).problems;
		},
		expected: { severity: 'error', file: 'a.csv', line: null }
	},
	'limit-files': {
		problems: async () => {
			const files = Array.from({ length: MAX_FILES + 1 }, (_, index) => new File(['a'], `${index}.csv`));
			return (await readFiles(files.map((file) => ({ path: file.name, file })))).problems;
		},
		expected: { severity: 'error', file: '1000.csv', params: { limit: 1_000 } }
	},
	'dataset-among-others': {
		problems: async () => (await readFiles(chosen({ 'a.json': NATIVE, 'b.csv': HEAD }))).problems,
		expected: { severity: 'error', file: 'a.json', line: null }
	},
	'mapping-second': {
		problems: async () => (await readFiles(chosen({ 'm.json': MAPPING, 'n.json': MAPPING, 'b.csv': HEAD }))).problems,
		expected: { severity: 'warning', file: 'n.json', line: null }
	},
	'limit-total': {
		problems: () => {
			const files = ['a', 'b', 'c', 'd'].map((name) => ({ name, length: 90_000_000, role: 'data' as const }));
			return sortOut(files).problems;
		},
		expected: { severity: 'error', file: 'd', params: { limit: 300_000_000 } }
	},
	'format-unknown': {
		problems: () => importTexts({ 'a.txt': '{"some":"thing else"}' }).problems,
		expected: { severity: 'error', file: 'a.txt' }
	},
	'records-none': {
		problems: () => importCsv(HEAD).problems,
		expected: { severity: 'error', file: 'events.csv', line: null }
	},
	'encoding-guessed': {
		problems: () => importTexts({ 'a.csv': new Uint8Array([...bytesOf(`${HEAD}a,Caf`), 0xe9, 10]) }).problems,
		expected: { severity: 'warning', params: { encoding: 'Windows-1252', samples: 'Café' } }
	},
	'limit-bytes': {
		problems: () => importTexts({ 'a.csv': new Uint8Array(MAX_FILE_BYTES + 1) }).problems,
		expected: { severity: 'error', params: { limit: 100_000_000, length: 100_000_001 } }
	},
	'limit-rows': {
		problems: () =>
			readDelimited({ name: 'a.csv', text: `a\n${'1\n'.repeat(12)}`, json: undefined }, { maxRows: 10 }).problems,
		expected: { severity: 'error', line: 12, params: { limit: 10, left: 2 } }
	},
	'limit-columns': {
		problems: () => importCsv(`${'a,'.repeat(1_000)}b\n1\n`).problems,
		expected: { severity: 'error', line: 1, params: { limit: 1_000, count: 1_001 } }
	},
	'limit-cell': {
		row: `a,${'A'.repeat(100_001)},2024-01-01,33.5,36.2,Report`,
		expected: { severity: 'error', line: 2, field: 'title', params: { limit: 100_000, length: 100_001 } }
	},
	'header-missing': {
		problems: () => importCsv('2024-01-02,33.5,36.2,A\n2024-01-03,33.6,36.3,B\n').problems,
		expected: { severity: 'warning', line: 1 }
	},
	'header-blank': {
		problems: () => importCsv('title,\nA,b\n').problems,
		expected: { severity: 'warning', line: 1, field: 'Column 2', params: { column: 2 } }
	},
	'header-repeated': {
		problems: () => importCsv('title,title\nA,b\n').problems,
		expected: { severity: 'warning', line: 1, field: 'title (2)', value: 'title', params: { column: 2, first: 1 } }
	},
	'header-below': {
		problems: () => importCsv(`All incidents\n\n${HEAD}${GOOD}`).problems,
		expected: { severity: 'warning', line: 3, value: 'All incidents', params: { count: 1, line: 3 } }
	},
	'row-too-short': {
		row: 'a,A,2024-01-01,33.5,36.2',
		expected: { severity: 'warning', line: 2, record: 'a', params: { fields: 5, columns: 6 } }
	},
	'row-too-long': {
		row: 'a,A, and more,2024-01-01,33.5,36.2,Report',
		expected: { severity: 'error', line: 2, record: 'a', params: { fields: 7, columns: 6 } }
	},
	'quote-unclosed': {
		row: 'a,"A,2024-01-01,33.5,36.2,Report',
		expected: { severity: 'error', line: 2, pointer: '2:3' }
	},
	'quote-stray': { row: 'a,"A "B" C",2024-01-01,33.5,36.2,Report', expected: { severity: 'warning', line: 2 } },
	'column-missing': {
		problems: () =>
			importCsv(HEAD + GOOD, (mapping) => ({
				...mapping,
				columns: [...mapping.columns, { column: 'gone', use: { target: 'summary' }, evidence: [], samples: [] }]
			})).problems,
		expected: { severity: 'error', line: null, value: 'gone' }
	},
	'column-unused': {
		problems: () => importCsv('title,date,depth,size\nA,2024,5,6\n').problems,
		expected: { severity: 'warning', line: null, params: { count: 2, names: 'depth, size' } }
	},
	'dates-and-places-none': {
		problems: () => importCsv('foo,bar,baz\nhello,1,2\nworld,3,4\n').problems,
		expected: { severity: 'warning', line: null, field: null }
	},
	'date-unreadable': {
		row: 'a,A,one day,33.5,36.2,Report',
		expected: { severity: 'error', line: 2, pointer: '', record: 'a', field: 'date', value: 'one day' }
	},
	'date-order-unknown': {
		row: 'a,A,03/04/2024,33.5,36.2,Report',
		expected: { severity: 'error', field: 'date', params: { first: '2024-04-03', second: '2024-03-04' } }
	},
	'date-order-contradicted': {
		problems: () =>
			importCsv('title,date\nA,13/04/2024\nB,04/13/2024\n', (mapping) => ({
				...mapping,
				columns: mapping.columns.map((column) =>
					column.column === 'date' ? { ...column, use: { target: 'when', notation: 'day-first' } } : column
				)
			})).problems,
		expected: { severity: 'error', line: 3, field: 'date', value: '04/13/2024', params: { order: 'day-first' } }
	},
	'date-year-short': { row: 'a,A,13/04/24,33.5,36.2,Report', expected: { severity: 'error', params: { year: '24' } } },
	'date-weekday-differs': {
		row: 'a,A,Monday 8 December 2024,33.5,36.2,Report',
		expected: { severity: 'error', line: 2, field: 'date', params: { weekday: 'Monday', date: '2024-12-08' } }
	},
	'date-unknown': {
		row: 'a,A,TBD,33.5,36.2,Report',
		expected: { severity: 'warning', line: 2, field: 'date', value: 'TBD' }
	},
	'date-kind-unknown': {
		row: 'a,A,45292,33.5,36.2,Report',
		expected: { severity: 'error', params: { excel: '2024-01-01' } }
	},
	'epoch-implausible': {
		problems: () =>
			importCsv('title,date\nA,1704067\nB,1704068\n', (mapping) => ({
				...mapping,
				columns: mapping.columns.map((column) =>
					column.column === 'date' ? { ...column, use: { target: 'when', notation: 'epoch-s' } } : column
				)
			})).problems,
		expected: {
			severity: 'warning',
			line: null,
			field: 'date',
			value: '1704067',
			params: { unit: 's', date: '1970-01-20' }
		}
	},
	'date-notation-differs': {
		problems: () => importCsv('title,date\nA,13/04/2024\nB,2024-04-13\n').problems,
		expected: { severity: 'warning', line: 3, field: 'date', value: '2024-04-13' }
	},
	'date-part-missing': {
		problems: () => importCsv('title,year,month,day\nA,,5,\n').problems,
		expected: { severity: 'error', field: 'month', value: '5', params: { part: 'month', missing: 'year' } }
	},
	'time-unreadable': {
		problems: () => importCsv('title,date,time\nA,2024-01-01,10:00\nB,2024-01-01,noon\n').problems,
		expected: { severity: 'error', line: 3, field: 'time', value: 'noon' }
	},
	'time-dropped': {
		problems: () => importCsv('title,start,end\nA,2024-01-01T10:00:00Z,2024-01-02T12:00:00Z\n').problems,
		expected: { severity: 'warning', field: 'end', params: { date: '2024-01-01/2024-01-02' } }
	},
	'number-unreadable': {
		row: 'a,A,2024-01-01,0x10,36.2,Report',
		expected: { severity: 'error', field: 'lat', value: '0x10' }
	},
	'coordinates-incomplete': {
		row: 'a,A,2024-01-01,,36.2,Report',
		expected: { severity: 'error', field: 'lat', value: '36.2' }
	},
	'coordinates-unreadable': {
		problems: () => importCsv('title,coordinates\nA,"33.5, 136.2"\nB,there\n').problems,
		expected: { severity: 'error', line: 3, field: 'coordinates', value: 'there' }
	},
	'coordinates-order-unknown': {
		problems: () => importCsv('title,coordinates\nA,"33.5, 36.2"\n').problems,
		expected: { severity: 'error', line: 2, field: 'coordinates', value: '33.5, 36.2' }
	},
	'coordinates-lng-first': {
		problems: () => importCsv('title,coordinates\nA,"100.0, 13.0"\nB,"50.1, 13.1"\n').problems,
		expected: { severity: 'warning', line: null, field: 'coordinates', value: '100.0, 13.0' }
	},
	'coordinates-maybe-swapped': {
		row: 'a,A,2024-01-01,136.2,33.5,Report',
		expected: { severity: 'warning', line: null, field: 'lat', value: '136.2, 33.5', params: { rows: 1, of: 2 } }
	},
	'geometry-reduced': {
		problems: () => importCsv('title,wkt\nA,"LINESTRING(0 0,10 4)"\n').problems,
		expected: { severity: 'warning', field: 'wkt', params: { type: 'LINESTRING' } }
	},
	'geometry-part-unreadable': {
		problems: () => importCsv('title,wkt\nA,"MULTIPOINT(0 0,x 4,10 4)"\n').problems,
		expected: { severity: 'warning', line: 2, field: 'wkt', params: { parts: '2', count: 1 } }
	},
	'ring-unclosed': {
		problems: () => importCsv('title,wkt\nA,"POLYGON((0 0,4 0,4 4))"\n').problems,
		expected: { severity: 'warning', line: 2, field: 'wkt', params: { count: 1 } }
	},
	'ring-too-short': {
		problems: () => importCsv('title,wkt\nA,"POLYGON((0 0,4 0,0 0))"\n').problems,
		expected: { severity: 'warning', line: 2, field: 'wkt', params: { count: 1 } }
	},
	'title-made': {
		problems: () => importCsv('date,place\n2024,Damascus\n').problems,
		expected: { severity: 'warning', line: null, params: { example: 'Damascus' } }
	},
	'sources-apart': {
		problems: () => importTexts({ 'a.json': '[{"id":1,"title":"A","date":"1/31/2024","sources":["s1"]}]' }).problems,
		expected: { severity: 'warning', file: 'a.json', line: null, value: 's1' }
	},
	'sources-none': { problems: () => importCsv('title\nA\n').problems, expected: { severity: 'warning', line: null } },
	'categories-joined': {
		problems: () =>
			importCsv(`title,category\n${Array.from('ABCDEFGHI', (letter) => `${letter},kind ${letter}\n`).join('')}`)
				.problems,
		expected: { severity: 'warning', params: { count: 9, limit: 8, other: 'Other', names: 'kind H, kind I' } }
	},
	'id-conflict': {
		row: 'x,Another,2024-01-01,33.5,36.2,Report',
		expected: { severity: 'warning', line: 3, record: 'x', field: 'id', value: 'x', params: { others: '2' } }
	},
	'row-repeated': {
		problems: () => importCsv('title,date\nA,2024\nA,2024\n').problems,
		expected: { severity: 'warning', line: 3, record: 1, params: { others: '2' } }
	},
	'xml-invalid': {
		problems: () => importTexts({ 'a.kml': '<kml>\n<Placemark></kml>' }).problems,
		expected: { severity: 'error', file: 'a.kml', line: 2, pointer: '2:12' }
	},
	'xml-too-deep': {
		problems: () => importTexts({ 'a.kml': `<kml>${'<Folder>'.repeat(99)}` }).problems,
		expected: { severity: 'error', file: 'a.kml', params: { limit: 64 } }
	},
	'calendar-invalid': {
		problems: () => importTexts({ 'a.ics': calendar('DTSTART') }).problems,
		expected: { severity: 'error', file: 'a.ics', line: 2, value: 'UID:a DTSTART END:VEVENT' }
	},
	'extension-ignored': {
		problems: () => importTexts({ 'a.kml': '<kml><Placemark><gx:Track/><gx:Track/></Placemark></kml>' }).problems,
		expected: { severity: 'warning', line: null, params: { name: 'gx:Track', count: 2 } }
	},
	'recurrence-ignored': {
		problems: () => importTexts({ 'a.ics': calendar('DTSTART:20240101\nRRULE:FREQ=DAILY') }).problems,
		expected: { severity: 'warning', line: 2, record: 'a' }
	},
	'zone-unknown': {
		problems: () => importTexts({ 'a.ics': calendar('DTSTART;TZID=Nowhere:20240101T000000') }).problems,
		expected: { severity: 'warning', line: 2, record: 'a', field: 'DTSTART', params: { zone: 'Nowhere' } }
	},
	'when-misplaced': {
		problems: () => importTexts({ 'a.json': misplaced }).problems,
		expected: { severity: 'warning', line: null, params: { count: 1 } }
	}
};

describe.each(IMPORT_CODES)('%s', (code) => {
	const { row, problems, expected } = cases[code];
	const found = () => problems?.() ?? importCsv(`${HEAD}${row}\n${GOOD}`).problems;

	it('is said, in words', async () => {
		const problem = (await found()).find((candidate) => candidate.code === code);
		expect(problem).toMatchObject(expected);
		if (problem !== undefined) checkWords(problem);
	});
});

it('reads words of every kind of file that is none', () => {
	const kinds: Readonly<Record<string, string>> = {
		xlsx: 'PK\u0003\u0004....xl/workbook.xml',
		zip: 'PK\u0003\u0004....names.csv',
		kmz: 'PK\u0003\u0004....doc.kml',
		gzip: '\u001f\u008b',
		pdf: '%PDF-1.7',
		'git-lfs': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n',
		html: '<!DOCTYPE html>\n<title>404</title>',
		binary: `a${'\0'.repeat(50)}b`
	};
	for (const [kind, content] of Object.entries(kinds)) {
		const bytes = Uint8Array.from(content, (character) => character.charCodeAt(0));
		const { problems, tables } = openFiles([{ name: 'events.csv', bytes }]);
		expect(problems).toMatchObject([{ code: 'file-unsupported', file: 'events.csv', params: { kind } }]);
		expect(tables).toEqual([]);
		problems.forEach(checkWords);
	}
});

it('says what a file is that is empty', () => {
	for (const content of ['', '\ufeff', ' \r\n\t'])
		expect(openFiles([{ name: 'a.csv', bytes: bytesOf(content) }]).problems).toMatchObject([{ code: 'file-empty' }]);
});

it('takes no text for a table because it has lines', () => {
	expect(openFiles([{ name: 'a.csv', bytes: bytesOf('Dear reader\nthis is a letter\n') }]).problems).toMatchObject([
		{ code: 'format-unknown' }
	]);
});

it('says where JSON breaks, whatever the file is called', () => {
	const { problems } = openFiles([{ name: 'a.csv', bytes: bytesOf('[{"a":1,\n"b"}]') }]);
	expect(problems).toMatchObject([{ code: 'json-invalid', line: 2, pointer: '2:4', params: { expected: 'colon' } }]);
});

it('says of a latitude that is a slip that it is one', () => {
	const { problems } = importCsv('title,lat,lon,source\nA,950,8.6,R\nB,5500000,450000,R\nC,50.1,9999,R\n');
	expect(problems.map(({ code, line }) => [line, code])).toEqual([
		[2, 'latitude-out-of-range'],
		[3, 'coordinates-projected'],
		[4, 'coordinates-projected']
	]);
});

it('names a pair of numbers with commas so that it can be read', () => {
	const { problems } = importCsv('title;lat;lon;source\nA;107,374;7,0982;R\nB;50,1;8,6;R\n');
	expect(problems.map(({ value }) => value)).toEqual(['107,374; 7,0982', '107,374; 7,0982']);
});

it('makes names that read well of numbers and lists', () => {
	const { dataset } = importCsv('date,lat,lon,source\n2007-01-14T21:05:02Z,1.8630000000000002,127.352,",ci,"\n');
	expect(dataset?.places[0]?.name).toEqual({ und: '1.863, 127.352' });
	expect(dataset?.events[0]?.title).toEqual({ und: 'Untitled event 2007-01-14 21:05:02Z' });
	expect(dataset?.sources[0]?.title).toBe('ci');
});

it('says once what is wrong with a text that stands for several', () => {
	const { problems } = importCsv('title,description,date,source\nA &amp; B,,2024,Report\n');
	expect(problems).toMatchObject([{ code: 'text-html-entity', line: 2, field: 'title', value: 'A &amp; B' }]);
});

it('finds nothing in a good file', () => {
	const { tables } = openFiles([{ name: 'a.csv', bytes: bytesOf(HEAD + GOOD) }]);
	expect(importNow(tables, tables.map(suggestMapping), { added: ADDED }).problems).toEqual([]);
});
