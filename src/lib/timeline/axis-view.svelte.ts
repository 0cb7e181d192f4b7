import { flushSync } from 'svelte';
import { sameInterval, type Interval } from '$lib/core/interval.ts';
import { foldGaps } from './folds.ts';
import { createTimeScale, maxFolds, type ScaleOptions, type TimeScale } from './time-scale.ts';
import {
	isWhole,
	panScale,
	revealed,
	settle,
	viewportAt,
	zoomedScale,
	zoomScale,
	type AxisData,
	type Viewport
} from './viewport.ts';

/** What the axis depends on besides what is done to it. */
export interface AxisInputs {
	/** All that happens, as in `contentOf`; ms, finite. */
	readonly contents: readonly Interval[];
	readonly options: ScaleOptions;
	/** False: no gap folds. */
	readonly folded: boolean;
}

/** How much nearer a press of a button comes. */
const BUTTON_FACTOR = 2;
/** How much of the screen a press of a button moves by. */
const BUTTON_SHARE = 0.5;

/**
 * The part of the axis that is on screen, and the gaps that the reader has unfolded. It belongs to the screen and not to
 * the view that a link restores: another width has room for another part. A gesture goes by `zoomBy` and `panBy`, during
 * which no gap folds or unfolds, and ends with `rest`; everything else comes to rest at once.
 */
export class AxisView {
	readonly #inputs: () => AxisInputs;
	#viewport: Viewport | null = $state.raw(null);
	#live: TimeScale | null = $state.raw(null);
	#unfolded: readonly Interval[] = $state.raw([]);

	readonly #instants: readonly number[];
	readonly #data: AxisData = $derived.by(() => {
		const { contents, options, folded } = this.#inputs();
		return {
			contents,
			instants: this.#instants,
			maxFolds: folded ? maxFolds(options) : 0,
			unfolded: this.#unfolded
		};
	});
	/** The whole axis, whatever is on screen; `null`: nothing is dated. */
	readonly whole: TimeScale | null = $derived.by(() => {
		const { contents, maxFolds: folds, unfolded } = this.#data;
		return createTimeScale(foldGaps(contents, folds, unfolded), this.#inputs().options);
	});
	/** What is on screen. */
	readonly scale: TimeScale | null = $derived.by(() => {
		const whole = this.whole;
		if (this.#live !== null || whole === null || this.#viewport === null) return this.#live ?? whole;
		const viewport = this.#data.maxFolds > 0 ? this.#viewport : { ...this.#viewport, folds: [] };
		return zoomedScale(whole, viewport, this.#data, this.#inputs().options);
	});
	readonly isZoomed: boolean = $derived(this.scale !== null && !isWhole(this.scale));
	/** Gaps that the reader has unfolded; each can be folded again. None where nothing folds anyhow. */
	readonly unfolded: readonly Interval[] = $derived.by(() => (this.#data.maxFolds > 0 ? this.#unfolded : []));

	/** `inputs` is reactive; its `contents` are always the same. */
	constructor(inputs: () => AxisInputs) {
		this.#inputs = inputs;
		const { contents } = inputs();
		this.#instants = [...new Set(contents.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
	}

	/** Part of a gesture: what is at `anchorPx` stays there, and all beside it comes `factor` times nearer. */
	zoomBy(factor: number, anchorPx: number): void {
		if (this.scale !== null) this.#live = zoomScale(this.scale, factor, anchorPx);
	}

	/** Part of a gesture: everything moves by so many px to the right. */
	panBy(px: number): void {
		if (this.scale !== null && this.isZoomed) this.#live = panScale(this.scale, px);
	}

	/** Part of a gesture: an instant (ms) comes to the middle of the screen. */
	centreOn(ms: number): void {
		if (this.scale !== null) this.panBy(this.scale.widthPx / 2 - this.scale.toPx(ms));
	}

	/** The end of a gesture. */
	rest(): void {
		if (this.#live === null || this.whole === null) return;
		this.#viewport = settle(this.#live, this.whole, this.#data);
		this.#live = null;
	}

	/** A step in (1) or out (-1) around a place on screen, px; around the middle without one. */
	zoomStep(direction: -1 | 1, anchorPx?: number): void {
		const { scale } = this;
		if (scale === null) return;
		this.zoomBy(BUTTON_FACTOR ** direction, anchorPx ?? scale.widthPx / 2);
		this.rest();
	}

	/** Half a screen earlier (-1) or later (1). */
	panStep(direction: -1 | 1): void {
		const { scale } = this;
		if (scale === null) return;
		const onward = scale.rtl ? 1 : -1;
		this.panBy(onward * direction * scale.widthPx * BUTTON_SHARE);
		this.rest();
	}

	showWhole(): void {
		this.#live = null;
		this.#viewport = null;
	}

	/** Puts an interval (ms) on screen from edge to edge. */
	show(view: Interval): void {
		if (this.whole === null) return;
		this.#live = null;
		this.#viewport = viewportAt(view, this.whole, this.#data);
	}

	/** Moves as little as brings an interval on screen. Nothing happens where the whole axis is. */
	reveal(interval: Interval): void {
		const { scale, whole } = this;
		if (scale === null || whole === null || !this.isZoomed) return;
		const moved = revealed(scale, interval);
		if (moved === scale) return;
		this.#live = null;
		this.#viewport = settle(moved, whole, this.#data);
	}

	/** Does something else meanwhile, after which the same is on screen, whatever it has brought about. */
	hold(work: () => void): void {
		const [viewport, live] = [this.#viewport, this.#live];
		work();
		flushSync();
		[this.#viewport, this.#live] = [viewport, live];
	}

	/** For good, until it is folded again: its time takes its room on the axis. */
	unfold(gap: Interval): void {
		this.rest();
		this.#unfolded = [...this.#unfolded, { start: gap.start, end: gap.end }].sort((a, b) => a.start - b.start);
		this.#refold();
	}

	fold(gap: Interval): void {
		this.rest();
		this.#unfolded = this.#unfolded.filter((other) => !sameInterval(other, gap));
		this.#refold();
	}

	/** The same part of the axis, with its gaps looked at anew. */
	#refold(): void {
		if (this.#viewport !== null) this.show(this.#viewport.view);
	}
}
