import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../src/lib/core/granularity.ts';
import { MAX_INSTANT } from '../../../src/lib/core/instant.ts';
import { ALWAYS, type Interval } from '../../../src/lib/core/interval.ts';
import { decodeView, encodeView } from '../../../src/lib/core/view-codec.ts';
import { DEFAULT_VIEW } from '../../../src/lib/core/view.ts';
import { wholeSeconds } from '../../../src/lib/core/whole-seconds.ts';
import { closeWindow, moveWindow, shiftWindow } from '../../../src/lib/core/window.ts';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const days = (start: string, end: string): Interval => ({ start: day(start), end: day(end) });
/** From the first instant of one period to the last of the other, as a link says it. */
const link = (from: string, to: string): Interval => ({
	start: parsePeriod(from)?.start ?? NaN,
	end: parsePeriod(to)?.end ?? NaN
});
const EXTENT = days('2000-01-01', '2025-10-16');

describe('shiftWindow', () => {
	it.each([
		['a month', days('2024-01-01', '2024-02-01'), 1, days('2024-02-01', '2024-03-01')],
		['a quarter, back over a year', days('2025-01-01', '2025-04-01'), -1, days('2024-10-01', '2025-01-01')],
		['a year, over a leap day', days('2023-01-01', '2024-01-01'), 1, days('2024-01-01', '2025-01-01')],
		['days', days('2024-02-20', '2024-03-01'), 1, days('2024-03-01', '2024-03-11')],
		['the year 50, and not 1950', link('0050', '0050'), 1, link('0051', '0051')],
		['years before the common era', link('-0043', '-0042'), -1, link('-0045', '-0044')],
		[
			'an open end, from the edge of the data',
			{ start: day('2025-10-06'), end: Infinity },
			1,
			days('2025-10-16', '2025-10-26')
		],
		['an open start', { start: -Infinity, end: day('2001-01-01') }, 1, days('2001-01-01', '2002-01-01')]
	] as const)('moves %s', (_, window, direction, moved) => {
		expect(shiftWindow(window, EXTENT, direction)).toEqual(moved);
	});

	it('leaves a window where there is no room for a whole move', () => {
		const last = link('Y275760-08', 'Y275760-08');
		expect(shiftWindow(last, EXTENT, 1)).toEqual(last);
		expect(shiftWindow(last, EXTENT, -1)).toEqual(link('Y275760-07', 'Y275760-07'));
		const first = link('Y-271821-05', 'Y-271821-05');
		expect(shiftWindow(first, EXTENT, -1)).toEqual(first);
		const open = { start: 0, end: Infinity };
		expect(shiftWindow(open, { start: 0, end: MAX_INSTANT }, 1)).toEqual(open);
	});
});

describe('moveWindow', () => {
	it.each([
		['whole months to a month', days('2024-12-01', '2025-03-01'), '2025-07-01', days('2025-07-01', '2025-10-01')],
		['whole months into a month', days('2025-02-01', '2025-03-01'), '2025-07-02', days('2025-07-02', '2025-07-30')],
		['days to a month', days('2025-03-03', '2025-03-10'), '2025-05-01', days('2025-05-01', '2025-05-08')]
	])('moves %s', (_, window, start, moved) => {
		expect(moveWindow(window, day(start))).toEqual(moved);
	});

	it('stops at the ends of time at its own length', () => {
		const week = days('2025-03-03', '2025-03-10');
		const length = week.end - week.start;
		expect(moveWindow(week, MAX_INSTANT - 1000)).toEqual({ start: MAX_INSTANT - length, end: MAX_INSTANT });
		expect(moveWindow(week, -MAX_INSTANT - 1000)).toEqual({ start: -MAX_INSTANT, end: length - MAX_INSTANT });
		const month = days('2025-08-01', '2025-09-01');
		expect(moveWindow(month, parsePeriod('Y275760-09-01')?.start ?? NaN).end).toBe(MAX_INSTANT);
	});
});

describe('closeWindow', () => {
	it.each([
		['no window is the data', ALWAYS, EXTENT],
		['an open start', { start: -Infinity, end: day('2001-01-01') }, days('2000-01-01', '2001-01-01')],
		['an open end', { start: day('2001-01-01'), end: Infinity }, days('2001-01-01', '2025-10-16')],
		['a closed window', days('1990-01-01', '1991-01-01'), days('1990-01-01', '1991-01-01')],
		[
			'open towards data that it is past',
			{ start: day('2030-01-01'), end: Infinity },
			{ start: day('2030-01-01'), end: day('2030-01-01') + 1000 }
		],
		[
			'open from data that it is before',
			{ start: -Infinity, end: day('1990-01-01') },
			{ start: day('1990-01-01') - 1000, end: day('1990-01-01') }
		]
	])('%s', (_, window, closed) => {
		expect(closeWindow(window, EXTENT)).toEqual(closed);
	});
});

describe('wholeSeconds', () => {
	it('widens to seconds, holds at least one, and leaves open sides open', () => {
		expect(wholeSeconds({ start: 1001, end: 1002 })).toEqual({ start: 1000, end: 2000 });
		expect(wholeSeconds({ start: -1, end: 0 })).toEqual({ start: -1000, end: 0 });
		expect(wholeSeconds({ start: 5000, end: 5000 })).toEqual({ start: 5000, end: 6000 });
		expect(wholeSeconds(ALWAYS)).toEqual(ALWAYS);
		expect(wholeSeconds({ start: -Infinity, end: 1 })).toEqual({ start: -Infinity, end: 1000 });
	});

	it('stays within what a link can say', () => {
		expect(wholeSeconds({ start: -9e15, end: 9e15 })).toEqual({ start: -MAX_INSTANT, end: MAX_INSTANT });
		expect(wholeSeconds({ start: 9e15, end: 9.1e15 })).toEqual({ start: MAX_INSTANT - 1000, end: MAX_INSTANT });
		expect(wholeSeconds({ start: -9.1e15, end: -9e15 })).toEqual({ start: -MAX_INSTANT, end: 1000 - MAX_INSTANT });
	});
});

describe('windows that have moved', () => {
	const LAST_SECOND = MAX_INSTANT / 1000;
	const DAYS = MAX_INSTANT / 86_400_000;
	const second = fc.oneof(
		fc.integer({ min: -LAST_SECOND, max: LAST_SECOND }),
		fc.integer({ min: -LAST_SECOND, max: -LAST_SECOND + 1e7 }),
		fc.integer({ min: LAST_SECOND - 1e7, max: LAST_SECOND }),
		fc.integer({ min: -DAYS, max: DAYS }).map((count) => count * 86_400),
		// Whole months, all the way to the last ones.
		fc
			.tuple(fc.oneof(fc.integer({ min: -271_820, max: 275_760 }), fc.constantFrom(-271_820, 275_760)), fc.nat(11))
			.map(([year, month]) => Date.UTC(2000, month + (year - 2000) * 12) / 1000)
			.filter((value) => !Number.isNaN(value))
	);
	const closed = fc
		.tuple(second, second)
		.filter(([a, b]) => a !== b)
		.map(([a, b]) => ({ start: Math.min(a, b) * 1000, end: Math.max(a, b) * 1000 }));
	const window = fc.oneof(
		closed,
		closed.map(({ start }) => ({ start, end: Infinity })),
		closed.map(({ end }) => ({ start: -Infinity, end }))
	);
	const direction = fc.constantFrom(-1 as const, 1 as const);

	const throughLink = (given: Interval): Interval => {
		const { view, notices } = decodeView(
			encodeView({ ...DEFAULT_VIEW, filter: { ...DEFAULT_VIEW.filter, window: given } })
		);
		expect(notices).toEqual([]);
		return view.filter.window;
	};

	it('survive a link after shiftWindow', () => {
		fc.assert(
			fc.property(window, closed, direction, (given, extent, to) => {
				const moved = shiftWindow(given, extent, to);
				expect(moved.start).toBeLessThan(moved.end);
				expect(throughLink(moved)).toEqual(moved);
			}),
			{ numRuns: 3000 }
		);
	});

	it('survive a link after moveWindow', () => {
		fc.assert(
			fc.property(closed, second, (given, start) => {
				const moved = moveWindow(given, start * 1000);
				expect(moved.start).toBeLessThan(moved.end);
				expect(throughLink(moved)).toEqual(moved);
			}),
			{ numRuns: 3000 }
		);
	});

	it('survive a link after wholeSeconds, wherever a gesture took them', () => {
		const ms = fc.oneof(
			fc.integer({ min: -9e15, max: 9e15 }),
			fc.integer({ min: -8e12, max: 8e12 }).map((eighths) => eighths / 8)
		);
		fc.assert(
			fc.property(ms, ms, (a, b) => {
				const whole = wholeSeconds({ start: Math.min(a, b), end: Math.max(a, b) });
				expect(throughLink(whole)).toEqual(whole);
			})
		);
	});

	it('stand beside where they were after shiftWindow, or stay', () => {
		fc.assert(
			fc.property(closed, direction, (given, to) => {
				const moved = shiftWindow(given, EXTENT, to);
				if (moved !== given) expect(to === 1 ? moved.start : moved.end).toBe(to === 1 ? given.end : given.start);
			})
		);
	});
});
