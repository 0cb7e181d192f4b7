import type { EventId } from '$lib/core/model.ts';
import type { Explorer } from './explorer.svelte.ts';

/** Selects the event before or after the selected one in the list; from the ends when none is selected. */
export function selectNext(explorer: Explorer, direction: -1 | 1): void {
	const next = neighbourOf(explorer, direction);
	if (next !== null) explorer.select(next);
}

/** Where `selectNext` would go; `null` when there is nothing further, or its record is on its way. */
export function neighbourOf(explorer: Explorer, direction: -1 | 1): EventId | null {
	const row = rowBeside(explorer, direction);
	if (row === null) return null;
	const { records } = explorer.catalogue;
	// Not at each step of a gesture, which has another one each time.
	if (!explorer.isPreviewing) records.want([row]);
	return records.at(row)?.id ?? null;
}

/** Whether there is anything further. A gesture asks for no record of it. */
export function hasNeighbour(explorer: Explorer, direction: -1 | 1): boolean {
	return explorer.isPreviewing ? rowBeside(explorer, direction) !== null : neighbourOf(explorer, direction) !== null;
}

function rowBeside({ selected, result }: Explorer, direction: -1 | 1): number | null {
	const at = selected === null ? -1 : result.indexOf(selected.row);
	const next = at >= 0 ? at + direction : direction === 1 ? 0 : result.count - 1;
	return next < 0 || next >= result.count ? null : result.rowAt(next);
}
