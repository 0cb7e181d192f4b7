import { describe, expect, test } from 'vitest';
import { createDateLabels } from '../../../src/lib/i18n/dates.ts';
import { empty as enEmpty } from '../../../src/lib/i18n/en/empty.ts';
import { longList as enLongList } from '../../../src/lib/i18n/en/long-list.ts';
import { event as enEvent } from '../../../src/lib/i18n/en/event.ts';
import { en } from '../../../src/lib/i18n/en/index.ts';
import { map as enMap } from '../../../src/lib/i18n/en/map.ts';
import { share as enShare } from '../../../src/lib/i18n/en/share.ts';
import { timeline as enTimeline } from '../../../src/lib/i18n/en/timeline.ts';
import { empty } from '../../../src/lib/i18n/ru/empty.ts';
import { longList } from '../../../src/lib/i18n/ru/long-list.ts';
import { event } from '../../../src/lib/i18n/ru/event.ts';
import { importing } from '../../../src/lib/i18n/ru/import.ts';
import { ru } from '../../../src/lib/i18n/ru/index.ts';
import { map } from '../../../src/lib/i18n/ru/map.ts';
import { share } from '../../../src/lib/i18n/ru/share.ts';
import { timeline } from '../../../src/lib/i18n/ru/timeline.ts';
import { dateOf } from '../time/support.ts';

const COUNTS = [0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 101, 111, 1234];
const all = (message: (count: number) => string): readonly string[] =>
	COUNTS.map((count) => message(count).replace('\u00a0', ' '));

/** Frozen. */
const FORMS: readonly [string, (count: number) => string, string][] = [
	[
		'событие',
		ru.filters.events,
		'0 событий, 1 событие, 2 события, 3 события, 5 событий, 11 событий, 21 событие, 22 события, 25 событий, 100 событий, 101 событие, 111 событий, 1 234 события'
	],
	[
		'из … событий',
		(count) => ru.filters.status(0, count),
		'0 из 0 событий, 0 из 1 события, 0 из 2 событий, 0 из 3 событий, 0 из 5 событий, 0 из 11 событий, 0 из 21 события, 0 из 22 событий, 0 из 25 событий, 0 из 100 событий, 0 из 101 события, 0 из 111 событий, 0 из 1 234 событий'
	],
	[
		'источник',
		ru.list.sources,
		'0 источников, 1 источник, 2 источника, 3 источника, 5 источников, 11 источников, 21 источник, 22 источника, 25 источников, 100 источников, 101 источник, 111 источников, 1 234 источника'
	],
	[
		'показать',
		ru.filters.show,
		'Показать 0 событий, Показать 1 событие, Показать 2 события, Показать 3 события, Показать 5 событий, Показать 11 событий, Показать 21 событие, Показать 22 события, Показать 25 событий, Показать 100 событий, Показать 101 событие, Показать 111 событий, Показать 1 234 события'
	],
	[
		'последние дни',
		timeline.lastOfData.day,
		'последние 0 дней данных, последний день данных, последние 2 дня данных, последние 3 дня данных, последние 5 дней данных, последние 11 дней данных, последний 21 день данных, последние 22 дня данных, последние 25 дней данных, последние 100 дней данных, последний 101 день данных, последние 111 дней данных, последние 1 234 дня данных'
	]
];

test.each(FORMS)('counts: %s', (_, message, said) => {
	expect(all(message).join(', ')).toBe(said);
});

test('verbs agree with the number', () => {
	expect([1, 2, 5, 21].map(ru.filters.undated)).toEqual([
		'Не показано 1 событие без даты',
		'Не показаны 2 события без даты',
		'Не показано 5 событий без даты',
		'Не показано 21 событие без даты'
	]);
	expect([1, 2, 5, 21].map(timeline.counts.skipped)).toEqual([
		'Пропущен 1 период без событий.',
		'Пропущены 2 периода без событий.',
		'Пропущено 5 периодов без событий.',
		'Пропущен 21 период без событий.'
	]);
	expect([1, 2, 5, 21].map(importing.becomes.read)).toEqual([
		'событие прочитано',
		'события прочитаны',
		'событий прочитано',
		'событие прочитано'
	]);
	expect([1, 2, 5, 21].map((rows) => importing.swap.why(40, rows).split(' широта')[0]?.replace('\u00a0', ' '))).toEqual(
		['В 1 строке из 40', 'В 2 строках из 40', 'В 5 строках из 40', 'В 21 строке из 40']
	);
	expect(ru.page.holds(17, 1, 2)).toBe('17 событий · 1 место · 2 сообщения');
	expect(timeline.counted(3, 2, 21)).toBe('3 из 21 события, возможно — 2');
});

describe('dates', () => {
	const labels = createDateLabels('ru', ru.dates);
	const ms = (text: string): number => Date.parse(text);

	test('in words', () => {
		const texts = {
			'2025-09-09': '9 сентября 2025 г.',
			'2025-09': 'сентябрь 2025 г.',
			'2025': '2025',
			'2000~': 'примерно 2000 г.',
			'2024-12?': 'декабрь 2024 г., под вопросом',
			'2024-12%': 'примерно декабрь 2024 г., под вопросом',
			'1963?/2024-12~': '1963 (под вопросом) — примерно декабрь 2024 г.',
			'?2024-?12-08': '8 декабря 2024 г. (год и месяц — под вопросом)',
			'2024-~12-~08': '8 декабря 2024 г. (месяц и день — примерно)',
			'2024-12/..': 'декабрь 2024 г. и далее',
			'../2025': '2025 г. и ранее',
			'2024-12/': 'декабрь 2024 г. — конец неизвестен',
			'/2025-10-14': 'по 14 октября 2025 г., начало неизвестно',
			'[2024-12,2025-01]': 'декабрь 2024 г. или январь 2025 г.',
			'[1667,1668,1670..1672]': 'одна из дат: 1667, 1668, 1670–1672',
			'{1667,1668}': '1667 и 1668',
			'{1960,1961-12,1970}': 'все даты: 1960, декабрь 1961 г., 1970',
			'[..1983]': '1983 г. или ранее',
			'{1983..}': '1983 г. и позднее',
			'2024-36': 'IV квартал 2024 г.',
			'2024-24': 'зима 2024 г.',
			'2024-29': 'весна 2024 г. (Южное полушарие)',
			'1963/2024-12': '1963 — декабрь 2024 г.',
			'2024-12-01/2024-12-08': '1–8 декабря 2024 г.',
			'2025-07/2025-10': 'июль — октябрь 2025 г.',
			'2025-07-01/2025-10-15': '1 июля — 15 октября 2025 г.',
			'-0043': '44 г. до н. э.',
			'-0043-03-15': '15 марта 44 г. до н. э.',
			'-01XX': '200–101 гг. до н. э.',
			'0079-08-24': '24 августа 79 г. н. э.',
			'198X': '1980-е',
			'190X': '1900–1909',
			'198X-12-25': '25 декабря, год неизвестен (1980-е)',
			'XXXX-12-25': '25 декабря, год неизвестен',
			XXXX: 'год неизвестен',
			'1985-XX-25': '25-е число, месяц неизвестен (1985 г.)',
			'1985-04-XX': 'апрель 1985 г., день неизвестен',
			'1985-XX': '1985 г., месяц неизвестен',
			'1XX5': '1XX5 (X — неизвестная цифра)',
			'1950S2': 'примерно 1950 г. (1900–1999)',
			'2024-12-08T12:05:07-04:30': '8 декабря 2024 г., 12:05:07 UTC-04:30'
		};
		const said = Object.fromEntries(Object.keys(texts).map((text) => [text, labels.label(dateOf(text))]));
		expect(said).toEqual(texts);
		expect(labels.label(dateOf('2025-09-09'), 'short')).toBe('9 сент. 2025 г.');
	});

	test.each([
		['2025-07-01', '2025-10-16', '1 июля — 15 октября 2025 г.', '3½ месяца'],
		['2024-12-01', '2024-12-09', '1–8 декабря 2024 г.', '8 дней'],
		['2025-07-01', '2025-11-01', 'июль — октябрь 2025 г.', '4 месяца'],
		['1900-01-01', '2000-01-01', '1900–1999', '100 лет'],
		['2024-12-08T12:05:00Z', '2024-12-08T13:05:00Z', '8 декабря 2024 г., 12:05–13:05 UTC', '1 час']
	])('window %s to %s', (start, end, said, length) => {
		const window = { start: ms(start), end: ms(end) };
		expect([labels.range(window), labels.duration(window)]).toEqual([said, length]);
	});

	test('windows without one end: the month in the case that the word before it asks for', () => {
		const from = (start: string): string => labels.range({ start: ms(start), end: Infinity });
		const months = Array.from({ length: 11 }, (_, month) => from(`2025-${String(month + 2).padStart(2, '0')}-01`));
		expect(months.map((text) => text.split(' ')[1]).join(' ')).toBe(
			'февраля марта апреля мая июня июля августа сентября октября ноября декабря'
		);
		expect([from('2024-01-01'), from('2025-09-09')]).toEqual(['с 2024 г.', 'с 9 сентября 2025 г.']);
		const until = (end: string): string => labels.range({ start: -Infinity, end: ms(end) });
		expect([until('2025-10-16'), until('2025-11-01'), until('2025-01-01')]).toEqual([
			'по 15 октября 2025 г.',
			'по октябрь 2025 г.',
			'по 2024 г.'
		]);
		expect(labels.range({ start: -Infinity, end: Infinity })).toBe('за всё время');
	});
});

test('a sentence that ends with a shortened word ends with one full stop', () => {
	expect(event.reportsDiffer(['декабрь 2024 г.', 'январь 2025 г.'])).toBe(
		'Сообщения расходятся: декабрь 2024 г. или январь 2025 г.'
	);
	expect(empty.becauseOne(empty.rule.window('1900–1999'))).toBe(
		'Ни одно событие не отвечает условию: период 1900–1999.'
	);
	expect(timeline.counts.sentence(timeline.counts.summary(2, 'по дням', '1–8 декабря 2024 г.'))).toBe(
		'2 события по дням, 1–8 декабря 2024 г.'
	);
});

describe('every message', () => {
	/** Written alike in both languages: signs, and what is put together from the data's own texts. */
	const ALIKE = [
		'dates.at',
		'dates.years',
		'event.cited',
		'filters.value',
		'list.either',
		'list.journey',
		'list.link',
		'map.number',
		'share.filter',
		'share.play.window',
		'timeline.counts.sentence',
		'timeline.mark',
		'timeline.speedTimes'
	];
	/** Empty by design: nothing is said of the mode that every page opens in. */
	const EMPTY = ['share.play.window'];
	/** What messages are called with: the first that they can be called with. */
	const SAMPLES: readonly (readonly unknown[])[] = [['3', '4', false, 9], [3, 4, 9], [['5', '6', '7']]];
	/** Those that take words of their own. */
	const OWN_SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
		'dates.withParts': ['5', ['6', '7']],
		'dates.parts': [['month', 'day'], '~'],
		'dates.code': [24, '2024'],
		'event.publishedAfter': ['5', 'least'],
		'list.reported': ['5', 'about'],
		'share.filter': ['5', ['6', '7']],
		'timeline.stepEarlier': ['from'],
		'timeline.stepLater': ['to']
	};

	function said(message: unknown, args: readonly unknown[]): string | null {
		if (typeof message === 'string') return message;
		if (typeof message !== 'function') return null;
		try {
			const text: unknown = Reflect.apply(message, undefined, args);
			return typeof text === 'string' && !/undefined|NaN|\[object/.test(text) ? text : null;
		} catch {
			return null;
		}
	}

	function compare(path: string, english: unknown, russian: unknown, seen: Map<string, [string, string]>): void {
		if (typeof english === 'object' && english !== null && typeof russian === 'object' && russian !== null) {
			expect(Object.keys(russian).sort(), path).toEqual(Object.keys(english).sort());
			for (const key of Object.keys(english)) {
				compare(`${path}${path === '' ? '' : '.'}${key}`, Reflect.get(english, key), Reflect.get(russian, key), seen);
			}
			return;
		}
		const own = OWN_SAMPLES[path];
		for (const candidate of own === undefined ? SAMPLES : [own]) {
			const [a, b] = [said(english, candidate), said(russian, candidate)];
			if (a === null || b === null) continue;
			seen.set(path, [a, b]);
			return;
		}
		throw new Error(`No sample fits ${path}`);
	}

	test('is there, says something, and says it in Russian', () => {
		const seen = new Map<string, [string, string]>();
		compare(
			'',
			{ ...en, empty: enEmpty, event: enEvent, longList: enLongList, map: enMap, share: enShare, timeline: enTimeline },
			{ ...ru, empty, event, longList, map, share, timeline },
			seen
		);
		expect(seen.size).toBeGreaterThan(200);
		expect([...seen].filter(([, [, russian]]) => russian.trim() === '').map(([path]) => path)).toEqual(EMPTY);
		expect(
			[...seen]
				.filter(([, [english, russian]]) => english === russian)
				.map(([path]) => path)
				.sort()
		).toEqual(ALIKE);
		// Untranslated words; what may stay is a name, a key of the keyboard or of the link, and the `false` that this test hands over.
		const foreign = ([, [, russian]]: [string, [string, string]]): boolean =>
			/[a-z]{3,}/i.test(
				russian.replace(
					/JavaScript|WebGL|Ctrl|Control|Enter|Escape|Shift|Alt|Page Up|Page Down|Home|End|Mac|\([a-z]+\)|false/g,
					''
				)
			);
		expect([...seen].filter(foreign).map(([path]) => path)).toEqual([]);
	});
});
