/** Where the media of a dataset lie: of these hosts, and no others, a page may show pictures and recordings when it is asked to. */

/**
 * @param {string} html A page whose data are a block of JSON, see `scripts.mjs`.
 * @returns {readonly string[]} `https://example.org`, each once, in order; none for a page without data.
 */
export function mediaOrigins(html) {
	const [, json] = /<script type="application\/json" id="page-data">([^<]*)<\/script>/.exec(html) ?? [];
	if (json === undefined) return [];
	/** @type {readonly any[]} */
	const parts = JSON.parse(json).data;
	const found = parts.flatMap((part) => originsOf(part?.data));
	return [...new Set(found)].sort();
}

/**
 * @param {{ dataset?: { events?: readonly { media?: readonly { url: string, kind: string }[] }[] }, paged?: { mediaOrigins?: readonly string[] } | null } | undefined} data
 * @returns {readonly string[]}
 */
function originsOf(data) {
	const here = (data?.dataset?.events ?? []).flatMap(({ media = [] }) => media);
	// Of a dataset that is too large for a page the page has only the first records, and is told of the rest.
	return [
		...here.filter(({ kind }) => kind !== 'document').map(({ url }) => new URL(url).origin),
		...(data?.paged?.mediaOrigins ?? [])
	];
}
