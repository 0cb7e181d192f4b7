import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	civilFromDays,
	civilOf,
	daysFromCivil,
	daysInMonth,
	isLeapYear,
	MAX_INSTANT,
	startOf,
	timeOfDay
} from '../../../src/lib/core/instant.ts';
import { dayStart } from './support.ts';

test('agrees with the platform on every day a Date can hold', () => {
	fc.assert(
		fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (days) => {
			const date = new Date(days * 86_400_000);
			const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
			expect(civilFromDays(days)).toEqual(civil);
			expect(daysFromCivil(civil.year, civil.month, civil.day)).toBe(days);
		}),
		{ numRuns: 2000 }
	);
});

test('days and civil dates are inverse far beyond a Date', () => {
	fc.assert(
		fc.property(fc.integer({ min: -1e12, max: 1e12 }), (days) => {
			const { year, month, day } = civilFromDays(days);
			expect(daysFromCivil(year, month, day)).toBe(days);
			expect(day).toBeLessThanOrEqual(daysInMonth(year, month));
		})
	);
});

test('years below 100 and before our era are what they say', () => {
	expect(startOf(0)).toBe(dayStart('0000-01-01'));
	expect(startOf(1)).toBe(dayStart('0001-01-01'));
	expect(startOf(99, 12, 31)).toBe(dayStart('0099-12-31'));
	expect(startOf(-43, 3, 15)).toBe(dayStart('-0043-03-15'));
	expect(civilOf(dayStart('-0001-02-28'))).toEqual({ year: -1, month: 2, day: 28 });
});

test('months and days carry over', () => {
	expect(startOf(2024, 13)).toBe(startOf(2025));
	expect(startOf(2024, 0)).toBe(startOf(2023, 12));
	expect(startOf(2024, -11)).toBe(startOf(2023));
	expect(startOf(2024, 2, 30)).toBe(startOf(2024, 3, 1));
});

test('leap years', () => {
	expect([1900, 2000, 2023, 2024, 0, -1, -4, -100, -400].map(isLeapYear)).toEqual([
		false,
		true,
		false,
		true,
		true,
		false,
		true,
		false,
		true
	]);
});

test('time of day before 1970 counts forwards', () => {
	expect(timeOfDay(-1)).toBe(86_399_999);
	expect(timeOfDay(-86_400_000)).toBe(0);
});

test('the ends of a Date', () => {
	expect(civilOf(MAX_INSTANT)).toEqual({ year: 275_760, month: 9, day: 13 });
	expect(civilOf(-MAX_INSTANT)).toEqual({ year: -271_821, month: 4, day: 20 });
});
