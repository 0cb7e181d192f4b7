/* global URL -- Node and browsers have it alike. */
/** The address of a site. Plain JavaScript, as the command line reads it without Vite. */

/**
 * Whether a text is the address of a site: `https`, a folder, and nothing behind it.
 *
 * @param {string} text
 */
export function isSiteAddress(text) {
	// The URL parser drops white space and controls.
	if (text.length > 2000 || /[\p{Cc}\p{Cf}]/u.test(text) || !SITE_ADDRESS.test(text) || !URL.canParse(text))
		return false;
	const { username, password } = new URL(text);
	return username === '' && password === '';
}

export const SITE_ADDRESS = /^https:\/\/[^\s/?#\\@]+\/([^\s?#\\]*\/)?$/;
