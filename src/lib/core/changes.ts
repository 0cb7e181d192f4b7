import { parseDate } from './dataset-dates.ts';
import type { Dataset, HistoricalEvent, LocalizedText } from './model.ts';

/** Something that readers of an earlier version should know. `day`: EDTF. */
export type Change =
	| { readonly kind: 'dataset'; readonly day: string; readonly note: LocalizedText }
	| { readonly kind: 'corrected'; readonly day: string; readonly event: HistoricalEvent; readonly note: LocalizedText }
	| {
			readonly kind: 'merged' | 'withdrawn' | 'modified' | 'added';
			readonly day: string;
			readonly event: HistoricalEvent;
	  };

/** In this order on one day: what matters most to those who have read it already comes first. */
const KINDS: readonly Change['kind'][] = ['dataset', 'corrected', 'withdrawn', 'merged', 'modified', 'added'];

/** All that the dataset says of its own changes, the newest day first; the events of one kind and day by their ids. */
export function changesOf({ events, changes = [] }: Pick<Dataset, 'events' | 'changes'>): readonly Change[] {
	const all = [
		...changes.map(({ date, note }): Change => ({ kind: 'dataset', day: date, note })),
		...events.flatMap(changesOfEvent)
	];
	const starts = new Map(all.map(({ day }) => [day, startOf(day)]));
	const idOf = (change: Change): string => ('event' in change ? change.event.id : '');
	return all.sort(
		(a, b) =>
			(starts.get(b.day) ?? 0) - (starts.get(a.day) ?? 0) ||
			KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
			(idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0)
	);
}

/** The events that were added or changed last, at most `most`, in the order of the dataset. */
export function lastChanged(events: readonly HistoricalEvent[], most: number): readonly HistoricalEvent[] {
	if (events.length <= most) return events;
	const starts = new Map<string, number>();
	const startOnce = (day: string): number => {
		const start = starts.get(day) ?? startOf(day);
		starts.set(day, start);
		return start;
	};
	const days = events.map((event) => Math.max(...changesOfEvent(event).map(({ day }) => startOnce(day))));
	const last = [...events.keys()].sort((a, b) => (days[b] ?? 0) - (days[a] ?? 0) || a - b).slice(0, most);
	return last.sort((a, b) => a - b).flatMap((index) => events[index] ?? []);
}

function changesOfEvent(event: HistoricalEvent): Change[] {
	const { added, modified, corrections = [], mergedInto, withdrawn } = event;
	const gone = mergedInto !== undefined ? 'merged' : withdrawn !== undefined ? 'withdrawn' : null;
	// What is said of that day already says that something changed.
	const isTold = gone !== null || modified === added || corrections.some(({ date }) => date === modified);
	return [
		{ kind: 'added', day: added, event },
		...corrections.map(({ date, note }): Change => ({ kind: 'corrected', day: date, event, note })),
		...(gone === null ? [] : [{ kind: gone, day: modified ?? added, event } as const]),
		...(modified === undefined || isTold ? [] : [{ kind: 'modified', day: modified, event } as const])
	];
}

function startOf(day: string): number {
	return parseDate(day).matches[0]?.start ?? -Infinity;
}
