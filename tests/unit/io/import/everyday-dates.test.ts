import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../../src/lib/core/edtf.ts';
import type { Notation } from '../../../../src/lib/io/formats/format.ts';
import { readDate, readTime } from '../../../../src/lib/io/import/dates.ts';
import { codesOf, importCsv, mappingOf, ofRows } from './support.ts';

const read = (text: string, notation?: Notation) => {
	const result = readDate(text, notation === undefined ? {} : { notation });
	return result.ok ? result.value.text : result.code;
};

describe('dates of other scripts', () => {
	it.each([
		['17 تشرين الأول 2019', '2019-10-17'],
		['١٧ تشرين الثاني ٢٠١٩', '2019-11-17'],
		['٦ فبراير ٢٠٢٣', '2023-02-06'],
		['6 شباط/فبراير 2023', '2023-02-06'],
		['3 كانون الثاني 2020', '2020-01-03'],
		['كانون الأول ٢٠٢٠', '2020-12'],
		['5 آب 2006', '2006-08-05'],
		['1 غشت 1999', '1999-08-01'],
		['6 شباط/مارس 2023', 'date-unreadable'],
		['٢٠٢٣-٠٢-٠٦', '2023-02-06'],
		['۲۰۲۳-۰۲-۰۶', '2023-02-06'],
		['٣١/١٢/٢٠٢٣', '2023-12-31'],
		['٣١/١٢/\u200f٢٠٢٣', 'date-invalid'],
		['12 марта 2024 г.', '2024-03-12'],
		['12 март 2024', '2024-03-12'],
		['7 мая 1945 года', '1945-05-07'],
		['апрель 2024', '2024-04'],
		['1 февр. 2024 г. 14:30', '2024-02-01T14:30:00'],
		['1941-1945 гг.', '1941/1945'],
		['حوالي 1445 هـ', 'date-unreadable']
	])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));

	it('have an order like all others', () => {
		expect(read('٤/٨/٢٠٢٠', 'day-first')).toBe('2020-08-04');
		expect(mappingOf('title,date\nA,٤/٨/٢٠٢٠\n').questions).toMatchObject([{ kind: 'date-order', column: 'date' }]);
		expect(mappingOf('title,date\nA,٤/٨/٢٠٢٠\nB,١٣/٨/٢٠٢٠\n').questions).toEqual([]);
	});

	it('are none in the native format', () => {
		for (const text of ['٢٠٢٣', '٢٠٢٣-٠٢-٠٦', '1914-1918', 'c. 1850']) expect(parseEdtf(text).ok).toBe(false);
	});

	it('stand in columns of their own too', () => {
		const { dataset } = importCsv('title,year,month,day\nA,٢٠٢٣,شباط,٦\nB,1945,мая,7\n');
		expect(dataset?.events.map(({ when }) => when)).toEqual(['2023-02-06', '1945-05-07']);
	});
});

describe('dates as people write them', () => {
	it.each([
		['c. 1850', '1850~'],
		['ca 1850', '1850~'],
		['circa March 1850', '1850-03~'],
		['около 1850 г.', '1850~'],
		['1960s', '196X'],
		["the 1960's", '196X'],
		['1960er Jahre', '196X'],
		['1960-е гг.', '196X'],
		['c. 1960s', '196X~'],
		['1914-1918', '1914/1918'],
		['1914 – 1918', '1914/1918'],
		['Q3 2023', '2023-35'],
		['2023-Q1', '2023-33'],
		['1/2024', '2024-01'],
		['12.2024', '2024-12'],
		['19th century', '18XX'],
		['19. Jahrhundert', '18XX'],
		['XIX век', '18XX'],
		['5th century BC', '-04XX'],
		['44 BC', '-0043'],
		['1 BCE', '0000'],
		['44 до н. э.', '-0043'],
		['AD 79', '0079'],
		['79 CE', '0079'],
		['14.5.2024 14:30 Uhr', '2024-05-14T14:30:00'],
		['2024-01-01 to 2024-01-05', '2024-01-01/2024-01-05'],
		['12 March 2024 - 3 April 2024', '2024-03-12/2024-04-03'],
		['from 2024-01 until 2024-03', '2024-01/2024-03'],
		['с 1 мая 2024 г. по 3 мая 2024 г.', '2024-05-01/2024-05-03'],
		['13.01.2024–15.01.2024', '2024-01-13/2024-01-15'],
		['44 BC - 30 BC', '-0043/-0029'],
		['5th century - 1200', '04XX/1200'],
		['8-10 December 2024', '2024-12-08/2024-12-10'],
		['8 – 10 December 2024', '2024-12-08/2024-12-10'],
		['8th to 10th of December, 2024', '2024-12-08/2024-12-10'],
		['8.–10. Dezember 2024', '2024-12-08/2024-12-10'],
		['del 8 al 10 de diciembre de 2024', '2024-12-08/2024-12-10'],
		['du 28 novembre au 3 décembre 2024', '2024-11-28/2024-12-03'],
		['de 8 a 10 de dezembro de 2024', '2024-12-08/2024-12-10'],
		['dall’8 al 10 dicembre 2024', '2024-12-08/2024-12-10'],
		['van 8 t/m 10 december 2024', '2024-12-08/2024-12-10'],
		['8-10 Aralık 2024', '2024-12-08/2024-12-10'],
		['с 8 по 10 декабря 2024 г.', '2024-12-08/2024-12-10'],
		['من 8 إلى 10 كانون الأول 2024', '2024-12-08/2024-12-10'],
		['December 8-10, 2024', '2024-12-08/2024-12-10'],
		['28 November - 3 December 2024', '2024-11-28/2024-12-03'],
		['28 November–3 December 2024', '2024-11-28/2024-12-03'],
		['Nov. 28 – Dec. 3, 2024', '2024-11-28/2024-12-03'],
		['Fri 29 November - Sun 1 December 2024', '2024-11-29/2024-12-01'],
		['March–May 2024', '2024-03/2024-05'],
		['March 2024-May 2025', '2024-03/2025-05'],
		['Sunday 8 December 2024', '2024-12-08'],
		['Sunday, December 8, 2024', '2024-12-08'],
		['Sun, 08 Dec 2024 14:30:00 +0100', '2024-12-08T14:30:00+01:00'],
		['Sun Dec 08 2024 14:30:00 GMT+0100 (Central European Standard Time)', '2024-12-08T14:30:00+01:00'],
		['Sonntag, 8. Dezember 2024', '2024-12-08'],
		['So 18.12.2022', '2022-12-18'],
		['воскресенье, 8 декабря 2024 г.', '2024-12-08'],
		['يوم الأحد 8 ديسمبر 2024', '2024-12-08'],
		['Mar 8, 2024', '2024-03-08'],
		['mar 10 diciembre 2024', '2024-12-10'],
		['do. 8 diciembre 2024', '2024-12-08'],
		['do 5 december 2024', '2024-12-05'],
		['Sunday,8 December 2024', '2024-12-08'],
		['July-August 1914', '1914-07/1914-08'],
		['44 - 30 v. Chr.', '-0043/-0029'],
		['8 December 2024 14:30:00-05:00', '2024-12-08T14:30:00-05:00'],
		['Mar 28 – Apr 3, 2024', '2024-03-28/2024-04-03'],
		['Mar. 3 - April 5, 2024', '2024-03-03/2024-04-05'],
		['de mars à mai 2024', '2024-03/2024-05'],
		['2024-12-08T05:00-08:00', '2024-12-08T05:00:00-08:00']
	])('%s is %s', (text, expected) => {
		expect(readDate(text)).toEqual({ ok: true, value: { text: expected, differs: false } });
	});

	it('are read as their column is', () => {
		expect(read('01/02/2024 - 03/02/2024', 'day-first')).toBe('2024-02-01/2024-02-03');
		expect(read('1 May to 20241203', 'compact')).toBe('date-unreadable');
		expect(read('Sun 08/12/2024', 'day-first')).toBe('2024-12-08');
		expect(read('Sun 08/12/2024', 'month-first')).toBe('date-weekday-differs');
		expect(readTime('14:30 Uhr')).toEqual({ ok: true, value: '14:30:00' });
	});

	it('are accepted as they are', () => {
		const { counts } = importCsv('title,date\nA,c. 1850\nB,1960s\nC,1914-1918\nD,Q3 2023\nE,19th century\nF,44 BC\n');
		expect(counts).toMatchObject({ accepted: 6, repaired: 0, rejected: 0 });
	});

	it.each([
		['1185-95', 'date-unreadable', { suggestion: '1185/1195' }],
		['1900s', 'date-unreadable', { suggestion: '190X' }],
		['Spring 2024', 'date-unreadable', { suggestion: '2024-21' }],
		['Herbst 1918', 'date-unreadable', { suggestion: '1918-23' }],
		['зимой 1942', 'date-unreadable', { suggestion: '1942-24' }],
		['Monday 8 December 2024', 'date-weekday-differs', { weekday: 'Monday', date: '2024-12-08' }],
		['Mon 8 - Tue 10 December 2024', 'date-unreadable', {}],
		['Sat 29 November - Sun 1 December 2024', 'date-weekday-differs', { weekday: 'Sat', date: '2024-11-29' }],
		['Sun 08/12/2024', 'date-order-unknown', {}],
		['lundi 14 octobre 1066', 'date-weekday-differs', { date: '1066-10-14', calendar: 'julian' }],
		['c. Mon 18.12.2022', 'date-unreadable', {}],
		['Sun Mon 18.12.2022', 'date-unreadable', {}],
		['Sunday 2024', 'date-unreadable', {}],
		['8 Dec – 2024', 'date-unreadable', {}],
		['March – 2024', 'date-unreadable', {}],
		['1 May to 2024', 'date-unreadable', {}],
		['May 18 - June 2020', 'date-year-short', { year: '18' }],
		['28 December - 3 January 2025', 'date-unreadable', { suggestion: '2024-12-28/2025-01-03' }],
		['December–February 2024', 'date-unreadable', { suggestion: '2023-12/2024-02' }],
		['28-30 February 2024', 'date-invalid', {}],
		['31 November - 3 December 2024', 'date-invalid', {}],
		['mar-sab 14 dicembre 2024', 'date-unreadable', {}],
		['Sat 28 December - Fri 3 January 2025', 'date-unreadable', { suggestion: '2024-12-28/2025-01-03' }],
		['İlkbahar 2024', 'date-unreadable', { suggestion: '2024-21' }],
		['8 December 2024 08:00-12', 'time-unreadable', {}],
		['8 December 2024 8:00 am-11:00', 'time-unreadable', {}],
		['8 December 2024 22:00-02:00', 'time-unreadable', {}],
		['in spring 2024', 'date-unreadable', { suggestion: '2024-21' }],
		['8 December 2024 08:00-12:00', 'time-unreadable', {}],
		['Sunday of December 2024', 'date-unreadable', {}],
		['10-8 December 2024', 'date-invalid', { reason: 'reversed' }],
		['8-10 December', 'date-unreadable', {}],
		['8-10 Dec 24', 'date-year-short', { year: '24' }],
		['1918-1914', 'date-invalid', {}],
		['2024-01-05 to 2024-01-01', 'date-invalid', { reason: 'reversed' }],
		['2024-01-01 to later', 'date-unreadable', {}],
		['01/02/2024 - 03/02/2024', 'date-order-unknown', {}],
		['2024-01-01 10:00 - 12:00', 'time-unreadable', {}],
		['13/2024', 'date-invalid', {}],
		['30/1200', 'date-invalid', {}],
		['1st century BC', 'date-unreadable', {}],
		['early 19th century', 'date-unreadable', {}]
	])('%s is refused: %s', (text, code, params) => {
		expect(readDate(text)).toMatchObject({ ok: false, code, params });
	});
});

it.each(['TBD', 'unknown', 'unbekannt', 'n/a', '?', '-', '—', 'неизвестно', 'غير معروف'])(
	'an event with the date %s is undated, and that is said',
	(none) => {
		const result = importCsv(`title,date\nA,${none}\nB,2024\n`);
		expect(result.counts).toMatchObject({ accepted: 1, repaired: 1, rejected: 0, undated: 1 });
		expect(ofRows(result)).toContain('2 date-unknown date');
	}
);

it('knows what is known of a date of which a part is not', () => {
	const { dataset, counts } = importCsv('title,year,month,day\nA,2024,5,?\nB,unknown,,\n');
	expect(dataset?.events.map(({ when }) => when)).toEqual(['2024-05', undefined]);
	expect(counts).toMatchObject({ repaired: 2, rejected: 0 });
});

it('reads a whole table in Arabic', () => {
	const text = 'العنوان,التاريخ,خط العرض,خط الطول\nمظاهرة,17 تشرين الأول 2019,٣٣٫٩٠١٤,٣٥٫٥١٨٩\n';
	const result = importCsv(text);
	expect(result.dataset?.places.map(({ point }) => point)).toEqual([[35.5189, 33.9014]]);
	expect(result.dataset?.events.map(({ when }) => when)).toEqual(['2019-10-17']);
	expect(codesOf(result)).toEqual(['- sources-none -']);
});
