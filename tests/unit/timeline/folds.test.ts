import { describe, expect, it } from 'vitest';
import { foldGaps } from '../../../src/lib/timeline/folds.ts';
import { catalogueOf, day, pictureOf, realCatalogue, stretchesOf } from './support.ts';

const days = (stretch: { start: number; end: number }): readonly string[] =>
	[stretch.start, stretch.end].map((ms) => new Date(ms).toISOString().slice(0, 10));

describe('folding', () => {
	it('leaves of the real data 1963, about 2000, and eleven months', () => {
		expect(stretchesOf(realCatalogue).map(days)).toEqual([
			['1963-01-01', '1964-01-01'],
			['1999-07-02', '2001-07-03'],
			['2024-12-01', '2025-10-16']
		]);
	});

	it.each([1440, 1024, 768, 390, 360, 320])('shows years, gaps in words and months at %i px', (width) => {
		const { axis, scale } = pictureOf(realCatalogue, width);
		const texts = axis.labels.map(({ text }) => text);
		expect(texts).toEqual(expect.arrayContaining(['1963', '2000', '35 years', '23 years']));
		expect(texts.join(' ')).toMatch(/Jan|Dec/);
		expect(texts.join(' ')).toMatch(/2025/);
		expect(scale.folds).toHaveLength(2);
	});

	it('does not fold a gap that is no more than its neighbours', () => {
		expect(stretchesOf(catalogueOf('2025-01', '2025-03', '2025-05', '2025-07', '2025-09'))).toHaveLength(1);
		expect(stretchesOf(catalogueOf('1900', '1930', '1960', '1990', '2020'))).toHaveLength(1);
	});

	it('folds between clusters of days however many there are', () => {
		const clusters = [1900, 1910, 1920, 1930, 1940, 1950].flatMap((year) => [`${year}-05-01`, `${year}-05-03`]);
		expect(stretchesOf(catalogueOf(...clusters))).toHaveLength(6);
	});

	it('B18 keeps days reachable inside something of 5,000 years', () => {
		const stretches = stretchesOf(catalogueOf('-3000/2000', '2025-03-01', '2025-03-02', '2025-03-04'));
		const last = stretches.at(-1);
		expect(last).toMatchObject({ start: day('2025-03-01'), end: day('2025-03-05') });
		const { scale } = pictureOf(catalogueOf('-3000/2000', '2025-03-01', '2025-03-02', '2025-03-04'));
		expect(scale.toPx(day('2025-03-02')) - scale.toPx(day('2025-03-01'))).toBeGreaterThan(20);
	});

	it('does not count open sides, nor an unknown one', () => {
		expect(stretchesOf(catalogueOf('../2024-12', '/2025-01', '2025-02/..')).map(days)).toEqual([
			['2024-12-01', '2025-03-01']
		]);
	});

	it('folds nothing when it may not, and at most what it may', () => {
		expect(stretchesOf(realCatalogue, 0)).toHaveLength(1);
		expect(stretchesOf(realCatalogue, 1)).toHaveLength(2);
	});

	it('knows no stretches without dates, and one for a single day', () => {
		expect(foldGaps([], 5)).toEqual([]);
		expect(stretchesOf(catalogueOf({}, {}))).toEqual([]);
		expect(stretchesOf(catalogueOf('2025-10-14', '2025-10-14')).map(days)).toEqual([['2025-10-14', '2025-10-15']]);
	});
});
