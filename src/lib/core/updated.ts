import type { HistoricalEvent } from './model.ts';

/** EDTF day on which the newest of these was added or last changed: the day of the data. `undefined`: there are none. */
export function updatedOf(events: Iterable<Pick<HistoricalEvent, 'added' | 'modified'>>): string | undefined {
	let newest: string | undefined;
	for (const { added, modified = added } of events) {
		const day = modified > added ? modified : added;
		if (newest === undefined || day > newest) newest = day;
	}
	return newest;
}
