import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import { createColumns } from '../../../src/lib/core/create-columns.ts';
import { addTo, GRANULARITIES, periodAt } from '../../../src/lib/core/granularity.ts';
import { overlaps, sameInterval } from '../../../src/lib/core/interval.ts';
import { presetsOf, type Preset } from '../../../src/lib/timeline/presets.ts';
import { catalogueOf, dateText, day, realCatalogue } from './support.ts';

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const said = ({ window, ...preset }: Preset): string =>
	`${preset.kind === 'last' ? `${preset.count} ${preset.unit}` : 'period'} ${iso(window.start)} ${iso(window.end)}`;
const suggested = (catalogue: InlineCatalogue): readonly Preset[] =>
	presetsOf(createColumns(catalogue), catalogue.extent);
const of = (...dates: readonly (string | { readonly when?: string })[]): readonly string[] =>
	suggested(catalogueOf(...dates)).map(said);

describe('presets', () => {
	it('are the last stretches of the real data', () => {
		const last = suggested(realCatalogue).filter(({ kind }) => kind === 'last');
		expect(last.map(said)).toEqual([
			'7 day 2025-10-09 2025-10-16',
			'30 day 2025-09-16 2025-10-16',
			'12 month 2024-10-16 2025-10-16'
		]);
	});

	it('have in the last stretch what begins last and goes on', () => {
		expect(of('2025-01-01', '2025-02-01/..')).toContain('7 day 2025-01-26 2025-02-02');
	});

	it('count hours only where the data has times', () => {
		expect(of('2025-03-01', '2025-03-04').some((text) => text.startsWith('24 hour'))).toBe(false);
		expect(of('2025-03-01T10:20:00Z', '2025-03-04T12:30:00Z')[0]).toBe('24 hour 2025-03-03 2025-03-04');
	});

	it('have no stretch that is as long as all there is, and none without dates', () => {
		expect(of('2025-03-01', '2025-03-05')).toEqual(['period 2025-01-01 2026-01-01', 'period 2025-03-01 2025-04-01']);
		expect(of({}, {})).toEqual([]);
	});

	it('take the finest periods that are a handful', () => {
		const months = Array.from({ length: 9 }, (_, i) => `2025-0${i + 1}-05`);
		expect(of(...months.slice(0, 8)).filter((text) => text.startsWith('period'))).toHaveLength(9);
		expect(of(...months).filter((text) => text.startsWith('period'))).toEqual([
			'period 2020-01-01 2030-01-01',
			'period 2025-01-01 2026-01-01'
		]);
	});

	it('are whole periods in which something happens, the newest first, whatever the data', () => {
		fc.assert(
			fc.property(fc.array(dateText, { minLength: 1, maxLength: 25 }), (texts) => {
				const catalogue = catalogueOf(...texts);
				const { extent } = catalogue;
				if (extent === null) return;
				const periods: string[] = [];
				for (const preset of suggested(catalogue)) {
					const { window } = preset;
					expect(catalogue.events.some(({ matches }) => matches.some((match) => overlaps(match, window)))).toBe(true);
					if (preset.kind === 'last') {
						expect(addTo(window.end, preset.unit, -preset.count)).toBe(window.start);
						expect(window.end).toBeGreaterThanOrEqual(extent.end);
						expect(window.start).toBeGreaterThan(extent.start);
					} else {
						expect(GRANULARITIES.some((unit) => sameInterval(periodAt(window.start, unit), window))).toBe(true);
						periods.push(`${window.start}/${window.end}`);
					}
				}
				expect(new Set(periods).size).toBe(periods.length);
				expect(periods.length).toBeLessThanOrEqual(16);
			})
		);
	});

	it('reach to the end of the last day', () => {
		const { window } = suggested(catalogueOf('2025-01-01', '2025-03-04T12:30:00Z')).find(
			(preset) => preset.kind === 'last' && preset.unit === 'day'
		) ?? { window: { start: 0, end: 0 } };
		expect(window).toEqual({ start: day('2025-02-26'), end: day('2025-03-05') });
	});
});
