import type { Catalogue, CatalogueEvent } from '$lib/core/catalogue.ts';
import type { Columns } from '$lib/core/columns.ts';
import { meanLength } from '$lib/core/rounding.ts';
import { hull, type Interval } from '$lib/core/interval.ts';
import type { EventId, LocalizedText, Status } from '$lib/core/model.ts';
import { contentOf, drawingOf, type Drawing } from './pieces.ts';
import type { Precision } from './steps.ts';

/** One dated event, with what does not change while the page lives. */
export interface TimelineEvent {
	readonly id: EventId;
	/** Its number in list order. */
	readonly row: number;
	readonly drawing: Drawing;
	/** From its first to its last instant on the axis; infinite towards an open side. */
	readonly reach: Interval;
	readonly title: string;
	readonly slot: number;
	readonly status: Status;
}

export function timelineEvents(
	items: readonly CatalogueEvent[],
	catalogue: Pick<Catalogue, 'categoryById' | 'dateOf'>,
	text: (text: LocalizedText) => string
): readonly TimelineEvent[] {
	return items.flatMap((item) => {
		const drawing = drawingOf(item, catalogue.dateOf);
		if (drawing === null) return [];
		const { id, category, title, status } = item.event;
		const slot = catalogue.categoryById.get(category)?.slot ?? 0;
		return [{ id, row: item.row, drawing, reach: reachOf(drawing), title: text(title), slot, status }];
	});
}

/** How fine the dates of the data are at their finest. */
export function precisionOf(events: readonly TimelineEvent[]): Precision {
	const isTime = ({ start, end }: Interval): boolean => end - start < meanLength('day');
	return events.some(({ drawing }) => drawing.pieces.some(isTime)) ? 'minute' : 'day';
}

export function precisionOfColumns({ matchStart, matchEnd }: Columns): Precision {
	return matchStart.some((start, i) => (matchEnd[i] ?? start) - start < meanLength('day')) ? 'minute' : 'day';
}

/** All that is dated has one and the same date, no longer than `mostMs`: no window could tell one from another. */
export function isOneTime({ rows, matchAt, matchStart, matchEnd }: Columns, mostMs: number): boolean {
	const spans = matchAt[1] ?? 0;
	if (spans === 0) return false;
	for (let row = 0; row < rows; row++) {
		const [first, last] = [matchAt[row] ?? 0, matchAt[row + 1] ?? 0];
		if (last === first) continue;
		if (last - first !== spans) return false;
		for (let i = 0; i < spans; i++) {
			const [start, end] = [matchStart[first + i] ?? 0, matchEnd[first + i] ?? 0];
			if (start !== matchStart[i] || end !== matchEnd[i] || end - start > mostMs) return false;
		}
	}
	return true;
}

function reachOf(drawing: Drawing): Interval {
	const whole = hull(contentOf(drawing)) ?? { start: 0, end: 0 };
	return {
		start: drawing.before === 'open' ? -Infinity : whole.start,
		end: drawing.after === 'open' ? Infinity : whole.end
	};
}
