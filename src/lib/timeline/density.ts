import type { EventId } from '$lib/core/model.ts';
import type { TimeScale } from './time-scale.ts';
import type { Drawing } from './pieces.ts';

/** Events counted by where they begin, in columns of `COLUMN_PX`. */
export interface Density {
	/** How many events are in it. */
	readonly total: number;
	readonly columnOf: ReadonlyMap<EventId, number>;
	/** The `d` of a path of columns for those that `shows` lets pass; y is 0 at the axis, upwards negative. */
	path(shows: (id: EventId) => boolean): string;
}

const COLUMN_PX = 3;

/** Heights follow the square root of the count, so that one event beside a thousand is still seen. */
export function binEvents(
	events: readonly { readonly id: EventId; readonly drawing: Drawing }[],
	scale: TimeScale,
	heightPx: number
): Density {
	const columnOf = new Map<EventId, number>();
	const columns = Math.max(1, Math.ceil(scale.widthPx / COLUMN_PX));
	for (const { id, drawing } of events) {
		const [piece] = drawing.pieces;
		if (piece === undefined) continue;
		const middle = (scale.toPx(piece.start) + scale.toPx(piece.end)) / 2;
		columnOf.set(id, Math.min(columns - 1, Math.floor(middle / COLUMN_PX)));
	}
	const countIn = (shows: (id: EventId) => boolean): Uint32Array => {
		const counts = new Uint32Array(columns);
		for (const [id, column] of columnOf) if (shows(id)) counts[column] = (counts[column] ?? 0) + 1;
		return counts;
	};
	const most = Math.max(1, ...countIn(() => true));
	return {
		total: columnOf.size,
		columnOf,
		path: (shows) => {
			let d = '';
			countIn(shows).forEach((count, i) => {
				if (count === 0) return;
				const height = Math.max(2, Math.sqrt(count / most) * heightPx);
				d += `M${i * COLUMN_PX},0h${COLUMN_PX - 1}v${-height.toFixed(1)}h${1 - COLUMN_PX}z`;
			});
			return d;
		}
	};
}
