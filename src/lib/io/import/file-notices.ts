import type { Notation, Table, Target } from '../formats/format.ts';
import type { ImportCode, ProblemParams } from '../problems.ts';
import { textsOf } from './column-values.ts';
import { readDate } from './dates.ts';
import type { Mapping } from './mapping.ts';

/** A warning about how a file as a whole was understood. */
export interface FileNotice {
	readonly code: ImportCode;
	readonly field?: string;
	readonly value?: string;
	readonly params?: ProblemParams;
}

const DATES_AND_PLACES: ReadonlySet<Target> = new Set<Target>([
	'when',
	'start',
	'end',
	'year',
	'end-year',
	'latitude',
	'longitude',
	'coordinates',
	'geometry',
	'place',
	'place-id',
	'country'
]);

/** What a person should know before the events are shown, whatever is in the rows. */
export function noticesOf(table: Table, { columns }: Pick<Mapping, 'columns'>): FileNotice[] {
	if (table.rows.length === 0) return [];
	const notices: FileNotice[] = [];
	if (!columns.some(({ use }) => use !== null && DATES_AND_PLACES.has(use.target)))
		notices.push({ code: 'dates-and-places-none' });
	for (const { column, use, evidence } of columns) {
		const proof = evidence.find(({ code }) => code === 'order-proved');
		if (use?.target === 'coordinates' && use.notation === 'lng-lat' && proof !== undefined && 'value' in proof)
			notices.push({ code: 'coordinates-lng-first', field: column, value: String(proof.value) });
		const unit = UNITS.find(({ notation }) => notation === use?.notation);
		const index = unit === undefined ? -1 : table.columns.findIndex(({ name }) => name === column);
		const notice = unit === undefined || index < 0 ? null : implausible(textsOf(table, index), unit);
		if (notice !== null) notices.push({ ...notice, field: column });
	}
	return notices;
}

interface Unit {
	readonly unit: 's' | 'ms';
	readonly notation: Notation;
}
const UNITS: readonly Unit[] = [
	{ unit: 's', notation: 'epoch-s' },
	{ unit: 'ms', notation: 'epoch-ms' }
];

/** Numbers that all lead to years that hardly anybody means, or all to the first month that is counted from. */
function implausible(texts: readonly string[], { unit, notation }: Unit): FileNotice | null {
	let first: { readonly value: string; readonly date: string } | null = null;
	let [isFar, isStart] = [true, true];
	for (const value of texts) {
		const date = dateOf(value, notation);
		if (date === null) continue;
		first ??= { value, date };
		isFar &&= isFarOff(date);
		isStart &&= date.startsWith(START);
		if (!isFar && !isStart) return null;
	}
	if (first === null) return null;
	const { value, date } = first;
	const other = UNITS.find((candidate) => candidate.unit !== unit);
	const otherDate = other === undefined ? null : dateOf(value, other.notation);
	const isOther = otherDate !== null && !isFarOff(otherDate) && !otherDate.startsWith(START);
	const params = { unit, date, ...(isOther && other !== undefined ? { other: other.unit } : {}) };
	return { code: 'epoch-implausible', value, params };
}

const START = '1970-01-';
const [FIRST_YEAR, LAST_YEAR] = [1000, 2200];

/** The day of a number; `null` where it is none, or cannot be read, which is told of its row. */
function dateOf(text: string, notation: Notation): string | null {
	const read = /^\s*-?\d+(?:\.\d+)?\s*$/.test(text) ? readDate(text, { notation }) : null;
	return read?.ok ? (/^-?\d+-\d\d-\d\d/.exec(read.value.text)?.[0] ?? null) : null;
}

function isFarOff(date: string): boolean {
	const year = Number(/^-?\d+/.exec(date)?.[0]);
	return year < FIRST_YEAR || year > LAST_YEAR;
}
