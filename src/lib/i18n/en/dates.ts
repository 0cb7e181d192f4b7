import type { DateMessages } from '../date-messages.ts';

const NAMES: Readonly<Record<number, string>> = {
	21: 'spring',
	22: 'summer',
	23: 'autumn',
	24: 'winter',
	33: 'first quarter',
	34: 'second quarter',
	35: 'third quarter',
	36: 'fourth quarter',
	37: 'first third',
	38: 'second third',
	39: 'last third',
	40: 'first half',
	41: 'second half'
};

const list = (members: readonly string[], word: string): string =>
	members.length === 2 ? members.join(` ${word} `) : members.join(', ');

export const dates: DateMessages = {
	bce: (text) => `${text} BCE`,
	ce: (text) => `${text} CE`,
	to: (first, last) => `${first} to ${last}`,
	dash: (first, last) => `${first} – ${last}`,
	years: (first, last) => `${first}–${last}`,
	from: (start) => `from ${start}`,
	until: (end) => `until ${end}`,
	allTime: 'all time',
	endless: 'without end',
	about: (text) => `about ${text}`,
	uncertain: (text, nested) => (nested ? `${text} (uncertain)` : `${text}, uncertain`),
	withParts: (text, parts) => `${text} (${parts.join(', ')})`,
	parts: (parts, qualifier) =>
		`${list(parts, 'and')} ${{ '?': 'uncertain', '~': 'approximate', '%': 'approximate and uncertain' }[qualifier]}`,
	openEnd: (start) => `from ${start} onwards`,
	openStart: (end) => `up to ${end}`,
	endUnknown: (start) => `from ${start}, end unknown`,
	startUnknown: (end) => `until ${end}, start unknown`,
	oneOf: (members) => `one of ${list(members, 'or')}`,
	allOf: (members) => (members.length === 2 ? list(members, 'and') : `all of ${list(members, 'and')}`),
	orEarlier: (text, choice) => `${text} ${choice === 'one' ? 'or' : 'and'} earlier`,
	orLater: (text, choice) => `${text} ${choice === 'one' ? 'or' : 'and'} later`,
	decade: (year) => `${year}s`,
	code: (code, year) => {
		const name = NAMES[code < 25 || code > 32 ? code : ((code - 25) % 4) + 21] ?? '';
		const named = year === null ? name : code < 33 ? `${name} ${year}` : `${name} of ${year}`;
		return code < 25 || code > 32 ? named : `${named} (${code < 29 ? 'northern' : 'southern'} hemisphere)`;
	},
	someDayIn: (text) => `a day in ${text}`,
	someMonthIn: (text) => `a month in ${text}`,
	unknownYear: 'year unknown',
	yearUnknown: (text, years) => (years === null ? `${text}, year unknown` : `${text}, year unknown (${years})`),
	monthUnknown: (day, year) => `day ${day}, month unknown (${year})`,
	digitsUnknown: (edtf) => `${edtf} (each X an unknown digit)`,
	estimate: (year, years) => `about ${year} (${years})`,
	at: (day, clock, zone) => (zone === '' ? `${day}, ${clock}` : `${day}, ${clock} ${zone}`)
};
