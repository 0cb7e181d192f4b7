import type { Interval } from './interval.ts';

/** How finely a period is written: `198X` a decade, `1999-XX-XX` a year. */
export type Precision =
	'millennium' | 'century' | 'decade' | 'year' | 'half' | 'third' | 'quarter' | 'season' | 'month' | 'day' | 'second';

/** `?` uncertain, `~` approximate, `%` both, empty: neither. */
export type Qualifier = '' | '?' | '~' | '%';

/** One written period: a year, a month, a day, ... as known. */
export interface EdtfPeriod {
	readonly type: 'period';
	/** As written, without the rest of the interval or set. */
	readonly text: string;
	/**
	 * Half-open, sorted, in the unit of the whole date. Several when unspecified digits leave gaps (`2024-XX-12`: twelve
	 * days). Beyond `MAX_PIECES` in one date they are one, from the first start to the last end.
	 */
	readonly intervals: readonly Interval[];
	readonly precision: Precision;
	/** Astronomical: 0 is 1 BCE. The first one where digits are unspecified or not significant. */
	readonly year: number;
	/** The last year it may lie in, inclusive; `year` itself unless digits are unspecified or not significant. */
	readonly lastYear: number;
	/** 1 to 12; absent when unspecified, in part or in whole (see `mask`). */
	readonly month?: number;
	/** 1 to 31; likewise. */
	readonly day?: number;
	readonly time?: EdtfTime;
	/** 21 to 41: seasons, quarters, thirds, halves of the year. */
	readonly code?: number;
	/** The year as written before `S`, of which only the leading digits count. */
	readonly estimate?: number;
	/** The components as written where any digit is unspecified (`X`): `['2024', 'XX', '12']`. */
	readonly mask?: readonly string[];
	/** What applies to each component that is written: year, month (or code), day. */
	readonly qualifiers: readonly Qualifier[];
	/** `?` or `%` anywhere in it. */
	readonly uncertain: boolean;
	/** `~` or `%` anywhere in it. */
	readonly approximate: boolean;
}

/** A time of day as written; `24:00:00` keeps its 24. */
export interface EdtfTime {
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
	/** East of UTC; `null`: none written, and read as UTC, as days are. */
	readonly offsetMinutes: number | null;
}

/** Consecutive periods within a set: `1670..1672`, `..1760`, `1760..`; both ends belong to it. */
export interface EdtfRange {
	readonly type: 'range';
	readonly start: EdtfPeriod | 'open';
	readonly end: EdtfPeriod | 'open';
}

export interface EdtfInterval {
	readonly type: 'interval';
	readonly start: EdtfPeriod | 'open' | 'unknown';
	readonly end: EdtfPeriod | 'open' | 'unknown';
}

export interface EdtfSet {
	readonly type: 'set';
	/** `[...]` one of them, `{...}` all of them. */
	readonly choice: 'one' | 'all';
	readonly members: readonly (EdtfPeriod | EdtfRange)[];
}

export type EdtfNode = EdtfPeriod | EdtfInterval | EdtfSet;

export type BoundKind = 'known' | 'open' | 'unknown';

export interface EdtfDate {
	/** As written. */
	readonly text: string;
	/** What `intervals` count: ms UTC since 1970, or whole years where milliseconds do not reach (beyond ±271821). */
	readonly unit: 'ms' | 'year';
	readonly node: EdtfNode;
	/**
	 * Every instant the date may mean, sorted, half-open, merged where they touch or overlap; `-Infinity` and `Infinity`
	 * for open AND for unknown sides. Qualifiers never change them.
	 */
	readonly intervals: readonly Interval[];
	readonly startKind: BoundKind;
	readonly endKind: BoundKind;
	/**
	 * What a time window is compared with, always in ms (rounded to what a double holds beyond ±285,000 years): open sides
	 * reach without end, an unknown side does not reach, so only the period of the known end stands here. Never empty.
	 */
	readonly matches: readonly Interval[];
	/** `?` or `%` anywhere in it. */
	readonly uncertain: boolean;
	/** `~` or `%` anywhere in it. */
	readonly approximate: boolean;
}

/**
 * Why a text is no date. In brackets the `params`; `suggest` is a text that IS a date, to be put in place of the whole when
 * its author agrees, or is absent where nobody can tell.
 * - `empty` · `too-long` (length, max)
 * - `incomplete` the text ends too early · `unexpected` (character, escaped as `U+2013` unless printable ASCII; suggest?)
 * - `year-digits` a year has four digits (suggest?) · `year-prefix` `Y` is for more than four (suggest?)
 * - `year-range` (max) · `year-zero` there is no year -0000 (suggest) · `year-only` after `Y` or `S` comes no month
 * - `significant-digits` (max) · `month` (month) no such month or code · `code-day` (code) a season has no days
 * - `day` (day, month, days, year?) the month has fewer days, in any year when `year` is absent
 * - `no-such-day` the specified digits fit no day (`20X1-02-29`)
 * - `qualifiers` two on one component · `time-part` a time needs a complete, unqualified day
 * - `hour` (hour) · `minute` (minute) · `second` (second) · `offset` (offset, suggest?) · `time-in-range`
 * - `reversed` (suggest) · `no-known-end` an interval or a set range of which nothing is known
 * - `open-inside` `..` stands before the first or after the last member only
 */
export type EdtfProblemCode =
	| 'empty'
	| 'too-long'
	| 'incomplete'
	| 'unexpected'
	| 'year-digits'
	| 'year-prefix'
	| 'year-range'
	| 'year-zero'
	| 'year-only'
	| 'significant-digits'
	| 'month'
	| 'code-day'
	| 'day'
	| 'no-such-day'
	| 'qualifiers'
	| 'time-part'
	| 'hour'
	| 'minute'
	| 'second'
	| 'offset'
	| 'time-in-range'
	| 'reversed'
	| 'no-known-end'
	| 'open-inside';

export interface EdtfProblem {
	readonly code: EdtfProblemCode;
	/** 0-based offset in the text, in UTF-16 units. */
	readonly at: number;
	readonly params: Readonly<Record<string, string | number>>;
}

export type EdtfResult =
	{ readonly ok: true; readonly date: EdtfDate } | { readonly ok: false; readonly problem: EdtfProblem };
