import type { EventId } from '$lib/core/model.ts';

/** Rows that stand in the page at once. */
export const PAGE_SIZE = 200;

export function pageCount(total: number): number {
	return Math.ceil(total / PAGE_SIZE);
}

/** The page with this event, from 0: the first one when it is on none. */
export function pageOf(items: readonly { readonly id: EventId }[], id: EventId | null): number {
	return Math.max(0, Math.floor(items.findIndex((item) => item.id === id) / PAGE_SIZE));
}

export function onPage<Item>(items: readonly Item[], page: number): readonly Item[] {
	return items.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
}
