import type { EventId } from '$lib/core/model.ts';
import { rowOf } from './rows.ts';

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
