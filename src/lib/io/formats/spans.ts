/** `when` of GeoJSON-T, which Linked Places uses: time spans, each with a start and an end that may be uncertain. */
import type { Target } from './format.ts';
import { flatten, isObject, listOf, member, textOf } from './json-values.ts';
import { cellOf, type RowWriter } from './table.ts';

/** The first is read where there are more. */
const START = ['in', 'earliest'] as const;
const END = ['in', 'latest'] as const;

const COLUMNS: readonly { readonly name: string; readonly target: Target; readonly of: (span: unknown) => string }[] = [
	{ name: 'start', target: 'start', of: (span) => sideOf(span, 'start', START) },
	{ name: 'start.latest', target: 'start-latest', of: (span) => sideOf(span, 'start', ['latest']) },
	{ name: 'end.earliest', target: 'end-earliest', of: (span) => sideOf(span, 'end', ['earliest']) },
	{ name: 'end', target: 'end', of: (span) => sideOf(span, 'end', END) }
];

/** Whether a value is such a `when`, and not a text or an object of another kind. */
export function hasSpans(when: unknown): boolean {
	return isObject(when) && (Array.isArray(when.timespans) || 'start' in when || 'end' in when);
}

/** The members of `when` as cells, the same wherever it stands; several spans as parallel lists. */
export function setWhen(row: RowWriter, when: unknown): void {
	if (!isObject(when)) {
		row.set('when', textOf(when), { target: 'when' });
		return;
	}
	const spans = Array.isArray(when.timespans) ? listOf(when, 'timespans') : hasSpans(when) ? [when] : [];
	for (const { name, target, of } of COLUMNS) {
		const texts = spans.map(of);
		if (texts.some((text) => text !== '')) row.set(`when.${name}`, cellOf(texts), { target, notation: 'iso' });
	}
	for (const [key, value] of Object.entries(when)) {
		if (key !== 'timespans' && key !== 'start' && key !== 'end') flatten(row, `when.${key}`, value);
	}
}

/** The first of these members that is there. Of a range, as in `"in": "1200/1300"`, the side that the name stands for. */
function sideOf(span: unknown, side: 'start' | 'end', names: readonly string[]): string {
	const value = member(span, side);
	const isFirst = names[0] === 'in' ? side === 'start' : names[0] === 'earliest';
	if (!isObject(value)) return rangeSide(textOf(value), names, isFirst);
	for (const name of names) {
		const text = textOf(member(value, name));
		if (text !== '') return name === 'in' ? rangeSide(text, names, isFirst) : text;
	}
	return names.includes('in') ? '' : rangeSide(textOf(member(value, 'in')), names, isFirst);
}

/** Of `a/b` the one side; a text without a slash is no range, and then only `in` has it. */
function rangeSide(text: string, names: readonly string[], isFirst: boolean): string {
	const [first = '', second = '', ...more] = text.split('/');
	const isRange = first !== '' && second !== '' && more.length === 0;
	return isRange ? (isFirst ? first : second) : names.includes('in') ? text : '';
}
