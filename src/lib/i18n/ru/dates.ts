import type { DateMessages } from '../date-messages.ts';

const NAMES: Readonly<Record<number, string>> = {
	21: 'весна',
	22: 'лето',
	23: 'осень',
	24: 'зима',
	33: 'I квартал',
	34: 'II квартал',
	35: 'III квартал',
	36: 'IV квартал',
	37: 'первая треть',
	38: 'вторая треть',
	39: 'последняя треть',
	40: 'первое полугодие',
	41: 'второе полугодие'
};

const PARTS = { year: 'год', month: 'месяц', day: 'день', season: 'время года' };

const list = (members: readonly string[], word: string): string =>
	members.length === 2 ? members.join(` ${word} `) : members.join(', ');

/** Within a phrase a bare year needs its `г.`, which is read in whatever case the phrase asks for. */
const inPhrase = (text: string): string => {
	if (/^\d{4}$/.test(text)) return `${text} г.`;
	return /^\d{4}–\d{4}$/.test(text) ? `${text} гг.` : text;
};

/** `сентябрь 2025 г.` becomes `сентября 2025 г.`; days, years and shortened months stay as they are. */
const genitive = (text: string): string =>
	inPhrase(text)
		.replace(/^(январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)ь /, '$1я ')
		.replace(/^май /, 'мая ')
		.replace(/^(март|август) /, '$1а ');

/** Days of one month, years, and times of one day. */
const TIGHT = [/^\d{1,2}\n\d{1,2} [а-я]/, /^\d{4}\n\d{4}$/, /^\d\d(:\d\d)+\n\d\d(:\d\d)+$/];

/** `1–8 декабря`, `1670–1672`, `12:05–13:00`, but `1 июля — 15 октября`. */
const join = (first: string, last: string): string =>
	TIGHT.some((numbers) => numbers.test(`${first}\n${last}`)) ? `${first}–${last}` : `${first} — ${last}`;

/** What the era stands behind: a date has its `г.`, bare years have none. */
const counted = (text: string): string => (text.endsWith('г.') ? text : `${text} ${text.includes('–') ? 'гг.' : 'г.'}`);

export const dates: DateMessages = {
	bce: (text) => `${counted(text)} до н. э.`,
	ce: (text) => `${counted(text)} н. э.`,
	to: join,
	dash: join,
	years: (first, last) => `${first}–${last}`,
	from: (start) => `с ${genitive(start)}`,
	until: (end) => `по ${inPhrase(end)}`,
	allTime: 'за всё время',
	endless: 'бессрочно',
	about: (text) => `примерно ${inPhrase(text)}`,
	uncertain: (text, nested) => (nested ? `${text} (под вопросом)` : `${inPhrase(text)}, под вопросом`),
	withParts: (text, parts) => `${text} (${parts.join('; ')})`,
	parts: (parts, qualifier) =>
		`${list(
			parts.map((part) => PARTS[part]),
			'и'
		)} — ${{ '?': 'под вопросом', '~': 'примерно', '%': 'примерно и под вопросом' }[qualifier]}`,
	openEnd: (start) => `${inPhrase(start)} и далее`,
	openStart: (end) => `${inPhrase(end)} и ранее`,
	endUnknown: (start) => `${inPhrase(start)} — конец неизвестен`,
	startUnknown: (end) => `по ${inPhrase(end)}, начало неизвестно`,
	oneOf: (members) => (members.length === 2 ? list(members, 'или') : `одна из дат: ${list(members, 'или')}`),
	allOf: (members) => (members.length === 2 ? list(members, 'и') : `все даты: ${list(members, 'и')}`),
	orEarlier: (text, choice) => `${inPhrase(text)} ${choice === 'one' ? 'или' : 'и'} ранее`,
	orLater: (text, choice) => `${inPhrase(text)} ${choice === 'one' ? 'или' : 'и'} позднее`,
	decade: (year) => `${year}-е`,
	code: (code, year) => {
		const name = NAMES[code < 25 || code > 32 ? code : ((code - 25) % 4) + 21] ?? '';
		const named = year === null ? name : `${name} ${inPhrase(year)}`;
		return code < 25 || code > 32 ? named : `${named} (${code < 29 ? 'Северное' : 'Южное'} полушарие)`;
	},
	someDayIn: (text) => `${inPhrase(text)}, день неизвестен`,
	someMonthIn: (text) => `${inPhrase(text)}, месяц неизвестен`,
	unknownYear: 'год неизвестен',
	yearUnknown: (text, years) => (years === null ? `${text}, год неизвестен` : `${text}, год неизвестен (${years})`),
	monthUnknown: (day, year) => `${day}-е число, месяц неизвестен (${inPhrase(year)})`,
	digitsUnknown: (edtf) => `${edtf} (X — неизвестная цифра)`,
	estimate: (year, years) => `примерно ${inPhrase(year)} (${years})`,
	at: (day, clock, zone) => (zone === '' ? `${day}, ${clock}` : `${day}, ${clock} ${zone}`)
};
