import { parseEdtf } from '../../core/edtf.ts';
import { DAY_MS, SECOND_MS } from '../../core/instant.ts';
import type { Row, Target } from '../formats/format.ts';
import { dayText, readDate, readTime, yearText } from './dates.ts';
import { plainDigits } from './digits.ts';
import { saysNone } from './everyday-dates.ts';
import { monthOf } from './months.ts';
import { textAt, type Plan, type PlannedColumn } from './plan.ts';
import type { RowReport } from './row-report.ts';
import { allOf, approximate, oneOf, OPEN, spansOf } from './spans.ts';

/** One side of the date of an event. */
interface Side {
	/** EDTF. */
	readonly text: string;
	readonly column: PlannedColumn;
	/** As the file has it. */
	readonly value: string;
}

type Names = Readonly<Record<'date' | 'time' | 'year' | 'month' | 'day', Target>>;
const START: Names = { date: 'start', time: 'time', year: 'year', month: 'month', day: 'day' };
const END: Names = { date: 'end', time: 'end-time', year: 'end-year', month: 'end-month', day: 'end-day' };

/** The date of a row as EDTF; `null` when it has none, or has one that cannot be read, which is then reported. */
export function readWhen(row: Row, plan: Plan, report: RowReport): string | null {
	const spans = spansOf(row, plan);
	if (spans === null) return readSpan(row, plan, report);
	const dates = spans.flatMap((span) => readSpan(span, plan, report) ?? []);
	const column = plan.one('start') ?? plan.one('end');
	if (report.rejected || dates.length === 0 || column === undefined) return null;
	const text = allOf(dates);
	return checked(text, { text, column, value: text }, report);
}

/** One date or interval. */
function readSpan(row: Row, plan: Plan, report: RowReport): string | null {
	const known = readSide(row, plan, report, START);
	const end = readSide(row, plan, report, END);
	if (report.rejected) return null;
	const start = known === null ? null : coarsened(known, row, plan);
	if (end === null) return start === null || start.text === OPEN ? null : oneOf(start.text, row, plan, report);
	const last = lastOf(end, report);
	const until = { ...last, text: approximate(last.text, row, plan, 'end-earliest', report) };
	if (start === null) return until.text === OPEN ? null : checked(`/${withoutTime(until.text)}`, end, report);
	const from = { ...start, text: approximate(start.text, row, plan, 'start-latest', report) };
	return report.rejected ? null : joined(from, until, report);
}

function readSide(row: Row, plan: Plan, report: RowReport, names: Names): Side | null {
	const columns = names === START ? [plan.one('start'), plan.one('when')] : [plan.one('end')];
	const column = columns.find((candidate) => textAt(row, candidate) !== '');
	const time = plan.one(names.time);
	if (column === undefined) {
		const parts = readParts(row, plan, report, names);
		const timeText = textAt(row, time);
		if (parts === null && timeText !== '' && !report.rejected)
			report.error('date-part-missing', time, timeText, { part: 'time', missing: 'day' });
		return parts === null ? null : withTime(parts, row, time, report);
	}
	const value = textAt(row, column);
	if (saysNone(value)) {
		report.repair('date-unknown', column, value);
		return null;
	}
	if (value === OPEN) return { text: OPEN, column, value };
	const read = readDate(value, column.use);
	if (!read.ok) {
		report.error(read.code, column, value, read.params);
		return null;
	}
	if (read.value.differs) report.note('date-notation-differs', column, value, { date: read.value.text });
	return withTime({ text: read.value.text, column, value }, row, time, report);
}

/** Year, month and day in columns of their own. */
function readParts(row: Row, plan: Plan, report: RowReport, names: Names): Side | null {
	const [year, month, day] = [plan.one(names.year), plan.one(names.month), plan.one(names.day)];
	const [yearCell, named, dayCell] = [year, month, day].map((column) => partAt(row, column, report)) as [
		string,
		string,
		string
	];
	const monthCell = String(monthOf(named) ?? named);
	if (year === undefined || yearCell === '') {
		const part = monthCell !== '' ? month : dayCell !== '' ? day : undefined;
		if (part !== undefined)
			report.error('date-part-missing', part, textAt(row, part), {
				part: part === month ? 'month' : 'day',
				missing: 'year'
			});
		return null;
	}
	if (dayCell !== '' && monthCell === '') {
		report.error('date-part-missing', day, dayCell, { part: 'day', missing: 'month' });
		return null;
	}
	const wrong = (
		[
			[year, yearCell, /^[-\u2212]?\d{1,15}$/],
			[month, monthCell, /^\d{0,2}$/],
			[day, dayCell, /^\d{0,2}$/]
		] as const
	).find(([, text, pattern]) => !pattern.test(text));
	if (wrong !== undefined) {
		// A whole EDTF date in the column of years is one too: `198X`.
		if (wrong[0] === year && monthCell === '' && parseEdtf(yearCell).ok)
			return { text: yearCell, column: year, value: yearCell };
		report.error('date-unreadable', wrong[0], wrong[1]);
		return null;
	}
	const parts = [yearText(Number(yearCell.replace('\u2212', '-'))), monthCell, dayCell].filter((part) => part !== '');
	const text = parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-');
	const column = parts.length === 3 ? day : parts.length === 2 ? month : year;
	const side = {
		text,
		column: column ?? year,
		value: [yearCell, monthCell, dayCell].filter((part) => part !== '').join('-')
	};
	return checked(text, side, report) === null ? null : side;
}

/** The text of a part of a date; empty where it says that nobody knows it. */
function partAt(row: Row, column: PlannedColumn | undefined, report: RowReport): string {
	const text = textAt(row, column);
	if (!saysNone(text)) return plainDigits(text);
	report.repair('date-unknown', column, text);
	return '';
}

const DAY = /^-?\d{4}-\d\d-\d\d$/;

function withTime(side: Side, row: Row, column: PlannedColumn | undefined, report: RowReport): Side | null {
	const cell = partAt(row, column, report);
	if (cell === '' || side.text.includes('T')) return side;
	const time = readTime(cell);
	if (!time.ok) {
		report.error(time.code, column, cell, time.params);
		return null;
	}
	if (!DAY.test(side.text)) {
		report.repair('time-dropped', column, cell, { date: side.text });
		return side;
	}
	const timed = { ...side, text: `${side.text}T${time.value}` };
	return checked(timed.text, { ...timed, column: column ?? side.column, value: cell }, report) === null ? null : timed;
}

/** The last period that belongs to it, where the file names the first that does not. */
function lastOf(end: Side, report: RowReport): Side {
	if (end.column.use.notation !== 'iso-exclusive') return end;
	const date = parseEdtf(end.text);
	const first = date.ok ? date.date.matches[0] : undefined;
	if (first === undefined || report.rejected) return end;
	return end.text.includes('T')
		? { ...end, text: `${dayText(first.start - SECOND_MS)}T23:59:59` }
		: { ...end, text: dayText(first.start - DAY_MS) };
}

function joined(start: Side, end: Side, report: RowReport): string | null {
	if (start.text === end.text) return start.text;
	const [from, to] = [withoutTime(start.text), withoutTime(end.text)];
	const isBefore = parseEdtf(start.text);
	const isAfter = parseEdtf(end.text);
	// The first instant that does not belong to a moment is the moment itself.
	if (isBefore.ok && isAfter.ok && end.column.use.notation === 'iso-exclusive') {
		const [a, b] = [isBefore.date.matches[0], isAfter.date.matches[0]];
		if (a !== undefined && b !== undefined && b.start < a.start && to <= from) return start.text;
	}
	const text = from === to ? from : `${from}/${to}`;
	if (from !== start.text || to !== end.text) {
		const isReversed =
			isBefore.ok && isAfter.ok && (isAfter.date.matches[0]?.end ?? 0) <= (isBefore.date.matches[0]?.start ?? 0);
		if (isReversed && from === to) {
			report.error('date-invalid', end.column, `${start.value} / ${end.value}`, { reason: 'reversed', at: 0 });
			return null;
		}
		report.repair('time-dropped', end.column, `${start.value} / ${end.value}`, { date: text });
	}
	return checked(text, { ...end, value: `${start.value} / ${end.value}` }, report);
}

/** An interval has no times of day. */
function withoutTime(text: string): string {
	return /^-?\d{4}-\d\d-\d\dT/.test(text) ? text.slice(0, text.indexOf('T')) : text;
}

/** As coarse as the format's own code says that the date is. */
function coarsened(side: Side, row: Row, plan: Plan): Side {
	const precision = plan.one('when-precision');
	if (precision?.use.notation !== 'acled-time' || !DAY.test(side.text)) return side;
	const code = textAt(row, precision);
	if (code === '2') return { ...side, text: `${side.text}~` };
	return code === '3' ? { ...side, text: side.text.slice(0, -3) } : side;
}

function checked(text: string, { column, value }: Side, report: RowReport): string | null {
	const result = parseEdtf(text);
	if (result.ok) return text;
	const { code: reason, at, params } = result.problem;
	report.error('date-invalid', column, value, { ...params, reason, at });
	return null;
}
