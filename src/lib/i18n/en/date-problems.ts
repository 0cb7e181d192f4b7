import type { DateProblemMessages, DateProblemWords } from '../date-problems.ts';

const CHARACTERS: Readonly<Record<string, string>> = {
	'U+0000': 'an invisible null character',
	'U+0009': 'a tab',
	'U+000A': 'a line break',
	'U+000D': 'a line break',
	'U+0020': 'a space',
	'U+00A0': 'a no-break space',
	'U+00AD': 'an invisible soft hyphen',
	'U+061C': 'an invisible Arabic letter mark',
	'U+2007': 'a figure space',
	'U+2009': 'a thin space',
	'U+202F': 'a narrow no-break space',
	'U+3000': 'an ideographic space',
	'U+200B': 'an invisible zero-width space',
	'U+200E': 'an invisible left-to-right mark',
	'U+200F': 'an invisible right-to-left mark',
	'U+FEFF': 'an invisible byte order mark',
	'U+2010': 'a typographic hyphen',
	'U+2011': 'a no-break hyphen',
	'U+2012': 'a figure dash',
	'U+2013': 'an en dash',
	'U+2014': 'an em dash',
	'U+2212': 'a minus sign'
};

/** Embeddings, overrides and isolates. */
const DIRECTION = /^U\+20(?:2[A-E]|6[6-9])$/;

const onlyAfterDay = 'a time follows a complete day alone, without qualifiers or unknown digits';

export const dateProblems: DateProblemMessages = {
	characterName: (character) => {
		if (!character.startsWith('U+')) return undefined;
		const isDigit = /^\p{Nd}$/u.test(String.fromCodePoint(Number(`0x${character.slice(2)}`)));
		if (isDigit) return 'a digit of another script';
		return DIRECTION.test(character) ? 'an invisible mark of writing direction' : CHARACTERS[character];
	},
	problems: {
		empty: () => 'There is no date: write one, such as 2024-12-08, or leave the field out.',
		'too-long': ({ value, max }) => `The date has ${value} characters; at most ${max} are read.`,
		incomplete: () => 'The date stops too early.',
		unexpected: ({ value, position }) =>
			`${value.length === 1 ? `“${value}”` : upper(value)} at position ${position} does not belong in a date.`,
		'year-digits': () => 'A year has four digits, with X for those that are unknown.',
		'year-prefix': () => 'Y is for years of more than four digits.',
		'year-range': ({ max }) => `The year lies beyond what can be counted: at most ${max} either side of 0.`,
		'year-zero': () => 'There is no year -0000: 1 BCE is 0000, 2 BCE is -0001.',
		'year-only': () => 'After a year with Y or S no month can follow: write the year alone.',
		'significant-digits': ({ max }) => `After S stands how many digits count, here from 1 to ${max}.`,
		month: ({ value }) =>
			`There is no month ${value}: months are 01 to 12, seasons 21 to 32, quarters 33 to 36, thirds 37 to 39, halves 40 and 41.`,
		'code-day': () => 'A season, quarter, third or half of a year has no days: leave the day out, or write the month.',
		day: dayProblem,
		'no-such-day': () => 'No day fits these digits: write X for the ones that are not known.',
		qualifiers: () => 'Two qualifiers stand on one part: write one; % says uncertain and approximate at once.',
		'time-part': () => `${upper(onlyAfterDay)}.`,
		hour: ({ value }) => `There is no hour ${value}: hours are 00 to 23, and 24:00:00 ends a day.`,
		minute: ({ value }) => `There is no minute ${value}: minutes are 00 to 59.`,
		second: ({ value }) => `There is no second ${value}: seconds are 00 to 59, a leap second is written as 59.`,
		offset: ({ value }) => `There is no offset ${value}: offsets reach from -14:00 to +14:00, and Z is UTC.`,
		'time-in-range': () => 'Intervals and sets hold no times: write days, or one moment alone.',
		reversed: () => 'The end lies before the start: swap them if that is what is meant.',
		'no-known-end': () => 'Neither side is a date: write at least one, or leave the date out.',
		'open-inside': () => 'Two dots without a date stand only before the first or after the last member of a set.'
	},
	withSuggestion: (problem, suggestion) => `${problem} Perhaps ${suggestion} is meant.`
};
function dayProblem({ value, month, hasYear, days }: DateProblemWords): string {
	if (value === '00') return 'There is no day 00: days begin with 01.';
	if (month === '') return `There is no day ${value}: a month has at most ${days} days.`;
	return hasYear ? `${month} has ${days} days, not ${value}.` : `${month} has at most ${days} days, not ${value}.`;
}

function upper(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
