import { describe, expect, it } from 'vitest';
import { importCsv, importTexts } from './support.ts';

describe('whether a picture shows violence', () => {
	const read = (text: string) => {
		const { dataset, problems, counts } = importCsv(
			`id,title,date,source,image,graphic\n1,A,2024,Report,https://example.org/a.jpg,${text}\n`,
			(mapping) => ({
				...mapping,
				columns: mapping.columns.map((column) =>
					column.column === 'graphic'
						? { ...column, use: { target: 'media-graphic' } }
						: column.column === 'image'
							? { ...column, use: { target: 'media' } }
							: column
				)
			})
		);
		return { graphic: dataset?.events[0]?.media?.[0]?.graphic ?? false, problems, repaired: counts.repaired };
	};

	it.each(['true', 'Yes', 'Y', '1', 'x', 'да', 'نعم', 'graphic'])('it does: %s', (text) =>
		expect(read(text)).toEqual({ graphic: true, problems: [], repaired: 0 })
	);

	it.each(['', 'false', 'No', 'n', '0', 'нет', 'لا'])('it does not: %s', (text) =>
		expect(read(text)).toEqual({ graphic: false, problems: [], repaired: 0 })
	);

	it.each(['maybe', 'warning: blood', '2'])('it may, and this is said: %s', (text) => {
		expect(read(text)).toMatchObject({
			graphic: true,
			problems: [{ severity: 'warning', code: 'value-unknown', line: 2, value: text, params: { taken: 'true' } }],
			repaired: 1
		});
	});
});

describe('what no report says and who made the file concluded', () => {
	/** The problems, and what is inferred of the only event: its date, place, what the report says and its day. */
	const read = (column: string, text: string) => {
		const head = 'id,title,date,place,latitude,longitude,source,source date,says,date in source';
		const { dataset, problems, counts } = importCsv(
			`${head},${column}\n1,A,2024,Homs,34.73,36.71,Report,2024-05-01,It did.,2023,${text}\n`
		);
		const event = dataset?.events[0];
		const [place, claim] = [event?.places[0], event?.claims[0]];
		expect(claim?.when).toBe('2023');
		const inferred = [event?.inferred, place?.inferred, claim?.inferred, dataset?.sources[0]?.inferred];
		return { inferred: inferred.map((value) => value ?? false), problems, repaired: counts.repaired };
	};
	const COLUMNS = ['date inferred', 'place inferred', 'says inferred', 'source date inferred'];
	const only = (column: string) => COLUMNS.map((name) => name === column);

	it.each(COLUMNS)('is told by a column named %s', (column) => {
		for (const text of ['true', 'Yes', 'да', 'نعم', 'inferred'])
			expect(read(column, text)).toEqual({ inferred: only(column), problems: [], repaired: 0 });
		for (const text of ['', 'false', 'No', 'нет', 'لا'])
			expect(read(column, text)).toEqual({ inferred: only(''), problems: [], repaired: 0 });
	});

	it.each(COLUMNS)('is so where %s says something else, and this is told', (column) => {
		const mend = { severity: 'warning', code: 'value-unknown', file: 'events.csv', line: 2, record: '1' };
		expect(read(column, 'perhaps')).toMatchObject({
			inferred: only(column),
			problems: [{ ...mend, field: column, value: 'perhaps', params: { allowed: 'true, false', taken: 'true' } }],
			repaired: 1
		});
	});

	it.each([
		['inferred', 'date inferred'],
		['предположительная дата', 'date inferred'],
		['تاريخ مستنتج', 'date inferred'],
		['Место предположительно', 'place inferred'],
		['المكان مستنتج', 'place inferred']
	])('may be in a column named %s', (column, same) =>
		expect(read(column, 'x')).toEqual({ inferred: only(same), problems: [], repaired: 0 })
	);

	it('is in a property of GeoJSON, which has to be true or false', () => {
		const feature = (value: unknown) =>
			JSON.stringify({
				type: 'FeatureCollection',
				features: [
					{
						type: 'Feature',
						geometry: null,
						properties: { title: 'A', date: '2024', source: 'Report', when_inferred: value }
					}
				]
			});
		const { dataset, problems } = importTexts({ 'a.geojson': feature(true) });
		expect(dataset?.events[0]?.inferred).toBe(true);
		expect(problems).toEqual([]);
		expect(importTexts({ 'a.geojson': feature(false) }).dataset?.events[0]).not.toHaveProperty('inferred');
		expect(importTexts({ 'a.geojson': feature('perhaps') }).problems).toMatchObject([
			{ code: 'value-unknown', file: 'a.geojson', pointer: '/features/0', field: 'when_inferred', value: 'perhaps' }
		]);
	});

	it('is not said of a day that could not be read', () => {
		const { dataset } = importCsv(
			'id,title,date,source,source date,source date inferred\n1,A,2024,Report,someday,true\n'
		);
		expect(dataset?.sources[0]).toMatchObject({ title: 'Report' });
		expect(dataset?.sources[0]).not.toHaveProperty('inferred');
	});

	it('is not so of a place that a report names as well', () => {
		const row = (text: string) => `1,A,2024,Report,Homs,at,${text},Homs,at,true,D,1,CC0\n`;
		const head = 'id,title,date,source,place,role,place inferred,place 2,role 2,place inferred 2';
		const places = (text: string) =>
			importCsv(`${head},dataset,dataset version,licence\n${row(text)}`).dataset?.events[0]?.places;
		expect(places('')).toEqual([{ place: 'homs', role: 'at' }]);
		expect(places('true')).toEqual([{ place: 'homs', role: 'at', inferred: true }]);
	});
});

describe('how exactly a place is known', () => {
	const read = (text: string) => {
		const { dataset, problems } = importCsv(
			`id,title,date,source,place,latitude,longitude,precision\n1,A,2024,Report,Homs,34.73,36.71,${text}\n`,
			(mapping) => ({
				...mapping,
				columns: mapping.columns.map((column) =>
					column.column === 'precision' ? { ...column, use: { target: 'place-precision' } } : column
				)
			})
		);
		return { precision: dataset?.places[0]?.precision ?? null, problems };
	};

	it.each([
		['Town', 'town'],
		['', null]
	])('it is said in words: %s', (text, precision) => expect(read(text)).toEqual({ precision, problems: [] }));

	it.each(['approximate', '3'])('it is not in others, and this is said: %s', (text) => {
		expect(read(text)).toMatchObject({
			precision: null,
			problems: [
				{
					severity: 'warning',
					code: 'value-unknown',
					line: 2,
					field: 'precision',
					value: text,
					params: { allowed: 'exact, town, district, region, country' }
				}
			]
		});
	});
});
