/** Which events and places have pages of their own. Plain JavaScript, as the command line reads it without Vite. */

/** Most events, and most places, that have pages; above, there would be more files than many hosts take, and a build would take many minutes. */
export const MAX_PAGES = 2_000;

/**
 * Whether so many events, or so many places, have pages: all of them or none.
 *
 * @param {number} count Of events, the listed ones.
 */
export function hasPages(count) {
	return count <= MAX_PAGES;
}
