import type { Catalogue } from '$lib/core/catalogue.ts';
import type { Result } from '$lib/core/engine.ts';
import type { View } from '$lib/core/view.ts';

/** The listed rows in the order shown: undated events come last in both orders. Nothing is worked out before it is asked. */
export interface Shown {
	readonly count: number;
	/** The row at a position, `0 <= index < count`. */
	rowAt(index: number): number;
	/** The position of a row; -1 when it is not listed. */
	indexOf(row: number): number;
}

export function inOrder(
	result: Pick<Result, 'count' | 'rowAt' | 'indexOf'>,
	{ dated }: Pick<Catalogue, 'dated'>,
	order: View['order']
): Shown {
	const { count } = result;
	// As the engine has them; what is undated need not be known.
	if (order === 'asc') {
		return { count, rowAt: (index) => result.rowAt(index), indexOf: (row) => result.indexOf(row) };
	}
	// Rows rise from position to position, and undated ones are the last: mostly there are none.
	let [first, last] = count > 0 && result.rowAt(count - 1) < dated ? [count, count] : [0, Math.max(0, count - 1)];
	while (first < last) {
		const middle = (first + last) >>> 1;
		if (result.rowAt(middle) < dated) first = middle + 1;
		else last = middle;
	}
	const turn = (index: number): number => (index >= first ? index : first - 1 - index);
	return {
		count,
		rowAt: (index) => result.rowAt(turn(index)),
		indexOf: (row) => {
			const index = result.indexOf(row);
			return index < 0 ? index : turn(index);
		}
	};
}

/** Rows from position `from` up to and without `to`. */
export function rowsBetween({ count, rowAt }: Shown, from: number, to: number): readonly number[] {
	return Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, index) => rowAt(from + index));
}
