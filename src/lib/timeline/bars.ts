import type { Histogram } from '$lib/core/histogram.ts';
import type { BinColumn } from './bin-columns.ts';
import type { Metrics } from './metrics.ts';
import type { Row } from './rows.ts';

/** Paths (`d`); x as on the axis, y is 0 at it and upwards negative, px. */
export interface BarPaths {
	/** One for each category slot that has any, from below. */
	readonly slots: readonly { readonly slot: number; readonly certain: string; readonly possible: string }[];
	/** For each row that has bars: where the tallest would end, where all begin, and how many events that is. */
	readonly tops: readonly {
		readonly y: number;
		readonly baseY: number;
		readonly count: number;
		/** All events of the row, whatever the filters; behind. */
		readonly ghost: string;
		/** Some of the ghost is cut off, so that the bars can be seen. */
		readonly isCut: boolean;
	}[];
}

/** What is too small to be seen is drawn this high all the same. */
const LEAST_PX = 1.5;
/** The ghost may be so many times as high as the highest bar; beyond, it is cut off, or nothing else would be seen. */
const GHOST_TIMES = 2.5;
/** Between two bars, where they are wide enough. */
const GAP_PX = 1;
const HEADROOM_PX = 3;

/**
 * Stacked bars: below, what certainly was in the period, by category; above it, what may have been, by category too. All
 * rows share one scale, linear from 0. Column `i` is bin `i` of both histograms.
 */
export function barPaths(
	columns: readonly BinColumn[],
	counted: Histogram,
	all: Histogram,
	rows: readonly Row[],
	metrics: Pick<Metrics, 'lanePx'>
): BarPaths {
	const binned = rows.filter(({ strip }) => strip > 0);
	const most = Math.max(0, ...binned.map((row) => tallest(counted, row)));
	const mostOfAll = Math.max(0, ...binned.map((row) => tallest(all, row)));
	const scaleTo = most === 0 ? mostOfAll : Math.min(mostOfAll, Math.ceil(most * GHOST_TIMES));
	const paths = new Map<number, { certain: string; possible: string }>();
	const tops: { y: number; baseY: number; count: number; ghost: string; isCut: boolean }[] = [];
	for (const row of binned) {
		const roomPx = row.strip * metrics.lanePx - HEADROOM_PX;
		const pxPerEvent = roomPx / Math.max(1, scaleTo);
		const baseY = -row.lane * metrics.lanePx;
		const slots = slotsOf(counted, row);
		let ghost = '';
		columns.forEach((column, bin) => {
			const ghostPx = heightOf(sum(all, bin, slotsOf(all, row)), pxPerEvent, roomPx);
			if (ghostPx > 0) ghost += bar(column, baseY, ghostPx);
			const parts = (['certain', 'possible'] as const).flatMap((kind) =>
				slots.flatMap((slot) => {
					const count = counted[kind][bin * counted.slots + slot] ?? 0;
					return count === 0 ? [] : [{ kind, slot, px: heightOf(count, pxPerEvent, roomPx) }];
				})
			);
			// Many parts that are each drawn higher than they are would lift the whole above its row, or its ghost.
			const wholePx = heightOf(sum(counted, bin, slots), pxPerEvent, roomPx);
			const shrink = wholePx / parts.reduce((total, { px }) => total + px, 0);
			let y = baseY;
			for (const { kind, slot, px } of parts) {
				const path = paths.get(slot) ?? { certain: '', possible: '' };
				path[kind] += bar(column, y, px * shrink);
				paths.set(slot, path);
				y -= px * shrink;
			}
		});
		tops.push({ y: baseY - roomPx, baseY, count: scaleTo, ghost, isCut: mostOfAll > scaleTo });
	}
	const slots = [...paths].sort(([a], [b]) => a - b).map(([slot, path]) => ({ slot, ...path }));
	return { slots, tops };
}

function heightOf(count: number, pxPerEvent: number, roomPx: number): number {
	return count === 0 ? 0 : Math.min(Math.max(LEAST_PX, count * pxPerEvent), roomPx);
}

function bar({ x0, x1 }: BinColumn, y: number, heightPx: number): string {
	const width = x1 - x0 > 3 * GAP_PX ? x1 - x0 - GAP_PX : x1 - x0;
	return `M${x0.toFixed(1)},${y.toFixed(1)}h${width.toFixed(1)}v${(-heightPx).toFixed(1)}h${(-width).toFixed(1)}z`;
}

function slotsOf({ slots }: Histogram, { slot }: Row): readonly number[] {
	return slot === null ? Array.from({ length: slots }, (_, i) => i) : [slot];
}

function sum({ certain, possible, slots }: Histogram, bin: number, of: readonly number[]): number {
	return of.reduce(
		(total, slot) => total + (certain[bin * slots + slot] ?? 0) + (possible[bin * slots + slot] ?? 0),
		0
	);
}

function tallest(histogram: Histogram, row: Row): number {
	const slots = slotsOf(histogram, row);
	let most = 0;
	for (let bin = 0; bin < histogram.starts.length; bin++) most = Math.max(most, sum(histogram, bin, slots));
	return most;
}
