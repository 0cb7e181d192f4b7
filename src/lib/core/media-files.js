/* global URL -- in browsers and in Node */
/** Which media of a dataset a page may show itself. Plain JavaScript, as the command line reads it without Vite. */

const RECORDING = /\.(?:mp4|m4v|webm|ogv|mov|mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i;

/**
 * Whether it is a file that a page can show, and how; `null`: a page or a document, to which there is a link. Pictures often
 * have an address without an ending; a video without one is mostly a page with a player in it.
 *
 * @param {{ readonly url: string, readonly kind: string }} media Of an address that has passed the loader.
 * @returns {'picture' | 'recording' | null}
 */
export function shownAs({ url, kind }) {
	if (kind === 'image') return 'picture';
	return kind !== 'document' && RECORDING.test(new URL(url).pathname) ? 'recording' : null;
}

/**
 * @typedef {{ readonly pictures: readonly string[], readonly recordings: readonly string[] }} MediaOrigins
 *   `https://example.org`, each once, in order.
 * @param {Iterable<{ readonly url: string, readonly kind: string }>} media
 * @returns {MediaOrigins} Where what a page may show lies.
 */
export function originsOf(media) {
	/** @type {Record<'picture' | 'recording', Set<string>>} */
	const found = { picture: new Set(), recording: new Set() };
	for (const item of media) {
		const as = shownAs(item);
		if (as !== null) found[as].add(new URL(item.url).origin);
	}
	return { pictures: [...found.picture].sort(), recordings: [...found.recording].sort() };
}
