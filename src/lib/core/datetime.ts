import type { EdtfDate } from './edtf-types.ts';

/** The text of a `datetime` attribute, where HTML has one for what is known: a plain year, month or day, or a time. */
export function datetimeOf({ node }: Pick<EdtfDate, 'node'>): string | undefined {
	if (node.type !== 'period' || node.year < 1 || node.year > 9999) return undefined;
	const { mask, code, estimate, time, qualifiers, text } = node;
	if (mask !== undefined || code !== undefined || estimate !== undefined) return undefined;
	if (qualifiers.some((qualifier) => qualifier !== '') || time?.offsetMinutes === null || time?.hour === 24) {
		return undefined;
	}
	// EDTF knows an offset of hours alone; HTML does not.
	return time === undefined ? text : text.replace(/[+-]\d\d$/, '$&:00');
}
