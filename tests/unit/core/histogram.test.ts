import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BIN_STEPS, binEdges, meanBinLength, segmentEdges, type BinEdges } from '../../../src/lib/core/bins.ts';
import { MAX_PIECES } from '../../../src/lib/core/edtf-bounds.ts';
import { parseEdtf } from '../../../src/lib/core/edtf.ts';
import type { EdtfDate, EdtfPeriod } from '../../../src/lib/core/edtf-types.ts';
import { NO_FILTER } from '../../../src/lib/core/filter.ts';
import { fullestBin, type Histogram } from '../../../src/lib/core/histogram.ts';
import { DAY_MS, MAX_INSTANT } from '../../../src/lib/core/instant.ts';
import { overlaps, type Interval } from '../../../src/lib/core/interval.ts';
import { ScanEngine } from '../../../src/lib/core/scan-engine.ts';
import type { Dataset, Status } from '../../../src/lib/core/model.ts';
import { dataset, day, plainFilter } from '../support/arbitraries.ts';
import { counted } from '../support/counted.ts';
import { dateOf, joined } from '../support/joined.ts';

/** One event for each date, all in the first of `slots` categories unless they say another. */
function datasetOf(
	events: readonly { when?: string; status?: Status; category?: number }[],
	slots: readonly number[] = [0, 1]
): Dataset {
	return {
		...EMPTY,
		categories: slots.map((slot) => ({ id: `category-${slot}`, name: { en: String(slot) }, slot })),
		events: events.map(({ when, status = 'occurred', category = slots[0] }, i) => ({
			id: `event-${i}`,
			...(when === undefined ? {} : { when }),
			places: [],
			category: `category-${category}`,
			actors: [],
			status,
			title: { en: '' },
			summary: { en: '' },
			claims: [],
			added: '2026-01-01'
		}))
	} as unknown as Dataset;
}

const EMPTY = {
	title: { en: 'Dates' },
	description: { en: '' },
	languages: ['en'],
	licence: 'CC0',
	version: '1',
	opening: '',
	actors: [],
	agencies: [],
	sources: [],
	places: []
};

const utc = (text: string): number => Date.parse(text);
const binsOf = ({ starts, ends }: Histogram): Interval[] =>
	[...starts].map((start, i) => ({ start, end: ends[i] ?? NaN }));

/** `2025-01 1+2`: one certain and two possible in a bin; bins with none are left out. */
function shown(dates: Parameters<typeof datasetOf>[0], from: string, to: string, step: (typeof BIN_STEPS)[number]) {
	const edges = [binEdges({ start: utc(from), end: utc(to) }, step)];
	const histogram = counted(joined(datasetOf(dates)), edges);
	return binsOf(histogram).flatMap(({ start }, i) => {
		const [certain = 0, possible = 0] = [histogram.certainInBin[i], histogram.possibleInBin[i]];
		return certain + possible === 0 ? [] : [`${new Date(start).toISOString().slice(0, 10)} ${certain}+${possible}`];
	});
}
const one = (when: string, from: string, to: string, step: (typeof BIN_STEPS)[number]): string[] =>
	shown([{ when }], from, to, step);

describe('what is certain', () => {
	test('a date in every period that holds all of it', () => {
		expect(one('2025-02-10', '2025-01-01', '2026-01-01', 'month')).toEqual(['2025-02-01 1+0']);
		expect(one('2025-02', '2025-01-01', '2025-04-01', 'month')).toEqual(['2025-02-01 1+0']);
		expect(one('2025', '2025-01-01', '2025-03-01', 'month')).toEqual(['2025-01-01 0+1', '2025-02-01 0+1']);
		expect(one('2025-02-10', '2025-02-10', '2025-02-11', '6-hours')).toHaveLength(4);
		expect(one('2025-02-10T13:00:00Z', '2025-02-10', '2025-02-11', 'hour')).toEqual(['2025-02-10 1+0']);
	});

	test('a run from the end of its first part to the start of its last', () => {
		expect(one('2025-01/2025-03', '2024-01-01', '2026-01-01', 'month')).toEqual([
			'2025-01-01 1+0',
			'2025-02-01 1+0',
			'2025-03-01 1+0'
		]);
		expect(one('2025-01/2025-03', '2025-01-30', '2025-02-02', 'day')).toEqual([
			'2025-01-30 0+1',
			'2025-01-31 1+0',
			'2025-02-01 1+0'
		]);
		expect(one('2025-01/2025-03', '2025-03-01', '2025-03-03', 'day')).toEqual(['2025-03-01 1+0', '2025-03-02 0+1']);
	});

	test('a run whose parts overlap only where it must have been', () => {
		// It ends in March, so it began by then, whatever else of 2025 its start may mean.
		expect(one('2025/2025-03', '2025-01-01', '2026-01-01', 'quarter')).toEqual(['2025-01-01 1+0']);
		expect(one('2025-03/2025', '2025-01-01', '2025-07-01', 'month')).toEqual([
			'2025-03-01 1+0',
			'2025-04-01 0+1',
			'2025-05-01 0+1',
			'2025-06-01 0+1'
		]);
	});

	test('open sides as far as they go on, unknown ones no further than what is known', () => {
		expect(one('2025-01/..', '2024-01-01', '2027-01-01', 'year')).toEqual(['2025-01-01 1+0', '2026-01-01 1+0']);
		expect(one('2025-01/..', '2025-01-01', '2025-02-03', 'day').slice(-3)).toEqual([
			'2025-01-31 1+0',
			'2025-02-01 1+0',
			'2025-02-02 1+0'
		]);
		expect(one('2025-01/..', '2025-01-01', '2025-01-02', 'day')).toEqual(['2025-01-01 0+1']);
		expect(one('../2025-01', '2024-01-01', '2027-01-01', 'year')).toEqual(['2024-01-01 1+0', '2025-01-01 1+0']);
		expect(one('2025-01/', '2024-01-01', '2027-01-01', 'year')).toEqual(['2025-01-01 1+0']);
		expect(one('/2025-01', '2024-01-01', '2027-01-01', 'year')).toEqual(['2025-01-01 1+0']);
		expect(one('[..2025]', '2024-01-01', '2026-01-01', 'year')).toEqual(['2024-01-01 0+1', '2025-01-01 0+1']);
		expect(one('{2025..}', '2025-01-01', '2027-01-01', 'year')).toEqual(['2025-01-01 1+0', '2026-01-01 0+1']);
	});

	test('one of a set only where all of it lies; all of a set each by itself', () => {
		expect(one('[2025-01,2025-03]', '2025-01-01', '2025-07-01', 'month')).toEqual(['2025-01-01 0+1', '2025-03-01 0+1']);
		expect(one('[2025-01,2025-03]', '2025-01-01', '2025-07-01', 'quarter')).toEqual(['2025-01-01 1+0']);
		expect(one('{2025-01,2025-03}', '2025-01-01', '2025-07-01', 'month')).toEqual(['2025-01-01 1+0', '2025-03-01 1+0']);
		expect(one('{1960..1962}', '1960-01-01', '1963-01-01', 'year')).toHaveLength(3);
		expect(one('{1960..1962}', '1961-06-01', '1961-07-01', 'month')).toEqual(['1961-06-01 0+1']);
		expect(one('{2025,2025-03}', '2025-01-01', '2025-04-01', 'month').at(-1)).toBe('2025-03-01 1+0');
	});

	test('unspecified digits where all that they may mean lies', () => {
		expect(one('2025-XX-12', '2025-01-01', '2025-03-01', 'month')).toEqual(['2025-01-01 0+1', '2025-02-01 0+1']);
		expect(one('2025-XX-12', '2025-01-01', '2026-01-01', 'year')).toEqual(['2025-01-01 1+0']);
		expect(one('198X', '1980-01-01', '1990-01-01', 'decade')).toEqual(['1980-01-01 1+0']);
	});

	test('nothing that is qualified in any part, and nothing planned', () => {
		for (const when of ['2025~', '2025-02?', '2025-?02-10', '2025-01-05/2025-02~', '{2024,2025%}']) {
			for (const bin of one(when, '2025-01-01', '2026-01-01', 'year')) expect(bin).toBe('2025-01-01 0+1');
		}
		const dates = (['planned', 'occurred', 'ongoing', 'reported'] as const).map((status) => ({ when: '2025', status }));
		expect(shown(dates, '2025-01-01', '2026-01-01', 'year')).toEqual(['2025-01-01 3+1']);
	});

	test('before our era, and of years beyond what milliseconds reach', () => {
		expect(one('-0044-03-15', '-000044-01-01', '-000043-01-01', 'month')).toEqual(['-000044-03 1+0']);
		expect(one('Y-300000/0001', '0000-01-01', '0002-01-01', 'year')).toEqual(['0000-01-01 1+0', '0001-01-01 1+0']);
		expect(one('Y-300000/', '0000-01-01', '0002-01-01', 'year')).toEqual([]);
		expect(one('Y400000', '0000-01-01', '0002-01-01', 'year')).toEqual([]);
	});
});

describe('the counts', () => {
	test('stand by slot, whose numbers may have gaps', () => {
		const data = datasetOf(
			[{ when: '2025', category: 3 }, { when: '2025~' }, { when: '2025', category: 3 }, {}],
			[1, 3]
		);
		const histogram = counted(joined(data), [binEdges(dateOf('2024/2025').matches[0] ?? NO_FILTER.window, 'year')]);
		expect(histogram.slots).toBe(4);
		expect([...histogram.certain]).toEqual([0, 0, 0, 0, 0, 0, 0, 2]);
		expect([...histogram.possible]).toEqual([0, 0, 0, 0, 0, 1, 0, 0]);
		expect([...histogram.certainInBin]).toEqual([0, 2]);
		expect([...histogram.possibleInBin]).toEqual([0, 1]);
		expect(histogram.events).toBe(3);
		expect(fullestBin(histogram)).toEqual({ bin: 1, events: 3 });
	});

	test('leave out what does not pass, and what lies between two lists', () => {
		const catalogue = joined(datasetOf([{ when: '2020' }, { when: '2022' }, { when: '2019/2024' }]));
		const [a, b] = [utc('2020-01-01'), utc('2021-01-01')];
		const [c, d] = [utc('2023-01-01'), utc('2024-01-01')];
		const edges = [Float64Array.of(a, b), Float64Array.of(c, d)];
		expect(counted(catalogue, edges)).toMatchObject({ events: 2, certainInBin: Uint32Array.of(2, 1) });
		// In list order: 2019/2024 comes first.
		expect(counted(catalogue, edges, Uint16Array.of(4, 0, 0))).toMatchObject({
			events: 1,
			certainInBin: Uint32Array.of(1, 0)
		});
		expect(fullestBin(counted(catalogue, []))).toBeNull();
	});

	test('throw a sentence for bins that do not rise', () => {
		const catalogue = joined(datasetOf([]));
		for (const edges of [
			[Float64Array.of(0, 2), Float64Array.of(1, 3)],
			[Float64Array.of(0, 0)],
			[Float64Array.of(0, NaN)]
		])
			expect(() => counted(catalogue, edges)).toThrow('Bins have to rise');
		expect(counted(catalogue, [Float64Array.of(0, 2), Float64Array.of(2, 3)]).slots).toBe(2);
	});

	test('hold at the ends of time', () => {
		const edges = [binEdges({ start: -MAX_INSTANT, end: MAX_INSTANT }, 'millennium')];
		const histogram = counted(joined(datasetOf([{ when: '../2025' }, { when: '2025/..' }])), edges);
		expect(histogram.certainInBin.at(0)).toBe(1);
		expect(histogram.certainInBin.at(-1)).toBe(1);
		expect(fullestBin(histogram)?.events).toBe(2);
	});
});

const years = ['2025', '0000', '-0044'];
const periodIn = (year: string): fc.Arbitrary<string> =>
	fc
		.tuple(
			day.map((text) => text.slice(4)),
			fc.constantFrom('day', 'day', 'month', 'month', '', '-XX-12', '-0X', '-1X-3X', '-24', '-33', '-41')
		)
		.map(([rest, form]) => year + (form === 'month' ? rest.slice(0, 3) : form === 'day' ? rest : form));

/** Texts of all forms about one year, those that are no date (a reversed run) filtered out. */
const whenIn = (year: string): fc.Arbitrary<string> => {
	const period = periodIn(year);
	const qualified = fc.tuple(period, fc.constantFrom('', '', '', '', '~', '?')).map(([text, mark]) => text + mark);
	const member = fc.oneof(
		{ weight: 3, arbitrary: period },
		fc.tuple(period, period).map(([a, b]) => `${a}..${b}`)
	);
	const list = fc.array(member, { minLength: 1, maxLength: 3 }).map((members) => members.join(','));
	return fc
		.oneof(
			{ weight: 2, arbitrary: qualified },
			{ weight: 2, arbitrary: fc.tuple(qualified, qualified).map(([a, b]) => `${a}/${b}`) },
			fc.tuple(qualified, fc.constantFrom('/..', '/')).map(([text, side]) => text + side),
			fc.tuple(qualified, fc.constantFrom('../', '/')).map(([text, side]) => side + text),
			list.map((text) => `[${text}]`),
			list.map((text) => `{${text}}`),
			period.map((text) => `[..${text}]`)
		)
		.filter((text) => parseEdtf(text).ok);
};
const when = fc.constantFrom(...years).chain(whenIn);

/** The days of a period, as their starts. */
function daysOf({ intervals }: Pick<EdtfPeriod, 'intervals'>): number[] {
	return intervals.flatMap(({ start, end }) =>
		Array.from({ length: (end - start) / DAY_MS }, (_, i) => start + i * DAY_MS)
	);
}

/** Whether every way in which it can have been, day by day, touches a bin that begins and ends with days. */
function surelyIn({ node, uncertain, approximate }: EdtfDate, bin: Interval): boolean {
	const inBin = (at: number): boolean => at >= bin.start && at < bin.end;
	const somewhere = (one: Pick<EdtfPeriod, 'intervals'>): boolean => daysOf(one).every(inBin);
	if (uncertain || approximate) return false;
	if (node.type === 'period') return somewhere(node);
	if (node.type === 'interval') {
		const { start, end } = node;
		if (start === 'open' && typeof end !== 'string') return daysOf(end).every((to) => to + DAY_MS > bin.start);
		if (end === 'open' && typeof start !== 'string') return daysOf(start).every((from) => from < bin.end);
		// What goes on for nobody knows how long may have lasted a day.
		if (typeof start === 'string') return typeof end !== 'string' && somewhere(end);
		if (typeof end === 'string') return somewhere(start);
		const ends = daysOf(end);
		return daysOf(start).every((from) => ends.every((to) => from > to || (from < bin.end && to + DAY_MS > bin.start)));
	}
	if (node.choice === 'one') {
		return node.members.every((one) => {
			if (one.type === 'period') return somewhere(one);
			const [from, to] = [one.start, one.end];
			if (typeof from === 'string' || typeof to === 'string') return false;
			return somewhere({ intervals: [{ start: daysOf(from)[0] ?? NaN, end: (daysOf(to).at(-1) ?? NaN) + DAY_MS }] });
		});
	}
	return node.members.some((one) => {
		if (one.type === 'period') return somewhere(one);
		const known = [one.start, one.end].filter((side) => side !== 'open');
		return known.some(somewhere) || eachOf(known).some((days) => days.every(inBin));
	});
}

/** The days of each day, month or year from one to another, by the platform's calendar. */
function eachOf([first, last]: readonly EdtfPeriod[]): number[][] {
	const sizes = { day: 'T00:00:00.000Z', month: '-01T00:00:00.000Z', year: '-01-01T00:00:00.000Z' };
	const precision = first?.precision;
	if (precision !== 'day' && precision !== 'month' && precision !== 'year') return [];
	if (last?.precision !== precision || (first?.mask ?? last.mask) !== undefined) return [];
	const [start, end] = [first?.intervals[0]?.start ?? NaN, last.intervals[0]?.end ?? NaN];
	const periods = new Map<string, number[]>();
	for (const at of daysOf({ intervals: [{ start, end }] })) {
		const key = new Date(at).toISOString().slice(0, -sizes[precision].length);
		periods.set(key, [...(periods.get(key) ?? []), at]);
	}
	return periods.size > MAX_PIECES ? [] : [...periods.values()];
}

/** Bins of a calendar's step in up to three stretches, about one year. */
const stretchesIn = (year: string): fc.Arbitrary<BinEdges> =>
	fc
		.tuple(
			fc.constantFrom('day', 'week', 'month', 'quarter', 'year', 'decade'),
			fc.array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 3 }),
			fc.integer({ min: -200, max: 365 })
		)
		.map(([step, parts, shift]) => {
			let start = (dateOf(year).matches[0]?.start ?? NaN) + shift * DAY_MS;
			const length = meanBinLength(step);
			const spans = parts.map(([gap, bins]) => {
				const from = Math.floor((start + (gap / 20) * length) / DAY_MS) * DAY_MS;
				start = from + Math.ceil((bins * length) / DAY_MS) * DAY_MS;
				return { start: from, end: start };
			});
			return segmentEdges(
				spans,
				spans.map(() => step)
			);
		});
const datesAndBins = fc
	.constantFrom(...years)
	.chain((year) => fc.tuple(fc.array(whenIn(year), { maxLength: 4 }), stretchesIn(year)));

describe('against brute force', () => {
	test('an event is in each bin that its matches overlap, and certain where every way it can have been is in', () => {
		fc.assert(
			fc.property(datesAndBins, ([texts, edges]) => {
				const histogram = counted(joined(datasetOf(texts.map((text) => ({ when: text })))), edges);
				const dates = texts.map(dateOf);
				const [certain, possible]: [number[], number[]] = [[], []];
				const seen = new Set<EdtfDate>();
				for (const bin of binsOf(histogram)) {
					const inside = dates.filter(({ matches }) => matches.some((match) => overlaps(match, bin)));
					const sure = inside.filter((date) => surelyIn(date, bin));
					inside.forEach((date) => seen.add(date));
					certain.push(sure.length);
					possible.push(inside.length - sure.length);
				}
				expect([...histogram.certainInBin]).toEqual(certain);
				expect([...histogram.possibleInBin]).toEqual(possible);
				expect(histogram.events).toBe(seen.size);
			}),
			{ numRuns: 150 }
		);
	});

	test('a window of just one bin lists as many events as are counted in it, whatever the filter', () => {
		const steps = fc.constantFrom(...BIN_STEPS.filter((step) => meanBinLength(step) >= DAY_MS));
		fc.assert(
			fc.property(
				dataset,
				plainFilter,
				steps,
				day,
				fc.array(when, { maxLength: 12 }),
				(data, filter, step, from, texts) => {
					const events = data.events.map((event, i) => (texts[i] === undefined ? event : { ...event, when: texts[i] }));
					const catalogue = joined({ ...data, events });
					const engine = new ScanEngine(catalogue);
					const start = utc(from);
					const edges = [binEdges({ start, end: start + 40 * DAY_MS }, step)];
					const histogram = counted(catalogue, edges, engine.query(filter).broken);
					for (const [i, window] of binsOf(histogram).entries()) {
						const result = engine.query({ ...filter, window });
						const byCategory = result.facet('categories');
						expect((histogram.certainInBin[i] ?? 0) + (histogram.possibleInBin[i] ?? 0)).toBe(result.count);
						for (const [category, { id, slot }] of data.categories.entries()) {
							if (filter.categories.length > 0 && !filter.categories.includes(id)) continue;
							const at = i * histogram.slots + slot;
							expect((histogram.certain[at] ?? 0) + (histogram.possible[at] ?? 0)).toBe(byCategory[category]);
						}
					}
				}
			),
			{ numRuns: 100 }
		);
	});
});
