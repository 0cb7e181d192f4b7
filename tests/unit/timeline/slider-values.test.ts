import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parsePeriod } from '$lib/core/granularity.ts';
import { ALWAYS, type Interval } from '$lib/core/interval.ts';
import { timeline } from '$lib/i18n/en/timeline.ts';
import { stepHandle } from '$lib/timeline/brush-model.ts';
import { sliderValues } from '$lib/timeline/slider-values.ts';
import { joined } from '../support/joined.ts';
import { datasetNamed } from '../../support/datasets.ts';
import { i18n, pictureOf, realCatalogue } from './support.ts';

const words = { dates: i18n.dates, m: timeline };
const axis = pictureOf(realCatalogue);
const windowOf = (from: string, to: string): Interval => ({
	start: parsePeriod(from)?.start ?? NaN,
	end: parsePeriod(to)?.end ?? NaN
});
const values = (window: Interval, isMoment = false) => {
	const [from, to] = sliderValues(axis, window, isMoment, words);
	if (from === undefined || to === undefined) throw new Error('two handles');
	return { from, to };
};

describe('the numbers and words of the handles', () => {
	it('are a date in words each, and the first and the last day of the window', () => {
		const { from, to } = values(windowOf('2025-02', '2025-09'));
		expect([from.text, to.text]).toEqual(['1 February 2025', '30 September 2025']);
		expect([from.now, to.now]).toEqual([Date.parse('2025-02-01') / 864e5, Date.parse('2025-10-01') / 864e5]);
	});

	it('say of an open side that it is open, at the limit of the axis', () => {
		const { from, to } = values(ALWAYS);
		expect([from.text, to.text]).toEqual(['open, from the beginning', 'open, to the end']);
		expect([from.now, to.now]).toEqual([from.min, to.max]);
	});

	it('have the limits that End and Home lead to, whatever the window', () => {
		const { domain } = axis.scale;
		const instant = fc.integer({ min: Math.floor(domain.start / 864e5), max: Math.ceil(domain.end / 864e5) });
		fc.assert(
			fc.property(instant, instant, (a, b) => {
				fc.pre(a !== b);
				const window = { start: Math.min(a, b) * 864e5, end: Math.max(a, b) * 864e5 };
				const { from, to } = values(window);
				for (const { min, now, max } of [from, to]) {
					expect(min).toBeLessThanOrEqual(now);
					expect(now).toBeLessThanOrEqual(max);
				}
				const { from: ended } = values(stepHandle('from', window, 'end', axis));
				expect(ended.now).toBeLessThanOrEqual(from.max);
				expect(ended.now).toBe(ended.max);
				const { to: begun } = values(stepHandle('to', window, 'home', axis));
				expect(begun.now).toBe(begun.min);
				expect(from.max).toBeLessThan(Math.max(to.now, from.now + 1e-9));
			}),
			{ seed: 7, numRuns: 300 }
		);
	});

	it('of a single moment go over the whole axis, as both handles move as one', () => {
		const { from, to } = values(windowOf('2025-02-01', '2025-02-01'), true);
		expect([from.min, from.max]).toEqual([to.min, to.max]);
		expect(from.max).toBe(values(ALWAYS).to.max);
	});

	it('change with each step even within one day', () => {
		const catalogue = joined(datasetNamed('uncertain'));
		const one = pictureOf(catalogue);
		const at = Date.parse('2024-03-15T10:00:00Z');
		const now = (end: number): number | undefined =>
			sliderValues(one, { start: at - 864e5, end }, false, words)[1]?.now;
		expect(now(at)).toBeLessThan(now(at + 60_000) ?? NaN);
	});
});
