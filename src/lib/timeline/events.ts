import type { Catalogue } from '$lib/core/catalogue.ts';
import { meanLength } from '$lib/core/granularity.ts';
import { hull, type Interval } from '$lib/core/interval.ts';
import type { EventId, LocalizedText, Status } from '$lib/core/model.ts';
import { contentOf, drawingOf, type Drawing } from './pieces.ts';
import type { Precision } from './steps.ts';

/** One dated event, with what does not change while the page lives. */
export interface TimelineEvent {
	readonly id: EventId;
	readonly drawing: Drawing;
	/** From its first to its last instant on the axis; infinite towards an open side. */
	readonly reach: Interval;
	readonly title: string;
	readonly slot: number;
	readonly status: Status;
}

export function timelineEvents(catalogue: Catalogue, text: (text: LocalizedText) => string): readonly TimelineEvent[] {
	return catalogue.events.flatMap((item) => {
		const drawing = drawingOf(item, catalogue.dateOf);
		if (drawing === null) return [];
		const { id, category, title, status } = item.event;
		const slot = catalogue.categoryById.get(category)?.slot ?? 0;
		return [{ id, drawing, reach: reachOf(drawing), title: text(title), slot, status }];
	});
}

/** How fine the dates of the data are at their finest. */
export function precisionOf(events: readonly TimelineEvent[]): Precision {
	const isTime = ({ start, end }: Interval): boolean => end - start < meanLength('day');
	return events.some(({ drawing }) => drawing.pieces.some(isTime)) ? 'minute' : 'day';
}

/** All that is dated has one and the same date, no longer than `mostMs`: no window could tell one from another. */
export function isOneTime({ events }: Pick<Catalogue, 'events'>, mostMs: number): boolean {
	const times = new Set(events.map(({ matches }) => matches.map(({ start, end }) => `${start}/${end}`).join()));
	times.delete('');
	const isShort = events.every(({ matches }) => matches.every(({ start, end }) => end - start <= mostMs));
	return times.size === 1 && isShort;
}

function reachOf(drawing: Drawing): Interval {
	const whole = hull(contentOf(drawing)) ?? { start: 0, end: 0 };
	return {
		start: drawing.before === 'open' ? -Infinity : whole.start,
		end: drawing.after === 'open' ? Infinity : whole.end
	};
}
