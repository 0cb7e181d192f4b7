import { MAX_INSTANT, startOf } from '../core/instant.ts';

/** How months are written: `Sept` or `September`. */
export type DateStyle = 'short' | 'long';

/** A year (astronomical), a month of it or a day of that. */
export interface Fields {
	readonly year: number;
	readonly month?: number;
	readonly day?: number;
}

/** The words around what Intl gives. */
export interface FormatMessages {
	/** Of a text whose years are counted back from 1 BCE: `44` becomes `44 BCE`. */
	readonly bce: (text: string) => string;
	/** Of a year of our era that would look like a bare number: `79`, `12,000`. */
	readonly ce: (text: string) => string;
	/** From one to another, both belonging to it: `1 Jul – 15 Oct 2025`. */
	readonly dash: (first: string, last: string) => string;
	/** The same between bare years: `1900–1999`. */
	readonly years: (first: string, last: string) => string;
}

/** What is left out of a date because the other end of its range says it. */
type Elided = 'nothing' | 'year' | 'month and year';

/** Any year as a reader counts it: no year 0, 1 BCE before 1. */
function yearOfEra(year: number): number {
	return year > 0 ? year : 1 - year;
}

/**
 * Dates in the words of a locale: proleptic Gregorian calendar and UTC whatever the locale or the machine prefers, eras in
 * our own words, plain spaces only, so that server and browser write the same text.
 */
export function createCalendarFormat(locale: string, messages: FormatMessages) {
	const formatters = new Map<string, Intl.DateTimeFormat>();
	const numbers = new Intl.NumberFormat(locale);
	const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });

	const formatter = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
		const key = `${options.day} ${options.month} ${options.year}`;
		const known = formatters.get(key);
		if (known !== undefined) return known;
		const made = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });
		formatters.set(key, made);
		return made;
	};

	const bare = ({ year, month, day }: Fields, style: DateStyle, elided: Elided): string => {
		if (month === undefined && yearOfEra(year) > 9999) return plain(numbers.format(yearOfEra(year)));
		const options: Intl.DateTimeFormatOptions = {
			...(day === undefined ? {} : { day: 'numeric' }),
			...(month === undefined || elided === 'month and year' ? {} : { month: style }),
			...(elided === 'nothing' ? { year: 'numeric' } : {})
		};
		// The first month that a `Date` reaches into begins before the first instant that it can hold.
		return plain(formatter(options).format(Math.max(-MAX_INSTANT, startOf(year, month, day))));
	};

	const inEra = (text: string, year: number): string => {
		if (year <= 0) return messages.bce(text);
		return year < 1000 || year > 9999 ? messages.ce(text) : text;
	};

	const date = (fields: Fields, style: DateStyle): string => inEra(bare(fields, style, 'nothing'), fields.year);

	return {
		/** `9 September 2025`, `September 2025`, `2025`, `44 BCE`. */
		date,

		/** Without the year: `25 December`, `December`. 29 February is a day here. */
		withoutYear: (month: number, day: number | undefined, style: DateStyle): string =>
			bare({ year: 2000, month, ...(day === undefined ? {} : { day }) }, style, 'year'),

		/**
		 * From one date to another of the same precision, the first without what the second says too: `1 – 8 December 2024`,
		 * `July – October 2025`. In languages where leaving out is not that simple, both are whole.
		 */
		between(first: Fields, last: Fields, style: DateStyle, join: (first: string, last: string) => string): string {
			if (first.year !== last.year || first.month === undefined || last.month === undefined) {
				return first.year === last.year ? date(first, style) : join(date(first, style), date(last, style));
			}
			if (first.month === last.month && first.day === last.day) return date(first, style);
			const isSameMonth = first.month === last.month && first.day !== undefined;
			const whole = bare(first, style, 'nothing');
			const part = bare(first, style, isSameMonth ? 'month and year' : 'year');
			const text = join(whole.startsWith(`${part} `) ? part : whole, bare(last, style, 'nothing'));
			return inEra(text, first.year);
		},

		/** `1900–1999`, `200–191 BCE`, with its era once where both years are of one. */
		years(first: number, last: number): string {
			if (first === last) return date({ year: first }, 'long');
			const [a, b] = [bare({ year: first }, 'long', 'nothing'), bare({ year: last }, 'long', 'nothing')];
			if (inEra('', first) !== inEra('', last)) return messages.dash(inEra(a, first), inEra(b, last));
			return inEra(messages.years(a, b), first);
		},

		/** Any number with the locale's digits and groups. */
		number: (value: number): string => plain(numbers.format(value)),

		/** `12:05`, `12:05:07`: 24 hours, seconds only where there are any. */
		clock: (hour: number, minute: number, second: number): string =>
			[hour, minute, ...(second > 0 ? [second] : [])].map((part) => twoDigits.format(part)).join(':')
	};
}

export type CalendarFormat = ReturnType<typeof createCalendarFormat>;

/** ICU's no-break spaces, narrow or not, differ between its versions. */
export function plain(text: string): string {
	return text.replace(/[\u00a0\u202f]/g, ' ');
}
