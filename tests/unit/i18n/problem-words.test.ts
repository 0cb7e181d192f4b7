import { describe, expect, test } from 'vitest';
import { dateProblems } from '../../../src/lib/i18n/en/date-problems.ts';
import { LOCALES, type Locale } from '../../../src/lib/i18n/locales.ts';
import { problemMessages } from '../../../src/lib/i18n/problem-messages.ts';
import { describeProblem, problemWords } from '../../../src/lib/i18n/problem-text.ts';
import type { CodedProblem } from '../../../src/lib/i18n/problem-words.ts';
import { problemOf } from '../time/support.ts';
import { faultsIn, strayIn } from './problem-sentences.ts';

// Each code with what files really lead to is looked at where those are: `io/codes.test.ts`, `io/import/import-codes.test.ts`.

const problem = (code: CodedProblem['code'], rest: Partial<CodedProblem> = {}): CodedProblem => ({
	severity: 'error',
	code,
	file: 'events.csv',
	line: 2,
	pointer: '',
	record: null,
	field: null,
	value: null,
	params: {},
	...rest
});

const why = (locale: Locale, code: CodedProblem['code'], params: CodedProblem['params']): string =>
	problemMessages[locale](problem(code, { params })).why.replaceAll('\u00a0', ' ');

describe('numbers of things', () => {
	test('in Arabic', () => {
		const said = [0, 1, 2, 3, 11, 100].map((count) => why('ar', 'column-unused', { count, names: 'a' }).split(':')[0]);
		expect(said).toEqual([
			'لا أعمدة غير مستخدمة',
			'عمود واحد لم يؤخذ منه شيء',
			'عمودان لم يؤخذ منهما شيء',
			'3 أعمدة لم يؤخذ منها شيء',
			'11 عمودًا لم يؤخذ منها شيء',
			'100 عمود لم يؤخذ منها شيء'
		]);
		const rows = [1, 2, 3, 11, 100].map((left) => why('ar', 'limit-rows', { limit: 1_000, left }).split('، ')[1]);
		expect(rows).toEqual([
			'ولم يُقرأ بعدها صف واحد.',
			'ولم يُقرأ بعدها صفان.',
			'ولم تُقرأ بعدها 3 صفوف.',
			'ولم يُقرأ بعدها 11 صفًا.',
			'ولم يُقرأ بعدها 100 صف.'
		]);
		const cells = [0, 1, 2, 3, 11, 100].map(
			(fields) => why('ar', 'row-too-long', { fields, columns: 2 }).split('، ')[0]
		);
		expect(cells).toEqual([
			'في هذا الصف لا خلايا',
			'في هذا الصف خلية واحدة',
			'في هذا الصف خليتان',
			'في هذا الصف 3 خلايا',
			'في هذا الصف 11 خلية',
			'في هذا الصف 100 خلية'
		]);
		const swapped = [1, 2, 3, 11, 100].map(
			(rows) => why('ar', 'coordinates-maybe-swapped', { rows, of: 100 }).split(' يتجاوز')[0]
		);
		expect(swapped).toEqual([
			'في صف واحد من 100',
			'في صفين من 100',
			'في 3 صفوف من 100',
			'في 11 صفًا من 100',
			'في 100 صف من 100'
		]);
		const lost = [1, 2, 3, 11, 100].map((count) => why('ar', 'file-encoding', { count }).split(' العلامة')[0]);
		expect(lost).toEqual([
			'ضاع حرف واحد ووُضعت مكانه',
			'ضاع حرفان ووُضعت مكانهما',
			'ضاعت 3 أحرف ووُضعت مكانها',
			'ضاع 11 حرفًا ووُضعت مكانها',
			'ضاع 100 حرف ووُضعت مكانها'
		]);
	});

	test('in Russian', () => {
		const unused = [1, 2, 5, 21].map((count) => why('ru', 'column-unused', { count, names: 'a' }));
		expect(unused).toEqual([
			'Не использован 1 столбец: a.',
			'Не использованы 2 столбца: a.',
			'Не использовано 5 столбцов: a.',
			'Не использован 21 столбец: a.'
		]);
		const rows = [1, 2, 5, 21].map((left) => why('ru', 'limit-rows', { limit: 1_000_000, left }));
		expect(rows).toEqual([
			'В файле может быть 1 000 000 строк; ещё 1 строка после них не прочитана.',
			'В файле может быть 1 000 000 строк; ещё 2 строки после них не прочитаны.',
			'В файле может быть 1 000 000 строк; ещё 5 строк после них не прочитано.',
			'В файле может быть 1 000 000 строк; ещё 21 строка после них не прочитана.'
		]);
		const swapped = [1, 2, 5, 21].map(
			(rows) => why('ru', 'coordinates-maybe-swapped', { rows, of: 30 }).split(' широта')[0]
		);
		expect(swapped).toEqual(['В 1 строке из 30', 'В 2 строках из 30', 'В 5 строках из 30', 'В 21 строке из 30']);
		const lost = [1, 2, 5, 21].map((count) => why('ru', 'file-encoding', { count }).split(':')[0]);
		expect(lost).toEqual(['Потерян 1 символ', 'Потеряны 2 символа', 'Потеряно 5 символов', 'Потерян 21 символ']);
		const times = [1, 2, 5, 21].map((count) => why('ru', 'extension-ignored', { count, name: 'a' }).split('. ')[1]);
		expect(times).toEqual(['Встречается 1 раз.', 'Встречается 2 раза.', 'Встречается 5 раз.', 'Встречается 21 раз.']);
	});

	test('in English', () => {
		expect(why('en', 'limit-rows', { limit: 1_000_000, left: 1 })).toBe(
			'A file may have 1,000,000 rows; one row after them was not read.'
		);
		expect(why('en', 'column-unused', { count: 1, names: 'a' })).toBe('Nothing was taken from one column: a.');
	});
});

test('other records are lines of a table or entries of a list, counted from 1', () => {
	const others = ['3', '3, 17', '/0', '/features/41, /features/42', 'events/2024.json /1'];
	const said = (locale: Locale) =>
		others.map((text) => /\((.*?)\)/.exec(why(locale, 'id-conflict', { others: text }))?.[1]);
	expect(said('en')).toEqual([
		'line 3',
		'line 3, line 17',
		'entry 1',
		'entry 42, entry 43',
		'entry 2 of events/2024.json'
	]);
	expect(said('ru')).toEqual([
		'строка 3',
		'строка 3, строка 17',
		'запись 1',
		'запись 42, запись 43',
		'запись 2 в events/2024.json'
	]);
	expect(said('ar')).toEqual([
		'السطر 3',
		'السطر 3، السطر 17',
		'العنصر 1',
		'العنصر 42، العنصر 43',
		'العنصر 2 في \u2068events/2024.json\u2069'
	]);
});

describe('dates that are none', () => {
	const texts = [
		'',
		'9'.repeat(300),
		'2024-',
		'2024–12',
		'2024☃',
		'٢٠٢٤',
		'198',
		'Y2024',
		'Y1E400',
		'-0000',
		'Y20240-01',
		'1950S9',
		'2024-13',
		'2024-21-01',
		'2023-02-29',
		'XXXX-02-30',
		'2024-XX-32',
		'2023-02-00',
		'20X1-02-29',
		'?2004~',
		'2024-12T10:00:00Z',
		'2024-12-08T25:00:00Z',
		'2024-12-08T12:61:00Z',
		'2024-12-08T12:00:60',
		'2024-12-08T12:00:00+15:00',
		'2024-12-08T12:00:00Z/2025',
		'2024-12-31/2024-01-01',
		'/',
		'[1667..,1668]'
	];
	const dated = (text: string): CodedProblem => {
		const { code: reason, at, params } = problemOf(text);
		return problem('date-invalid', { value: text, params: { ...params, reason, at } });
	};

	test.each(texts)('%j', (text) => {
		expect(faultsIn(dated(text))).toEqual([]);
	});

	test('are of every kind', () => {
		const codes = new Set(texts.map((text) => problemOf(text).code));
		expect(
			Object.keys(dateProblems.problems).filter((code) => !codes.has(code as keyof typeof dateProblems.problems))
		).toEqual([]);
	});

	test.each([
		['2023-02-29', 'عدد أيام فبراير 2023 هو 28، لا 29.', 'Февраль 2023 г.: 28 дней, а не 29.'],
		['2023-01-32', 'عدد أيام يناير 2023 هو 31، لا 32.', 'Январь 2023 г.: 31 день, а не 32.'],
		['XXXX-02-30', 'لا تتجاوز أيام فبراير 29، وهنا 30.', 'Февраль: не больше 29 дней, а не 30.'],
		['2024-XX-32', 'لا يوجد يوم 32: في الشهر 31 يومًا على الأكثر.', 'Дня 32 нет: в месяце не больше 31 дня.']
	])('%s has too many days', (text, ar, ru) => {
		expect(problemMessages.ar(dated(text)).why).toBe(ar);
		expect(problemMessages.ru(dated(text)).why).toBe(ru);
	});
});

test('what stands in a file keeps its own direction', () => {
	const { why } = problemMessages.ar(problem('header-blank', { field: 'Ort (2)', params: { column: 2 } }));
	expect(why).toBe('العمود 2 بلا اسم. واسمه هنا «\u2068Ort (2)\u2069».');
	const field = 'عنوان (2)';
	const repeated = problem('header-repeated', { field, params: { first: 1, column: 2 } });
	expect(problemMessages.en(repeated).why).toContain(`“\u2068${field}\u2069”`);
	expect(problemMessages.ru(repeated).why).toContain(`«\u2068${field}\u2069»`);
	expect(problemWords(repeated).why).toContain(`“${field}”`);
	expect(strayIn('التاريخ 2024-12-08.')).toEqual(['not isolated: 2024-12: التاريخ 2024-12-08.']);
	expect(strayIn('التاريخ \u20682024-12-08\u2069.')).toEqual([]);
	expect(strayIn('التاريخ \u20682024.')).not.toEqual([]);
});

test('commands say what the page says, in English, and what a person without a page can do', () => {
	const unordered = problem('date-order-unknown', {
		value: '3/4/2024',
		params: { first: '2024-04-03', second: '2024-03-04' }
	});
	expect(problemWords(unordered).why).toBe(problemMessages.en(unordered).why);
	expect(problemWords(unordered).mend).toBe(
		`${problemMessages.en(unordered).mend} In a mapping file: "notation": "day-first" or "month-first" for this column.`
	);
	expect(describeProblem(problem('records-none', { line: null }))).toBe(
		'events.csv: There is no event in the file. Put one event to a row below the names of the columns.'
	);
});

test('what only a browser finds has words too', () => {
	expect(faultsIn(problem('file-unreadable', { line: null }))).toEqual([]);
	expect(faultsIn(problem('limit-files', { line: null, params: { limit: 1_000 } }))).toEqual([]);
});

test('every language has its words', () => {
	expect(Object.keys(problemMessages)).toEqual(expect.arrayContaining([...LOCALES]));
});
