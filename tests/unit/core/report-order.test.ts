import { describe, expect, it } from 'vitest';
import type { Status } from '../../../src/lib/core/model.ts';
import { dateAfterReport } from '../../../src/lib/core/report-order.ts';
import { dateOf } from '../support/joined.ts';

interface Dates {
	readonly when?: string;
	readonly claim?: string;
	readonly published?: string;
	readonly status?: Status;
}

function after({ when, claim, published, status = 'occurred' }: Dates): string | null {
	const date = dateAfterReport(
		{ status, ...(when === undefined ? {} : { when }) },
		claim === undefined ? {} : { when: claim },
		published === undefined ? {} : { published },
		dateOf
	);
	return date?.text ?? null;
}

describe('a report from before the event', () => {
	it.each([
		['the day before', { when: '2025-02-10', published: '2025-02-09' }, '2025-02-10'],
		['the same day', { when: '2025-02-10', published: '2025-02-10' }, null],
		['the month before', { when: '2025-02', published: '2025-01' }, '2025-02'],
		['within the period of the event', { when: '2025', published: '2025-01-01' }, null],
		['in a month in which the event may lie', { when: '2025-02-10', published: '2025-02' }, null],
		['before the first of several dates', { when: '[2025-02,2025-04]', published: '2025-01-31' }, '[2025-02,2025-04]'],
		['between several dates', { when: '[2025-02,2025-04]', published: '2025-03-01' }, null],
		['before something still going on', { when: '2025-02/..', published: '2025-01-31' }, '2025-02/..'],
		['before something whose start is unknown', { when: '/2025-02', published: '2024-01-01' }, null],
		['before something without a beginning', { when: '../2025-02', published: '2024-01-01' }, null],
		['before an uncertain date', { when: '2025?', published: '2024-12-31' }, '2025?'],
		['before an approximate date, which may be earlier', { when: '2025~', published: '2024-12-31' }, null],
		['about then', { when: '2025-02-10', published: '2024~' }, null],
		['from then on', { when: '2025-02-10', published: '2024/..' }, null],
		['by a day', { when: '2025-02-10', published: '/2024-12-31' }, '2025-02-10'],
		['years beyond milliseconds', { when: 'Y300000', published: '2025-01-01' }, 'Y300000'],
		['years before milliseconds', { when: 'Y-300000', published: '2025-01-01' }, null],
		['no date of publication', { when: '2025-02-10' }, null],
		['no date of the event', { published: '2025-02-10' }, null]
	] as const)('%s', (_, dates, expected) => {
		expect(after(dates)).toBe(expected);
	});

	it('is as it should be for what is planned, and for nothing else', () => {
		const dates = { when: '2025-02-10', published: '2025-02-09' };
		expect(after({ ...dates, status: 'planned' })).toBe(null);
		expect(after({ ...dates, status: 'ongoing' })).toBe('2025-02-10');
		expect(after({ ...dates, status: 'reported' })).toBe('2025-02-10');
	});

	it.each([
		['its own date alone, where it disagrees with the event’s', '2025-02', '2024-12', '2025-01-20', null],
		['its own date, though the event’s is earlier', '2024-12', '2025-02', '2025-01-20', '2025-02'],
		['the finer of two that can both be true: the event’s', '2025-02-10', '2025', '2025-01-20', '2025-02-10'],
		['the finer of two that can both be true: its own', '2025', '2025-02-10', '2025-01-20', '2025-02-10'],
		['its own date, where the event has none', undefined, '2025-02', '2025-01-20', '2025-02']
	])('is judged by what the claim dates: %s', (_, when, claim, published, expected) => {
		expect(after({ claim, published, ...(when === undefined ? {} : { when }) })).toBe(expected);
	});
});
