import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkInput } from '../../../../src/lib/io/input.server.ts';
import { importNow, openFiles, suggestMapping } from '../../../../src/lib/io/import/import.ts';
import { MAX_FILE_BYTES, MAX_ROWS } from '../../../../src/lib/io/import/limits.ts';
import { loadDataset } from '../../../../src/lib/io/load.ts';
import { readTexts, SMALL } from '../support.ts';
import { ADDED, bytesOf, checkWords, codesOf, importCsv, importTexts, mappingOf, ofRows } from '../import/support.ts';

const HEAD = 'id,title,date,lat,lon,source\n';
const GOOD = `${HEAD}a,Storm,2024-01-05,33.51,36.27,Report\nb,Flood,2024-01-06,33.52,36.28,Report\n`;
const whole = importCsv(GOOD);
const eventsOf = (text: string | Uint8Array) => importTexts({ 'events.csv': text }).dataset?.events;

it('is clean to begin with', () => expect(whole.problems).toEqual([]));

it.each(['', '\ufeff', ' \r\n\t', '\ufeff\n'])('A1 a file of nothing is said to be empty: %j', (text) => {
	const { dataset, problems, counts } = importCsv(text);
	expect(problems).toMatchObject([{ severity: 'error', code: 'file-empty', file: 'events.csv' }]);
	expect([dataset, counts.read]).toEqual([null, 0]);
});

it('A2 a byte order mark before CSV and before JSON is no part of either', () => {
	expect(eventsOf(`\ufeff${GOOD}`)).toEqual(whole.dataset?.events);
	const json = '[{"id":"a","title":"Storm","date":"2024-01-05","source":"Report"}]';
	const marked = importTexts({ 'a.json': `\ufeff${json}` });
	expect(marked.problems).toEqual([]);
	expect(marked.dataset).toEqual(importTexts({ 'a.json': json }).dataset);
});

describe('A3 an encoding that is guessed is named, with words that show it', () => {
	const text = GOOD.replace('Storm', 'Grêle à Orléans, été');
	const quoted = text.replace('Grêle à Orléans, été', '"Grêle à Orléans, été"');
	const latin = Uint8Array.from(quoted, (character) => character.charCodeAt(0));
	const wide = (swap: boolean) => {
		const bytes = Buffer.from(`\ufeff${quoted}`, 'utf16le');
		return swap ? bytes.swap16() : bytes;
	};

	it.each([
		['Windows-1252', latin],
		['UTF-16 (little-endian)', wide(false)],
		['UTF-16 (big-endian)', wide(true)]
	])('%s', (encoding, bytes) => {
		const { dataset, problems } = importTexts({ 'events.csv': bytes });
		expect(problems).toMatchObject([
			{ severity: 'warning', code: 'encoding-guessed', params: { encoding, samples: 'Grêle, à, Orléans' } }
		]);
		expect(dataset?.events[0]?.title).toEqual({ und: 'Grêle à Orléans, été' });
	});

	it('characters that are lost are counted, never silent', () => {
		const { problems } = importCsv(GOOD.replace('Storm', 'Gr\ufffdle \ufffd'));
		expect(problems).toMatchObject([{ severity: 'warning', code: 'file-encoding', line: 2, params: { count: 2 } }]);
	});
});

it('A4 JSON that is cut off anywhere is told with line and column', () => {
	const json = JSON.stringify([{ id: 'a', title: 'Storm "1"', date: '2024', tags: ['x', 1, true, null] }], null, 1);
	for (let end = 1; end < json.length; end++) {
		const { dataset, problems } = importTexts({ 'a.json': json.slice(0, end) });
		expect(dataset).toBeNull();
		expect(problems).toMatchObject([{ severity: 'error', code: 'json-invalid', file: 'a.json' }]);
		expect(problems[0]?.pointer).toMatch(/^\d+:\d+$/);
		expect(problems[0]?.line).toBe(json.slice(0, end).split('\n').length);
	}
});

it('A4 CSV that is cut off anywhere keeps the rows before', () => {
	const first = GOOD.indexOf('\n', HEAD.length) + 1;
	for (let end = first; end < GOOD.length; end++)
		expect(eventsOf(GOOD.slice(0, end))?.[0]).toEqual(whole.dataset?.events[0]);
});

/** What JSON allows and what it does not, in the spirit of the public suites: every kind of token, and its near misses. */
const JSON_TEXTS = [
	...['[]', '{}', '[[]]', '[1]', '[-0]', '[1e5]', '[1E+5]', '[1.5e-3]', '[""]', '["\\u0041\\ud83d\\ude00"]', '["\\/"]'],
	...['[true,false,null]', ' [1] ', '\t[1]\r\n', '{"a":1,"a":2}', '{"":0}', '["\u2028"]', '[123456789012345678901]'],
	...[
		'[1,]',
		'[,1]',
		'[1,,2]',
		'[1 2]',
		'[01]',
		'[-01]',
		'[1.]',
		'[.5]',
		'[+1]',
		'[1e]',
		'[1e+]',
		'[0x1]',
		'[-]',
		'[--1]'
	],
	...[
		'[NaN]',
		'[Infinity]',
		'[nul]',
		'[truE]',
		'["a]',
		"['a']",
		'["\\x"]',
		'["\\u12"]',
		'["\t"]',
		'["\\"]',
		'[1]]',
		'[',
		']'
	],
	...[
		'{"a"}',
		'{"a":}',
		'{"a":1,}',
		'{a:1}',
		'{"a" 1}',
		'{"a":1 "b":2}',
		'{1:1}',
		'{',
		'[1}',
		'{"a":1]',
		'[/**/1]',
		'[#1]'
	],
	...['[\u00a01]', '[\ufeff1]', '[\u000c1]', '[1]//', '', '"a', '[1e1000]', '[\u2029]']
];

it('A5 what is JSON is what JSON.parse takes for it, with the place of the fault otherwise', () => {
	for (const text of JSON_TEXTS) {
		let isJson = true;
		try {
			JSON.parse(text);
		} catch {
			isJson = false;
		}
		const { problems } = importTexts({ 'a.json': text });
		const fault = problems.find(({ code }) => code === 'json-invalid');
		if (isJson) expect([text, fault]).toEqual([text, undefined]);
		else if (/^\s*(?:\{|\[\s*[[{"\]\d-])/.test(text))
			expect([text, fault?.pointer]).toEqual([text, expect.stringMatching(/^\d+:\d+$/)]);
		else expect([text, problems.some(({ severity }) => severity === 'error')]).toEqual([text, true]);
	}
});

it('A6 100,000 lists in each other are one problem', () => {
	const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
	expect(importTexts({ 'a.json': nested }).problems).toMatchObject([{ code: 'json-too-deep', line: 1 }]);
	const object = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
	expect(importTexts({ 'a.json': `[${object}]` }).problems).toMatchObject([{ code: 'json-too-deep', line: 1 }]);
});

describe('A7 what is too large', () => {
	const scratch = mkdtempSync(path.join(tmpdir(), 'too large Ø '));
	afterAll(() => rmSync(scratch, { recursive: true, force: true }));

	it('is refused by its size before it is read: 3 GB', () => {
		const [large, good] = [path.join(scratch, 'large.csv'), path.join(scratch, 'good.csv')];
		writeFileSync(large, '');
		truncateSync(large, 3_000_000_000);
		writeFileSync(good, GOOD);
		const { problems, counts } = checkInput([large, good]);
		expect(problems).toMatchObject([
			{ code: 'limit-bytes', file: 'large.csv', params: { limit: MAX_FILE_BYTES, length: 3_000_000_000 } }
		]);
		expect(counts).toMatchObject({ read: 2, accepted: 2 });
	});

	it('is read as far as the limit of rows, and the rest is counted', () => {
		const text = `title\n${'x\n'.repeat(MAX_ROWS)}y\nz\n`;
		const [table] = openFiles([{ name: 'a.csv', bytes: bytesOf(text) }]).tables;
		expect(table?.rows).toHaveLength(MAX_ROWS);
		expect(table?.unreadable).toBe(2);
		expect(table?.problems).toMatchObject([
			{ severity: 'error', code: 'limit-rows', params: { limit: MAX_ROWS, left: 2 } }
		]);
	});
});

it.each([
	['zip', 'PK\u0003\u0004\u0014\u0000../../evil.csv'],
	['gzip', '\u001f\u008b\u0008\u0000'],
	['7z', '7z\u00bc\u00af\u0027\u001c']
])('A8 an archive is named, and never opened: %s', (kind, start) => {
	const bytes = Uint8Array.from(start.padEnd(64, '\0'), (character) => character.charCodeAt(0));
	expect(importTexts({ 'events.csv': bytes })).toMatchObject({
		dataset: null,
		problems: [{ code: 'file-unsupported', params: { kind } }]
	});
});

it('A9 a file is what is in it, whatever it is called', () => {
	expect(importTexts({ 'events.geojson': GOOD }).dataset?.events).toEqual(whole.dataset?.events);
	const page = importTexts({ 'events.json': '<!DOCTYPE html><html><body>502 Bad Gateway</body></html>' });
	expect(page.problems).toMatchObject([{ code: 'file-unsupported', params: { kind: 'html' } }]);
	const sheet = importTexts({ 'events.csv': 'PK\u0003\u0004xl/workbook.xml' });
	expect(sheet.problems).toMatchObject([{ code: 'file-unsupported', params: { kind: 'xlsx' } }]);
	const pointer = importTexts({ 'events.csv': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n' });
	expect(pointer.problems).toMatchObject([{ code: 'file-unsupported', params: { kind: 'git-lfs' } }]);
});

describe('A10 delimiters', () => {
	it.each([';', '\t', '|'])('%j is found, and said', (delimiter) => {
		const text = GOOD.replaceAll(',', delimiter);
		const [table] = openFiles([{ name: 'a.csv', bytes: bytesOf(text) }]).tables;
		expect(table?.dialect).toEqual({ delimiter, hasHeader: true });
		expect(eventsOf(text)).toEqual(whole.dataset?.events);
	});

	it('sep=; is obeyed, and decimal commas are no delimiters', () => {
		const text = GOOD.replaceAll(',', ';').replace(/(\d)\.(\d)/g, '$1,$2');
		expect(eventsOf(`sep=;\n${text}`)).toEqual(whole.dataset?.events);
		expect(eventsOf(text)).toEqual(whole.dataset?.events);
	});

	it('a person may name another', () => {
		const hints = [{ file: 'a.csv', format: 'csv' as const, delimiter: '::' }];
		const bytes = bytesOf(GOOD.replaceAll(',', '::'));
		const { tables } = openFiles([{ name: 'a.csv', bytes }], { hints });
		const result = importNow(tables, tables.map(suggestMapping), { added: ADDED });
		expect(result.dataset?.events).toEqual(whole.dataset?.events);
	});
});

describe('A11 lines and quotes', () => {
	it.each([
		['CR', GOOD.replaceAll('\n', '\r')],
		['CRLF', GOOD.replaceAll('\n', '\r\n')],
		['mixed', GOOD.replace('\n', '\r\n').replace(/\n(?=b)/, '\r')]
	])('%s', (_, text) => expect(eventsOf(text)).toEqual(whole.dataset?.events));

	it('NUL is told and shown by its code', () => {
		const { problems } = importCsv(GOOD.replace('Storm', 'Sto\0rm'));
		expect(problems).toMatchObject([{ code: 'text-control-character', line: 2, field: 'title', value: 'StoU+0000rm' }]);
	});

	it('a quote that is never closed is told where it opens', () => {
		const { problems } = importCsv(GOOD.replace('Storm', '"Storm'));
		expect(problems).toMatchObject([{ severity: 'error', code: 'quote-unclosed', line: 2, pointer: '2:3' }]);
	});
});

it('A12 too few or too many fields are told with both numbers', () => {
	const { problems, counts } = importCsv(`${HEAD}a,A,2024,33.5\nb,B, and C,2024,33.5,36.2,Report\n`);
	expect(problems).toMatchObject([
		{ severity: 'warning', code: 'row-too-short', line: 2, params: { fields: 4, columns: 6 } },
		{ severity: 'error', code: 'coordinates-incomplete', line: 2 },
		{ severity: 'error', code: 'row-too-long', line: 3, params: { fields: 7, columns: 6 } }
	]);
	expect(counts).toMatchObject({ read: 2, rejected: 2 });
});

it('A13 names of columns that repeat, are blank, differ in case or are of other languages', () => {
	const { problems } = importCsv('title,,title,Дата\nA,1,B,2024\n');
	expect(problems).toMatchObject([
		{ code: 'column-unused', params: { names: 'Column 2, title (2)' } },
		{ code: 'sources-none' },
		{ code: 'header-blank', params: { column: 2 } },
		{ code: 'header-repeated', params: { column: 3, first: 1 } }
	]);
	const uses = (header: string) =>
		mappingOf(`${header}\nStorm,2024-01-05,33.5,36.2\n`).columns.map(({ use }) => use?.target);
	for (const header of [
		'TITLE,DATE,LATITUDE,LONGITUDE',
		'Titel,Datum,Breite,Länge',
		'العنوان,التاريخ,خط العرض,خط الطول',
		'название,дата,широта,долгота'
	])
		expect([header, uses(header)]).toEqual([header, ['title', 'when', 'latitude', 'longitude']]);
});

it('A14 a file without names of columns says that its first row looks like data', () => {
	const { problems, counts } = importCsv('2024-01-02,33.51,36.21,Strike\n2024-01-03,33.62,36.32,Fire\n');
	expect(problems.map(({ code, line }) => [code, line])).toContainEqual(['header-missing', 1]);
	expect(counts).toMatchObject({ read: 2, accepted: 2 });
});

it('A15 names that every object has are names like any other', () => {
	const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
	const rows = names.map((name) => [name, name, `2024-01-05`, name, name, name].join(','));
	const { dataset, counts, problems } = importCsv(`id,title,date,category,actors,source\n${rows.join('\n')}\n`);
	expect(problems).toEqual([]);
	expect(counts).toMatchObject({ read: 4, accepted: 4 });
	expect(dataset?.events.map(({ sourceId, title }) => [sourceId, title.und])).toEqual(
		names.map((name) => [name, name])
	);
	expect(dataset?.categories.map(({ name }) => name.und).sort()).toEqual([...names].sort());
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	const columns = importCsv('__proto__,constructor,title,date,source\nx,y,A,2024,R\n');
	expect(columns.problems).toMatchObject([{ code: 'column-unused', params: { names: '__proto__, constructor' } }]);
	const json = importTexts({ 'a.json': '[{"__proto__":{"polluted":1},"title":"A","date":"2024","source":"R"}]' });
	expect(json.counts).toMatchObject({ read: 1, accepted: 1 });
	expect(codesOf(json)).toEqual(['- column-unused -']);
});

it('A16 a key that stands twice is told with its pointer', () => {
	const { problems } = importTexts({ 'a.json': '[{"title":"A","date":"2024","title":"B","source":"R"}]' });
	expect(problems).toMatchObject([{ severity: 'warning', code: 'json-repeated-key', pointer: '/0/title' }]);
});

it('A17 too many columns, too long a cell, too many categories: the limit is said', () => {
	const wide = importCsv(`${Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',')}\n1\n`);
	expect(wide.problems).toMatchObject([{ code: 'limit-columns', params: { limit: 1_000, count: 10_000 } }]);
	const long = importCsv(GOOD.replace('Storm', 'x'.repeat(1_000_000)));
	expect(long.problems).toMatchObject([{ code: 'limit-cell', line: 2, params: { limit: 100_000, length: 1_000_000 } }]);
	expect(long.counts).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
	const rows = Array.from({ length: 20_000 }, (_, index) => `T,K${index}`);
	const many = importCsv(`title,category\n${rows.join('\n')}\n`);
	expect(many.dataset?.categories).toHaveLength(8);
	expect(many.problems.map(({ code }) => code)).toContain('categories-joined');
});

it('A18 the same content twice is read once, two files are both read', () => {
	const twice = importTexts({ 'a.csv': GOOD, 'b.csv': GOOD });
	expect(twice.problems).toMatchObject([{ code: 'file-repeated', file: 'b.csv', params: { other: 'a.csv' } }]);
	expect(twice.dataset?.events).toEqual(whole.dataset?.events);
	const two = importTexts({ 'a.csv': GOOD, 'b.csv': `${HEAD}c,Fire,2024-01-07,33.5,36.2,Report\n` });
	expect(two.counts).toMatchObject({ read: 3, accepted: 3 });
});

it('A19 a dataset of a newer version is refused with its number', () => {
	const texts = readTexts(SMALL);
	const newer = (texts['dataset.json'] ?? '').replace(/"format":\s*1/, '"format": 2');
	const { dataset, problems } = loadDataset({ ...texts, 'dataset.json': newer });
	expect(dataset).toBeNull();
	expect(problems).toMatchObject([{ severity: 'error', code: 'format-newer', params: { format: 2, reads: 1 } }]);
});

it('A19 a version that never was is refused, and so is a dataset that names none', () => {
	const texts = readTexts(SMALL);
	const head = texts['dataset.json'] ?? '';
	const of = (dataset: string) => loadDataset({ ...texts, 'dataset.json': dataset });
	for (const format of ['0', '-1', '"1"', 'null']) {
		const { dataset, problems } = of(head.replace(/"format":\s*1/, `"format": ${format}`));
		expect([format, dataset]).toEqual([format, null]);
		expect(problems).toMatchObject([{ severity: 'error', pointer: '/format' }]);
		problems.forEach(checkWords);
	}
	const { dataset, problems } = of(head.replace(/"format":\s*1,/, ''));
	expect(dataset).toBeNull();
	expect(problems).toMatchObject([{ code: 'field-missing', field: 'format' }]);
});

it('A20 what a record refers to and is not there is named, with the nearest', () => {
	const texts = readTexts(SMALL);
	const events = (texts['events.json'] ?? '').replace('"bergen"', '"bergn"');
	const { problems } = loadDataset({ ...texts, 'events.json': events });
	expect(problems).toMatchObject([
		{ code: 'reference-missing', record: 'fleet-sails', value: 'bergn', params: { suggestion: 'bergen' } }
	]);
	const event = {
		id: '1',
		description: 'A',
		date: '1/2/2024',
		time: '10:00',
		location: 'X',
		latitude: '1.5',
		longitude: '2.5',
		category: 'c'
	};
	const missing = importTexts({
		'events.json': JSON.stringify([{ ...event, associations: [], sources: ['s9'] }]),
		'sources.json': JSON.stringify([{ id: 's1', title: 'S', type: 'Report', paths: [], url: 'https://example.org/' }])
	});
	expect(missing.problems).toContainEqual(
		expect.objectContaining({ code: 'reference-missing', record: '1', field: 'sources', value: 's9' })
	);
	expect(ofRows(missing).length).toBeLessThanOrEqual(missing.problems.length);
});
