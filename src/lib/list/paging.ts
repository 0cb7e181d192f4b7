/** Rows that stand in the page at once. */
export const PAGE_SIZE = 200;

export function pageCount(total: number): number {
	return Math.ceil(total / PAGE_SIZE);
}
