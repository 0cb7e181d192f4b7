import type { ScreenPoint } from './projection.ts';

/** A mark and where its middle stands. */
export interface Standing<Id> extends ScreenPoint {
	readonly id: Id;
}

const DIRECTIONS: Readonly<Record<string, ScreenPoint>> = {
	ArrowRight: { x: 1, y: 0 },
	ArrowLeft: { x: -1, y: 0 },
	ArrowDown: { x: 0, y: 1 },
	ArrowUp: { x: 0, y: -1 }
};

/** How much worse a px beside the way is than one along it. */
const ASIDE = 2;

/**
 * Where a key leads from a mark: arrows to the nearest in that direction as it is seen, Home and End to the first and the
 * last as they are read, Page Up and Page Down one further in that order, so that no mark is out of reach of the arrows'
 * geometry. `undefined`: the key is none of these; `from` itself: there is nothing further.
 */
export function markAfter<Id>(
	key: string,
	from: Standing<Id>,
	marks: readonly Standing<Id>[],
	dir: 'ltr' | 'rtl'
): Id | undefined {
	const way = DIRECTIONS[key];
	if (way !== undefined) return nearestTowards(way, from, marks);
	const order = readingOrder(marks, dir);
	const at = order.findIndex(({ id }) => id === from.id);
	if (key === 'Home') return order[0]?.id;
	if (key === 'End') return order.at(-1)?.id;
	if (key === 'PageDown') return order[at + 1]?.id ?? from.id;
	if (key === 'PageUp') return at > 0 ? order[at - 1]?.id : from.id;
	return undefined;
}

/** From the top to the bottom, and in the direction of writing where two stand at one height. */
export function readingOrder<Id>(marks: readonly Standing<Id>[], dir: 'ltr' | 'rtl'): readonly Standing<Id>[] {
	const onward = dir === 'rtl' ? -1 : 1;
	return marks.toSorted((a, b) => a.y - b.y || onward * (a.x - b.x));
}

/** The mark with the least distance; `undefined` when there is none. */
export function nearestTo<Id>(point: ScreenPoint, marks: readonly Standing<Id>[]): Id | undefined {
	return least(marks, ({ x, y }) => Math.hypot(x - point.x, y - point.y))?.id;
}

/** Inside the quarter that the arrow points to, if there is any; else anywhere on that side. */
function nearestTowards<Id>(way: ScreenPoint, from: Standing<Id>, marks: readonly Standing<Id>[]): Id {
	const measured = marks.flatMap((mark) => {
		const [dx, dy] = [mark.x - from.x, mark.y - from.y];
		const along = dx * way.x + dy * way.y;
		const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
		return mark.id !== from.id && along > 0 ? [{ mark, along, aside }] : [];
	});
	const ahead = measured.filter(({ along, aside }) => aside <= along);
	const found = least(ahead.length > 0 ? ahead : measured, ({ along, aside }) => along + ASIDE * aside);
	return found?.mark.id ?? from.id;
}

function least<T>(items: readonly T[], cost: (item: T) => number): T | undefined {
	let [best, bestCost]: [T | undefined, number] = [undefined, Infinity];
	for (const item of items) {
		const own = cost(item);
		if (own < bestCost) [best, bestCost] = [item, own];
	}
	return best;
}
