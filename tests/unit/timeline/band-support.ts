import { afterEach, beforeEach, vi } from 'vitest';
import type { Interval } from '../../../src/lib/core/interval.ts';
import { ScanEngine } from '../../../src/lib/core/scan-engine.ts';
import { Explorer } from '../../../src/lib/state/explorer.svelte.ts';
import { AxisView } from '../../../src/lib/timeline/axis-view.svelte.ts';
import { BandGestures } from '../../../src/lib/timeline/band-gestures.svelte.ts';
import { columnAt } from '../../../src/lib/timeline/bin-columns.ts';
import { momentAtPx, type Part } from '../../../src/lib/timeline/brush-model.ts';
import { scaleOptions } from '../../../src/lib/timeline/metrics.ts';
import { Scrub } from '../../../src/lib/timeline/scrub.ts';
import { day, drawn, pictureOf, realCatalogue } from './support.ts';

const ORIGIN_PX = 24;
export const window = (start: string, end: string): Interval => ({ start: day(start), end: day(end) });
export const SUMMER = window('2025-07-01', '2025-10-01');

/** Frames that come when they are asked to. */
let frames: Map<number, () => void>;
export const pendingFrames = (): number => frames.size;

export function runFrames(): void {
	const due = [...frames.values()];
	frames.clear();
	for (const frame of due) frame();
}

/** A page without a browser: its clock and its frames stand still until they are told. For the top of a file. */
export function usePage(): void {
	beforeEach(() => {
		vi.useFakeTimers();
		frames = new Map();
		let last = 0;
		vi.stubGlobal('requestAnimationFrame', (frame: () => void) => (frames.set(++last, frame), last));
		vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
		vi.stubGlobal('WheelEvent', { DOM_DELTA_PIXEL: 0, DOM_DELTA_LINE: 1 });
		stubPage({ scrolls: false });
	});
	afterEach(() => {
		vi.useRealTimers();
		vi.unstubAllGlobals();
	});
}

export function stubPage({ scrolls }: { readonly scrolls: boolean }): void {
	const page: { parent?: unknown } = {};
	page.parent = page;
	vi.stubGlobal('window', page);
	vi.stubGlobal('document', { documentElement: { scrollHeight: scrolls ? 2000 : 800, clientHeight: 800 } });
}

/** A band of 1440 px with the real data, as the page would have it, and a hand that touches it. */
export function setUp({ isMoment = false, isFixed = false, rtl = false } = {}) {
	const explorer = new Explorer(realCatalogue, new ScanEngine(realCatalogue));
	const steps: string[] = [];
	explorer.onCommit = (_view, history) => steps.push(history);
	const { contents } = drawn(realCatalogue);
	const view = new AxisView(() => ({ contents, folded: true, options: scaleOptions(1440, rtl) }));
	const picture = pictureOf(realCatalogue, 1440, { rtl });
	const captured = new Set<number>();
	const focused: Part[] = [];
	const onbegin = vi.fn();
	const root = {
		setPointerCapture: (id: number) => captured.add(id),
		hasPointerCapture: (id: number) => captured.has(id),
		releasePointerCapture: (id: number) => captured.delete(id)
	};
	const scrub = new Scrub(explorer);
	const gestures = new BandGestures({
		explorer,
		view,
		scrub,
		axis: () => picture,
		periodAt: (at) => (isMoment ? momentAtPx(at, picture) : columnAt(picture.bins.columns, at)),
		isMoment: () => isMoment,
		isFixed: () => isFixed,
		originPx: () => ORIGIN_PX,
		root: () => root as unknown as HTMLElement,
		markNear: () => null,
		focus: (part) => focused.push(part),
		onbegin
	});
	const { scale, bins } = picture;
	const px = (text: string): number => scale.toPx(day(text));
	/** Events by their place on the axis, px. */
	const pointer = (at: number, rest: Partial<PointerEvent> = {}): PointerEvent =>
		({
			clientX: at + ORIGIN_PX,
			pointerId: 1,
			pointerType: 'mouse',
			button: 0,
			buttons: 1,
			altKey: false,
			target: root,
			preventDefault: vi.fn(),
			...rest
		}) as unknown as PointerEvent;
	const mouse = (at: number, rest: Partial<MouseEvent> = {}): MouseEvent => pointer(at, { detail: 1, ...rest });
	const wheel = (at: number, rest: Partial<WheelEvent>): WheelEvent =>
		({
			...pointer(at),
			deltaX: 0,
			deltaY: 0,
			deltaMode: 0,
			shiftKey: false,
			ctrlKey: false,
			metaKey: false,
			...rest
		}) as WheelEvent;
	const column = (text: string) => {
		const found = bins.columns.find(({ start, end }) => start <= day(text) && end > day(text));
		if (found === undefined) throw new Error(`No column at ${text}.`);
		return { ...found, middle: (found.x0 + found.x1) / 2, window: { start: found.start, end: found.end } };
	};
	/** First what the band makes of a click, then, unless it keeps that to itself, the lanes. */
	const sendClick = (click: MouseEvent): void => {
		const event = { ...click, stopPropagation: vi.fn() };
		gestures.clickAnywhere(event);
		if (event.stopPropagation.mock.calls.length === 0) gestures.clickLanes(event);
	};
	/** With the pause after it that makes it more than the half of a double click. */
	const click = (at: number, rest: Partial<MouseEvent> = {}): void => {
		gestures.pressLanes(pointer(at));
		gestures.release(pointer(at, { buttons: 0 }));
		sendClick(mouse(at, rest));
		vi.advanceTimersByTime(500);
	};
	/** Moves in several steps, with a frame after each. */
	const drag = (from: number, to: number, rest: Partial<PointerEvent> = {}): void => {
		for (const share of [0.1, 0.5, 1]) {
			gestures.move(pointer(from + (to - from) * share, rest));
			runFrames();
		}
	};
	const shown = (): Interval => explorer.view.filter.window;
	return {
		explorer,
		steps,
		view,
		scrub,
		picture,
		captured,
		focused,
		onbegin,
		gestures,
		px,
		pointer,
		mouse,
		wheel,
		column,
		click,
		sendClick,
		drag,
		shown
	};
}
