import type { EventId } from '$lib/core/model.ts';
import type { Explorer } from './explorer.svelte.ts';

/** Selects the event before or after the selected one in the list; from the ends when none is selected. */
export function selectNext(explorer: Explorer, direction: -1 | 1): void {
	const next = neighbourOf(explorer, direction);
	if (next !== null) explorer.select(next);
}

/** Where `selectNext` would go; `null` when there is nothing further, or its record is on its way. */
export function neighbourOf({ selected, result, catalogue }: Explorer, direction: -1 | 1): EventId | null {
	const at = selected === null ? -1 : result.indexOf(selected.row);
	const next = at >= 0 ? at + direction : direction === 1 ? 0 : result.count - 1;
	if (next < 0 || next >= result.count) return null;
	const row = result.rowAt(next);
	catalogue.records.want([row]);
	return catalogue.records.at(row)?.id ?? null;
}
