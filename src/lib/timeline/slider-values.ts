import { DAY_MS, MINUTE_MS, timeOfDay } from '$lib/core/instant.ts';
import type { Interval } from '$lib/core/interval.ts';
import type { DateLabels } from '$lib/i18n/dates.ts';
import type { timelineMessages } from '$lib/i18n/timeline.ts';
import { stepHandle, type BrushAxis } from './brush-model.ts';

interface Words {
	readonly dates: Pick<DateLabels, 'instant'>;
	readonly m: Pick<(typeof timelineMessages)['en'], 'from' | 'to' | 'openStart' | 'openEnd'>;
}

/** A handle as a screen reader has it: numbers in days since 1970, parts of a day behind the point, and a date in words. */
export interface SliderValue {
	readonly part: 'from' | 'to';
	readonly label: string;
	/** As far as keys move it: the other handle is in the way. */
	readonly min: number;
	readonly max: number;
	readonly now: number;
	readonly text: string;
}

/** The two handles, always in this order. A single moment has them both move over the whole axis. */
export function sliderValues(
	axis: BrushAxis,
	window: Interval,
	isMoment: boolean,
	{ dates, m }: Words
): readonly SliderValue[] {
	const { domain } = axis.scale;
	const days = (ms: number): number => {
		const inside = Math.min(Math.max(ms, domain.start), domain.end);
		return (Math.round(inside / MINUTE_MS) * MINUTE_MS) / DAY_MS;
	};
	const words = (boundary: number, shown: number): string =>
		dates.instant(shown, timeOfDay(boundary) === 0 ? 'day' : 'second');
	const [first, last] = [days(domain.start), days(domain.end)];
	const [from, to] = [days(window.start), days(window.end)];
	// Where the windows of a mouse are narrower than a step of the keys, a handle is beyond where these would put it.
	const latest = isMoment ? last : Math.max(from, days(stepHandle('from', window, 'end', axis).start));
	const earliest = isMoment ? first : Math.min(to, days(stepHandle('to', window, 'home', axis).end));
	return [
		{
			part: 'from',
			label: m.from,
			min: first,
			max: latest,
			now: from,
			text: window.start === -Infinity ? m.openStart : words(window.start, window.start)
		},
		{
			part: 'to',
			label: m.to,
			min: earliest,
			max: last,
			now: to,
			text: window.end === Infinity ? m.openEnd : words(window.end, window.end - 1)
		}
	];
}
