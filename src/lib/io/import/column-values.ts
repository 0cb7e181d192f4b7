import { readDegrees, splitPair } from './coordinates.ts';
import { numericDate, readDate, readTime, type Written } from './dates.ts';
import { plainDigits } from './digits.ts';
import type { Cell, Notation, Table } from '../formats/format.ts';

/** The texts of one column that are not empty, in order, lists one by one. */
export function textsOf(table: Table, index: number): string[] {
	const texts: string[] = [];
	for (const { cells } of table.rows) {
		const cell = cells[index];
		if (typeof cell === 'string') {
			if (isFilled(cell)) texts.push(cell);
		} else for (const text of cell ?? []) if (isFilled(text)) texts.push(text);
	}
	return texts;
}

/** Most begin with a letter or a number, and are not looked at any further. */
function isFilled(text: string): boolean {
	const first = text.charCodeAt(0);
	return (first > 0x20 && first < 0x7f) || text.trim() !== '';
}

/** A cell as one text. */
export function cellText(cell: Cell | undefined): string {
	return (typeof cell === 'string' ? cell : (cell ?? []).join(', ')).trim();
}

/** The first three different ones. */
export function samplesOf(texts: readonly string[]): string[] {
	const samples = new Set<string>();
	for (const text of texts) {
		samples.add(text.trim());
		if (samples.size === 3) break;
	}
	return [...samples];
}

/** At most so many values are tried where a share is enough. */
const TRIED = 500;

/** The share of texts, of the first hundreds, for which this holds; 0 of none. */
export function shareOf(texts: readonly string[], holds: (text: string) => boolean): number {
	const tried = texts.slice(0, TRIED);
	return tried.length === 0 ? 0 : tried.filter(holds).length / tried.length;
}

export const isTime = (text: string): boolean => readTime(text).ok && !/^\d{4}-/.test(text);
export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text.trim());
export const isNumber = (text: string): boolean => /^[-+\u2212]?\d+(?:[.,]\d+)?$/.test(plainDigits(text).trim());
export const isPair = (text: string): boolean =>
	splitPair(text)?.every((part) => readDegrees(part, 'latitude').ok || readDegrees(part, 'longitude').ok) ?? false;

/** Whether it is a date in some way, decided or not; numbers are none. */
export function isDateLike(text: string): boolean {
	if (isNumber(text)) return false;
	if (numericDate(text) !== null) return true;
	const read = readDate(text);
	return read.ok || read.code === 'date-year-short';
}

/** How the dates of a column are written. */
export type DateNotation =
	| { readonly kind: 'plain' }
	/** `proof`: a value that can be read in one order only; absent for dots, between which the day always stands first. */
	| {
			readonly kind: 'known';
			readonly notation: Notation;
			readonly proof: string;
			readonly by: 'order' | 'dots' | 'number';
	  }
	/** Nothing proves the order, or one value proves one and another the other. */
	| { readonly kind: 'order-unknown'; readonly proofs: readonly string[] }
	/** Numbers that may be days of a spreadsheet or something else. */
	| { readonly kind: 'number-unknown'; readonly proofs: readonly string[] };

/** Looks at every value: one that has a 13 in it decides for all. */
export function dateNotation(texts: readonly string[]): DateNotation {
	let [numeric, dotted] = [0, 0];
	let [dayFirst, monthFirst]: [string | null, string | null] = [null, null];
	for (const text of texts) {
		const parts = numericDate(text);
		if (parts === null) continue;
		numeric++;
		if (parts.separator === '.') dotted++;
		if (parts.first > 12 && parts.second <= 12) dayFirst ??= text;
		if (parts.second > 12 && parts.first <= 12) monthFirst ??= text;
	}
	if (numeric > 0) {
		if (dayFirst !== null && monthFirst !== null) return { kind: 'order-unknown', proofs: [dayFirst, monthFirst] };
		if (dayFirst !== null) return { kind: 'known', notation: 'day-first', proof: dayFirst, by: 'order' };
		if (monthFirst !== null) return { kind: 'known', notation: 'month-first', proof: monthFirst, by: 'order' };
		if (dotted === numeric) return { kind: 'known', notation: 'day-first', proof: texts[0] ?? '', by: 'dots' };
		return { kind: 'order-unknown', proofs: [] };
	}
	return numberNotation(texts);
}

/** Values that need to be told which hundred years their year is of. */
export function shortYearsIn(texts: readonly string[], written: Written): string[] {
	// Most have a whole year, and are not looked at any further.
	return texts.filter((text) => !/\p{Nd}{4}/u.test(text) && isShort(readDate(text, written)));
}

function isShort(read: ReturnType<typeof readDate>): boolean {
	return !read.ok && read.code === 'date-year-short';
}

function numberNotation(written: readonly string[]): DateNotation {
	const texts = written.map(plainDigits);
	const numbers = texts.filter((text) => /^-?\d{5,16}(?:\.\d+)?$/.test(text.trim()));
	const [proof] = numbers;
	// A single odd number is a fault of its row, and no way of writing dates.
	if (proof === undefined || numbers.length < texts.length * 0.5) return { kind: 'plain' };
	const known = (notation: Notation) => ({ kind: 'known', notation, proof, by: 'number' }) as const;
	if (numbers.every((text) => isCompact(text.trim()))) return known('compact');
	if (numbers.every((text) => /^-?\d{12,14}$/.test(text.trim()))) return known('epoch-ms');
	if (numbers.every((text) => /^\d{9,10}(?:\.\d+)?$/.test(text.trim()))) return known('epoch-s');
	return { kind: 'number-unknown', proofs: [] };
}

/** `20241231`, `202412`. */
function isCompact(text: string): boolean {
	const match = /^(\d{4})(\d\d)(\d\d)?$/.exec(text);
	if (match === null) return false;
	const [, year = '', month = '', day = '01'] = match;
	return Number(year) >= 1000 && Number(year) <= 2999 && Number(month) <= 12 && Number(day) <= 31;
}

/** Whether all numbers of a column have a comma where others have a point. */
export function hasDecimalComma(texts: readonly string[]): boolean {
	const commas = texts.filter((text) => /^[-+\u2212]?\d{1,3},\d+$/.test(text.trim())).length;
	return commas > 0 && commas >= texts.length * 0.5 && !texts.some((text) => text.includes('.'));
}
