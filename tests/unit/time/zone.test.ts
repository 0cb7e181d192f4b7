import { expect, test } from 'vitest';

/**
 * Minutes that local time is behind UTC, from the IANA time zone database, at instants that tell the zones apart. Each
 * project of vite.config.ts runs this folder in one zone; without this test a zone that is not really set would go
 * unnoticed, and every other test here would prove nothing.
 */
const BEHIND_UTC: Readonly<Record<string, Readonly<Record<string, number>>>> = {
	UTC: { '1970-01-01T00:00Z': 0, '2024-01-01T00:00Z': 0, '2024-07-01T00:00Z': 0 },
	'America/Los_Angeles': { '2024-01-01T00:00Z': 480, '2024-07-01T00:00Z': 420 },
	'America/Sao_Paulo': { '2018-11-04T02:59Z': 180, '2018-11-04T03:00Z': 120 },
	'Pacific/Apia': { '2011-12-30T09:59Z': 600, '2011-12-30T10:00Z': -840 },
	'Pacific/Kiritimati': { '2024-01-01T00:00Z': -840, '2024-07-01T00:00Z': -840 },
	'Europe/London': { '1970-01-01T00:00Z': -60, '1972-01-01T00:00Z': 0, '2024-07-01T00:00Z': -60 },
	// 44 minutes 30 seconds; getTimezoneOffset gives whole minutes
	'Africa/Monrovia': { '1970-01-01T00:00Z': 44, '1973-01-01T00:00Z': 0 },
	'Asia/Kathmandu': { '1970-01-01T00:00Z': -330, '2024-01-01T00:00Z': -345 },
	'Australia/Lord_Howe': { '2024-01-01T00:00Z': -660, '2024-07-01T00:00Z': -630 },
	'Antarctica/Troll': { '2024-01-01T00:00Z': 0, '2024-07-01T00:00Z': -120 }
};

test(`local time is that of TZ (${process.env.TZ})`, () => {
	const zone = process.env.TZ ?? '';
	expect(Object.keys(BEHIND_UTC)).toContain(zone);
	const expected = BEHIND_UTC[zone] ?? {};
	const actual = Object.fromEntries(Object.keys(expected).map((time) => [time, new Date(time).getTimezoneOffset()]));
	expect(actual).toEqual(expected);
});

/** The language of the machine in each zone, as Intl takes it when a program names none; from vite.config.ts likewise. */
const LANGUAGE: Readonly<Record<string, readonly [locale: string, calendar: string, digits: string]>> = {
	UTC: ['en-US', 'gregory', 'latn'],
	'America/Los_Angeles': ['de-DE', 'gregory', 'latn'],
	'America/Sao_Paulo': ['ar-EG', 'gregory', 'arab'],
	'Pacific/Apia': ['fa-IR', 'persian', 'arabext'],
	'Pacific/Kiritimati': ['th-TH', 'buddhist', 'latn'],
	'Europe/London': ['hi-IN', 'gregory', 'latn'],
	'Africa/Monrovia': ['zh-CN', 'gregory', 'latn'],
	'Asia/Kathmandu': ['fa-IR', 'persian', 'arabext'],
	'Australia/Lord_Howe': ['th-TH', 'buddhist', 'latn'],
	'Antarctica/Troll': ['ar-EG', 'gregory', 'arab']
};

// Windows gives programs the language of the user's settings, whatever the environment says.
test.skipIf(process.platform === 'win32')(`the machine speaks the language of its zone (${process.env.LC_ALL})`, () => {
	const { locale, calendar, numberingSystem } = new Intl.DateTimeFormat().resolvedOptions();
	expect([locale, calendar, numberingSystem]).toEqual(LANGUAGE[process.env.TZ ?? '']);
});
