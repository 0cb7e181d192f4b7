import { sameInterval, type Interval } from '$lib/core/interval.ts';
import type { Explorer } from '$lib/state/explorer.svelte.ts';
import type { AxisView } from './axis-view.svelte.ts';
import type { Scrub } from './scrub.ts';
import {
	beginDrag,
	beginWindow,
	dragTo,
	grabNearest,
	momentAtPx,
	stepHandle,
	stepMoment,
	type BrushAxis,
	type Drag,
	type Move,
	type Part
} from './brush-model.ts';
import { FingerAim, pick } from './finger-aim.ts';
import { createPinch, type Pinch } from './pinch.ts';

/** What the gestures work on. Each is asked for when it is needed, so that it is always the newest. */
export interface BandHost {
	readonly explorer: Explorer;
	readonly view: AxisView;
	/** Keys and clicks, which may follow each other closely. */
	readonly scrub: Scrub;
	axis(): BrushAxis;
	/** The period that a press in the lanes picks at a place on the axis, px. */
	periodAt(px: number): Interval | null;
	/** The window is a single moment: both handles move as one. */
	isMoment(): boolean;
	/** There is nothing to choose between: no gesture changes the window. */
	isFixed(): boolean;
	/** Px of the left end of the axis on the page. */
	originPx(): number;
	/** Where pointers are captured. */
	root(): HTMLElement;
	/** The mark that a finger means at a place on the screen. */
	markNear(x: number, y: number): Element | null;
	focus(part: Part): void;
	/** Before each gesture: whatever else moves the window has to end. */
	onbegin(): void;
}

/** A press that goes further than this is a drag; a finger is less exact. */
const SLOP_PX = 4;
const TOUCH_SLOP_PX = 8;
/** Turns of the wheel that follow each other this closely are one zoom. */
const WHEEL_MS = 180;
/** Zoom for a px that the wheel turns, and for one of a pinch on a touchpad, which comes in smaller pieces. */
const WHEEL_RATE = 0.0016;
const PINCH_RATE = 0.01;
/** One notch of a wheel, whose pieces are large, under Ctrl: no more than half as near again. */
const MOST_PER_TURN = 0.4;
const LINE_PX = 16;

/**
 * Pointers, wheel and keys on the band of the timeline, turned into the explorer's commands and the axis's own. One gesture
 * at a time: a second finger in the lanes ends what one finger began and zooms.
 */
export class BandGestures {
	readonly #host: BandHost;
	#held: Part | null = $state.raw(null);
	/** The period that a press has picked; the next press ends the range there. */
	#picked: Interval | null = $state.raw(null);
	#hoverPx: number | null = $state.raw(null);
	#tappedPx: number | null = $state.raw(null);

	/** What is dragged just now. */
	readonly held: Part | null = $derived(this.#held);
	/** Where the mouse is over the axis, px; `null` away from it and during a drag. */
	readonly hoverPx: number | null = $derived(this.#held === null ? this.#hoverPx : null);
	/** True after a press in the lanes, until something else sets the window. */
	readonly isPicking: boolean = $derived.by(() => this.#picked !== null && sameInterval(this.#picked, this.#window));
	/** Where a finger has picked a period, px on the axis: it leaves nothing behind that would say what comes next. */
	readonly tappedPx: number | null = $derived.by(() => (this.isPicking ? this.#tappedPx : null));

	#drag: Drag | null = null;
	#press: { readonly px: number; readonly pointerId: number } | null = null;
	readonly #finger: FingerAim;
	#pinch: Pinch | null = null;
	readonly #touches = new Map<number, number>();
	#pointerId = -1;
	#pointerPx = 0;
	/** Where the axis begins, px, as of when the drag began: asked again, the page would have to be laid out at each move. */
	#originPx = 0;
	#isFree = false;
	/** The press that has become a drag is no click. */
	#hasMoved = false;
	#beforeClick: Interval | null = null;
	#frame = 0;
	/** What the wheel has turned since the last frame. */
	#turned = { zoom: 0, panPx: 0, anchorPx: 0 };
	#wheelTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(host: BandHost) {
		this.#host = host;
		this.#finger = new FingerAim((x, y) => host.markNear(x, y));
	}

	/** A handle, or the bar of the window in the rail. */
	grab(event: PointerEvent, part: Part): void {
		this.#finger.press(event);
		this.#begin(event, (px) => beginDrag(part, this.#window, px, this.#host.axis()));
		if (this.#drag !== null) this.#finger.hold();
	}

	/** The rail: the nearer handle comes. */
	grabTrack(event: PointerEvent): void {
		this.#finger.press(event);
		// A finger may be about to scroll the page: it counts when it is lifted (`tapTrack`).
		if (event.pointerType === 'touch' && this.#drag === null) return;
		this.#begin(event, (px) => grabNearest(this.#window, px, this.#host.axis()));
		if (this.#drag !== null) this.#schedule();
	}

	tapTrack(event: MouseEvent): void {
		if (!this.#finger.isTouch || this.#host.isFixed()) return;
		const { explorer, axis, isMoment, onbegin } = this.#host;
		onbegin();
		const px = event.clientX - this.#host.originPx();
		const found = grabNearest(this.#window, px, axis());
		explorer.setWindow(isMoment() ? momentAtPx(px, axis()) : dragTo(found, px, axis()).window);
	}

	/** The lanes: a click picks a period, a drag moves the window it begins in or draws a new one. */
	pressLanes(event: PointerEvent): void {
		this.#finger.press(event);
		const px = event.clientX - this.#host.originPx();
		if (event.pointerType === 'touch') {
			this.#touches.set(event.pointerId, px);
			if (this.#touches.size === 2) return this.#beginPinch();
		}
		if (this.#drag !== null || this.#press !== null) return this.#end(true);
		if (event.button !== 0 || this.#host.isFixed()) return;
		this.#hasMoved = false;
		this.#press = { px, pointerId: event.pointerId };
	}

	/** A mark stands over the lanes: what is more than a click on it is theirs. */
	pressMark(event: PointerEvent): void {
		this.#finger.press(event);
		if (this.#drag === null && this.#pinch === null) this.#hasMoved = false;
		if (event.target instanceof Element && event.target.closest('[data-mark]') !== null) this.pressLanes(event);
	}

	move(event: PointerEvent): void {
		const px = event.clientX - (this.#drag === null ? this.#host.originPx() : this.#originPx);
		if (this.#touches.has(event.pointerId)) this.#touches.set(event.pointerId, px);
		if (this.#pinch !== null) return this.#schedule();
		// Let go of where nobody saw it.
		if (event.buttons === 0) this.#press = null;
		if (this.#press?.pointerId === event.pointerId) this.#turnIntoDrag(event, this.#press.px);
		if (this.#drag === null) {
			if (event.pointerType === 'mouse') this.#hover(px);
			return;
		}
		if (event.pointerId !== this.#pointerId) return;
		if (this.#finger.isStill(event)) return;
		this.#pointerPx = px;
		this.#isFree = event.altKey;
		this.#schedule();
	}

	release(event: PointerEvent): void {
		this.#touches.delete(event.pointerId);
		if (this.#pinch !== null) return this.#endPinch();
		if (this.#press?.pointerId === event.pointerId) this.#press = null;
		if (this.#drag === null || event.pointerId !== this.#pointerId) return;
		if (this.#frame !== 0) this.#show();
		const meant = this.#finger.lift();
		this.#end(true);
		if (meant !== null) pick(meant);
	}

	/** The browser has taken the pointer away. */
	cancel(event: PointerEvent): void {
		this.#touches.delete(event.pointerId);
		if (this.#press?.pointerId === event.pointerId) this.#press = null;
		if (this.#pinch !== null) this.#endPinch();
		else if (event.pointerId === this.#pointerId) this.#end(false);
	}

	/** What the lanes or a mark had of the pointer went over to the band: only what the band itself loses counts. */
	lost(event: PointerEvent): void {
		if (event.pointerId === this.#pointerId && event.target === this.#host.root()) this.#end(true);
	}

	/** A press that has become a drag, or a pinch, is no click on what lies under it. */
	clickAnywhere(event: MouseEvent): void {
		if (!this.#hasMoved) return this.#aim(event);
		this.#hasMoved = false;
		// A click by the keyboard has no press before it.
		if (event.detail === 0) return;
		event.stopPropagation();
		event.preventDefault();
	}

	/** A finger gets what it came down nearest to. */
	#aim(event: MouseEvent): void {
		const meant = this.#finger.meant(event);
		if (meant === undefined) return;
		event.stopPropagation();
		if (meant === null) this.clickLanes(event);
		else pick(meant);
	}

	leave(): void {
		this.#hoverPx = null;
	}

	/** A click in the lanes: the first picks a period, the next the last one of a range; with Shift it is the next already. */
	clickLanes(event: MouseEvent): void {
		if (event.detail > 1 || this.#host.isFixed()) return;
		const { scrub, periodAt, isMoment, onbegin } = this.#host;
		const px = event.clientX - this.#host.originPx();
		const window = this.#window;
		const period = periodAt(px);
		if (period === null) return;
		onbegin();
		if (!scrub.isPending) this.#beforeClick = window;
		const first = isMoment() ? null : this.#firstOfRange(event.shiftKey, window);
		const isRange = first !== null && !sameInterval(first, period);
		const next = isRange
			? { start: Math.min(first.start, period.start), end: Math.max(first.end, period.end) }
			: period;
		this.#picked = isRange || isMoment() ? null : period;
		this.#tappedPx = this.#finger.isTouch ? px : null;
		// Committed after a pause: it may become a double click, which picks nothing.
		if (!sameInterval(next, window)) scrub.set(next);
	}

	/** Comes nearer, and takes back what the first of the two clicks has picked. */
	doubleClickLanes(event: MouseEvent): void {
		const { explorer, scrub, view } = this.#host;
		const before = this.#beforeClick;
		// The window from before may lie elsewhere; what is come near to is what is pointed at.
		view.hold(() => {
			if (!scrub.cancel() && before !== null && !sameInterval(before, this.#window))
				explorer.setWindow(before, 'replace');
		});
		this.#picked = null;
		view.zoomStep(event.shiftKey ? -1 : 1, event.clientX - this.#host.originPx());
	}

	/** Zooms, or pans when it turns sideways or with Shift. Where the page itself scrolls, zooming takes Ctrl or Cmd. */
	wheel(event: WheelEvent): void {
		const { view } = this.#host;
		const scale = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE_PX;
		const [dx, dy] = [event.deltaX * scale, event.deltaY * scale];
		const isPan = Math.abs(dx) > Math.abs(dy) || event.shiftKey;
		const isPinch = event.ctrlKey || event.metaKey;
		if (isPan ? !view.isZoomed : !isPinch && doesPageScroll()) return;
		event.preventDefault();
		const rate = event.ctrlKey ? PINCH_RATE : WHEEL_RATE;
		const turn = event.ctrlKey ? Math.max(-MOST_PER_TURN, Math.min(-dy * rate, MOST_PER_TURN)) : -dy * rate;
		const { zoom, panPx } = this.#turned;
		this.#turned = {
			zoom: isPan ? zoom : zoom + turn,
			panPx: isPan ? panPx - (dx === 0 ? dy : dx) : panPx,
			anchorPx: event.clientX - this.#host.originPx()
		};
		this.#schedule();
		clearTimeout(this.#wheelTimer);
		this.#wheelTimer = setTimeout(() => this.#restWheel(), WHEEL_MS);
	}

	/** A key on a handle. */
	key(part: 'from' | 'to', move: Move): void {
		const { scrub, view, axis, isMoment, isFixed, onbegin } = this.#host;
		if (isFixed()) return;
		onbegin();
		const next = isMoment() ? stepMoment(this.#window, move, axis()) : stepHandle(part, this.#window, move, axis());
		scrub.set(next);
		const at = part === 'from' ? next.start : next.end;
		view.reveal({ start: at, end: at });
	}

	/** Back to what was before the gesture; false when there is none. */
	escape(): boolean {
		this.#picked = null;
		if (this.#drag === null) return this.#host.scrub.cancel();
		this.#end(false);
		return true;
	}

	destroy(): void {
		cancelAnimationFrame(this.#frame);
		if (this.#wheelTimer !== undefined) this.#restWheel();
	}

	get #window(): Interval {
		return this.#host.explorer.view.filter.window;
	}

	#begin(event: PointerEvent, start: (px: number) => Drag): void {
		if (this.#drag !== null) return this.#end(true);
		if (event.button !== 0 || this.#host.isFixed()) return;
		event.preventDefault();
		this.#capture(event, start(event.clientX - this.#host.originPx()));
	}

	#capture(event: PointerEvent, drag: Drag): void {
		const { onbegin, focus, root, originPx } = this.#host;
		onbegin();
		this.#host.scrub.commit();
		this.#picked = null;
		this.#press = null;
		this.#drag = drag;
		this.#held = drag.part;
		this.#originPx = originPx();
		this.#pointerPx = event.clientX - this.#originPx;
		this.#isFree = event.altKey;
		this.#pointerId = event.pointerId;
		root().setPointerCapture(event.pointerId);
		focus(drag.part);
	}

	#turnIntoDrag(event: PointerEvent, fromPx: number): void {
		const px = event.clientX - this.#host.originPx();
		if (Math.abs(px - fromPx) < (event.pointerType === 'touch' ? TOUCH_SLOP_PX : SLOP_PX)) return;
		const { explorer, axis } = this.#host;
		const window = this.#window;
		const at = axis().scale.toInstant(fromPx);
		const isInside = explorer.hasWindow && at >= window.start && at < window.end;
		this.#press = null;
		this.#hasMoved = true;
		this.#capture(
			event,
			isInside ? beginDrag('body', window, fromPx, axis()) : beginWindow(window, fromPx, axis(), event.altKey)
		);
	}

	#schedule(): void {
		this.#frame ||= requestAnimationFrame(() => this.#show());
	}

	/** The one step of a frame: where the gesture has come to, shown everywhere. */
	#show(): void {
		cancelAnimationFrame(this.#frame);
		this.#frame = 0;
		this.#turn();
		if (this.#pinch !== null) return this.#pinch.move([...this.#touches.values()]);
		if (this.#drag === null) return;
		const { explorer, axis, isMoment } = this.#host;
		if (isMoment()) return explorer.previewWindow(momentAtPx(this.#pointerPx, axis()));
		const moved = dragTo(this.#drag, this.#pointerPx, axis(), this.#isFree);
		this.#held = moved.part;
		explorer.previewWindow(moved.window);
	}

	#end(isCommitted: boolean): void {
		this.#press = null;
		this.#finger.lift();
		if (this.#drag === null) return;
		cancelAnimationFrame(this.#frame);
		this.#frame = 0;
		const part = this.#held;
		const { explorer, root, focus } = this.#host;
		this.#drag = null;
		this.#held = null;
		if (root().hasPointerCapture(this.#pointerId)) root().releasePointerCapture(this.#pointerId);
		if (isCommitted) explorer.commitWindow();
		else explorer.cancelPreview();
		if (part !== null) focus(part);
	}

	#turn(): void {
		const { zoom, panPx, anchorPx } = this.#turned;
		this.#turned = { zoom: 0, panPx: 0, anchorPx };
		if (panPx !== 0) this.#host.view.panBy(panPx);
		if (zoom !== 0) this.#host.view.zoomBy(Math.exp(zoom), anchorPx);
	}

	#restWheel(): void {
		clearTimeout(this.#wheelTimer);
		this.#wheelTimer = undefined;
		this.#turn();
		this.#host.view.rest();
	}

	#beginPinch(): void {
		this.#end(false);
		this.#press = null;
		this.#hasMoved = true;
		const { view, root } = this.#host;
		// Wherever it is lifted, the band has to hear of it.
		for (const pointerId of this.#touches.keys()) root().setPointerCapture(pointerId);
		this.#pinch = createPinch([...this.#touches.values()], {
			zoomBy: (factor, px) => view.zoomBy(factor, px),
			panBy: (px) => view.panBy(px)
		});
	}

	#endPinch(): void {
		if (this.#frame !== 0) this.#show();
		this.#pinch = null;
		this.#press = null;
		this.#host.view.rest();
	}

	#hover(px: number): void {
		this.#hoverPx = Math.min(Math.max(px, 0), this.#host.axis().scale.widthPx);
	}

	#firstOfRange(isExtended: boolean, window: Interval): Interval | null {
		if (isExtended) return Number.isFinite(window.start) && Number.isFinite(window.end) ? window : null;
		return this.isPicking ? this.#picked : null;
	}
}

/** In a frame the page around it may scroll; nobody can tell. */
function doesPageScroll(): boolean {
	const { scrollHeight, clientHeight } = document.documentElement;
	return window.parent !== window || scrollHeight > clientHeight;
}
