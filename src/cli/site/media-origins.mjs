/** Where the media of a dataset lie: of these hosts, and no others, a page may show pictures and recordings when it is asked to. */
import { originsOf } from '../../lib/core/media-files.js';

/** @typedef {import('../../lib/core/media-files.js').MediaOrigins} MediaOrigins */

/**
 * @param {readonly string[]} pages Whose data are a block of JSON each, see `scripts.mjs`.
 * @returns {MediaOrigins} Of all of them.
 */
export function mediaOrigins(pages) {
	const found = pages.flatMap(dataOf).map(ofData);
	return {
		pictures: [...new Set(found.flatMap(({ pictures }) => pictures))].sort(),
		recordings: [...new Set(found.flatMap(({ recordings }) => recordings))].sort()
	};
}

/** @type {(html: string) => readonly any[]} */
function dataOf(html) {
	const [, json] = /<script type="application\/json" id="page-data">([^<]*)<\/script>/.exec(html) ?? [];
	if (json === undefined) return [];
	/** @type {readonly any[]} */
	const parts = JSON.parse(json).start.data;
	return parts.map((part) => part?.data ?? {});
}

/**
 * Of a dataset that is too large for a page the page has only the first records, and is told of the rest.
 *
 * @type {(data: { dataset?: { events?: readonly { media?: readonly { url: string, kind: string }[] }[] }, paged?: { media?: MediaOrigins } | null }) => MediaOrigins}
 */
function ofData({ dataset, paged }) {
	return paged?.media ?? originsOf((dataset?.events ?? []).flatMap(({ media = [] }) => media));
}
