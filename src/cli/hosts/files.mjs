/** The files of the built site that are for hosts and not for readers. */
import { apacheAccess } from './apache.mjs';
import { writeHeaders } from './rules.mjs';

/**
 * @param {Record<string, string>} site Headers of every answer, see `siteHeaders`.
 * @param {string} base Where the site lies on its host: `/`, `/news/map/`.
 * @returns {ReadonlyMap<string, string>} By their names.
 */
export function hostFiles(site, base = '/') {
	return new Map([
		// Netlify and Cloudflare Pages.
		['_headers', writeHeaders(site)],
		['.htaccess', apacheAccess(site, base)],
		// Without it GitHub Pages leaves out what begins with `_`, and that is all scripts.
		['.nojekyll', '']
	]);
}
