import type { Row, Target } from '../formats/format.ts';
import { MAX_URL_LENGTH, urlProblem } from '../schema.ts';
import { readDate } from './dates.ts';
import { readInferred } from './flags.ts';
import { textsAt, type Plan, type PlannedColumn } from './plan.ts';
import type { RowReport } from './row-report.ts';

/** A report that a row names. */
export interface DraftSource {
	readonly title: string;
	readonly url: string | null;
	readonly publisher: string | null;
	/** EDTF. */
	readonly published: string | null;
	/** It does not say so itself. */
	readonly publishedInferred: boolean;
	/** What it says of the event; empty when the row does not have it. */
	readonly says: string;
	/** EDTF: the date that it gives for the event. */
	readonly when: string | null;
	/** That date, or what it says, is concluded from it. */
	readonly inferred: boolean;
}

/** The reports of a row: the first title with the first address, and so on. */
export function readSources(row: Row, plan: Plan, report: RowReport): DraftSource[] {
	const titles = plan.many('source').flatMap((column) => textsAt(row, column));
	const addresses = plan.many('source-url').flatMap((column) => addressesAt(row, column));
	const publishers = listAt(row, plan.one('source-publisher'));
	const date = plan.one('source-date');
	const dates = listAt(row, date);
	const [says, claimed] = [listAt(row, plan.one('says')), listAt(row, plan.one('says-date'))];
	const inferred = (target: Target): readonly boolean[] => {
		const column = plan.one(target);
		return listAt(row, column).map((text) => readInferred(text, column, report));
	};
	const [daysInferred, saysInferred] = [inferred('source-date-inferred'), inferred('says-inferred')];
	const count = Math.max(titles.length, addresses.length, Math.min(publishers.length, 1));
	const sources = Array.from({ length: count }, (_, index): DraftSource | null => {
		const written = addresses[index];
		const address = written === undefined || written.text === '' ? null : written;
		const url = address === null ? null : checkedUrl(address.text, address.column, report);
		// One for all, or one for each.
		const by = publishers[index] ?? publishers[0] ?? '';
		const day = dates[index] ?? dates[0] ?? '';
		const title =
			withoutCommas(titles[index] ?? '') || shortened((url === null ? address?.text : withoutScheme(url)) ?? '') || by;
		if (title === '') return null;
		const published = readDay(day, date, report);
		return {
			title,
			url,
			publisher: by === '' ? null : by,
			published,
			// Of a day that cannot be read, which is said, there is nothing to say.
			publishedInferred: ofEach(daysInferred, index) === true && (published !== null || day === ''),
			says: ofEach(says, index) ?? '',
			when: readDay(ofEach(claimed, index) ?? '', plan.one('says-date'), report),
			inferred: ofEach(saysInferred, index) === true
		};
	});
	return sources.filter((source) => source !== null);
}

function listAt(row: Row, column: PlannedColumn | undefined): readonly string[] {
	return column === undefined ? [] : textsAt(row, column);
}

/** One for all, or one for each. */
function ofEach<T>(values: readonly T[], index: number): T | undefined {
	return values.length > 1 ? values[index] : values[0];
}

/** A list of codes that begins and ends with a comma, as feeds of earthquakes have it: `,us,pr,`. Any other title stays. */
function withoutCommas(title: string): string {
	return /^,[a-z]+(?:,[a-z]+)*,$/.test(title) ? title.slice(1, -1) : title;
}

const MAX_TITLE_LENGTH = 200;

/** An address where there is no title: as much of it as tells it from others. */
function shortened(address: string): string {
	return address.length <= MAX_TITLE_LENGTH
		? address
		: `${[...address.slice(0, MAX_TITLE_LENGTH)].slice(0, -1).join('')}…`;
}

/** An address that may become a link; `null` when it may not, which is said. */
export function checkedUrl(text: string, column: PlannedColumn, report: RowReport): string | null {
	const problem = text.length > MAX_URL_LENGTH ? 'text-too-long' : urlProblem(text);
	if (problem === null) return text;
	report.repair(
		problem,
		column,
		text,
		problem === 'text-too-long' ? { limit: MAX_URL_LENGTH, length: text.length } : {}
	);
	return null;
}

function addressesAt(row: Row, column: PlannedColumn): { text: string; column: PlannedColumn }[] {
	return textsAt(row, column)
		.flatMap((text) => (column.use.separator === undefined ? splitAddresses(text) : [text]))
		.map((text) => ({ text, column }));
}

/** Several addresses in one cell, between which there is anything but the letters of an address. */
function splitAddresses(text: string): string[] {
	if (!/^https?:/i.test(text)) return [text];
	// An address within an address, as archives have them, follows none of these.
	return text.split(/(?<=[\s;|,])(?=https?:\/\/)/i).map(withoutSeparators);
}

/** Step by step: a pattern would look at each end of a long row of spaces again and again. */
function withoutSeparators(text: string): string {
	let end = text.length;
	while (end > 0 && /[\s;|,]/.test(text.charAt(end - 1))) end--;
	return text.slice(0, end);
}

function withoutScheme(url: string): string {
	return url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
}

/** EDTF; `null`: there is none, or none that can be read, which is said. */
function readDay(text: string, column: PlannedColumn | undefined, report: RowReport): string | null {
	if (text === '' || column === undefined) return null;
	const read = readDate(text, column.use);
	if (read.ok) return read.value.text;
	report.repair(read.code, column, text, read.params);
	return null;
}
