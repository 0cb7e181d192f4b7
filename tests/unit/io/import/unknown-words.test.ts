import { describe, expect, it } from 'vitest';
import { importCsv } from './support.ts';

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
