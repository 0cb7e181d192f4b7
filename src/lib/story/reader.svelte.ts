import { idOfStep, stepAt, stepOfHash } from './step-at.ts';

/** Part of the room for text, from where a step that is gone to begins, at which the eye is. */
const EYE = 0.35;
/** The address follows when the page has come to rest. */
const REST_MS = 400;
/** A scroll that has ended and is not going on after this time was the last one. */
const ARRIVED_MS = 200;
/** A page that has come to rest stands so near to where it was to go. */
const NEAR_PX = 4;

/**
 * Which step is being read: the one where the eye is, as the page scrolls. The page scrolls by itself and by nobody else, but
 * for `go`. No step is one of history.
 */
export class Reader {
	readonly #steps: number;
	#current = $state(0);
	/** Where `go` is on its way to: steps that it passes are not read. */
	#target: number | null = null;
	/** The page scrolls to the target; else the reader turned to it where it is. */
	#isGoing = false;
	#frame = 0;
	#landing = 0;
	#rest: ReturnType<typeof setTimeout> | undefined;
	#arrival: ReturnType<typeof setTimeout> | undefined;

	constructor(steps: number) {
		this.#steps = steps;
	}

	/** An index. */
	get current(): number {
		return this.#current;
	}

	/** Scrolls to a step, or as near as the page goes; beyond the ends there is nothing. */
	go(index: number): void {
		if (index < 0 || index >= this.#steps) return;
		this.hold(index);
		this.#isGoing = true;
		const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
		document.getElementById(idOfStep(index))?.scrollIntoView({ behavior, block: 'start' });
	}

	/** The reader turns to a step that is in view; it is read until the page scrolls by hand. */
	hold(index: number): void {
		this.#target = index;
		this.#isGoing = false;
		this.#set(index);
	}

	/** To be called once the steps are in the page. Returns what ends it. */
	follow(): () => void {
		this.#read();
		const ending = new AbortController();
		const { signal } = ending;
		const onscroll = (): void => {
			clearTimeout(this.#arrival);
			cancelAnimationFrame(this.#landing);
			if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#read());
		};
		const byHand = (): void => {
			this.#target = null;
		};
		addEventListener('scroll', onscroll, { passive: true, signal });
		addEventListener('resize', onscroll, { passive: true, signal });
		for (const gesture of ['wheel', 'touchmove', 'hashchange'] as const)
			addEventListener(gesture, byHand, { passive: true, signal });
		// Where `go` has come to rest it has arrived, even if the page is too short for the step to be where the eye is. A scroll
		// that another one takes over ends too, and the other goes on at once: a frame in which it does says so before this is called.
		const arrive = (): void => {
			const wasGoingTo = this.#isGoing ? this.#target : null;
			byHand();
			// Led elsewhere on the way, by the scroll bar for one.
			if (wasGoingTo !== null && !this.#isAt(wasGoingTo)) this.#read();
		};
		const land = (): void => void (this.#landing = requestAnimationFrame(arrive));
		addEventListener('scrollend', () => (this.#arrival = setTimeout(land, ARRIVED_MS)), { passive: true, signal });
		addEventListener(
			'keydown',
			({ key }) => {
				if (SCROLLING.has(key)) byHand();
			},
			{ signal }
		);
		return () => {
			ending.abort();
			cancelAnimationFrame(this.#frame);
			cancelAnimationFrame(this.#landing);
			clearTimeout(this.#rest);
			clearTimeout(this.#arrival);
		};
	}

	#read(): void {
		this.#frame = 0;
		const step = stepAt(this.#positions());
		if (this.#target !== null && step !== this.#target) return;
		this.#target = null;
		this.#set(step);
	}

	/** The page stands where `go` brings it: at the beginning of the step, or as near as it goes. */
	#isAt(index: number): boolean {
		const { tops, above, isAtEnd } = this.#positions();
		const padding = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
		const px = (tops[index] ?? 0) - above - padding;
		return Math.abs(px) < NEAR_PX || (px > 0 && isAtEnd) || (px < 0 && scrollY <= 0);
	}

	#positions(): Parameters<typeof stepAt>[0] & { readonly above: number } {
		const steps = Array.from({ length: this.#steps }, (_, index) => document.getElementById(idOfStep(index)));
		const [first] = steps;
		// Where there is something above the text that stays, steps keep clear of it.
		const above = first ? parseFloat(getComputedStyle(first).scrollMarginTop) || 0 : 0;
		return {
			above,
			tops: steps.map((step) => step?.getBoundingClientRect().top ?? Infinity),
			line: above + (innerHeight - above) * EYE,
			isAtEnd: scrollY > 0 && Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight - 1
		};
	}

	#set(index: number): void {
		if (index === this.#current) return;
		this.#current = index;
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => this.#write(), REST_MS);
	}

	/** As views are written, past the router: to it this is one page. */
	#write(): void {
		if (stepOfHash(location.hash, this.#steps) === this.#current) return;
		try {
			history.replaceState(history.state, '', `${location.pathname}${location.search}#${idOfStep(this.#current)}`);
		} catch {
			// A browser that finds it too often keeps the older address until the next step.
		}
	}
}

const SCROLLING: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']);
