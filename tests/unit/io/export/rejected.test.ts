import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rejectedFiles, type SavedText } from '../../../../src/lib/io/export/rejected.ts';
import { problemsCsv } from '../../../../src/lib/io/export/problems-csv.ts';
import { csvFile, field } from '../../../../src/lib/io/export/csv.ts';
import { geojsonFile } from '../../../../src/lib/io/export/geojson.ts';
import { REASONS } from '../../../../src/lib/io/exported.ts';
import { decodeFile } from '../../../../src/lib/io/import/decode.ts';
import { problemWords } from '../../../../src/lib/i18n/problem-text.ts';
import { text } from './arbitraries.ts';
import { parseMappingFile, suggestMappings, writeMappingFile } from './mapping-support.ts';
import { corpus, hasCorpus } from '../formats/support.ts';
import { imported, small, type Imported } from './support.ts';

function rejectedOf(files: Readonly<Record<string, string>>, result: Imported): SavedText[] {
	// Decoded texts have no byte order mark.
	const textOf = (file: string) => files[file]?.replace(/^\ufeff/, '') ?? null;
	return rejectedFiles(result.rejected, result.opened.tables, textOf, problemWords);
}

const featureOf = (id: string, when: string, lat: number) => ({
	type: 'Feature',
	id,
	geometry: { type: 'Point', coordinates: [10.5, lat] },
	properties: { title: `Event ${id}`, when, number: 9007199254740991 }
});

/** Files with a bad record or more between good ones; `mend` mends all. */
const CASES: readonly {
	readonly name: string;
	readonly file: string;
	readonly text: string;
	readonly mend: readonly (readonly [bad: string, good: string])[];
	/** Texts that only good records have. */
	readonly gone: readonly string[];
}[] = [
	{
		name: 'comma-separated values',
		file: 'events.csv',
		text: 'id,title,date\r\n1,Good,2024-01-01\r\n2,"Bad, with ""quotes""\r\nand lines",2024-02-30\r\n\r\n3,Fine,2024-03-01\r\n4,"=1+1",nonsense\r\n',
		mend: [
			['2024-02-30', '2024-02-29'],
			['nonsense', '2024']
		],
		gone: ['Good', 'Fine']
	},
	{
		name: 'a file with semicolons and dates that are asked about',
		file: 'list;of events.csv',
		text: 'sep=;\nNr;Titel;Datum;Note\n007;Gut;03.04.2024;x\n1e5;Schlecht;31.02.2024;y\n',
		mend: [['31.02.2024', '28.02.2024']],
		gone: ['Gut']
	},
	{
		name: 'rows that are too long',
		file: 'long.csv',
		text: 'id,title,date\n1,Good,2024-01-01\n2,Bad, really,2024-02-01\n3,Fine,2024-01-01\n',
		mend: [['Bad, really', '"Bad, really"']],
		gone: ['Good', 'Fine']
	},
	{
		name: 'tabs and a quote that never closes',
		file: 'quotes.tsv',
		text: 'id\ttitle\tdate\n1\tGood\t2024-01-01\n2\t"Bad\t2024-02-01\n3\tFine\t2024-01-01\n',
		mend: [['"Bad', 'Bad']],
		gone: ['Good', 'Fine']
	},
	{
		name: 'GeoJSON',
		file: 'map.geojson',
		text: JSON.stringify({
			type: 'FeatureCollection',
			name: 'A map',
			features: [featureOf('a', '2024-01-01', 10), featureOf('b', '2024-02-30', 20), featureOf('c', '2024-03-01', 95)]
		}).replaceAll('9007199254740991', '9007199254740993'),
		mend: [
			['2024-02-30', '2024-02-28'],
			['95', '85']
		],
		gone: ['Event a']
	},
	{
		name: 'Linked Places',
		file: 'places.json',
		text: JSON.stringify({
			type: 'FeatureCollection',
			'@context': 'https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld',
			features: ['1500', 'no year', '1600'].map((start, index) => ({
				'@id': `https://example.org/${index}`,
				type: 'Feature',
				properties: { title: `Place ${index}` },
				when: { timespans: [{ start: { in: start } }] },
				names: [{ toponym: `Place ${index}` }],
				geometry: { type: 'Point', coordinates: [index, index + 1] }
			}))
		}),
		mend: [['no year', '1550']],
		gone: ['Place 0', 'Place 2']
	},
	{
		name: 'TimelineJS',
		file: 'timeline.json',
		text: JSON.stringify({
			title: { text: { headline: 'A line' } },
			events: [1, 13, 12].map((month, index) => ({
				unique_id: `event-${index}`,
				start_date: { year: 2024, month },
				text: { headline: `Slide ${index}` }
			}))
		}),
		mend: [['13', '11']],
		gone: ['Slide 0', 'Slide 2']
	},
	{
		name: 'a list of JSON records beside a longer one',
		file: 'records.json',
		text: JSON.stringify({
			title: 'Records',
			records: ['2024-01-01', '2024-02-30', '2024-03-01'].map((date, id) => ({ id, title: `Record ${id}`, date })),
			more: [{ a: 1 }, { b: 2 }]
		}),
		mend: [['2024-02-30', '2024-02-28']],
		gone: ['Record 0', 'Record 2']
	},
	{
		name: 'KML',
		file: 'map.kml',
		text: `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Places 😀</name>
<Folder><name>Forts</name>
	<Placemark id="a"><name>Good 😀</name><TimeStamp><when>2024-01-01</when></TimeStamp></Placemark>
	<Placemark id="b"><name>Bad -- 😀</name><TimeStamp><when>2024-02-30</when></TimeStamp></Placemark>
	<Placemark id="c"><name>Fine</name><TimeStamp><when>2024-01-01</when></TimeStamp></Placemark>
</Folder></Document></kml>`,
		mend: [['2024-02-30', '2024-02-29']],
		gone: ['Good', 'Fine']
	},
	{
		name: 'iCalendar',
		file: 'calendar.ics',
		text: [
			'BEGIN:VCALENDAR',
			'VERSION:2.0',
			'X-WR-CALNAME:Days',
			...['20240101', '20240230', '20240301'].flatMap((day, index) => [
				'BEGIN:VEVENT',
				`UID:${index}`,
				`SUMMARY:Day ${index}`,
				`DTSTART;VALUE=DATE:${day}`,
				'END:VEVENT'
			]),
			'END:VCALENDAR',
			''
		].join('\r\n'),
		mend: [['20240230', '20240229']],
		gone: ['Day 0', 'Day 2']
	},
	{
		name: 'our own CSV',
		file: 'own.csv',
		text: [...csvFile(small())].join('').replace('1399-06', '1399-16'),
		mend: [['1399-16', '1399-06']],
		gone: ['A storm']
	},
	{
		name: 'our own GeoJSON, of which several features are one event',
		file: 'own.geojson',
		text: [...geojsonFile(small())].join('').replaceAll('1399-06', '1399-16'),
		mend: [['1399-16', '1399-06']],
		gone: ['A storm']
	}
];

const without = (text: string, all: readonly (readonly [string, string])[]) =>
	all.reduce((mended, [bad, good]) => mended.replaceAll(bad, good), text);

describe.each(CASES)('rejected records of $name', ({ file, text, mend, gone }) => {
	const first = imported({ [file]: text });
	const [saved, ...others] = rejectedOf({ [file]: text }, first);
	const mapping = parseMappingFile(writeMappingFile(suggestMappings(first)));

	test('are in a file by themselves, with the reasons', () => {
		expect(first.rejected.length).toBeGreaterThan(0);
		expect(others).toEqual([]);
		expect(saved?.name).toBe(file.replace(/(?=\.[a-z]+$)/, '-rejected'));
		for (const text of gone) expect(saved?.text).not.toContain(text);
		const again = imported({ [saved?.name ?? '']: saved?.text ?? '' }, mapping);
		expect(again.counts).toMatchObject({ read: first.rejected.length, rejected: first.rejected.length });
		const codes = (result: Imported) => result.rejected.map(({ reasons }) => reasons.map(({ code }) => code));
		expect(codes(again)).toEqual(codes(first));
		for (const { reasons } of first.rejected)
			for (const problem of reasons)
				expect(plainText(saved?.text ?? '')).toContain(plainText(problemWords(problem).why));
	});

	test('give the events when they are mended and read with the same mapping', () => {
		const whole = imported({ [file]: without(text, mend) }, mapping);
		expect(whole.rejected).toEqual([]);
		const name = saved?.name.replace('-rejected', '-rejected (1)') ?? '';
		const mended = imported({ [name]: without(saved?.text ?? '', mend) }, mapping);
		expect(mended.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		const ids = new Set(mended.dataset?.events.map(({ id }) => id));
		expect(ids.size).toBe(first.rejected.length);
		const expected = whole.dataset?.events.filter(({ id }) => ids.has(id));
		expect(mended.dataset?.events).toEqual(expected);
		expect(JSON.stringify(mended.opened.tables.map(({ columns }) => columns))).not.toMatch(/reasons/i);
	});

	test('are the same when nothing was mended', () => {
		const name = saved?.name ?? '';
		const files = { [name]: saved?.text ?? '' };
		const [again] = rejectedOf(files, imported(files, mapping));
		expect(again).toEqual({ name, text: saved?.text.replaceAll(file, name) });
	});
});

/** Letters alone: each format has its own way to write the others. */
const plainText = (text: string) => text.replace(/\r\n[ \t]/g, '').replace(/[^\p{L}\p{N}]+/gu, '');

test('rejected rows of any table are rejected again, and give the events when they are mended', () => {
	const delimiter = fc.constantFrom(',', ';', '\t', '|');
	const row = fc.record({ title: text, note: text, isBad: fc.boolean(), isShort: fc.boolean(), isLong: fc.boolean() });
	let tried = 0;
	fc.assert(
		fc.property(
			delimiter,
			fc.constantFrom('\n', '\r\n'),
			fc.array(row, { minLength: 2, maxLength: 8 }),
			(between, end, rows) => {
				const cells = rows.map(({ title, note, isBad, isShort, isLong }, index) => [
					`id ${index}`,
					title.trim(),
					isBad ? '2024-13' : '2024-12',
					...(isShort ? [] : [note]),
					...(isLong && !isShort ? ['beyond'] : [])
				]);
				const quoted = [['id', 'title', 'date', 'note'], ...cells].map((list) =>
					list.map((cell) => field(cell, between))
				);
				const whole = quoted.map((list) => list.join(between) + end).join('');
				const first = imported({ 'a.csv': whole });
				// Where two characters might be meant, or none, the file has to say more.
				if (first.opened.tables[0]?.dialect?.delimiter !== between || first.rejected.length === 0) return;
				tried++;
				const [saved] = rejectedOf({ 'a.csv': whole }, first);
				const mapping = parseMappingFile(writeMappingFile(suggestMappings(first)));
				const again = imported({ 'a-rejected.csv': saved?.text ?? '' }, mapping);
				const said = (result: Imported) =>
					result.rejected.map(({ row: { cells, overflow }, reasons }) => [
						cells,
						overflow,
						reasons.map(({ code }) => code)
					]);
				expect(said(again)).toEqual(said(first));
				const mend = (text: string) => text.replaceAll('2024-13', '2024-11').replaceAll(`${between}beyond`, '');
				const mended = imported({ 'a-rejected.csv': mend(saved?.text ?? '') }, mapping);
				const good = imported({ 'a.csv': mend(whole) }, mapping);
				const ids = new Set(mended.dataset?.events.map(({ id }) => id));
				expect(ids.size).toBe(first.rejected.length);
				expect(mended.dataset?.events).toEqual(good.dataset?.events.filter(({ id }) => ids.has(id)));
			}
		),
		{ seed: 8, numRuns: 200 }
	);
	expect(tried).toBeGreaterThan(100);
});

test('records of which nothing can be read are with the rejected ones', () => {
	const text = '[{"id": 1, "title": "Good", "date": "2024"}, 17, {"id": 2, "title": "Bad", "date": "2024-13"}, null]';
	const [saved] = rejectedOf({ 'a.json': text }, imported({ 'a.json': text }));
	expect(JSON.parse(saved?.text ?? '')).toEqual([
		17,
		{ [REASONS]: [expect.any(String)], id: 2, title: 'Bad', date: '2024-13' },
		null
	]);
});

test('without a header the reasons are in a file of their own', () => {
	const good = (id: number) => `${id},2024-01-${id},Good\n`;
	const text = `${[11, 12, 13, 14, 15, 16, 17, 18, 19].map(good).join('')}2,2024-02-30,Bad\n${good(20)}`;
	const result = imported({ 'rows.csv': text });
	const [saved, reasons, ...others] = rejectedOf({ 'rows.csv': text }, result);
	expect(saved).toEqual({ name: 'rows-rejected.csv', text: '\ufeff2,2024-02-30,Bad\n' });
	expect(reasons?.name).toBe('rows-rejected-reasons.csv');
	expect(reasons?.text).toMatch(/^\ufeffrow,chronotope:reasons\r\n1,.*2024-02-30.*\r\n$/);
	expect(others).toEqual([]);
});

test('no cell is a formula to a spreadsheet, and all are read as they were', () => {
	const cells = ['"=HYPERLINK(""http://x.example"",""y"")"', "'=kept", '@who', '"-1,61"', '"+1\n-2"'];
	const head = 'id,title,date,=note,b,c,d,e\n';
	const text = `${head}1,Good,2024,,,,,\n=1+1,-2+3,=2+2,${cells.join(',')}\n`;
	const result = imported({ 'a.csv': text });
	const words = () => ({ why: '=3+3', mend: '' });
	const [saved] = rejectedFiles(
		result.rejected.map((row) => ({
			...row,
			reasons: row.reasons.map((problem) => ({ ...problem, field: null, value: null }))
		})),
		result.opened.tables,
		() => text,
		words
	);
	const file = saved?.text ?? '';
	expect(file).toBe(
		`\ufeff${REASONS},id,title,date,'=note,b,c,d,e\n'=3+3,'=1+1,'-2+3,'=2+2,"'=HYPERLINK(""http://x.example"",""y"")",''=kept,'@who,"-1,61","'+1\n-2"\n`
	);
	const again = imported({ 'a-rejected.csv': file });
	expect(again.rejected.map(({ row }) => row.cells)).toEqual(result.rejected.map(({ row }) => row.cells));
	expect(again.opened.tables[0]?.columns.map(({ name }) => name)).toContain('=note');
	const [twice] = rejectedOf({ 'a-rejected.csv': file }, again);
	const ownCells = (saved: string) => saved.slice(saved.indexOf(`,'=1+1`));
	expect(ownCells(twice?.text ?? '')).toBe(ownCells(file));
});

describe('of texts that seem made to be slow, all are written', () => {
	test('line ends within a cell', () => {
		const text = `id,title,date\n1,"A${'\n'.repeat(400_000)}B",2024\n2,"C\nD",2024-13\n`;
		const [saved] = rejectedOf({ 'a.csv': text }, imported({ 'a.csv': text }));
		expect(saved?.text).toContain('C\nD');
		expect(saved?.text.length).toBeGreaterThan(400_000);
	});

	test('line ends within a name of a column', () => {
		const text = `id,title,date,"note${'\n'.repeat(90_000)}more"\n1,A,2024-13,x\n`;
		const [saved] = rejectedOf({ 'a.csv': text }, imported({ 'a.csv': text }));
		expect(saved?.text).toContain('\nmore"\n');
	});

	test('a first cell of many million quotes', () => {
		const text = `${REASONS},id,title,date\n"${'a""'.repeat(5_500_000)}",1,A,2024-13\n`;
		const [saved] = rejectedOf({ 'a.csv': text }, imported({ 'a.csv': text }));
		expect(saved?.text).toMatch(/,1,A,2024-13\n$/);
	});

	test('comments of KML that never end in what is looked for', () => {
		const note = `<description><![CDATA[${'<!-- Rejected: '.repeat(100_000)}]]></description>`;
		const bad = '<Placemark><name>B</name><TimeStamp><when>2024-02-30</when></TimeStamp></Placemark>';
		const text = `<kml><Document>${note}${bad}</Document></kml>`;
		const [saved] = rejectedOf({ 'a.kml': text }, imported({ 'a.kml': text }));
		expect(saved?.text).toMatch(/<!-- Rejected: [^<]+ -->\n<Placemark>/);
	});
});

test('are UTF-8, also where the mapping says of their file that it was not', () => {
	const text = 'id,title,date\n1,Žďár,2024-13\n';
	const [saved] = rejectedOf({ 'a.csv': text }, imported({ 'a.csv': text }));
	const bytes = new TextEncoder().encode(saved?.text);
	expect(decodeFile({ name: 'a-rejected.csv', bytes }, 'windows-1252')).toMatchObject({
		encoding: 'utf-8',
		text: expect.stringContaining('Žďár')
	});
});

test('a name of a column has the limit of every cell', () => {
	const { counts, problems } = imported({ 'a.csv': `id,title,"${'x'.repeat(100_001)}"\n1,A,2\n` });
	expect(counts).toMatchObject({ read: 1, rejected: 1 });
	expect(problems.map(({ code, line }) => [code, line])).toContainEqual(['limit-cell', 1]);
});

test('nothing is saved where nothing was rejected, and a file for each file', () => {
	const files = {
		'a.csv': 'id,title,date\n1,A,2024\n',
		'b.csv': 'id,title,date\n2,B,2024-13\n',
		'c.csv': 'id,title,date\n3,C,2024-14\n'
	};
	expect(rejectedOf(files, imported(files)).map(({ name }) => name)).toEqual(['b-rejected.csv', 'c-rejected.csv']);
});

test('all problems are a table', () => {
	const text = 'id,title,date\n=1,A,2024-13\n2,B,"20""24"\n';
	const { problems } = imported({ 'a.csv': text });
	const table = [...problemsCsv(problems, problemWords)].join('');
	expect(table.startsWith('\ufeffseverity,')).toBe(true);
	const read = imported({ 'problems.csv': table }).opened.tables[0];
	expect(read?.columns.map(({ name }) => name)).toEqual([
		'severity',
		'code',
		'file',
		'line',
		'pointer',
		'record',
		'field',
		'value',
		'why',
		'mend'
	]);
	expect(read?.rows.map(({ cells }) => cells.slice(0, 8))).toEqual(
		problems.map(({ severity, code, file, line, pointer, record, field, value }) =>
			[
				severity,
				code,
				file,
				line ?? '',
				pointer,
				record === '=1' ? "'=1" : (record ?? ''),
				field ?? '',
				value ?? ''
			].map(String)
		)
	);
});

describe.skipIf(!hasCorpus)('rejected records of real files (skipped where ../shared/corpora is not there)', () => {
	test.each([
		'monastery-quest.lp.json',
		'police-brutality-2020.json',
		'timelinejs-women-in-computing.csv',
		'time-stamp-point.kml'
	])('of %s are rejected again, and nothing else', (name) => {
		const text = withFaults(corpus(name).text);
		const first = imported({ [name]: text });
		expect(first.rejected.length).toBeGreaterThan(0);
		expect(first.counts.accepted + first.counts.repaired).toBeGreaterThan(0);
		const [saved] = rejectedOf({ [name]: text }, first);
		const again = imported(
			{ [saved?.name ?? '']: saved?.text ?? '' },
			parseMappingFile(writeMappingFile(suggestMappings(first)))
		);
		expect(again.counts).toMatchObject({ read: first.rejected.length, rejected: first.rejected.length });
	});
});

/** A date here and there is none. */
function withFaults(text: string): string {
	let count = 0;
	return text.replace(
		/(?<![\d.])((?:19|20)\d\d)-(\d\d)|("in": "|"year": "?|^)(1[5-9]\d\d|20\d\d)(?=[",])/gm,
		(whole, _a, _b, before?: string) => (++count % 5 === 0 ? `${before ?? ''}99x9` : whole)
	);
}
