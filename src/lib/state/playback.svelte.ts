import type { Columns } from '$lib/core/columns.ts';
import { addTo, floorTo, type Granularity } from '$lib/core/granularity.ts';
import { ceilTo } from '$lib/core/rounding.ts';
import { sameInterval, type Interval } from '$lib/core/interval.ts';
import { nextMatch } from '$lib/core/next-match.ts';
import type { WindowIndex } from '$lib/core/window-index.ts';
import { closeWindow, moveWindow } from '$lib/core/window.ts';
import type { Explorer } from './explorer.svelte.ts';

/** Steps a second at speed 1. */
const BASE_RATE = 5;
export const SPEEDS = [0.5, 1, 2, 4, 8] as const;

/** Calls `tick` every `periodMs` until the function it returns is called. */
export type Metronome = (tick: () => void, periodMs: number) => () => void;

const realMetronome: Metronome = (tick, periodMs) => {
	const timer = setInterval(tick, periodMs);
	return () => clearInterval(timer);
};

/** The rows of the dataset, and the same by time. */
export interface Times {
	readonly columns: Columns;
	readonly index: WindowIndex;
}

/** A larger unit, for a first window to be seen moving in. */
const LARGER: Readonly<Record<Granularity, Granularity>> = {
	second: 'minute',
	minute: 'hour',
	hour: 'day',
	day: 'month',
	month: 'year',
	quarter: 'year',
	year: 'decade',
	decade: 'century',
	century: 'millennium',
	millennium: 'millennium'
};

/**
 * Plays the time window through the data by the explorer's own commands, as one gesture: each step is a preview, and the
 * end of it one commit, so that playing leaves one entry in the history. Never starts by itself; stops at the end of the
 * data, and as soon as anything else moves the window.
 */
export class Playback {
	readonly #explorer: Explorer;
	readonly #times: Times;
	readonly #metronome: Metronome;
	/** The unit shown at an instant. */
	readonly #unitAt: (ms: number) => Granularity;
	#speed = $state(1);
	#isPlaying = $state(false);
	#stop: (() => void) | null = null;
	#shown: Interval | null = null;

	constructor(
		explorer: Explorer,
		times: Times,
		unitAt: (ms: number) => Granularity,
		metronome: Metronome = realMetronome
	) {
		this.#explorer = explorer;
		this.#times = times;
		this.#unitAt = unitAt;
		this.#metronome = metronome;
	}

	get isPlaying(): boolean {
		return this.#isPlaying;
	}

	/** Times the base rate; may change while playing. */
	get speed(): number {
		return this.#speed;
	}

	setSpeed(speed: number): void {
		this.#speed = speed;
		if (this.#isPlaying) this.#start();
	}

	/** Nothing happens without a dated event to play through. */
	play(): void {
		const { extent } = this.#explorer.catalogue;
		if (this.#isPlaying || extent === null) return;
		this.#isPlaying = true;
		const opening = this.#openingWindow(extent);
		this.#show(opening);
		this.#start();
	}

	/** Ends with what is shown. */
	pause(): void {
		if (!this.#isPlaying) return;
		const isOwn = this.#isUntouched();
		this.#halt();
		if (isOwn) this.#explorer.commitWindow();
	}

	/** For the end of the page's life: nothing is written. */
	destroy(): void {
		this.#halt();
	}

	#start(): void {
		this.#stop?.();
		this.#stop = this.#metronome(() => this.#tick(), 1000 / (BASE_RATE * this.#speed));
	}

	#halt(): void {
		this.#stop?.();
		this.#stop = null;
		this.#shown = null;
		this.#isPlaying = false;
	}

	#tick(): void {
		const { extent } = this.#explorer.catalogue;
		if (extent === null || !this.#isUntouched()) return this.#halt();
		const next = this.#next(closeWindow(this.#explorer.view.filter.window, extent), extent);
		if (next === null) this.pause();
		else this.#show(next);
	}

	#show(window: Interval): void {
		this.#explorer.previewWindow(window);
		this.#shown = this.#explorer.view.filter.window;
	}

	/** False as soon as another command has set the window. */
	#isUntouched(): boolean {
		return this.#shown !== null && sameInterval(this.#shown, this.#explorer.view.filter.window);
	}

	/** The window there is, unless it stands at the end already; else a first one at the beginning of the data. */
	#openingWindow(extent: Interval): Interval {
		const { view, hasWindow } = this.#explorer;
		const unit = this.#unitAt(extent.start);
		const atStart = floorTo(extent.start, unit);
		if (hasWindow) {
			const window = closeWindow(view.filter.window, extent);
			if (window.end < extent.end && window.end > extent.start) {
				return view.play === 'instant' ? this.#unitFrom(window.start) : window;
			}
			if (view.play === 'window' && sameInterval(view.filter.window, window)) return moveWindow(window, atStart);
		}
		if (view.play !== 'window') return this.#unitFrom(extent.start);
		return { start: atStart, end: addTo(atStart, LARGER[unit], 1) };
	}

	#unitFrom(ms: number): Interval {
		const unit = this.#unitAt(ms);
		const start = floorTo(ms, unit);
		return { start, end: addTo(start, unit, 1) };
	}

	/** The window one step on, over whatever stretch is empty; `null` at the end. */
	#next(window: Interval, extent: Interval): Interval | null {
		if (window.end >= extent.end) return null;
		const { play } = this.#explorer.view;
		const moved = this.#step(window, play);
		const added = { start: play === 'cumulative' ? window.end : moved.start, end: moved.end };
		const starts = this.#matching(added);
		if (starts === null) return moved;
		if (starts === Infinity) return play === 'cumulative' ? { start: window.start, end: extent.end } : null;
		const end = this.#unitFrom(starts).end;
		if (play === 'cumulative') return { start: window.start, end };
		if (play === 'instant') return this.#unitFrom(starts);
		return moveWindow(window, end - (window.end - window.start));
	}

	#step(window: Interval, play: 'window' | 'cumulative' | 'instant'): Interval {
		if (play === 'instant') return this.#unitFrom(window.end);
		const unit = this.#unitAt(window.end - 1);
		if (play === 'cumulative') return { start: window.start, end: ceilTo(window.end + 1, unit) };
		return moveWindow(window, addTo(window.start, unit, 1));
	}

	/**
	 * `null` when an event that the other filters let pass matches `window`, else the first instant after it at which one
	 * begins to; `Infinity`: none.
	 */
	#matching(window: Interval): number | null {
		const { columns, index } = this.#times;
		return nextMatch(columns, index, this.#explorer.result.broken, window);
	}
}
