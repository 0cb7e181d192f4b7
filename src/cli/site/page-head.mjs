/** What stands at the top of every page, before anything that it is about. */
import { REFERRER_POLICY } from '../hosts/policy.mjs';

const CHARSET = '<meta charset="utf-8" />';

/**
 * @param {string} html A page.
 * @param {string} policy See `pagePolicy`.
 * @returns {string}
 */
export function withPolicy(html, policy) {
	if (!html.includes(CHARSET))
		throw new Error(`A page does not begin with ${CHARSET}: see src/cli/site/page-head.mjs.`);
	const tags = [
		`<meta http-equiv="content-security-policy" content="${policy.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" />`,
		`<meta name="referrer" content="${REFERRER_POLICY}" />`
	];
	return html.replace(CHARSET, () => [CHARSET, ...tags].join('\n\t\t'));
}
