import { STATUSES, type Media, type Status } from '../../core/model.ts';
import { codeWords } from '../formats/codes.ts';
import type { Row, Table } from '../formats/format.ts';
import { oneLine } from '../exported.ts';
import { cellText } from './column-values.ts';
import { readGraphic, readInferred } from './flags.ts';
import { checkedUrl, readSources, type DraftSource } from './reports.ts';
import { textAt, textsAt, type Plan, type PlannedColumn } from './plan.ts';
import { RowReport } from './row-report.ts';
import { htmlText } from './texts.ts';
import { readWhen } from './when.ts';
import { readWheres, type Tied, type Where } from './where.ts';
import { statusOf } from './status-words.ts';

/** One row as values, before there are ids. */
export interface Draft {
	readonly table: number;
	/** Index of the row in its table. */
	readonly index: number;
	/** As the file has it; empty when there is none. */
	readonly id: string;
	/** The id in the file that the event was first imported from; most often the same. */
	readonly sourceId: string;
	/** Empty when the row has none. */
	readonly title: string;
	readonly summary: string;
	/** EDTF; `null`: undated. */
	readonly when: string | null;
	/** No report gives it. */
	readonly whenInferred: boolean;
	readonly places: readonly Tied[];
	/** Empty: none. */
	readonly category: string;
	readonly actors: readonly string[];
	readonly status: Status;
	readonly sources: readonly DraftSource[];
	readonly media: (Omit<Media, 'alt'> & { readonly alt: string }) | null;
}

export interface DraftResult {
	readonly report: RowReport;
	/** `null` when the row is refused. */
	readonly draft: Draft | null;
}

export interface Numbers {
	readonly table: number;
	readonly index: number;
}

/** Reads one row with everything that its plan says. `found`: what the reader of the format has to say of the row. */
export function readRow(
	table: Table,
	row: Row,
	{ table: number, index }: Numbers,
	plan: Plan,
	swapped: boolean,
	found: readonly RowReport['problems'][number][]
): DraftResult {
	const id = textAt(row, plan.one('id'));
	const report = new RowReport(table, row, id === '' ? index : id);
	for (const problem of found) {
		report.adopt(problem);
		if (problem.severity === 'warning') report.repaired = true;
	}
	// What shifted into the wrong column would only be reported once more.
	if (report.rejected) return { report, draft: null };
	const when = readWhen(row, plan, report);
	const title = readTitle(row, plan, report);
	const places = readWheres(row, plan, swapped, report).map((tied) =>
		named(tied, table.format === 'lp-tsv' ? title : '')
	);
	const draft = {
		table: number,
		index,
		id,
		sourceId: textAt(row, plan.one('original-id')) || id,
		title: title || madeTitle(row, plan, places[0]?.where ?? null),
		summary: readTexts(row, plan.many('summary')).join('\n\n'),
		when,
		whenInferred: readInferred(textAt(row, plan.one('when-inferred')), plan.one('when-inferred'), report),
		places,
		category: readCategory(row, plan.one('category')),
		actors: unique(plan.many('actor').flatMap((column) => textsAt(row, column).map(oneLine))),
		status: readStatus(row, plan.one('status'), report),
		sources: readSources(row, plan, report),
		media: readMedia(row, plan, report)
	};
	return { report, draft: report.rejected ? null : draft };
}

/** A place without a name of its own is called like the event, where records are places. */
function named(tied: Tied, name: string): Tied {
	return tied.where.names.length > 0 || name === '' ? tied : { ...tied, where: { ...tied.where, names: [name] } };
}

function readText(row: Row, column: PlannedColumn | undefined): string {
	const text = textAt(row, column);
	return column?.use.notation === 'html' ? htmlText(text) : codeWords(column?.use.notation, text);
}

/** Of several the first: an event has one. */
function readCategory(row: Row, column: PlannedColumn | undefined): string {
	const text = column === undefined ? '' : (textsAt(row, column).find((name) => name !== '') ?? '');
	return oneLine(column?.use.notation === 'html' ? htmlText(text) : codeWords(column?.use.notation, text));
}

function readTexts(row: Row, columns: readonly PlannedColumn[]): string[] {
	return unique(columns.map((column) => readText(row, column)));
}

/** What an event is called in a file that has no column of titles: its kind, its place, or the first value left. */
function madeTitle(row: Row, plan: Plan, where: Where | null): string {
	if (plan.has('title')) return '';
	const kind = readCategory(row, plan.one('category'));
	const [place] = where?.names ?? [];
	if (kind !== '' || place !== undefined)
		return [kind, place].filter((part) => part !== '' && part !== undefined).join(', ');
	const { named } = plan;
	const value = named === null ? '' : oneLine(cellText(row.cells[named.index]));
	return value === '' || value.length > 60 ? '' : `${named?.name} ${value}`;
}

function readTitle(row: Row, plan: Plan, report: RowReport): string {
	const column = plan.one('title');
	const title = oneLine(readText(row, column));
	if (title === '' && column !== undefined) report.repair('title-empty', column, textAt(row, column));
	return title;
}

function readStatus(row: Row, column: PlannedColumn | undefined, report: RowReport): Status {
	const text = textAt(row, column);
	if (text === '') return 'occurred';
	const status = statusOf(text);
	if (status !== null) return status;
	report.repair('value-unknown', column, text, { allowed: STATUSES.join(', '), taken: 'occurred' satisfies Status });
	return 'occurred';
}

const KINDS: readonly (readonly [Media['kind'], RegExp])[] = [
	['image', /\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#].*)?$/i],
	['video', /\.(?:mp4|webm|mov|m4v)(?:[?#].*)?$|^https?:\/\/(?:www\.)?(?:youtube\.com|youtu\.be|vimeo\.com)\//i],
	['audio', /\.(?:mp3|ogg|wav|m4a)(?:[?#].*)?$|^https?:\/\/(?:www\.)?soundcloud\.com\//i]
];

function readMedia(row: Row, plan: Plan, report: RowReport): Draft['media'] {
	const column = plan.one('media');
	const text = textAt(row, column);
	if (column === undefined || text === '') return null;
	const url = checkedUrl(text, column, report);
	if (url === null) return null;
	const kind = KINDS.find(([, pattern]) => pattern.test(url))?.[0] ?? 'document';
	const [alt, credit] = [readText(row, plan.one('media-alt')), readText(row, plan.one('media-credit'))];
	const isGraphic = readGraphic(textAt(row, plan.one('media-graphic')), plan.one('media-graphic'), report);
	return { url, kind, alt, ...(credit === '' ? {} : { credit }), ...(isGraphic ? { graphic: true } : {}) };
}

function unique(texts: readonly string[]): string[] {
	return [...new Set(texts)].filter((text) => text !== '');
}
