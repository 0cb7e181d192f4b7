import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Histogram } from '../../../src/lib/core/histogram.ts';
import { barPaths } from '../../../src/lib/timeline/bars.ts';
import type { BinColumn } from '../../../src/lib/timeline/bin-columns.ts';
import type { Row } from '../../../src/lib/timeline/rows.ts';

const LANE_PX = 15;
const SLOTS = 8;
const SLACK_PX = 0.11;

interface Bar {
	readonly x: number;
	/** From the axis upwards, px. */
	readonly foot: number;
	readonly head: number;
	readonly width: number;
}

/** The bars of a path, which is made of nothing else. */
function barsOf(path: string): readonly Bar[] {
	return [...path.matchAll(/M([-\d.]+),([-\d.]+)h([\d.]+)v-([\d.]+)h-[\d.]+z/g)].map(([, x, y, width, height]) => ({
		x: Number(x),
		foot: -Number(y),
		head: -Number(y) + Number(height),
		width: Number(width)
	}));
}

/** `counts[bin]`: certain ones and possible ones of each slot. */
type Counts = readonly (readonly (readonly [certain: number, possible: number])[])[];

function histogramOf(counts: Counts): Histogram {
	const flat = (kind: 0 | 1): Uint32Array => Uint32Array.from(counts.flat().map((pair) => pair[kind]));
	const sums = (kind: 0 | 1): Uint32Array =>
		Uint32Array.from(counts.map((bin) => bin.reduce((sum, pair) => sum + pair[kind], 0)));
	return {
		starts: Float64Array.from(counts, (_, i) => i),
		ends: Float64Array.from(counts, (_, i) => i + 1),
		slots: SLOTS,
		certain: flat(0),
		possible: flat(1),
		certainInBin: sums(0),
		possibleInBin: sums(1),
		events: 0
	};
}

const columnsFor = (counts: Counts): readonly BinColumn[] =>
	counts.map((_, i) => ({ start: i, end: i + 1, x0: i * 10, x1: (i + 1) * 10 }));
const total = (bin: Counts[number] | undefined, slot: number | null): number =>
	(bin ?? []).reduce((sum, [a, b], i) => sum + (slot === null || slot === i ? a + b : 0), 0);
const inBin = (bars: readonly Bar[], bin: number): readonly Bar[] => bars.filter(({ x }) => x === bin * 10);
const ALONE: readonly Row[] = [{ slot: null, lane: 0, lanes: 7, strip: 3 }];

/** All events, and how many of a hundred the filters let through. */
const anyCounts = fc.array(
	fc.array(
		fc.tuple(
			fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 400 })),
			fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 }))
		),
		{ minLength: SLOTS, maxLength: SLOTS }
	),
	{ minLength: 1, maxLength: 12 }
);
const anyRows = fc.constantFrom<readonly Row[]>(
	ALONE,
	[{ slot: null, lane: 0, lanes: 7, strip: 2 }],
	[
		{ slot: 0, lane: 4, lanes: 3, strip: 3 },
		{ slot: 1, lane: 3, lanes: 1, strip: 0 },
		{ slot: 2, lane: 0, lanes: 3, strip: 2 }
	]
);
const share = fc.integer({ min: 0, max: 100 });

function draw(counts: Counts, passing: number, rows: readonly Row[]) {
	const counted = counts.map((bin) =>
		bin.map(([a, b]) => [Math.floor((a * passing) / 100), Math.floor((b * passing) / 100)] as const)
	);
	const columns = columnsFor(counts);
	return {
		counted,
		paths: barPaths(columns, histogramOf(counted), histogramOf(counts), rows, { lanePx: LANE_PX })
	};
}

describe('stacked bars', () => {
	it('stand on each other, certain ones below, and never reach out of their row nor above what there is in all', () => {
		fc.assert(
			fc.property(anyCounts, share, anyRows, (counts, passing, rows) => {
				const { paths, counted } = draw(counts, passing, rows);
				const binned = rows.filter(({ strip }) => strip > 0);
				expect(paths.tops).toHaveLength(binned.length);
				binned.forEach((row, i) => {
					const base = row.lane * LANE_PX;
					const top = base + row.strip * LANE_PX;
					const ghosts = barsOf(paths.tops[i]?.ghost ?? '');
					const slots = paths.slots.filter(({ slot }) => row.slot === null || row.slot === slot);
					counts.forEach((all, bin) => {
						const parts = (['certain', 'possible'] as const).flatMap((kind) =>
							slots.flatMap((slot) => inBin(barsOf(slot[kind]), bin))
						);
						let foot = base;
						for (const part of parts) {
							expect(Math.abs(part.foot - foot)).toBeLessThanOrEqual(SLACK_PX);
							foot = part.head;
						}
						expect(foot).toBeLessThanOrEqual(top);
						const [ghost] = inBin(ghosts, bin);
						expect(ghost === undefined).toBe(total(all, row.slot) === 0);
						expect(foot).toBeLessThanOrEqual((ghost?.head ?? base) + parts.length * SLACK_PX);
						expect(ghost?.head ?? base).toBeLessThanOrEqual(top);
						expect(parts.length > 0).toBe(total(counted[bin], row.slot) > 0);
					});
				});
			})
		);
	});

	it('are as high as they are many, on one scale for all rows', () => {
		fc.assert(
			fc.property(anyCounts, share, anyRows, (counts, passing, rows) => {
				const { paths, counted } = draw(counts, passing, rows);
				for (const top of paths.tops) expect(top.count).toBe(paths.tops[0]?.count);
				rows
					.filter(({ strip }) => strip > 0)
					.forEach((row, i) => {
						const { y, baseY, count } = paths.tops[i] ?? { y: 0, baseY: 0, count: 1 };
						const slots = paths.slots.filter(({ slot }) => row.slot === null || row.slot === slot);
						counted.forEach((bin, at) => {
							const bars = slots.flatMap(({ certain, possible }) => inBin(barsOf(certain + possible), at));
							const height = Math.max(0, ...bars.map(({ head }) => head + baseY));
							const wanted = ((baseY - y) * total(bin, row.slot)) / Math.max(1, count);
							// What could not be seen is drawn all the same.
							expect(Math.abs(height - (wanted === 0 ? 0 : Math.max(1.5, wanted)))).toBeLessThan(0.3);
						});
					});
			})
		);
	});

	it('give each category its share', () => {
		const counts: Counts = [[[30, 0], [10, 0], [0, 20], ...Array.from({ length: 5 }, () => [0, 0] as const)]];
		const { paths } = draw(counts, 100, ALONE);
		expect(paths.slots.map(({ slot }) => slot)).toEqual([0, 1, 2]);
		const height = (path: string): number => barsOf(path).reduce((sum, { foot, head }) => sum + head - foot, 0);
		const [a, b, c] = paths.slots;
		expect(height(a?.certain ?? '') / height(b?.certain ?? '')).toBeCloseTo(3, 0);
		expect(height(c?.possible ?? '') / height(b?.certain ?? '')).toBeCloseTo(2, 0);
		expect([a?.possible, c?.certain]).toEqual(['', '']);
	});

	it('leave a pixel between them where they are wide, and none where they are not', () => {
		const counts: Counts = [1, 2].map(() => Array.from({ length: SLOTS }, () => [1, 0] as const));
		const histogram = histogramOf(counts);
		const widths = (px: number): readonly number[] => {
			const columns = counts.map((_, i) => ({ start: i, end: i + 1, x0: i * px, x1: (i + 1) * px }));
			const { slots } = barPaths(columns, histogram, histogram, ALONE, { lanePx: LANE_PX });
			return barsOf(slots[0]?.certain ?? '').map(({ width }) => width);
		};
		expect(widths(10)).toEqual([9, 9]);
		expect(widths(2)).toEqual([2, 2]);
	});
});

describe('the ghost of all events', () => {
	const many = (count: number): Counts[number] => [
		[count, 0],
		...Array.from({ length: SLOTS - 1 }, () => [0, 0] as const)
	];
	const pathsOf = (filtered: Counts, all: Counts) =>
		barPaths(columnsFor(all), histogramOf(filtered), histogramOf(all), ALONE, { lanePx: LANE_PX });

	it('is cut off, and said to be, where the filtered ones would vanish beside it', () => {
		const { tops } = pathsOf([many(2), many(1)], [many(400), many(3)]);
		expect(tops).toMatchObject([{ isCut: true, count: 5 }]);
		const [high, low] = barsOf(tops[0]?.ghost ?? '');
		expect(high?.head).toBeCloseTo(-(tops[0]?.y ?? 0), 0);
		expect(low?.head).toBeCloseTo(((high?.head ?? 0) * 3) / 5, 0);
	});

	it('is whole where it is not much higher, and where no event passes at all', () => {
		expect(pathsOf([many(20)], [many(40)]).tops).toMatchObject([{ isCut: false, count: 40 }]);
		expect(pathsOf([many(0)], [many(40)]).tops).toMatchObject([{ isCut: false, count: 40 }]);
		expect(pathsOf([many(0)], [many(40)]).slots).toEqual([]);
		expect(pathsOf([many(0)], [many(0)]).tops).toMatchObject([{ isCut: false, ghost: '' }]);
	});
});
