/** Rows that stand in the page at once: all of a list that has no more. */
export const PAGE_SIZE = 200;

export function pageCount(total: number): number {
	return Math.ceil(total / PAGE_SIZE);
}
