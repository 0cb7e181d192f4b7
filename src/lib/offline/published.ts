/** Which version of the site a page is of, or is published. */
export interface Stamp {
	/** Of scripts, styles and what else is the same for every dataset. */
	readonly code: string;
	/** Of the dataset. */
	readonly data: string;
}

export function isStamp(value: unknown): value is Stamp {
	return (
		typeof value === 'object' &&
		value !== null &&
		'code' in value &&
		typeof value.code === 'string' &&
		'data' in value &&
		typeof value.data === 'string'
	);
}

/** What is published that the page has not, the data before all else; `null`: nothing. */
export function newsOf(mine: Stamp, published: Stamp): 'data' | 'site' | null {
	if (mine.data !== published.data) return 'data';
	return mine.code !== published.code ? 'site' : null;
}

/**
 * Whether what was not asked for may be fetched over a connection, as `navigator.connection` describes it: the reader does not
 * save data, and it is not slow. Where a browser says nothing, it may.
 */
export function mayFetchAhead(connection: unknown): boolean {
	if (typeof connection !== 'object' || connection === null) return true;
	if ('saveData' in connection && connection.saveData === true) return false;
	return !('effectiveType' in connection && /^(?:slow-2g|2g|3g)$/.test(String(connection.effectiveType)));
}
