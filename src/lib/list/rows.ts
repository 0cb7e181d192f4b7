import type { EventId } from '$lib/core/model.ts';

/** The row of the list that has the focus, by the id it carries, when it is one of these. */
export function focusedId(ids: readonly EventId[]): EventId | null {
	const row = document.activeElement?.closest('[data-event-list] [data-event-id]');
	const id = row?.getAttribute('data-event-id');
	return ids.find((known) => known === id) ?? null;
}

/** The row of an event in the list, when it stands in the page. */
export function rowOf(id: EventId): HTMLElement | null {
	return document.querySelector<HTMLElement>(`[data-event-list] [data-event-id="${CSS.escape(id)}"]`);
}
