import type { EventId } from '$lib/core/model.ts';

/** The row that an element lies in, by the id it carries, when it is one of these. */
export function rowIdOf(element: Element | null, ids: readonly EventId[]): EventId | null {
	const id = element?.closest('[data-event-id]')?.getAttribute('data-event-id');
	return ids.find((known) => known === id) ?? null;
}

/** The row of an event in the list, when it stands in the page. */
export function rowOf(id: EventId): HTMLElement | null {
	return document.querySelector<HTMLElement>(`[data-event-list] [data-event-id="${CSS.escape(id)}"]`);
}
