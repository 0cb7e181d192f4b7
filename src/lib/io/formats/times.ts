/** Which members of a GeoJSON feature are its time: programs agree on no name, so the common ones are known. */
import type { ColumnUse, Notation, Target } from './format.ts';
import { plainName } from './json-values.ts';
import type { TableBuilder } from './table.ts';

/** Plain names, the likeliest first. */
const NAMES = {
	when: [
		'when',
		'datetime',
		'date',
		'eventdate',
		'eventtime',
		'dateofevent',
		'occurred',
		'occurredat',
		'observed',
		'time',
		'timestamp',
		'isotime',
		'gpstime',
		'acqdate'
	],
	start: [
		'start',
		'startdate',
		'starttime',
		'startdatetime',
		'begin',
		'begindate',
		'begintime',
		'datestart',
		'datefrom',
		'fromdate',
		'timestart',
		'timespanbegin',
		'validfrom',
		'startedat',
		'startyear',
		'yearstart'
	],
	end: [
		'end',
		'enddate',
		'endtime',
		'enddatetime',
		'finish',
		'dateend',
		'dateto',
		'todate',
		'timeend',
		'timespanend',
		'validto',
		'endedat',
		'endyear',
		'yearend',
		'until'
	]
} as const;

interface Candidate {
	readonly name: string;
	readonly values: readonly string[];
}

const CLOCK = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[AaPp]\.?[Mm]\.?)?$/;

/** Says which columns of a table that are not spoken for are dates, by their names and by the look of their values. */
export function useTimes(table: TableBuilder): void {
	const free = table.columns().filter(({ use }) => use === undefined);
	const taken = new Set(table.columns().map(({ use }) => use?.target));
	const pick = (names: readonly string[]): Candidate | undefined => {
		for (const wanted of names) {
			for (const { name, values } of free) {
				if (plainName(name) !== wanted) continue;
				const texts = values();
				if (texts.some(looksDated)) return { name, values: texts };
			}
		}
		return undefined;
	};
	const use = (target: Target, candidate: Candidate | undefined) => {
		if (candidate === undefined || taken.has(target)) return;
		taken.add(target);
		table.setUse(candidate.name, dated(target, candidate.values));
	};
	if (taken.has('when') || taken.has('start')) return;
	const start = pick(NAMES.start);
	const end = pick(NAMES.end);
	const when = start === undefined ? pick(NAMES.when) : undefined;
	use(end === undefined ? 'when' : 'start', start === undefined ? when : undefined);
	use('start', start);
	use('end', end);
	const clock = free.find(({ name, values }) => {
		return name !== when?.name && plainName(name) === 'time' && values().some((text) => CLOCK.test(text));
	});
	if (clock !== undefined) table.setUse(clock.name, { target: 'time' });
}

function looksDated(text: string): boolean {
	return /\d{3}|\d[./]\d{1,2}[./]\d{2}/.test(text) && !CLOCK.test(text);
}

function dated(target: Target, values: readonly string[]): ColumnUse {
	const notation = epochOf(values);
	return notation === null ? { target } : { target, notation };
}

/** Seconds or milliseconds since 1970, when all are whole numbers and the largest is too large for anything else. */
function epochOf(values: readonly string[]): Notation | null {
	let largest = 0;
	for (const text of values) {
		if (!/^-?\d{1,16}(?:\.\d+)?$/.test(text)) return null;
		largest = Math.max(largest, Math.abs(Number(text)));
	}
	// 1e11 s are the year 5138 and 1e11 ms the spring of 1973; 1e8 s are that spring too.
	return largest >= 1e11 ? 'epoch-ms' : largest >= 1e8 ? 'epoch-s' : null;
}
