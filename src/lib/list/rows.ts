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

/** Asks a list that shows a part of its rows for another one. */
export class WantedRow extends Event {
	static readonly NAME = 'chronotope-wanted-row';
	readonly row: number;

	constructor(row: number) {
		super(WantedRow.NAME);
		this.row = row;
	}
}

/** The row of an event, brought into the page if need be: also where the page has to scroll for it. */
export function bringRow(id: EventId, row: number): HTMLElement | null {
	if (rowOf(id) === null) document.querySelector('[data-long-list]')?.dispatchEvent(new WantedRow(row));
	return rowOf(id);
}
