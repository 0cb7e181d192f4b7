import { describe, expect, it } from 'vitest';
import { mapTable, parseMappingFile, writeMappingFile } from '../../../../src/lib/io/import/mapping-file.ts';
import { importNow, openFiles } from '../../../../src/lib/io/import/import.ts';
import { mapImport, openImport } from '../../../../src/lib/io/input.ts';
import { ADDED, bytesOf, importCsv, mappingOf, ofRows } from './support.ts';

const uses = (text: string) =>
	mappingOf(text).columns.map(({ use }) =>
		use === null ? null : [use.target, use.notation].filter(Boolean).join(' ')
	);

describe('what a column is taken for', () => {
	it.each([
		[
			'id,title,date,lat,lon,category,source,url',
			['id', 'title', 'when', 'latitude', 'longitude', 'category', 'source', 'source-url']
		],
		['Titel;Datum;Ort;Breitengrad;Längengrad;Quelle', ['title', 'when', 'place', 'latitude', 'longitude', 'source']],
		['Titre,Date de début,Date de fin,Lieu', ['title', 'start', 'end', 'place']],
		['Título,Fecha,Lugar,Latitud,Longitud', ['title', 'when', 'place', 'latitude', 'longitude']],
		['Название,Дата,Место,Широта,Долгота', ['title', 'when', 'place', 'latitude', 'longitude']],
		['العنوان,التاريخ,المكان,خط العرض,خط الطول', ['title', 'when', 'place', 'latitude', 'longitude']],
		['EVENT_ID,Event_Date,LATITUDE (WGS 84)', ['id', 'when', 'latitude']]
	])('%s', (header, expected) => expect(uses(`${header}\n`)).toEqual(expected));

	it('says on what evidence, with three different values', () => {
		const [date, time, magnitude] = mappingOf(
			'Date,Date of report,Magnitude\n01/02/1965,x,6\n01/13/1965,y,6\n01/02/1965,z,5\n'
		).columns;
		expect(date).toEqual({
			column: 'Date',
			use: { target: 'when', notation: 'month-first' },
			evidence: [{ code: 'name' }, { code: 'order-proved', value: '01/13/1965' }],
			samples: ['01/02/1965', '01/13/1965']
		});
		expect(time?.use).toBeNull();
		expect(magnitude).toMatchObject({ evidence: [], samples: ['6', '5'] });
	});

	it('takes the first of two columns for the same, and says that the other is not taken', () => {
		const [, second] = mappingOf('date,datum\n2024-01-01,2024-01-02\n').columns;
		expect(second).toMatchObject({ use: null, evidence: [{ code: 'taken', by: 'date', target: 'when' }] });
	});

	it('looks at the values where a name says nothing or something else', () => {
		expect(uses('a,b,c,d\nA strike,2024-01-01,33.51,36.27\nA fire,2024-01-02,33.52,36.28\n')).toEqual([
			'title',
			'when',
			'latitude',
			'longitude'
		]);
		expect(uses('title,time\nA,1704067200000\nB,1704067300000\n')).toEqual(['title', 'when epoch-ms']);
		expect(uses('title,location\nA,"33.5, 136.2"\n')).toEqual(['title', 'coordinates lat-lng']);
		expect(uses('title,source\nA,https://example.org/a\n')).toEqual(['title', 'source-url']);
		expect(uses('title;lat;lon\nA;33,5;36,2\n')).toEqual([
			'title',
			'latitude decimal-comma',
			'longitude decimal-comma'
		]);
	});

	it('takes degrees for coordinates in a table without names', () => {
		expect(uses('2024-01-01,Bomb found,50.1,8.6\n2024-01-02,Fire,50.2,8.7\n')).toEqual([
			'when',
			'title',
			'latitude',
			'longitude'
		]);
		expect(uses('size,depth\n50.1,8.6\n50.2,8.7\n')).toEqual([null, null]);
	});

	it('leaves ordinary names ordinary', () => {
		expect(uses('title,__proto__,constructor,toString\nA,1,2,3\n')).toEqual(['title', null, null, null]);
	});
});

describe('what is asked', () => {
	it('is the order of day and month, once for a column, unless a value proves it', () => {
		expect(mappingOf('title,date\nA,03/04/2024\nB,05/06/2024\n').questions).toEqual([
			{
				kind: 'date-order',
				column: 'date',
				options: ['day-first', 'month-first'],
				samples: ['03/04/2024', '05/06/2024'],
				proofs: []
			}
		]);
		expect(mappingOf('title,date\nA,03/04/2024\nB,13/06/2024\n').questions).toEqual([]);
		expect(mappingOf('title,date\nA,13/04/2024\nB,06/13/2024\n').questions).toMatchObject([
			{ kind: 'date-order', proofs: ['13/04/2024', '06/13/2024'] }
		]);
		expect(mappingOf('title,date\nA,03.04.2024\n').questions).toEqual([]);
	});

	it('is of which hundred years the years of two digits are, once for a column', () => {
		const asked = (...dates: readonly string[]) =>
			mappingOf(`title,date\n${dates.map((date) => `A,${date}\n`).join('')}`).questions;
		expect(asked('13/04/2024', '14/04/24', 'Dec-24')).toEqual([
			{
				kind: 'century',
				column: 'date',
				options: [2000, 1900, 1930],
				samples: ['14/04/24', 'Dec-24'],
				proofs: []
			}
		]);
		expect(asked('03/04/24').map(({ kind }) => kind)).toEqual(['century', 'date-order']);
		expect(asked('2024-04-03', '24')).toEqual([]);
	});

	it('is what numbers mean that may be days of a spreadsheet', () => {
		expect(mappingOf('title,date\nA,45292\nB,45293\n').questions).toMatchObject([
			{ kind: 'date-kind', column: 'date' }
		]);
	});

	it('is the order of coordinates in one cell', () => {
		expect(mappingOf('title,coordinates\nA,"33.5, 36.2"\n').questions).toMatchObject([{ kind: 'coordinate-order' }]);
		expect(mappingOf('title,coordinates\nA,"33.5, 136.2"\n').questions).toEqual([]);
	});

	it('is whether latitude and longitude are swapped, once for a file', () => {
		const text = 'title,date,lat,lon\nA,2024,136.2,33.5\nB,2024,36.2,33.5\n';
		expect(mappingOf(text).questions).toEqual([
			{ kind: 'swapped', columns: ['lat', 'lon'], rows: 1, of: 2, samples: ['136.2, 33.5'] }
		]);
		const asIs = importCsv(text);
		expect(asIs.counts).toMatchObject({ accepted: 1, rejected: 1 });
		expect(ofRows(asIs)).toContain('2 coordinates-swapped lat');
		const swapped = importCsv(text, (mapping) => ({ ...mapping, swapped: true, questions: [] }));
		expect(swapped.counts).toMatchObject({ accepted: 2, rejected: 0 });
		expect(swapped.dataset?.places.map(({ point }) => point)).toEqual([
			[136.2, 33.5],
			[36.2, 33.5]
		]);
	});
});

describe('mapping files', () => {
	const csv = 'title,date,lat,lon,note\nA,03/04/2024,33.5,36.2,x\n';
	const [table] = openFiles([{ name: 'a.csv', bytes: bytesOf(csv) }]).tables;
	if (table === undefined) throw new Error('This is no table.');
	const map = (text: string) => mapTable(table, parseMappingFile('m.json', text).entries ?? [], 'm.json');
	const entry = (entryOf: object) => JSON.stringify({ mapping: 1, files: [{ file: 'a.csv', ...entryOf }] });

	it('say again what was suggested', () => {
		const { mapping, problems } = map(writeMappingFile([mapTable(table).mapping]));
		expect(problems).toEqual([]);
		expect(mapping.columns.map(({ use }) => use)).toEqual(mapTable(table).mapping.columns.map(({ use }) => use));
		expect(mapping.questions).toEqual(mapTable(table).mapping.questions);
	});

	it('answer a question, and leave the rest as suggested', () => {
		const { mapping } = map(entry({ columns: [{ column: 'date', notation: 'month-first' }], language: 'de' }));
		expect(mapping.questions).toEqual([]);
		expect(mapping.columns[1]).toMatchObject({
			use: { target: 'when', notation: 'month-first' },
			evidence: [{ code: 'given' }]
		});
		const { dataset } = importNow([table], [mapping], { added: ADDED });
		expect(dataset?.events[0]).toMatchObject({ when: '2024-03-04', title: { de: 'A' } });
		expect(dataset?.languages).toEqual(['de']);
	});

	it('take a column away, and give its use to another', () => {
		const { mapping } = map(
			entry({
				columns: [
					{ column: 'note', use: 'title' },
					{ column: 'lat', use: null }
				]
			})
		);
		expect(mapping.columns.map(({ use }) => use?.target ?? null)).toEqual([null, 'when', null, 'longitude', 'title']);
	});

	describe('say how the file is read', () => {
		const read = (bytes: Uint8Array, text: string, name = 'a.txt') => {
			const opened = openImport([{ name, bytes }], { added: ADDED, mapping: { name: 'm.json', text } });
			const { tables, mappings, options } = mapImport(opened);
			return { ...importNow(tables, mappings, options), mappings };
		};
		const reading = { encoding: 'windows-1252', delimiter: '::', header: false } as const;
		const file = { file: 'a.txt', format: 'csv', ...reading } as const;
		const columns = [
			{ column: 'Column 1', use: 'when' },
			{ column: 'Column 2', use: 'title' }
		];
		const bytes = Buffer.from('2024-01-05::Storm\n2024-01-06::Café\n', 'latin1');
		const first = read(bytes, JSON.stringify({ mapping: 1, files: [{ ...file, columns }] }));

		it('as a person said it', () => {
			expect(first.dataset?.events.map(({ title }) => title.und)).toEqual(['Storm', 'Café']);
			const written = writeMappingFile(first.mappings);
			expect(JSON.parse(written)).toMatchObject({ files: [file] });
			const again = read(bytes, written);
			expect(again.dataset).toEqual(first.dataset);
			expect(again.problems).toEqual(first.problems);
		});

		it('and of its rejected rows, which are in another encoding', () => {
			const again = read(bytesOf('2024-01-06::Café\n'), writeMappingFile(first.mappings), 'a-rejected.txt');
			expect(again.dataset?.events.map(({ title }) => title.und)).toEqual(['Café']);
			expect(JSON.parse(writeMappingFile(again.mappings)).files[0]).not.toHaveProperty('encoding');
		});

		it('and as it was found out, but for an encoding, which may be another one when it is saved again', () => {
			const found = read(Buffer.from('title;date\nCafé;2024\n', 'latin1'), '{"mapping":1,"files":[]}');
			const [entryOf] = JSON.parse(writeMappingFile(found.mappings)).files;
			expect(entryOf).toMatchObject({ delimiter: ';', header: true });
			expect(entryOf).not.toHaveProperty('encoding');
		});
	});

	it.each([
		['{', 'json-invalid', '1:2'],
		['{"mapping":1,"files":[],"more":1}', 'key-unknown', '/more'],
		[entry({ colums: [] }), 'key-unknown', '/files/0/colums'],
		[entry({ columns: [{ column: 'date', use: 'wen' }] }), 'value-unknown', '/files/0/columns/0/use'],
		[entry({ swapped: 'yes' }), 'type-wrong', '/files/0/swapped'],
		['[]', 'type-wrong', '']
	])('%s is refused', (text, code, pointer) => {
		const { entries, problems } = parseMappingFile('m.json', text);
		expect(entries).toBeNull();
		expect(problems).toMatchObject([{ severity: 'error', code, file: 'm.json', pointer }]);
	});

	it('name columns that are there', () => {
		expect(map(entry({ columns: [{ column: 'titel', use: 'title' }] })).problems).toMatchObject([
			{ code: 'column-missing', file: 'm.json', value: 'titel', params: { suggestion: 'title' } }
		]);
	});
});
