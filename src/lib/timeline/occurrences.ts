import type { Columns } from '$lib/core/columns.ts';
import { MAX_INSTANT } from '$lib/core/instant.ts';
import type { Interval } from '$lib/core/interval.ts';

/** How many events begin about an instant (ms). */
export interface Onset {
	readonly at: number;
	readonly events: number;
}

/** The extent of a dataset is looked at in so many equal parts: finer than any screen. */
const PARTS = 4096;

/**
 * When anything happens, for the axis and its overview, of events too many to be drawn one by one: stretches without a gap
 * that a screen could show, each from its first to its last instant (ms, half-open, finite), and where events begin; `lone` are
 * those stretches that are one event. One pass.
 */
export function occurrencesOf(
	{ matchStart, matchEnd }: Pick<Columns, 'matchStart' | 'matchEnd'>,
	extent: Interval | null
): { readonly contents: readonly Interval[]; readonly lone: readonly Interval[]; readonly onsets: readonly Onset[] } {
	if (extent === null) return { contents: [], lone: [], onsets: [] };
	const partMs = Math.max(1, (extent.end - extent.start) / PARTS);
	const partOf = (ms: number): number => Math.max(0, Math.min(PARTS - 1, Math.floor((ms - extent.start) / partMs)));
	const [first, last] = [new Float64Array(PARTS).fill(Infinity), new Float64Array(PARTS).fill(-Infinity)];
	// How many go on from each part to the next: first the changes, then their sums.
	const through = new Int32Array(PARTS + 1);
	const begun = new Uint32Array(PARTS);
	for (let i = 0; i < matchStart.length; i++) {
		const start = Math.max(matchStart[i] ?? 0, extent.start, -MAX_INSTANT);
		const end = Math.min(matchEnd[i] ?? 0, extent.end, MAX_INSTANT);
		const [from, to] = [partOf(start), partOf(Math.max(start, end - 1))];
		first[from] = Math.min(first[from] ?? start, start);
		last[to] = Math.max(last[to] ?? end, end);
		through[from] = (through[from] ?? 0) + 1;
		through[to] = (through[to] ?? 0) - 1;
		begun[from] = (begun[from] ?? 0) + 1;
	}
	const [contents, lone]: [Interval[], Interval[]] = [[], []];
	const onsets: Onset[] = [];
	let [running, start, end, within] = [0, Infinity, -Infinity, 0];
	for (let part = 0; part < PARTS; part++) {
		const events = begun[part] ?? 0;
		within += events;
		start = Math.min(start, first[part] ?? Infinity);
		end = Math.max(end, last[part] ?? -Infinity);
		running += through[part] ?? 0;
		if (running === 0 && start < end) {
			contents.push({ start, end });
			if (within === 1) lone.push({ start, end });
			[start, end, within] = [Infinity, -Infinity, 0];
		}
		if (events > 0) onsets.push({ at: extent.start + (part + 0.5) * partMs, events });
	}
	return { contents, lone, onsets };
}

/** Rows that a part of the axis touches, in list order; `null` when they are more than `most`. One pass. */
export function rowsWithin(
	{ rows, matchAt, matchStart, matchEnd }: Columns,
	{ start, end }: Interval,
	most: number
): readonly number[] | null {
	const found: number[] = [];
	for (let row = 0; row < rows; row++) {
		const last = matchAt[row + 1] ?? 0;
		for (let span = matchAt[row] ?? 0; span < last; span++) {
			if ((matchStart[span] ?? 0) >= end || (matchEnd[span] ?? 0) <= start) continue;
			if (found.length === most) return null;
			found.push(row);
			break;
		}
	}
	return found;
}
