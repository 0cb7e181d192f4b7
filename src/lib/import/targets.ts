import { DATE_TARGETS, type ColumnUse, type Notation, type Target } from '../io/formats/format.ts';

export type TargetGroup = 'what' | 'when' | 'where' | 'source' | 'media';

/** What a person may say that a column is, in the order in which it is offered. Codes of certain formats are left to these. */
const OFFERED: Readonly<Record<TargetGroup, readonly Target[]>> = {
	what: ['title', 'summary', 'category', 'actor', 'status', 'id'],
	when: [
		'when',
		'start',
		'end',
		'year',
		'month',
		'day',
		'time',
		'end-year',
		'end-month',
		'end-day',
		'end-time',
		'start-latest',
		'end-earliest',
		'when-inferred'
	],
	where: [
		'place',
		'latitude',
		'longitude',
		'coordinates',
		'geometry',
		'country',
		'place-role',
		'place-id',
		'place-inferred'
	],
	source: [
		'source',
		'source-url',
		'source-publisher',
		'source-date',
		'source-date-inferred',
		'says',
		'says-date',
		'says-inferred'
	],
	media: ['media', 'media-alt', 'media-credit', 'media-graphic']
};

const GROUPS: readonly TargetGroup[] = ['what', 'when', 'where', 'source', 'media'];

/** The targets to choose from, with the one that a format gave to this column where it is no common one. */
export function offeredTargets(use: ColumnUse | null): readonly (readonly [TargetGroup, readonly Target[]])[] {
	const own = use?.target;
	return GROUPS.map((group) => {
		const offered = OFFERED[group];
		if (own === 'when-precision' && group === 'when') return [group, [...offered, own]];
		if (own === 'place-precision' && group === 'where') return [group, [...offered, own]];
		if (own === 'original-id' && group === 'what') return [group, [...offered, own]];
		return [group, offered];
	});
}

const DATE_NOTATIONS: readonly Notation[] = [
	'iso',
	'day-first',
	'month-first',
	'compact',
	'excel',
	'excel-1904',
	'epoch-s',
	'epoch-ms'
];

/** How a column with this use may be written; empty where nothing is to be chosen. */
export function offeredNotations(use: ColumnUse | null): readonly Notation[] {
	if (use === null) return [];
	const common = commonNotations(use.target);
	return use.notation === undefined || common.includes(use.notation) ? common : [...common, use.notation];
}

function commonNotations(target: Target): readonly Notation[] {
	if (target === 'end') return [...DATE_NOTATIONS, 'iso-exclusive'];
	if (DATE_TARGETS.has(target)) return DATE_NOTATIONS;
	if (target === 'latitude' || target === 'longitude') return ['decimal-comma'];
	return target === 'coordinates' ? ['lat-lng', 'lng-lat'] : [];
}

/** What kind of values speaks for a target, as its evidence is worded. */
export function kindOfValues(target: Target | undefined): 'date' | 'degrees' | 'pair' | 'text' | 'other' {
	if (target === undefined) return 'other';
	if (DATE_TARGETS.has(target)) return 'date';
	if (target === 'latitude' || target === 'longitude') return 'degrees';
	if (target === 'coordinates') return 'pair';
	return target === 'title' ? 'text' : 'other';
}
