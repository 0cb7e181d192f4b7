import type { EventId } from '$lib/core/model.ts';

/** The row of the list that has the focus, by the id it carries, when it is one of these. */
export function focusedId(ids: readonly EventId[]): EventId | null {
	// One look after the other: nearly always the first finds nothing, and this is asked at each step of a scrub.
	const row = document.activeElement?.closest('[data-event-id]');
	if (!row?.closest('[data-event-list]')) return null;
	const id = row.getAttribute('data-event-id');
	return ids.find((known) => known === id) ?? null;
}

/** The row of an event in the list, when it stands in the page. */
export function rowOf(id: EventId): HTMLElement | null {
	return document.querySelector<HTMLElement>(`[data-event-list] [data-event-id="${CSS.escape(id)}"]`);
}
