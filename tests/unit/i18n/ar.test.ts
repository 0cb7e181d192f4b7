import { describe, expect, test } from 'vitest';
import { dates } from '$lib/i18n/ar/dates.ts';
import { empty } from '$lib/i18n/ar/empty.ts';
import { event } from '$lib/i18n/ar/event.ts';
import { filters } from '$lib/i18n/ar/filters.ts';
import { importing } from '$lib/i18n/ar/import.ts';
import { list } from '$lib/i18n/ar/list.ts';
import { longList } from '$lib/i18n/ar/long-list.ts';
import { map } from '$lib/i18n/ar/map.ts';
import { ownData } from '$lib/i18n/ar/own-data.ts';
import { page } from '$lib/i18n/ar/page.ts';
import { share } from '$lib/i18n/ar/share.ts';
import { timeline } from '$lib/i18n/ar/timeline.ts';
import { createDateLabels } from '$lib/i18n/dates.ts';
import { dates as enDates } from '$lib/i18n/en/dates.ts';
import { empty as enEmpty } from '$lib/i18n/en/empty.ts';
import { event as enEvent } from '$lib/i18n/en/event.ts';
import { filters as enFilters } from '$lib/i18n/en/filters.ts';
import { importing as enImporting } from '$lib/i18n/en/import.ts';
import { list as enList } from '$lib/i18n/en/list.ts';
import { longList as enLongList } from '$lib/i18n/en/long-list.ts';
import { map as enMap } from '$lib/i18n/en/map.ts';
import { ownData as enOwnData } from '$lib/i18n/en/own-data.ts';
import { page as enPage } from '$lib/i18n/en/page.ts';
import { share as enShare } from '$lib/i18n/en/share.ts';
import { timeline as enTimeline } from '$lib/i18n/en/timeline.ts';
import { LOCALE_FACTS } from '$lib/i18n/locales.ts';
import { dateOf } from '../time/support.ts';
import { sentencesOf } from './sentences.ts';

const labels = createDateLabels(LOCALE_FACTS.ar.intl, dates);
const window = (start: string, end: string): { start: number; end: number } => ({
	start: start === '' ? -Infinity : Date.parse(start),
	end: end === '' ? Infinity : Date.parse(end)
});

describe('every message', () => {
	const english = sentencesOf({
		dates: enDates,
		empty: enEmpty,
		event: enEvent,
		filters: enFilters,
		importing: enImporting,
		list: enList,
		longList: enLongList,
		map: enMap,
		ownData: enOwnData,
		page: enPage,
		share: enShare,
		timeline: enTimeline
	});
	const arabic = sentencesOf({
		dates,
		empty,
		event,
		filters,
		importing,
		list,
		longList,
		map,
		ownData,
		page,
		share,
		timeline
	});
	/** Names of formats, which are the same everywhere. */
	const FORMATS = [
		'geojson',
		'linked-places',
		'lp-tsv',
		'timelinejs',
		'storymapjs',
		'timemap',
		'bellingcat',
		'kml',
		'acled',
		'ucdp-ged',
		'gdelt',
		'icalendar'
	];
	/** What has no words in either language. */
	const WORDLESS = [
		'dates.dash',
		'dates.withParts',
		'filters.value',
		...FORMATS.map((name) => `importing.format.${name}`),
		'importing.notation.compact',
		'importing.notation.html',
		'importing.becomes.equals',
		'importing.becomes.plus',
		'list.link',
		'map.number',
		'share.play.window',
		'timeline.until',
		'timeline.speedTimes',
		'timeline.counts.sentence'
	];

	test('is Arabic', () => {
		expect([...english.keys()].filter((path) => !arabic.has(path))).toEqual([]);
		expect([...arabic].filter(([path, text]) => english.get(path) === text).map(([path]) => path)).toEqual(WORDLESS);
		const wordless = [...arabic].filter(([, text]) => !/\p{Script=Arabic}/u.test(text)).map(([path]) => path);
		expect(wordless.filter((path) => !WORDLESS.includes(path))).toEqual([
			'dates.years',
			'event.cited',
			'importing.position',
			'importing.notation.iso',
			'list.journey',
			'share.filter',
			'timeline.mark'
		]);
	});

	test('has the punctuation of the language and the digits of the dataset', () => {
		for (const [path, text] of arabic) {
			expect(text, path).not.toMatch(/undefined|NaN|,(?!\d)|[;?"“”]|[\u0660-\u0669]|#/);
			expect(text.trim(), path).toBe(text);
		}
	});
});

describe('counted', () => {
	test.each([
		[0, 'لا أحداث', '0 من 0 أحداث', 'لا أحداث للعرض'],
		[1, 'حدث واحد', '1 من حدث واحد', 'عرض حدث واحد'],
		[2, 'حدثان', '2 من حدثين', 'عرض حدثين'],
		[3, '3 أحداث', '3 من 3 أحداث', 'عرض 3 أحداث'],
		[5, '5 أحداث', '5 من 5 أحداث', 'عرض 5 أحداث'],
		[11, '11 حدثًا', '11 من 11 حدثًا', 'عرض 11 حدثًا'],
		[21, '21 حدثًا', '21 من 21 حدثًا', 'عرض 21 حدثًا'],
		[22, '22 حدثًا', '22 من 22 حدثًا', 'عرض 22 حدثًا'],
		[25, '25 حدثًا', '25 من 25 حدثًا', 'عرض 25 حدثًا'],
		[100, '100 حدث', '100 من 100 حدث', 'عرض 100 حدث'],
		[101, '101 حدث', '101 من 101 حدث', 'عرض 101 حدث'],
		[103, '103 أحداث', '103 من 103 أحداث', 'عرض 103 أحداث'],
		[111, '111 حدثًا', '111 من 111 حدثًا', 'عرض 111 حدثًا'],
		[2000, '2,000 حدث', '2,000 من 2,000 حدث', 'عرض 2,000 حدث']
	])('%i events', (n, events, status, show) => {
		expect(filters.events(n)).toBe(events);
		expect(filters.status(n, n)).toBe(status);
		expect(filters.show(n)).toBe(show);
	});

	test('things of other kinds', () => {
		const said = [0, 1, 2, 3, 11, 100].map((n) => [page.holds(n, n, n), list.sources(n)]);
		expect(said).toEqual([
			['لا أحداث · لا أماكن · لا تقارير', 'بلا مصدر'],
			['حدث واحد · مكان واحد · تقرير واحد', 'مصدر واحد'],
			['حدثان · مكانان · تقريران', 'مصدران'],
			['3 أحداث · 3 أماكن · 3 تقارير', '3 مصادر'],
			['11 حدثًا · 11 مكانًا · 11 تقريرًا', '11 مصدرًا'],
			['100 حدث · 100 مكان · 100 تقرير', '100 مصدر']
		]);
	});

	test('files, rows and columns on their way', () => {
		const { becomes, reading, swap, understood } = importing;
		const said = [0, 1, 2, 3, 11, 100].map((n) => [
			becomes.read(n),
			becomes.accepted(n),
			reading(n),
			understood.rows(n)
		]);
		expect(said).toEqual([
			['حدث مقروء', 'مقبول', 'لا ملفات للقراءة', 'لا صفوف'],
			['حدث مقروء', 'مقبول', 'قراءة ملف واحد', 'صف واحد'],
			['حدثان مقروءان', 'مقبولان', 'قراءة ملفين', 'صفان'],
			['أحداث مقروءة', 'مقبولة', 'قراءة 3 ملفات', '3 صفوف'],
			['حدثًا مقروءًا', 'مقبولة', 'قراءة 11 ملفًا', '11 صفًا'],
			['حدث مقروء', 'مقبولة', 'قراءة 100 ملف', '100 صف']
		]);
		expect(swap.why(2, 1)).toContain('في 1 من صفين يتجاوز');
	});

	test('whole sentences', () => {
		expect([1, 2, 3, 11, 100].map(filters.undated)).toEqual([
			'حدث واحد بلا تاريخ لا يظهر',
			'حدثان بلا تاريخ لا يظهران',
			'3 أحداث بلا تاريخ لا تظهر',
			'11 حدثًا بلا تاريخ لا تظهر',
			'100 حدث بلا تاريخ لا تظهر'
		]);
		expect([1, 2, 7, 30].map(timeline.lastOfData.day)).toEqual([
			'آخر يوم في البيانات',
			'آخر يومين في البيانات',
			'آخر 7 أيام في البيانات',
			'آخر 30 يومًا في البيانات'
		]);
		expect([1, 2, 3, 50].map(timeline.counts.skipped)).toEqual([
			'أُغفلت فترة واحدة بلا أحداث.',
			'أُغفلت فترتان بلا أحداث.',
			'أُغفلت 3 فترات بلا أحداث.',
			'أُغفلت 50 فترة بلا أحداث.'
		]);
	});
});

describe('dates in words', () => {
	test.each([
		['2025-09-09', '9 سبتمبر 2025'],
		['2025-02', 'فبراير 2025'],
		['2025', '2025'],
		['2000~', 'نحو 2000'],
		['2024-12?', 'ديسمبر 2024، غير مؤكد'],
		['2004?-~06-~04', '4 يونيو 2004 (السنة غير مؤكدة، الشهر واليوم تقريبيان)'],
		['2024-12-01/2024-12-08', 'من 1 إلى 8 ديسمبر 2024'],
		['2024-12/..', 'من ديسمبر 2024 فصاعدًا'],
		['2024-12/', 'من ديسمبر 2024، النهاية مجهولة'],
		['/2025-10-14', 'حتى 14 أكتوبر 2025، البداية مجهولة'],
		['../2024', 'حتى 2024'],
		['1963/2024-12', 'من 1963 إلى ديسمبر 2024'],
		['1984~/2004-06?', 'من نحو 1984 إلى يونيو 2004 (غير مؤكد)'],
		['[2024-12,2025-01]', 'إما ديسمبر 2024 أو يناير 2025'],
		['[1667,1668,1670..1672]', 'أحد التواريخ: 1667 أو 1668 أو من 1670 إلى 1672'],
		['1985-04-1X', 'أحد التواريخ من 10 إلى 19 أبريل 1985'],
		['{2020,2022}', '2020 و2022'],
		['{1760-12..}', 'ديسمبر 1760 وما بعده'],
		['[..1984]', '1984 أو ما قبله'],
		['2024-36', 'الربع الرابع من 2024'],
		['2024-41', 'النصف الثاني من 2024'],
		['2024-29', 'ربيع 2024 (نصف الكرة الجنوبي)'],
		['198X-21', 'الربيع، السنة غير معروفة (ثمانينيات القرن العشرين)'],
		['198X', 'ثمانينيات القرن العشرين'],
		['201X', 'العقد الثاني من القرن الحادي والعشرين'],
		['218X', 'عقد 2180'],
		['190X', '1900\u200f–1909'],
		['1999-01-XX', 'أحد أيام يناير 1999'],
		['1999-XX', 'أحد أشهر 1999'],
		['2024-XX-12', 'اليوم 12، الشهر غير معروف (2024)'],
		['1X55', '\u20681X55\u2069 (كل X رقم غير معروف)'],
		['1950S2', 'نحو 1950 (1900\u200f–1999)'],
		['-0043', '44 ق.م'],
		['-0043/0014', 'من 44 ق.م إلى 14 م'],
		['2024-12-08T12:00:00Z', '8 ديسمبر 2024، 12:00 بتوقيت غرينتش'],
		['2024-12-08T12:05:07-04:30', '8 ديسمبر 2024، 12:05:07 بتوقيت UTC-04:30']
	])('%s: %s', (text, words) => {
		expect(labels.label(dateOf(text))).toBe(words);
	});

	test.each([
		['2025-07-01', '2025-10-16', '1 يوليو – 15 أكتوبر 2025', '3 أشهر ونصف'],
		['2025-07-01', '2025-11-01', 'يوليو – أكتوبر 2025', '4 أشهر'],
		['2000-01-01', '2002-07-01', 'يناير 2000 – يونيو 2002', 'سنتان ونصف'],
		['2024-01-01', '2026-01-01', '2024\u200f–2025', 'سنتان'],
		['', '2025-10-16', 'حتى 15 أكتوبر 2025', 'بلا نهاية'],
		['2025-07-01', '', 'من يوليو 2025', 'بلا نهاية'],
		['', '', 'كل الأوقات', 'بلا نهاية'],
		['2025-07-01T12:00:00Z', '2025-07-01T13:30:00Z', '1 يوليو 2025، 12:00 – 13:30 بتوقيت غرينتش', 'ساعة ونصف']
	])('[%s, %s)', (start, end, words, length) => {
		expect(labels.range(window(start, end))).toBe(words);
		expect(labels.duration(window(start, end))).toBe(length);
	});

	test('a dual behind a preposition', () => {
		const lengths = [
			'شهران',
			'شهران ونصف',
			'سنتان',
			'يومان',
			'ساعتان',
			'دقيقتان',
			'ثانيتان',
			'3 ثوان',
			'11 يومًا',
			'شهر'
		];
		expect(lengths.map((length) => list.reported(length, 'exact').replace('أول تقرير بعد ', ''))).toEqual([
			'شهرين',
			'شهرين ونصف',
			'سنتين',
			'يومين',
			'ساعتين',
			'دقيقتين',
			'ثانيتين',
			'3 ثوان',
			'11 يومًا',
			'شهر'
		]);
		expect(list.reported('يومان', 'about')).toBe('أول تقرير بعد نحو يومين');
		expect(event.publishedAfter('يومان', 'least')).toBe('، بعد يومين على الأقل من الحدث');
	});
});

test('an arrow points the way the language is read, a date of digits keeps its order', () => {
	expect(list.journey('دمشق', 'موسكو')).toBe('دمشق \u200f←\u200f موسكو');
	expect(timeline.badDate('2024-13-01')).toContain('«\u20682024-13-01\u2069»');
	expect(share.notice.malformed(share.parameter.from, '2024-13')).toBe(
		'قيمة بصيغة لا تُقرأ في هذا الرابط: بداية النطاق الزمني (from)، \u20682024-13\u2069. وقد أُهملت.'
	);
	expect(list.inLanguage('الإنجليزية')).toBe('(بالإنجليزية)');
});
