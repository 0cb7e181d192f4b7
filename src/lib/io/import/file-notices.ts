import type { Table, Target } from '../formats/format.ts';
import type { ImportCode, ProblemParams } from '../problems.ts';
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
export function noticesOf({ rows }: Pick<Table, 'rows'>, { columns }: Pick<Mapping, 'columns'>): FileNotice[] {
	if (rows.length === 0) return [];
	const notices: FileNotice[] = [];
	if (!columns.some(({ use }) => use !== null && DATES_AND_PLACES.has(use.target)))
		notices.push({ code: 'dates-and-places-none' });
	for (const { column, use, evidence } of columns) {
		const proof = evidence.find(({ code }) => code === 'order-proved');
		if (use?.target === 'coordinates' && use.notation === 'lng-lat' && proof !== undefined && 'value' in proof)
			notices.push({ code: 'coordinates-lng-first', field: column, value: String(proof.value) });
	}
	return notices;
}
