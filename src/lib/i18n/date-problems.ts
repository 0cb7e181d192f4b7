import type { EdtfProblem, EdtfProblemCode } from '../core/edtf-types.ts';
import { createCalendarFormat, type FormatMessages } from './calendar-format.ts';

/** What a problem's wording may use. Empty texts where the problem has no such thing. */
export interface DateProblemWords {
	/** 1-based, in characters as counted by editors (UTF-16 units). */
	readonly position: number;
	/** The digits, character or offset at fault. */
	readonly value: string;
	readonly max: string;
	/** A month, with its year when one is meant: `February 2023`, `February`. */
	readonly month: string;
	readonly hasYear: boolean;
	/** How many days `month` has. */
	readonly days: string;
}

/** Why texts are no dates, in one language. */
export interface DateProblemMessages {
	/** Names of characters that are easily taken for others, by `U+` number, with an article. */
	readonly characterName: (character: string) => string | undefined;
	readonly problems: Readonly<Record<EdtfProblemCode, (words: DateProblemWords) => string>>;
	/** Reason and mend, then the text that would do. */
	readonly withSuggestion: (problem: string, suggestion: string) => string;
}

/**
 * Why a text is no date, and how to mend it: `February 2023 has 28 days`. Apart from the labels, as dates are checked when
 * data is loaded and not where they are shown. `locale`: BCP 47.
 */
export function createDateProblems(
	locale: string,
	messages: DateProblemMessages,
	format: FormatMessages
): (problem: EdtfProblem) => string {
	const calendar = createCalendarFormat(locale, format);
	const number = (value: string | number | undefined): string =>
		typeof value === 'number' ? calendar.number(value) : (value ?? '');
	return ({ code, at, params }) => {
		const { character, month, year, suggest } = params;
		const value = character ?? params.day ?? params.hour ?? params.minute ?? params.second ?? params.offset ?? month;
		const named = typeof value === 'string' ? messages.characterName(value) : undefined;
		const words: DateProblemWords = {
			position: at + 1,
			value: named === undefined ? number(value ?? params.length) : `${named} (${value})`,
			max: number(params.max),
			month:
				typeof month !== 'number'
					? ''
					: typeof year === 'number'
						? calendar.date({ year, month }, 'long')
						: calendar.withoutYear(month, undefined, 'long'),
			hasYear: year !== undefined,
			days: number(params.days)
		};
		const text = messages.problems[code](words);
		return typeof suggest === 'string' ? messages.withSuggestion(text, suggest) : text;
	};
}
