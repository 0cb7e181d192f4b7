import type { Reach, RowList, WindowIndex } from './window-index.ts';

/** Rules that rows break, the window aside. */
export interface Mask {
	/** Bits of `RULE` for each row. */
	readonly broken: Uint16Array;
	/** No rule asks for anything: nothing is broken. */
	readonly isEmpty: boolean;
}

/** What a counter counts of a row. */
export interface Tally {
	/** What starting from nothing costs, in events. */
	readonly clearCost: number;
	/** Starts from nothing, with a mask. */
	reset(mask: Mask): void;
	/** Counts the rows of `list` from `from` up to and without `to`; with a `sign` of -1 they are taken off. */
	add(list: RowList, from: number, to: number, sign: 1 | -1): void;
	/** Before all that is counted for one window: about how many rows that will be. */
	prepare?(rows: number): void;
	/** After all of it. */
	settle?(): void;
}

/**
 * Keeps a tally of what a window touches. From one window to the next it counts what enters and takes off what leaves; or
 * takes off all of the old and counts all of the new; or starts from nothing: whatever takes the fewest events, as the
 * index tells before any is touched. Each counter goes from its own last window.
 */
export class Counter<T extends Tally> {
	readonly tally: T;
	readonly #index: WindowIndex;
	readonly #byStart: RowList;
	readonly #byEnd: RowList;
	#mask: Mask | null = null;
	#reach: Reach | null = null;

	constructor(index: WindowIndex, tally: T) {
		this.#index = index;
		this.tally = tally;
		this.#byStart = { rows: index.spans.startRow, places: index.byStart };
		this.#byEnd = { rows: index.spans.endRow, places: index.byEnd };
	}

	/** The tally for one window and mask. */
	count(reach: Reach, mask: Mask): T {
		const before = this.#mask === mask ? this.#reach : null;
		if (before === reach) return this.tally;
		this.#reach = reach;
		this.#mask = mask;
		const afresh = reach.cost + this.tally.clearCost;
		const swap = before === null ? Infinity : before.cost + reach.cost;
		const step =
			before === null ? Infinity : Math.abs(reach.started - before.started) + Math.abs(reach.ended - before.ended);
		this.tally.prepare?.(Math.min(step, swap, afresh));
		if (before !== null && step <= Math.min(swap, afresh)) this.#step(before, reach);
		else if (before !== null && swap <= afresh) {
			this.#whole(before, -1);
			this.#whole(reach, 1);
		} else {
			this.tally.reset(mask);
			this.#whole(reach, 1);
		}
		if (before !== null && Math.min(step, swap) <= afresh) this.#exceptions(before, -1);
		this.#exceptions(reach, 1);
		this.tally.settle?.();
		return this.tally;
	}

	#step(from: Reach, to: Reach): void {
		this.#range(this.#byStart, from.started, to.started, 1);
		this.#range(this.#byEnd, from.ended, to.ended, -1);
	}

	#range(list: RowList, from: number, to: number, sign: 1 | -1): void {
		if (from < to) this.tally.add(list, from, to, sign);
		else if (to < from) this.tally.add(list, to, from, sign === 1 ? -1 : 1);
	}

	/** All spans that a window meets. */
	#whole(reach: Reach, sign: 1 | -1): void {
		this.#range(this.#byStart, reach.begun, reach.started, sign);
		const { list, length } = reach.runningList;
		this.#range(list, 0, length, sign);
	}

	/** Rows of which it meets the span in a gap do not belong to it; loose ones do when there is no window. */
	#exceptions(reach: Reach, sign: 1 | -1): void {
		this.#rows(reach.inGap, sign === 1 ? -1 : 1);
		if (reach.isOpen) this.#rows(this.#index.loose, sign);
	}

	#rows(rows: Uint32Array, sign: 1 | -1): void {
		if (rows.length > 0) this.tally.add({ rows, places: null }, 0, rows.length, sign);
	}
}
