import type { ScreenPoint, Size } from './projection.ts';

/** Where a name stands beside its mark, on screen and not in the order of reading. */
export type Side = 'right' | 'left' | 'above' | 'below' | 'aboveRight' | 'belowRight' | 'aboveLeft' | 'belowLeft';

/** px. `x`, `y` is the upper left corner. */
export interface Box extends ScreenPoint, Size {}

/** A mark with its name. px. */
export interface Labelled extends ScreenPoint {
	readonly r: number;
	/** Of the name's text. */
	readonly label: Size;
}

/** px between circle and name. */
const DISTANCE = 6;
/** px that a name keeps from everything else. */
const CLEARANCE = 2;
/** What a line under the name costs, measured in places of the order of preference. */
const LINE_COST = 2;
const MAX_LINE_COST = 6;
/** px of a side of the cells in which points of lines are counted. */
const CELL_PX = 8;
/** What changing sides costs: names do not jump for a small gain. */
const CHANGE_COST = 1.5;

const ORDERS: Readonly<Record<'ltr' | 'rtl', readonly Side[]>> = {
	ltr: ['right', 'left', 'belowRight', 'aboveRight', 'belowLeft', 'aboveLeft', 'below', 'above'],
	rtl: ['left', 'right', 'belowLeft', 'aboveLeft', 'belowRight', 'aboveRight', 'below', 'above']
};

/** The box of a name on one side of its mark. */
export function labelBox({ x, y, r, label: { width, height } }: Labelled, side: Side): Box {
	const slant = r * Math.SQRT1_2 + DISTANCE / 2;
	const right = { right: x + r + DISTANCE, left: x - r - DISTANCE - width, middle: x - width / 2 };
	const isSlanted = side.length > 5;
	const toLeft = side === 'left' || side.endsWith('Left');
	const toRight = side === 'right' || side.endsWith('Right');
	const left = isSlanted ? (toRight ? x + slant : x - slant - width) : toRight ? right.right : right.left;
	const top = side.startsWith('above')
		? y - (isSlanted ? slant : r + DISTANCE) - height
		: side.startsWith('below')
			? y + (isSlanted ? slant : r + DISTANCE)
			: y - height / 2;
	return { x: toLeft || toRight ? left : right.middle, y: top, width, height };
}

/**
 * Chooses a side for each name, the most important first: wholly inside the box, over no mark, no obstacle and no other
 * name, and where there is a choice over as few lines as can be. `null` where no side is free.
 *
 * @param marks The most important first; all of them are kept free of names.
 * @param obstacles Boxes that are taken already, such as the controls.
 * @param lines Points along the lines that are drawn.
 * @param previous The sides chosen last, in the same order; they are kept unless another is clearly better.
 */
export function placeLabels(
	marks: readonly Labelled[],
	obstacles: readonly Box[],
	lines: readonly ScreenPoint[],
	size: Size,
	dir: 'ltr' | 'rtl',
	previous: readonly (Side | null)[] = []
): readonly (Side | null)[] {
	const taken: Box[] = [...obstacles];
	const crowd = new PointGrid(lines, size);
	return marks.map((mark, i) => {
		if (mark.x < 0 || mark.y < 0 || mark.x > size.width || mark.y > size.height) return null;
		let best: { side: Side; box: Box; cost: number } | null = null;
		ORDERS[dir].forEach((side, preference) => {
			const box = labelBox(mark, side);
			if (!isInside(box, size) || taken.some((other) => touches(box, other))) return;
			if (marks.some((other) => other !== mark && touchesDisc(box, other))) return;
			const crossed = crowd.countIn(box);
			const change = previous[i] === side ? 0 : CHANGE_COST;
			const cost = preference + Math.min(crossed * LINE_COST, MAX_LINE_COST) + change;
			if (best === null || cost < best.cost) best = { side, box, cost };
		});
		return take(best, taken);
	});
}

/** How many points lie where, by cells: enough to tell a busy spot from a quiet one, and quick in every frame. */
class PointGrid {
	readonly #columns: number;
	readonly #rows: number;
	readonly #counts: Uint16Array;

	constructor(points: readonly ScreenPoint[], { width, height }: Size) {
		this.#columns = Math.ceil(width / CELL_PX) + 1;
		this.#rows = Math.ceil(height / CELL_PX) + 1;
		this.#counts = new Uint16Array(this.#columns * this.#rows);
		for (const { x, y } of points) {
			if (x < 0 || y < 0 || x > width || y > height) continue;
			const cell = Math.floor(y / CELL_PX) * this.#columns + Math.floor(x / CELL_PX);
			this.#counts[cell] = (this.#counts[cell] ?? 0) + 1;
		}
	}

	countIn({ x, y, width, height }: Box): number {
		const cell = (px: number, cells: number): number => Math.min(Math.max(Math.floor(px / CELL_PX), 0), cells - 1);
		const [left, right] = [cell(x, this.#columns), cell(x + width, this.#columns)];
		let count = 0;
		for (let row = cell(y, this.#rows); row <= cell(y + height, this.#rows); row++) {
			for (let column = left; column <= right; column++) count += this.#counts[row * this.#columns + column] ?? 0;
		}
		return count;
	}
}

function take(best: { side: Side; box: Box } | null, taken: Box[]): Side | null {
	if (best === null) return null;
	taken.push(best.box);
	return best.side;
}

function isInside({ x, y, width, height }: Box, size: Size): boolean {
	const edge = CLEARANCE;
	return x >= edge && y >= edge && x + width <= size.width - edge && y + height <= size.height - edge;
}

export function touches(a: Box, b: Box): boolean {
	return (
		a.x < b.x + b.width + CLEARANCE &&
		b.x < a.x + a.width + CLEARANCE &&
		a.y < b.y + b.height + CLEARANCE &&
		b.y < a.y + a.height + CLEARANCE
	);
}

export function touchesDisc({ x, y, width, height }: Box, disc: ScreenPoint & { readonly r: number }): boolean {
	const dx = disc.x - Math.min(Math.max(disc.x, x), x + width);
	const dy = disc.y - Math.min(Math.max(disc.y, y), y + height);
	return Math.hypot(dx, dy) < disc.r + CLEARANCE;
}
