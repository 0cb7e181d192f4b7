import { finestStep, segmentEdges, type BinEdges, type BinStep } from '$lib/core/bins.ts';
import type { Interval } from '$lib/core/interval.ts';
import type { Precision } from './steps.ts';
import { segmentsInView, type TimeScale } from './time-scale.ts';

/** A calendar period across the band: its instants (ms, half-open) and its px on screen, `x0 < x1`. */
export interface BinColumn extends Interval {
	readonly x0: number;
	readonly x1: number;
}

/** Columns in the order of time, and the same as edges to count by: column `i` is bin `i` of them. */
export interface BinColumns {
	readonly columns: readonly BinColumn[];
	readonly edges: BinEdges;
	/** What kind of period they are; `null`: of several kinds. */
	readonly step: BinStep | null;
}

/** `bars` are looked at, `targets` are pressed, `rows` are read in a table: the least that a period is wide. */
const LEAST_PX = { bars: 6, targets: 24, rows: 72 };

/**
 * Calendar periods for what is on screen, each stretch of the axis by the finest step that it has room for. A period that
 * is cut by a folded gap or by the edge of the screen is counted whole and drawn as far as it is seen.
 */
export function columnsOf(scale: TimeScale, precision: Precision, kind: keyof typeof LEAST_PX): BinColumns {
	const segments = segmentsInView(scale);
	const steps = segments.map((segment) => {
		const msPerPx = (segment.end - segment.start) / (segment.x1 - segment.x0);
		return finestStep(msPerPx * LEAST_PX[kind], precision);
	});
	const edges = segmentEdges(segments, steps);
	const columns = segments.flatMap((segment, i) => {
		const list = edges[i] ?? [];
		const px = (ms: number): number => Math.min(Math.max(scale.toPx(ms), segment.x0), segment.x1);
		return Array.from({ length: list.length - 1 }, (_, bin): BinColumn => {
			const [start, end] = [list[bin] ?? 0, list[bin + 1] ?? 0];
			const [a, b] = [px(start), px(end)];
			return { start, end, x0: Math.min(a, b), x1: Math.max(a, b) };
		});
	});
	const [step = null] = steps;
	return { columns, edges, step: steps.every((other) => other === step) ? step : null };
}

/** The column at a place on the axis, px, else the nearest. */
export function columnAt(columns: readonly BinColumn[], px: number): BinColumn | null {
	let nearest: BinColumn | null = null;
	let distance = Infinity;
	for (const column of columns) {
		const away = Math.max(column.x0 - px, px - column.x1, 0);
		if (away >= distance) continue;
		[nearest, distance] = [column, away];
	}
	return nearest;
}
