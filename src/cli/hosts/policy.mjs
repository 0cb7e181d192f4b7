/**
 * What the site asks of a browser, in one place: the policy that stands in every page, and the headers that a host which can
 * send any sends with every answer. The header holds the same policy and, which only a header can, who may embed the site.
 */

/**
 * Scripts, styles, fonts, workers and data come from the site itself, as files: nothing is compiled from text, nothing comes
 * from a `blob:`, and of what stands in a page two scripts are run, by their hashes, which are the same in all of them.
 *
 * @type {readonly (readonly [directive: string, sources: readonly string[]])[]}
 */
const DIRECTIVES = [
	['default-src', ["'none'"]],
	['script-src', ["'self'"]],
	['style-src', ["'self'"]],
	['img-src', ["'self'", 'data:']],
	['font-src', ["'self'"]],
	['connect-src', ["'self'"]],
	['worker-src', ["'self'"]],
	['manifest-src', ["'self'"]],
	['base-uri', ["'none'"]],
	['form-action', ["'none'"]],
	['object-src', ["'none'"]]
];

/** What the product uses of what a browser may refuse it, and no more. */
const USED_FEATURES = ['clipboard-write', 'fullscreen', 'picture-in-picture'];
/** Everything else that browsers know by name. */
const UNUSED_FEATURES = [
	'accelerometer',
	'autoplay',
	'browsing-topics',
	'camera',
	'clipboard-read',
	'display-capture',
	'encrypted-media',
	'gamepad',
	'geolocation',
	'gyroscope',
	'hid',
	'idle-detection',
	'local-fonts',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'publickey-credentials-get',
	'screen-wake-lock',
	'serial',
	'storage-access',
	'usb',
	'window-management',
	'xr-spatial-tracking'
];

/** To other sites no address at all goes along; so it is in the page too, for hosts that send no headers. */
export const REFERRER_POLICY = 'same-origin';

/**
 * @param {{ scripts?: readonly string[], media?: import('../../lib/core/media-files.js').MediaOrigins }} [site] `scripts`: hashes
 *   of what stands in pages and is run, `sha256-...`; `media`: where media of the dataset lie that a reader may ask for.
 * @returns {string} For `<meta http-equiv="content-security-policy">`.
 */
export function pagePolicy({ scripts = [], media = { pictures: [], recordings: [] } } = {}) {
	/** @type {Readonly<Record<string, readonly string[]>>} */
	const more = {
		'script-src': [...new Set(scripts)].sort().map((hash) => `'${hash}'`),
		'img-src': media.pictures
	};
	const directives = DIRECTIVES.map(([name, sources]) => [name, ...sources, ...(more[name] ?? [])].join(' '));
	if (media.recordings.length > 0) directives.push(['media-src', ...media.recordings].join(' '));
	return directives.join('; ');
}

/**
 * Who may show the site in a frame: everybody (being embedded in articles is what it is for), nobody, or the sites named.
 *
 * @param {string | undefined} asked `*`, `none`, `self`, or origins, separated by spaces or commas.
 * @returns {string} The sources of `frame-ancestors`. Throws a sentence for what is none of these.
 */
export function frameAncestors(asked) {
	const words = (asked ?? '').split(/[\s,]+/).filter((word) => word !== '');
	if (words.length === 0) return '*';
	return words.map((word) => frameAncestor(word, words.length === 1)).join(' ');
}

/** @type {(word: string, isOnly: boolean) => string} */
function frameAncestor(word, isOnly) {
	if (isOnly && word === '*') return word;
	if (isOnly && word === 'none') return "'none'";
	if (word === 'self') return "'self'";
	if (/^https?:\/\/(?:\*\.)?[a-z0-9.-]+(?::\d+)?$/i.test(word)) return word.toLowerCase();
	throw new Error(
		`CHRONOTOPE_EMBEDDING has "${word}": use * (everybody), none, self, or origins such as https://news.example.`
	);
}

/**
 * The headers of every answer, in the order in which they are written.
 *
 * @param {{ policy: string, embedding?: string }} options `policy`: of the pages; `embedding`: sources of `frame-ancestors`.
 * @returns {Record<string, string>}
 */
export function siteHeaders({ policy, embedding = '*' }) {
	const features = [
		...USED_FEATURES.map((name) => `${name}=(self)`),
		...UNUSED_FEATURES.map((name) => `${name}=()`)
	].sort();
	return {
		'Content-Security-Policy': `${policy}; frame-ancestors ${embedding}`,
		// Whoever opens the site in a window of its own gets no hold of it. Frames know nothing of this.
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Permissions-Policy': features.join(', '),
		'Referrer-Policy': REFERRER_POLICY,
		'X-Content-Type-Options': 'nosniff'
	};
}
