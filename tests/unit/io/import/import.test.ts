import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importSteps, importTables, openFiles, suggestMapping } from '../../../../src/lib/io/import/import.ts';
import { ROOT } from '../support.ts';
import { ADDED, bytesOf, codesOf, importCsv, importTexts, ofRows } from './support.ts';

const HEAD = 'id,title,description,date,place,lat,lon,category,actors,source,url\n';
const ROWS = [
	'007,Strike,Two killed.,2024-01-05,Damascus,33.51,36.27,Attack,A;B,Report,https://example.org/a',
	'8,Talks,,2024-01-06,Damascus,33.51,36.27,Talks,B,Report,https://example.org/a',
	'9007199254740993,Rumour,Nobody knows when.,,,,,Talks,,,'
];

describe('a good table', () => {
	const { dataset, counts, problems } = importCsv(`${HEAD}${ROWS.join('\n')}\n`);

	it('is counted', () => {
		expect(counts).toEqual({ read: 3, accepted: 3, repaired: 0, rejected: 0, undated: 1, unplaced: 1, places: 1 });
	});

	it('becomes events, with the ids of the file as text', () => {
		expect(dataset?.events).toEqual([
			{
				id: '007',
				when: '2024-01-05',
				places: [{ place: 'damascus', role: 'at' }],
				category: 'attack',
				actors: ['a', 'b'],
				status: 'occurred',
				title: { und: 'Strike' },
				summary: { und: 'Two killed.' },
				claims: [{ source: 'report', says: { und: 'Two killed.' } }],
				added: ADDED,
				sourceId: '007'
			},
			expect.objectContaining({ id: '8', summary: { und: 'Talks' }, actors: ['b'] }),
			expect.objectContaining({ id: '9007199254740993', places: [], claims: [], sourceId: '9007199254740993' })
		]);
		expect(dataset?.events[2]).not.toHaveProperty('when');
	});

	it('has one place, category, actor and source for all events that share it', () => {
		expect(dataset?.places).toEqual([{ id: 'damascus', name: { und: 'Damascus' }, point: [36.27, 33.51] }]);
		expect(dataset?.categories.map(({ id }) => id)).toEqual(['talks', 'attack']);
		expect(dataset?.actors.map(({ id }) => id)).toEqual(['a', 'b']);
		expect(dataset?.sources).toEqual([
			{ id: 'report', title: 'Report', url: 'https://example.org/a', language: 'und' }
		]);
	});

	it('is called after its file', () => {
		expect(dataset).toMatchObject({ title: { und: 'events' }, languages: ['und'] });
	});

	it('has its problems said of line and column', () => {
		expect(problems).toMatchObject([{ code: 'claims-none', line: 4, record: '9007199254740993', severity: 'warning' }]);
	});
});

describe('rows that are refused', () => {
	const text = `id,title,date,lat,lon\na,A,2024-02-30,33.5,36.2\nb,B,2024-01-01,91,200\nc,C,2024-01-01,,36.2\nd,D,2024-01-01,33.5,36.2\n`;
	const { counts, rejected, dataset } = importCsv(text);

	it('are counted and kept with their reasons, and good rows load', () => {
		expect(counts).toMatchObject({ read: 4, accepted: 1, repaired: 0, rejected: 3 });
		expect(dataset?.events.map(({ id }) => id)).toEqual(['d']);
		expect(rejected.map(({ row, reasons }) => [row.line, row.cells[0], reasons.map(({ code }) => code)])).toEqual([
			[2, 'a', ['date-invalid']],
			[3, 'b', ['latitude-out-of-range']],
			[4, 'c', ['coordinates-incomplete']]
		]);
	});

	it('may be all of them: then there is no dataset', () => {
		const none = importCsv('title,date\nA,soon\n');
		expect(none.dataset).toBeNull();
		expect(none.counts).toMatchObject({ read: 1, accepted: 0, rejected: 1 });
	});

	it('are also those of which nobody can tell how they are meant', () => {
		const { counts: found } = importCsv('title,date\nA,03/04/2024\nB,05/06/2024\nC,2024-01-01\n');
		expect(found).toMatchObject({ read: 3, accepted: 1, rejected: 2 });
	});
});

describe('what is repaired', () => {
	it('is counted apart from what is accepted', () => {
		const result = importCsv(
			`id,title,date,lat,lon,url\na,A,2024,33.5,190,\nb,,2024,33.5,36.2,\nc,C,2024,33.5,36.2,javascript:alert(1)\nd,D,2024,0,0,\n`
		);
		expect(result.counts).toMatchObject({ read: 4, accepted: 1, repaired: 3, rejected: 0 });
		expect(ofRows(result).filter((code) => !code.includes('claims-none'))).toEqual([
			'2 longitude-wrapped lat',
			'3 title-empty title',
			'4 url-not-http url',
			'5 null-island lat'
		]);
		expect(result.dataset?.events.map(({ title }) => title.und)).toEqual(['A', 'Untitled event b', 'C', 'D']);
		expect(result.dataset?.sources.some(({ url }) => url !== undefined)).toBe(false);
	});
});

it('a file without a header has its first row as good as the others', () => {
	const result = importCsv('2024-01-02,33.51,36.21,Strike\n2024-01-03,33.62,36.32,Fire\n');
	expect(result.counts).toMatchObject({ read: 2, accepted: 2, repaired: 0 });
	expect(result.dataset?.events[0]).toMatchObject({ when: '2024-01-02', title: { und: 'Strike' } });
});

describe('dates', () => {
	const whenOf = (header: string, row: string) =>
		importCsv(`title,${header}\nA,${row}\n`).dataset?.events[0]?.when ?? null;

	it.each([
		['start,end', '2024-01-01,2024-01-31', '2024-01-01/2024-01-31'],
		['start,end', '2024-01-01,2024-01-01', '2024-01-01'],
		['start,end', '2024-01-01,', '2024-01-01'],
		['start,end', ',2024-01-01', '/2024-01-01'],
		['start,end', '2024-02-01,2024-01-01', null],
		['start,end', '2024-01-01T10:00:00,2024-01-01T12:00:00', '2024-01-01'],
		['date,time', '2024-01-01,14:30', '2024-01-01T14:30:00'],
		['date,time', '2024-01,14:30', '2024-01'],
		['date,time', ',14:30', null],
		['year,month,day', '1943,7,', '1943-07'],
		['year,month,day', '79,8,24', '0079-08-24'],
		['year,month,day', '-44,3,15', '-0044-03-15'],
		['year,month,day', '1943,13,1', null],
		['year,month,day', '1943,,1', null],
		['year,month,day,end year,end month,end day', '1815,12,10,1852,11,27', '1815-12-10/1852-11-27'],
		['date', '2024-01-01/2024-02', '2024-01-01/2024-02'],
		['date', '1984~', '1984~']
	])('%s: %s', (header, row, when) => expect(whenOf(header, row)).toBe(when));
});

describe('places', () => {
	it('are one for each distinct location, whatever else the rows say', () => {
		const text = 'title,lat,lon,place\nA,33.5,36.2,X\nB,33.5,36.2,X\nC,33.6,36.2,X\nD,33.5,36.2,\nE,,,Nowhere\n';
		const { dataset, counts } = importCsv(text);
		expect(dataset?.places.map(({ name, point }) => [name.und, point])).toEqual([
			['X', [36.2, 33.5]],
			['X', [36.2, 33.6]],
			['33.5, 36.2', [36.2, 33.5]],
			['Nowhere', null]
		]);
		expect(new Set(dataset?.places.map(({ id }) => id)).size).toBe(4);
		expect(counts).toMatchObject({ places: 4, unplaced: 1 });
	});

	it('are told apart by what they lie in where they are called the same', () => {
		const { dataset } = importCsv(
			'title,city,country,lat,lon\nA,Tripoli,Libya,32.9,13.2\nB,Tripoli,Lebanon,34.4,35.8\n'
		);
		expect(dataset?.places.map(({ name }) => name.und)).toEqual(['Tripoli, Libya', 'Tripoli, Lebanon']);
	});
});

describe('ids', () => {
	const idsOf = (text: string) => importCsv(text).dataset?.events.map(({ id }) => id) ?? [];

	it('are the same whatever stands beside the row', () => {
		const rows = ['A b,Storm', 'a-b,Gale', 'Ä B,Wind'];
		const all = idsOf(`id,title\n${rows.join('\n')}\n`);
		expect(new Set(all).size).toBe(3);
		rows.forEach((row, index) => expect(idsOf(`id,title\n${row}\n`)).toEqual([all[index]]));
		expect(all[1]).toBe('a-b');
	});

	it('are made of title and date where there are none', () => {
		expect(idsOf('title,date\nStorm,2024-01-05\n')).toEqual([expect.stringMatching(/^storm-2024-01-05-[a-z0-9]{7}$/)]);
		expect(idsOf('title\nعاصفة\n')).toEqual([expect.stringMatching(/^event-[a-z0-9]{7}$/)]);
	});

	it('that rows share with other content are a conflict: both stay', () => {
		const result = importCsv('id,title\n1,Storm\n1,Gale\n1 ,Storm\n');
		expect(result.counts).toMatchObject({ read: 3, accepted: 3 });
		expect(result.dataset?.events.map(({ sourceId }) => sourceId)).toEqual(['1', '1', '1']);
		expect(ofRows(result)).toEqual(['3 id-conflict id', '4 id-conflict id']);
	});

	it('that rows share with the same content are a repetition: one stays', () => {
		const result = importCsv('id,title\n1,Storm\n1,Storm\n');
		expect(result.counts).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
		expect(ofRows(result)).toEqual(['3 record-repeated id']);
	});

	it('may be the same in two files', () => {
		const { counts, dataset } = importTexts({ 'a.csv': 'id,title\n1,Storm\n', 'b.csv': 'id,title\n1,Gale\n' });
		expect(counts).toMatchObject({ read: 2, accepted: 2 });
		expect(new Set(dataset?.events.map(({ id }) => id)).size).toBe(2);
	});
});

describe('sources', () => {
	const sourcesOf = (text: string) =>
		importCsv(text).dataset?.sources.map(({ title, url, publisher, published }) => [title, url, publisher, published]);

	it('are read from several columns, and several from one cell', () => {
		expect(
			sourcesOf(
				'title,source,url,publisher,source date\nA,Report,https://example.org/a https://example.org/b,Paper,2024-01-05\n'
			)
		).toEqual([
			['Report', 'https://example.org/a', 'Paper', '2024-01-05'],
			['example.org/b', 'https://example.org/b', 'Paper', '2024-01-05']
		]);
	});

	it('may have an address within an address, and any number of spaces between two', () => {
		const archived = 'https://web.archive.org/web/2024/https://example.org/a';
		const spaces = ' '.repeat(50_000);
		expect(sourcesOf(`title,url\nA,"${archived};https://example.org/b${spaces}"\n`)?.map(([, url]) => url)).toEqual([
			archived,
			'https://example.org/b'
		]);
	});

	it('are texts where the address may be no link', () => {
		expect(sourcesOf('title,url\nA,//host/path\n')).toEqual([['//host/path', undefined, undefined, undefined]]);
	});
});

it('joins the rarest categories when there are more than can be told apart', () => {
	const kinds = [...'ABCDEFGHIJ'];
	const rows = kinds.flatMap((kind, index) => Array.from({ length: 10 - index }, (_, at) => `${kind}${at},${kind}`));
	const { dataset } = importCsv(`title,category\n${rows.join('\n')}\nnone,\n`);
	expect(dataset?.categories.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'events', 'other']);
	expect(dataset?.events.filter(({ category }) => category === 'other')).toHaveLength(4 + 3 + 2 + 1);
});

it('lists problems by file, then line, what is of the whole file first', () => {
	const result = importTexts({ 'b.csv': 'title,date\nA,x\nB,y\n', 'a.csv': '', 'c.csv': 'title,date,z\nC,x,1\n' });
	expect(codesOf(result)).toEqual([
		'- sources-none -',
		'2 date-unreadable date',
		'3 date-unreadable date',
		'- file-empty -',
		'- column-unused -',
		'- sources-none -',
		'2 date-unreadable date'
	]);
	expect(result.problems.map(({ file }) => file)).toEqual([
		'b.csv',
		'b.csv',
		'b.csv',
		'a.csv',
		'c.csv',
		'c.csv',
		'c.csv'
	]);
});

describe('steps', () => {
	const { tables } = openFiles([
		{ name: 'a.csv', bytes: bytesOf(`title\n${Array.from({ length: 4_500 }, (_, index) => `T${index}\n`).join('')}`) }
	]);
	const mappings = tables.map(suggestMapping);

	it('tell how far they are', () => {
		const steps = [...importSteps(tables, mappings, { added: ADDED })];
		expect(steps.length).toBeGreaterThanOrEqual(4);
		expect(steps.every(({ total }) => total === 9_000)).toBe(true);
		expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).sort((a, b) => a - b));
	});

	it('stop when they are told to', async () => {
		const controller = new AbortController();
		const done: number[] = [];
		const progress = (step: { done: number }) => {
			done.push(step.done);
			controller.abort();
		};
		const run = importTables(tables, mappings, { added: ADDED, signal: controller.signal, progress });
		await expect(run).rejects.toHaveProperty('name', 'AbortError');
		expect(done).toEqual([2_000]);
	});

	it('lead to the same as all at once', async () => {
		const result = await importTables(tables, mappings, { added: ADDED });
		expect(result.counts).toMatchObject({ read: 4_500, accepted: 4_500 });
	});
});

const QUAKES = path.join(ROOT, '../shared/corpora/datasets/earthquakes-23k.csv');

describe.skipIf(!existsSync(QUAKES))('earthquakes since 1965', () => {
	it('are all read, three of them with a date of another kind', () => {
		const { counts, problems } = importTexts({ 'earthquakes-23k.csv': readFileSync(QUAKES) });
		expect(counts).toEqual({
			read: 23_412,
			accepted: 23_412,
			repaired: 0,
			rejected: 0,
			undated: 0,
			unplaced: 0,
			places: 23_406
		});
		expect(problems.filter(({ code }) => code === 'date-notation-differs').map(({ line }) => line)).toEqual([
			3_380, 7_514, 20_652
		]);
	});
});
