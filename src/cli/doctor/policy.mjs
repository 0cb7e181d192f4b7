/** What the host says with every answer: the policy, who may embed, encryption. */
import { siteHeaders } from '../hosts/policy.mjs';
import { send } from './ask.mjs';
import { bad, good, HOST_FILE, inPage, told, warn } from './finding.mjs';

/** @typedef {import('./finding.mjs').Check} Check */
/** @typedef {import('./finding.mjs').Finding} Finding */

/** @type {Check} */
export async function policy({ home, html }) {
	const inMarkup = inPage(html, /<meta http-equiv="content-security-policy" content="([^"]*)"/);
	/** @type {Finding[]} */
	const found = [];
	if (inMarkup === null)
		found.push(
			bad(
				'policy',
				'the page has no content security policy',
				'Publish what "npm run build" writes, unchanged: something on the way has rewritten the page.'
			)
		);
	const sent = home.headers.get('content-security-policy');
	const ancestors = /(?:^|;)\s*frame-ancestors ([^;]+)/.exec(sent ?? '')?.[1]?.trim();
	const expected = siteHeaders({ policy: inMarkup ?? '', embedding: ancestors ?? '*' });
	for (const [name, value] of Object.entries(expected)) {
		const is = home.headers.get(name);
		if (is === value) found.push(good('header', `${name} is as it should be`));
		else if (is === null) found.push(warn('header', `${name} is not sent`, `${HOST_FILE}. It would be: ${value}`));
		else if (
			name === 'Content-Security-Policy' &&
			ancestors !== undefined &&
			is.trim().toLowerCase() === `frame-ancestors ${ancestors}`
		)
			found.push(good('header', `${name} says who may embed; the rest stands in the page`));
		else
			found.push(
				warn(
					'header',
					`${name} is "${is}"${name === 'Content-Security-Policy' ? ': what it forbids does not work, whatever the page itself allows' : ''}`,
					`It should be: ${value}`
				)
			);
	}
	return found;
}

/** @type {Check} */
export async function embedding({ home }) {
	const old = home.headers.get('x-frame-options');
	const ancestors = /(?:^|;)\s*frame-ancestors ([^;]+)/
		.exec(home.headers.get('content-security-policy') ?? '')?.[1]
		?.trim();
	if (old !== null && ancestors === undefined)
		return [
			warn(
				'embedding',
				`X-Frame-Options: ${old} keeps other sites from embedding this one`,
				'Take it away where the site is to be embedded; frame-ancestors of the policy says who may.'
			)
		];
	if (ancestors === undefined || ancestors === '*') return [good('embedding', 'every site may embed this one')];
	return [good('embedding', `may be embedded by: ${ancestors}`)];
}

/** @type {Check} */
export async function encryption({ base, html, home }) {
	const { protocol, hostname } = new URL(base);
	const isHere = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
	/** @type {Finding[]} */
	const found = [];
	const mixed = [
		...html.matchAll(/<(?:script|link|img|source|video|audio|iframe)\b[^>]*\b(?:src|href)="(http:\/\/[^"]*)"/g)
	].map(([, url = '']) => url);
	const own = mixed.filter((url) => protocol === 'https:' || !url.startsWith(base));
	if (own.length > 0)
		found.push(
			bad(
				'mixed',
				`the page asks for ${own[0]}, without encryption`,
				'Build with the https address: npm run build -- --url https://...'
			)
		);
	if (home.headers.has('set-cookie'))
		found.push(
			warn(
				'cookie',
				'the host sets a cookie; the site itself uses none',
				'Switch it off at the host: a reader would have to be told of it.'
			)
		);
	if (protocol === 'http:' && !isHere)
		found.push(
			warn(
				'https',
				'the address is not encrypted',
				'Publish over https: browsers refuse http pages offline use and the clipboard.'
			)
		);
	if (protocol !== 'https:') return found;
	const plain = await send(base.replace(/^https:/, 'http:'));
	if (!plain.ok) found.push(good('https', 'there is only https'));
	else if (plain.status >= 300 && plain.status < 400 && (plain.headers.get('location') ?? '').startsWith('https:'))
		found.push(good('https', 'http leads to https'));
	else found.push(warn('https', `the address without encryption answers ${told(plain)}`, 'Redirect http to https.'));
	return found;
}
