import { around, BEYOND, covers, heightOf, pointAt, scrollOf, type Range } from './windowing.ts';

/** Where the reader is in the list. */
export interface Anchor {
	/** The first row seen, as a position. */
	readonly index: number;
	/** px from the top of the view to its top; negative when it is cut. */
	readonly down: number;
	/** The list begins in view: what changes shows its beginning. */
	readonly isAtTop: boolean;
	/** How many rows are seen. */
	readonly seen: number;
}

/** Until one is measured. */
const ROW_HEIGHT = 56;
/** ms without scrolling after which the list is put in its place; nothing waits for it. */
const REST = 150;

/**
 * Holds the rows that are drawn (`block`, in flow) at their place in a box as high as the whole list (`box`), and
 * says which rows to draw as the view moves over it. What is seen stays where it is when rows above it are drawn, measured
 * or taken away: then the block moves, and once scrolling rests, view and block move together to where the list says.
 * One reads all heights in one go, after a scroll or a change, and never while frozen.
 */
export class Frame {
	#box: HTMLElement;
	#block: HTMLElement;
	/** The nearest box that scrolls; `null`: the page. */
	#scroller: HTMLElement | null = null;
	/** Draws these rows before it returns. */
	#draw: (range: Range) => void;
	/** Of `anchor.index`, whenever it has been looked at. */
	#noted: (index: number) => void;
	#rested: () => void;
	#range: Range = { from: 0, to: 0 };
	#count = 0;
	#rowHeight = ROW_HEIGHT;
	#measured = false;
	#height = 0;
	#top = 0;
	#anchor: Anchor = { index: 0, down: 0, isAtTop: true, seen: BEYOND };
	/** px of the box above the view, when the rows in it were last looked at. */
	#scroll = 0;
	/** The first row seen, and how far it is down the block. */
	#kept: { row: HTMLElement; down: number } | null = null;
	#isFrozen = false;
	/** All rows stand in the page, and nothing has to be placed. */
	#isWhole = false;
	/** A page that was turned to stays whole as long as nothing else is seen. */
	#isPage = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#stop: () => void;

	constructor(
		box: HTMLElement,
		block: HTMLElement,
		draw: (range: Range) => void,
		noted: (index: number) => void,
		rested: () => void
	) {
		[this.#box, this.#block, this.#draw, this.#noted, this.#rested] = [box, block, draw, noted, rested];
		const onscroll = (): void => this.look();
		// Rows that come, wrap anew or get other fonts: what is seen stays where it is.
		const observer = new ResizeObserver(() => this.#hold());
		observer.observe(block);
		// Scrolling does not bubble; captured, it is heard whichever box scrolls.
		const options = { capture: true, passive: true };
		document.addEventListener('scroll', onscroll, options);
		window.addEventListener('resize', onscroll);
		this.#stop = () => {
			observer.disconnect();
			clearTimeout(this.#timer);
			document.removeEventListener('scroll', onscroll, options);
			window.removeEventListener('resize', onscroll);
		};
	}

	get anchor(): Anchor {
		return this.#anchor;
	}

	/** The box that scrolls the list; `null`: the page. */
	get scroller(): HTMLElement | null {
		return this.#scroller;
	}

	destroy(): void {
		this.#stop();
	}

	/** Rows are about to be drawn that nothing is known of: everything stays where it is, and nothing is read. */
	freeze(): void {
		if (this.#isFrozen) return;
		this.look();
		const { scroll, view } = this.#measure();
		this.#isFrozen = true;
		clearTimeout(this.#timer);
		this.#setHeight(Math.max(this.#box.clientHeight, this.#anchor.isAtTop ? view : 0));
		this.#place(this.#anchor.isAtTop ? 0 : Math.max(0, scroll));
		this.#box.classList.remove('whole');
	}

	/** Other rows have been drawn: `range` of `count`. The row at `index` is put `down` px below the top of the view. */
	take(
		range: Range,
		count: number,
		whole: boolean,
		{ index, down, isAtTop }: Pick<Anchor, 'index' | 'down' | 'isAtTop'>
	): void {
		this.#isFrozen = false;
		this.#isPage = false;
		[this.#range, this.#count, this.#isWhole] = [range, count, whole];
		this.#box.classList.toggle('whole', whole);
		if (whole) {
			this.#place(0);
			this.#setHeight(0);
			return;
		}
		this.#weigh();
		this.#setHeight(heightOf(count, this.#rowHeight));
		if (isAtTop) this.#place(0);
		else this.#bring(index, down);
		this.look();
	}

	/** Shows rows as a page: the row at `index` at the top of the view, `clear` px below it. */
	open(range: Range, index: number, clear: number): void {
		this.#range = range;
		this.#draw(range);
		this.#bring(index, clear);
		this.#isPage = true;
		this.look();
	}

	/** Draws what the view has come to, if it is not drawn yet. */
	look(): void {
		if (this.#isFrozen || this.#count === 0) return;
		this.#scroller = scrollerOf(this.#box);
		if (this.#isWhole) return this.#note(this.#measure());
		let place = this.#measure();
		if (place.scroll < this.#height && place.scroll + place.view > 0) {
			const block = this.#block.getBoundingClientRect();
			if (block.bottom <= place.top || block.top >= place.top + place.view) this.#jump(place);
			else this.#follow(place, block);
			this.#mend(false);
			place = this.#measure();
		}
		this.#note(place);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#rest(), REST);
	}

	/** Scrolling has come to rest: the height of the list is what is known by now, and the view where that has it. */
	#rest(): void {
		if (this.#isFrozen || this.#isWhole) return;
		// Scrolled again, and the browser has not said so yet: what is drawn is not where the reader is.
		if (Math.abs(this.#measure().scroll - this.#scroll) >= 1) return this.look();
		const before = this.#height;
		this.#weigh();
		const height = heightOf(this.#count, this.#rowHeight);
		// A little is not worth a bar that moves by itself; at the end of the list it would be a gap.
		if (Math.abs(height - before) > before * 0.05) this.#setHeight(height);
		this.#mend(true);
		this.#note(this.#measure());
		this.#rested();
	}

	#measure() {
		const outer = this.#scroller?.getBoundingClientRect();
		const [top, view] = outer === undefined ? [0, window.innerHeight] : [outer.top, outer.height];
		return { top, view, scroll: top - this.#box.getBoundingClientRect().top };
	}

	#rows(): readonly HTMLElement[] {
		return [...this.#block.querySelectorAll<HTMLElement>('li')];
	}

	/** The rows seen, with fractions; in none, the nearest end. */
	#seen({ top, view }: { top: number; view: number }): { from: number; to: number } {
		const { from, to } = this.#range;
		const boxes = this.#rows().map((row) => row.getBoundingClientRect());
		const at = (y: number): number => {
			const index = boxes.findIndex((box) => box.bottom > y);
			const box = boxes[index];
			return box === undefined ? to : from + index + Math.max(0, y - box.top) / (box.height || 1);
		};
		return { from: at(top), to: at(top + view) };
	}

	#note(place: { top: number; view: number; scroll: number }): void {
		this.#scroll = place.scroll;
		const seen = this.#seen(place);
		const index = Math.min(Math.floor(seen.from), Math.max(this.#range.from, this.#range.to - 1));
		const row = this.#rows()[index - this.#range.from];
		this.#kept = row === undefined ? null : { row, down: this.#downTheBlock(row) };
		const down = (row?.getBoundingClientRect().top ?? place.top) - place.top;
		this.#anchor = { index, down, isAtTop: place.scroll <= 8, seen: Math.ceil(seen.to) - Math.floor(seen.from) };
		this.#noted(index);
	}

	#downTheBlock(row: HTMLElement): number {
		return row.getBoundingClientRect().top - this.#block.getBoundingClientRect().top;
	}

	#hold(): void {
		if (this.#isFrozen || this.#isWhole) return;
		const kept = this.#kept;
		if (kept !== null && kept.row.isConnected && !this.#anchor.isAtTop) {
			const down = this.#downTheBlock(kept.row);
			this.#place(this.#top + kept.down - down);
			kept.down = down;
		}
		this.#mend(false);
	}

	/** Some of what is drawn is in view: it stays, and what is drawn goes along. */
	#follow(place: { top: number; view: number }, block: DOMRect): void {
		const { from, to } = this.#seen(place);
		const missing = (px: number): number => Math.ceil(Math.max(0, px) / this.#rowHeight);
		const seen = {
			// A fraction of a px is no row.
			from: Math.max(0, Math.floor(from + 0.05) - missing(block.top - place.top)),
			to: Math.min(this.#count, Math.ceil(to - 0.05) + missing(place.top + place.view - block.bottom))
		};
		if (covers(this.#range, seen, this.#count, this.#isPage ? 0 : BEYOND / 2)) return;
		const next = around(seen, this.#count);
		const index = Math.min(Math.floor(from), this.#range.to - 1);
		const before = this.#rows()[index - this.#range.from]?.getBoundingClientRect().top ?? 0;
		this.#show(next);
		const after = this.#rows()[index - next.from]?.getBoundingClientRect().top ?? before;
		this.#place(this.#top + before - after);
	}

	/** Nothing of what is drawn is in view. */
	#jump({ scroll, view }: { scroll: number; view: number }): void {
		const point = pointAt(scroll, view, this.#height, this.#count);
		const first = Math.min(this.#count - 1, Math.floor(point.row));
		const before = Math.ceil(point.down / this.#rowHeight);
		const after = Math.ceil((view - point.down) / this.#rowHeight);
		const next = around({ from: Math.max(0, first - before), to: Math.min(this.#count, first + after) }, this.#count);
		this.#show(next);
		const row = this.#rows()[first - next.from];
		if (row === undefined) return;
		const down = this.#downTheBlock(row) + (point.row - first) * row.clientHeight;
		this.#place(Math.max(0, scroll) + point.down - down);
		if (next.from === 0) this.#place(0);
		else if (next.to === this.#count) this.#place(this.#height - this.#block.offsetHeight);
	}

	#show(range: Range): void {
		this.#isPage = false;
		this.#range = range;
		this.#draw(range);
	}

	/** Puts the row at `index`, which is drawn, `down` px below the top of the view. */
	#bring(index: number, down: number): void {
		this.#scroller = scrollerOf(this.#box);
		const { view, scroll } = this.#measure();
		const row = this.#rows()[index - this.#range.from];
		if (row === undefined) return;
		const top = index - down / this.#rowHeight;
		const wanted = scrollOf(Math.max(0, top), top + view / this.#rowHeight, view, this.#height, this.#count);
		this.#place(wanted + down - this.#downTheBlock(row));
		this.#scrollBy(wanted - scroll);
		this.#mend(true);
	}

	/** The ends of what is drawn meet the ends of the list; `all`: everything between stands where the list has it. */
	#mend(all: boolean): void {
		const { from, to } = this.#range;
		const block = this.#block.offsetHeight;
		if (from === 0 && to === this.#count) this.#setHeight(block);
		const gap = this.#height - this.#top - block;
		let by = 0;
		if (from === 0) by = -this.#top;
		else if (to === this.#count) by = gap;
		else if (all || this.#top < 0 || gap < 0) {
			const place = this.#measure();
			const seen = this.#seen(place);
			by = Math.round(scrollOf(seen.from, seen.to, place.view, this.#height, this.#count) - place.scroll);
		}
		if (Math.abs(by) < 1) return;
		this.#place(this.#top + by);
		this.#scrollBy(by);
	}

	#weigh(): void {
		const rows = this.#range.to - this.#range.from;
		const block = this.#block.offsetHeight;
		if (rows === 0 || block === 0) return;
		const height = block / rows;
		this.#rowHeight = this.#measured ? this.#rowHeight * 0.7 + height * 0.3 : height;
		this.#measured = true;
	}

	#scrollBy(top: number): void {
		(this.#scroller ?? window).scrollBy({ top, behavior: 'instant' });
	}

	#setHeight(height: number): void {
		this.#height = height;
		this.#box.style.setProperty('--list-height', `${height}px`);
	}

	#place(top: number): void {
		this.#top = top;
		this.#block.style.setProperty('--list-top', `${top}px`);
	}
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
	for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement) {
		if (/^(?:auto|scroll)$/.test(getComputedStyle(box).overflowY)) return box;
	}
	return null;
}
