/** Ways of writing dates that people use and that have one meaning as EDTF. */
import { MONTH_WORDS, monthOf } from './months.ts';
import { leadingWeekday } from './weekdays.ts';
import { plainWord } from './words.ts';

/** `suggestion`: what it may mean, where it could mean something else too; nobody chooses for the writer. */
export type Everyday = { readonly text: string } | { readonly suggestion: string };

const ABOUT =
	/^(?:c|ca|circa|approx|approximately|about|around|um|etwa|vers|ок|около|примерно|حوالي|نحو)(?:\.\s*|\s+|(?=\d))(\S.*)$/iu;
const YEARS = /^(\d{4})\s*[-\u2013\u2014]\s*(\d{4})$/;
const SHORT_YEARS = /^(\d\d)(\d\d)[-\u2013\u2014/](\d\d)$/;
const DECADE = /^(?:the\s+)?(\d{3})0(?:['\u2019]?s|er(?:\s+Jahre)?|-?е(?:\s+(?:гг\.?|годы))?)$/iu;
const QUARTER = /^Q([1-4])[-\s/]*(\d{4})$|^(\d{4})[-\s/]*Q([1-4])$|^([1-4])(?:-?й)?\s*кв(?:\.|артал)\s*(\d{4})$/iu;
const MONTH = /^(\d{1,2})[/-](\d{4})$|^(\d\d)\.(\d{4})$/;
const SEASON = /^(?:(?:the|in|im|le|la|en)\s+)?(\p{L}[\p{L}\p{M}]*),?\s+(?:of\s+|de\s+)?(\d{4})$/iu;
/** Spring, summer, autumn, winter. */
const SEASONS = [
	'spring frühling frühjahr printemps primavera lente voorjaar ilkbahar bahar весна весной الربيع ربيع',
	'summer sommer été verano verão estate zomer yaz лето летом الصيف صيف',
	'autumn fall herbst automne otoño outono autunno herfst najaar sonbahar güz осень осенью الخريف خريف',
	'winter hiver invierno inverno kış зима зимой الشتاء شتاء'
].map((names) => names.split(' ').map(plainWord));
const CENTURY =
	/^(?:the\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?\s*(?:century|cent\.)|(\d{1,2})(?:st|nd|rd|th)\s*c\.|(\d{1,2})\.\s*(?:Jahrhundert|Jh\.|Jhd?t?\.)|(\d{1,2}|[IVX]{1,5})(?:-?й)?\s*(?:век|в\.|столетие)|القرن\s+(?:ال)?(\d{1,2}))(?:\s+(.+))?$/iu;
const ERA = /^(?:(AD)\s*(\d{1,4})|(\d{1,4})\s*(\D.*))$/iu;

const BEFORE = /^(?:B\.?\s?C\.?(?:\s?E\.?)?|v\.?\s?Chr\.?|до\s+н\.?\s?э\.?|ق\.?\s?م\.?|قبل الميلاد)$/iu;
const AFTER = /^(?:A\.?\s?D\.?|C\.?\s?E\.?|n\.?\s?Chr\.?|н\.?\s?э\.?|م\.?|ميلادي)$/iu;

/** `read`: what else is read as a date, for what stands behind `c.`; `null` where it is none. The result may still be no EDTF. */
export function everydayDate(text: string, read: (text: string) => string | null): Everyday | null {
	const about = ABOUT.exec(text)?.[1];
	if (about !== undefined) {
		const date = read(about);
		return date !== null && /^-?\d{3}[\dX](?:-\d\d){0,2}$/.test(date) ? { text: `${date}~` } : null;
	}
	return years(text) ?? quarterOrMonth(text) ?? season(text) ?? century(text) ?? yearOfEra(text);
}

function years(text: string): Everyday | null {
	const [, first = '', last = ''] = YEARS.exec(text) ?? [];
	if (first < last) return { text: `${first}/${last}` };
	const [, hundreds = '', start = '', end = ''] = SHORT_YEARS.exec(text) ?? [];
	// Beyond 41 are years to come, of which nobody says so.
	if (start < end && `${hundreds}${end}` < '2042') return { suggestion: `${hundreds}${start}/${hundreds}${end}` };
	const [, decade] = DECADE.exec(text) ?? [];
	if (decade === undefined) return null;
	// Ten years, or a hundred.
	return decade.endsWith('0') ? { suggestion: `${decade}X` } : { text: `${decade}X` };
}

function quarterOrMonth(text: string): Everyday | null {
	const quarter = QUARTER.exec(text);
	if (quarter !== null) {
		const number = quarter[1] ?? quarter[4] ?? quarter[5];
		return { text: `${quarter[2] ?? quarter[3] ?? quarter[6]}-${32 + Number(number)}` };
	}
	const match = MONTH.exec(text);
	const month = match?.[1] ?? match?.[3] ?? '';
	return Number(month) >= 1 && Number(month) <= 12
		? { text: `${match?.[2] ?? match?.[4]}-${month.padStart(2, '0')}` }
		: null;
}

/** Of the north, from spring: which half of the world is meant, and of which year a winter is, nobody says. */
function season(text: string): Everyday | null {
	const [, name = '', year = ''] = SEASON.exec(text) ?? [];
	const index = SEASONS.findIndex((names) => names.includes(plainWord(name)));
	return index < 0 ? null : { suggestion: `${year}-${21 + index}` };
}

/** As everybody counts by the hundreds: the 19th century is 18XX. */
function century(text: string): Everyday | null {
	const match = CENTURY.exec(text);
	if (match === null) return null;
	const [, english, short, german, russian, arabic, era] = match;
	const number = numberOf(english ?? short ?? german ?? russian ?? arabic ?? '');
	const isBefore = era !== undefined && BEFORE.test(era);
	// The hundred years before the year 1 are no `-00XX`, which leaves one of them out.
	if ((era !== undefined && !isBefore && !AFTER.test(era)) || number < (isBefore ? 2 : 1)) return null;
	return { text: `${isBefore ? '-' : ''}${String(number - 1).padStart(2, '0')}XX` };
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** NaN for letters that are no number as it is written. */
function numberOf(text: string): number {
	if (/^\d+$/.test(text)) return Number(text);
	if (!/^X{0,2}(?:IX|IV|V?I{0,3})$/i.test(text)) return NaN;
	const values = [...text.toUpperCase()].map((letter) => ROMAN[letter] ?? NaN);
	return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

function yearOfEra(text: string): Everyday | null {
	const [, , after, number, era = ''] = ERA.exec(text) ?? [];
	const year = Number(after ?? number ?? 0);
	if (year < 1) return null;
	if (after !== undefined || AFTER.test(era)) return { text: String(year).padStart(4, '0') };
	if (!BEFORE.test(era)) return null;
	return { text: `${year > 1 ? '-' : ''}${String(year - 1).padStart(4, '0')}` };
}

const FROM = String.raw`(?:(?:from|von|vom|du|del?|dal|van|с|من)\s+|dall['\u2019])?`;
const TO = String.raw`to|until|till|bis|au|à|al?|tot(?:\s+en\s+met)?|t/m|до|по|إلى|الى|حتى|[-\u2013\u2014]`;
const BETWEEN = new RegExp(String.raw`^${FROM}(\S.*?)\s+(?:${TO})\s+(\S.*)$`, 'iu');
const BETWEEN_DAYS = /^(\d{1,2}[./]\d{1,2}[./]\d{4})\s*[-\u2013\u2014]\s*(\d{1,2}[./]\d{1,2}[./]\d{4})$/;
/** Between words no line is a sign of anything else: `March\u2013May 2024`. */
const BETWEEN_WORDS =
	/^([^-\u2013\u2014\p{L}]*\p{L}[^-\u2013\u2014]*)[-\u2013\u2014]([^-\u2013\u2014\p{L}]*\p{L}[^-\u2013\u2014]*)$/u;

const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|er|º|\.)?`;
/** `8-10 December 2024`: two days, and what is said of both. */
const DAYS_OF_MONTH = new RegExp(
	String.raw`^${FROM}(${DAY})(?:\s*[-\u2013\u2014]\s*|\s+(?:${TO})\s+)(${DAY})(\s+(?:de\s+|of\s+)?${MONTH_WORDS}\.?[,\u060c]?\s+(?:de\s+)?\S.*)$`,
	'iu'
);
/** `December 8-10, 2024`. */
const MONTH_OF_DAYS = new RegExp(
	String.raw`^(\p{L}[\p{L}\p{M}]*\.?\s+)(${DAY})(?:\s*[-\u2013\u2014]\s*|\s+(?:${TO})\s+)(${DAY})(,?\s+\d{4})$`,
	'iu'
);

/** Two dates, each as if it stood alone. */
export interface Sides {
	readonly first: string;
	readonly last: string;
	/** Whether a day that does not exist is the fault of the text, and no sign that it is something else. */
	readonly areDays?: boolean;
	/** The first one of the year before, where it has none of its own and was given that of the last one. */
	readonly yearBefore?: string;
}

/** The first and the last date of `2024-01-01 to 2024-01-05`; `null` when it is no such text. */
export function sidesOf(text: string): Sides | null {
	const [, day, lastDay, month] = DAYS_OF_MONTH.exec(text) ?? [];
	if (day !== undefined) return { first: `${day}${month}`, last: `${lastDay}${month}`, areDays: true };
	const [, name, monthDay, lastMonthDay, year] = MONTH_OF_DAYS.exec(text) ?? [];
	if (name !== undefined)
		return { first: `${name}${monthDay}${year}`, last: `${name}${lastMonthDay}${year}`, areDays: true };
	const [, first, last] = BETWEEN_DAYS.exec(text) ?? BETWEEN.exec(text) ?? BETWEEN_WORDS.exec(text) ?? [];
	return first === undefined || last === undefined ? null : ofOneYear(first.trim(), last.trim());
}

const WITHOUT_YEAR = new RegExp(
	String.raw`^(?:${DAY}\s+(?:de\s+|of\s+)?)?(${MONTH_WORDS})\.?$|^(${MONTH_WORDS})\.?\s+(${DAY})$`,
	'iu'
);
const YEAR_OF_LAST = /^(.*\p{L}.*\P{Nd})(\d{4})$/su;

/** A first date without a year is of the year of the last one: `28 November - 3 December 2024`. */
function ofOneYear(first: string, last: string): Sides {
	const [, beforeYear = '', year] = YEAR_OF_LAST.exec(last) ?? [];
	const isOf = (text: string): boolean => {
		const [, behindDay, beforeDay, day] = WITHOUT_YEAR.exec(text) ?? [];
		if (monthOf(behindDay ?? beforeDay ?? '') === null) return false;
		// `May 18 - June 2020` may as well begin in May 2018, and in French `mar-jeu 12 décembre 2024` on a Tuesday.
		return day === undefined ? /\d/.test(text) || leadingWeekday(last) === null : /\d/.test(beforeYear);
	};
	if (year === undefined || !(isOf(first) || isOf(leadingWeekday(first)?.rest ?? ''))) return { first, last };
	return { first: `${first} ${year}`, last, areDays: true, yearBefore: `${first} ${Number(year) - 1}` };
}

const NONE: ReadonlySet<string> = new Set(
	(
		'tbd|tba|tbc|unknown|date unknown|unknown date|undated|not known|no date|n.d.|nd|s.d.|n/a|na|n.a.|#n/a|nan|none|null|nil|' +
		'unbekannt|o.d.|k.a.|k. a.|inconnu|inconnue|desconocido|desconocida|desconhecido|desconhecida|sconosciuto|sconosciuta|bilinmiyor|' +
		'неизвестно|не известно|неизвестна|нет данных|н/д|غير معروف|غير معروفة|مجهول|غير محدد'
	).split('|')
);

/** Whether a cell says that there is no date, or that nobody knows it: `TBD`, `unknown`, `?`, `-`. */
export function saysNone(cell: string): boolean {
	if (cell.length > 20) return false;
	const text = cell.trim().toLowerCase();
	return /^(?:\?{1,3}|[-\u2013\u2014]{1,3}|\.{3}|\u2026)$/.test(text) || NONE.has(text);
}
