import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMonth } from '$lib/core/edtf-month.ts';
import { parseEdtf, type EdtfPeriod } from '$lib/core/edtf.ts';

function period(text: string): EdtfPeriod {
	const result = parseEdtf(text);
	if (!result.ok || result.date.node.type !== 'period') throw new Error(`${text} is not one period`);
	return result.date.node;
}

describe('the month that a period lies in', () => {
	it.each([
		['2025-10-15', '2025-10'],
		['2025-10', '2025-10'],
		['2025', '2025'],
		['2000~', '2000~'],
		['2024-12-08%', '2024-12%'],
		['2024?-12-~08', '2024-12%'],
		['2024-12-XX', '2024-12'],
		['2024-1X', '2024'],
		['2024-XX-12', '2024'],
		['198X-05', '198X-05'],
		['1950S2', '1950S2'],
		['2024-24', '2024-24'],
		['2024-36?', '2024-36?'],
		['0000-02-29', '0000-02'],
		['-0043-03-15', '-0043-03'],
		['Y12000', 'Y12000'],
		['2024-12-31T24:00:00Z', '2024-12']
	])('of %s is %s', (text, expected) => {
		expect(toMonth(period(text))).toEqual(period(expected));
	});

	it('is what the parser reads from its text, whatever the day', () => {
		const day = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(day, fc.constantFrom('', '?', '~', '%'), (date, qualifier) => {
				const month = toMonth(period(`${date.toISOString().slice(0, 10)}${qualifier}`));
				expect(month).toEqual(period(month.text));
				expect(month.text).toBe(`${date.toISOString().slice(0, 7)}${qualifier}`);
			})
		);
	});
});
