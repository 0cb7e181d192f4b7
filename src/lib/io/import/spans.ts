/** Dates of several intervals and of uncertain sides, which some formats have, as EDTF. */
import { parseEdtf } from '../../core/edtf.ts';
import type { Row, Target } from '../formats/format.ts';
import { readDate } from './dates.ts';
import { textAt, type Plan } from './plan.ts';
import type { RowReport } from './row-report.ts';

/** How formats write a side that is open. */
export const OPEN = '..';

const SIDES: readonly Target[] = ['start', 'start-latest', 'end-earliest', 'end'];

/** A row for each interval of a row that has several; `null` when it has one at most. */
export function spansOf(row: Row, plan: Plan): Row[] | null {
	const indexes = SIDES.flatMap((target) => plan.one(target)?.index ?? []);
	const count = Math.max(
		0,
		...indexes.map((index) => (typeof row.cells[index] === 'string' ? 1 : (row.cells[index]?.length ?? 0)))
	);
	if (count < 2) return null;
	return Array.from({ length: count }, (_, span): Row => {
		const cells = row.cells.map((cell, index) =>
			indexes.includes(index) ? (typeof cell === 'string' ? (span === 0 ? cell : '') : (cell[span] ?? '')) : cell
		);
		return { ...row, cells };
	});
}

/** All of several dates, each EDTF: `{1611..1659,1702}`. */
export function allOf(dates: readonly string[]): string {
	if (dates.length < 2) return dates[0] ?? '';
	return `{${dates.map((date) => (date.includes('/') ? asRange(date) : date)).join(',')}}`;
}

function asRange(interval: string): string {
	const [start = '', end = ''] = interval.split('/');
	return `${start === OPEN ? '' : start}..${end === OPEN ? '' : end}`;
}

/** A side that lies somewhere between its date and another one: `text` with a sign that it is not known exactly. */
export function approximate(
	text: string,
	row: Row,
	plan: Plan,
	other: 'start-latest' | 'end-earliest',
	report: RowReport
): string {
	const date = otherDate(row, plan, other, report);
	return date === null || date === text || !/^-?[\dX]{4}(?:-[\dX]{2}){0,2}$/.test(text) ? text : `${text}~`;
}

/** The start of something without an end, when it lies between two dates: `[1200..1300]`. */
export function oneOf(start: string, row: Row, plan: Plan, report: RowReport): string {
	const latest = otherDate(row, plan, 'start-latest', report);
	if (latest === null || latest === start) return start;
	const text = `[${start}..${latest}]`;
	const read = parseEdtf(text);
	if (read.ok) return text;
	const { code: reason, at, params } = read.problem;
	report.error('date-invalid', plan.one('start-latest'), `${start} / ${latest}`, { ...params, reason, at });
	return start;
}

function otherDate(row: Row, plan: Plan, target: 'start-latest' | 'end-earliest', report: RowReport): string | null {
	const column = plan.one(target);
	const text = textAt(row, column);
	if (text === '') return null;
	const read = readDate(text, column?.use);
	if (read.ok) return read.value.text;
	report.error(read.code, column, text, read.params);
	return null;
}
