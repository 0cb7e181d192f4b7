import type { Qualifier } from '../core/edtf-types.ts';
import type { FormatMessages } from './calendar-format.ts';

type Join = (first: string, last: string) => string;

/** The words of one language around what Intl gives. Every text arrives whole, so that no declension is needed. */
export interface DateMessages extends FormatMessages {
	/** Both ends belong to it, in a label: `1670 to 1672`. */
	readonly to: Join;
	/** A window open on one side or both. */
	readonly from: (start: string) => string;
	readonly until: (end: string) => string;
	readonly allTime: string;
	/** A length without end. */
	readonly endless: string;
	/** A whole length and half a unit more, `3 months`: where the language has no `3½ months`. */
	readonly half?: (whole: string) => string;
	/** `~`, `?`; `nested` inside a longer label. `%` is both. */
	readonly about: (text: string) => string;
	readonly uncertain: (text: string, nested: boolean) => string;
	/** Qualifiers of some parts alone: the text, then what `parts` says of those with the same qualifier. */
	readonly withParts: (text: string, parts: readonly string[]) => string;
	readonly parts: (parts: readonly DatePart[], qualifier: Exclude<Qualifier, ''>) => string;
	readonly openEnd: (start: string) => string;
	readonly openStart: (end: string) => string;
	readonly endUnknown: (start: string) => string;
	readonly startUnknown: (end: string) => string;
	readonly oneOf: (members: readonly string[]) => string;
	readonly allOf: (members: readonly string[]) => string;
	/** Members of a set that go on without end. */
	readonly orEarlier: (text: string, choice: 'one' | 'all') => string;
	readonly orLater: (text: string, choice: 'one' | 'all') => string;
	/** Of its first year: `1980` becomes `1980s`. */
	readonly decade: (year: string) => string;
	/** EDTF codes 21 to 41: seasons, quarters, thirds, halves; `null`: of an unknown year. */
	readonly code: (code: number, year: string | null) => string;
	readonly someDayIn: (text: string) => string;
	readonly someMonthIn: (text: string) => string;
	readonly unknownYear: string;
	/** A month or day whose year is only known to be one of `years`; `null`: not even that. */
	readonly yearUnknown: (text: string, years: string | null) => string;
	readonly monthUnknown: (day: string, year: string) => string;
	/** What no words are shorter for: the EDTF text, whose X stand for unknown digits. */
	readonly digitsUnknown: (edtf: string) => string;
	/** `1950S2`: 1950 as the estimate, and the years that it may be. */
	readonly estimate: (year: string, years: string) => string;
	/** `zone`: `UTC`, `UTC+03:00`, or empty when none is written. */
	readonly at: (day: string, clock: string, zone: string) => string;
}

export type DatePart = 'year' | 'month' | 'day' | 'season';
