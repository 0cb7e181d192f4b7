import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDataset } from '../../../src/cli/generate/dataset.mjs';
import type { Columns } from '../../../src/lib/core/columns.ts';
import type { HistoricalEvent, Place } from '../../../src/lib/core/model.ts';
import { decodeColumns } from '../../../src/lib/io/columns-codec.ts';
import { PAGE_ROWS } from '../../../src/lib/io/paged.ts';
import { MILLION_DIR } from '../../support/million.mjs';

/** ms, half-open; `null`: all time. */
export type Window = { readonly start: number; readonly end: number } | null;

/** The dataset `million` as it lies in its files, to count in by brute force. */
export interface Million {
	readonly columns: Columns;
	readonly places: readonly Place[];
	/** Of the place with the furthest neighbour: at no low zoom is it one with others. */
	readonly lonely: number;
	/** Rows that a window touches and that are meant, in list order. */
	rows(window: Window, isMeant?: (row: number) => boolean): Uint32Array;
	hasPlace(row: number, place: number): boolean;
	/** The record of a row. */
	record(row: number): HistoricalEvent;
}

export function readMillion(): Million {
	const immutable = join(MILLION_DIR, '_app', 'immutable');
	const folder = join(immutable, readdirSync(immutable)[0] ?? '');
	const decoded = decodeColumns(new Uint8Array(readFileSync(join(folder, 'columns.bin'))));
	if (!decoded.ok) throw new Error('The columns of the million events cannot be read.');
	const { columns } = decoded;
	const { places } = JSON.parse(readFileSync(join(folder, 'names.json'), 'utf8')) as { places: readonly Place[] };
	return {
		columns,
		places,
		lonely: loneliest(places),
		rows(window, isMeant = () => true) {
			const found: number[] = [];
			for (let row = 0; row < columns.rows; row++) if (isTouched(columns, row, window) && isMeant(row)) found.push(row);
			return Uint32Array.from(found);
		},
		hasPlace: (row, place) => columns.place.subarray(columns.placeAt[row], columns.placeAt[row + 1]).includes(place),
		record(row) {
			const page = readFileSync(join(folder, 'rows', `${Math.floor(row / PAGE_ROWS)}.json`), 'utf8');
			const event = (JSON.parse(page) as readonly HistoricalEvent[])[row % PAGE_ROWS];
			if (event === undefined) throw new Error(`There is no row ${row}.`);
			return event;
		}
	};
}

function isTouched({ matchAt, matchStart, matchEnd }: Columns, row: number, window: Window): boolean {
	if (window === null) return true;
	for (let at = matchAt[row] ?? 0; at < (matchAt[row + 1] ?? 0); at++)
		if ((matchStart[at] ?? 0) < window.end && (matchEnd[at] ?? 0) > window.start) return true;
	return false;
}

function loneliest(places: readonly Place[]): number {
	const nearest = places.map(({ point: a }, i) =>
		Math.min(
			...places.map(({ point: b }, k) =>
				i === k || a === null || b === null ? Infinity : Math.hypot(a[0] - b[0], a[1] - b[1])
			)
		)
	);
	return nearest.indexOf(Math.max(...nearest.filter(Number.isFinite)));
}

/**
 * How many events of the generator have every one of some words in their title or summary: from the records as they are made,
 * past all files. One pass for several searches, as it takes seconds.
 */
export function countTexts(searches: readonly (readonly string[])[]): readonly number[] {
	const counts = searches.map(() => 0);
	for (const { title, summary } of generateDataset().events()) {
		const text = `${title.en}\n${summary.en}`.toLowerCase();
		searches.forEach((words, i) => {
			if (words.every((word) => text.includes(word))) counts[i] = (counts[i] ?? 0) + 1;
		});
	}
	return counts;
}

/** What a link says of the window, days and longer; `null`: nothing. */
export function windowOf(query: string): Window {
	const parameters = new URLSearchParams(query);
	const [from, to] = [parameters.get('from'), parameters.get('to')];
	if (from === null && to === null) return null;
	return { start: from === null ? -Infinity : partsOf(from)[0], end: to === null ? Infinity : partsOf(to)[1] };
}

function partsOf(text: string): [start: number, end: number] {
	const [year = NaN, month, day] = text.split('-').map(Number);
	if (month === undefined) return [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
	if (day === undefined) return [Date.UTC(year, month - 1), Date.UTC(year, month)];
	return [Date.UTC(year, month - 1, day), Date.UTC(year, month - 1, day + 1)];
}
