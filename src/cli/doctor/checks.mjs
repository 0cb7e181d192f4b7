/** What is looked at on a site that is published: each check tells what it found, good or bad. */
import { FOR_EVER } from '../hosts/rules.mjs';
import { siteHeaders } from '../hosts/policy.mjs';

/**
 * @typedef {import('./ask.mjs').Answer} Answer
 * @typedef {'ok' | 'warn' | 'error'} Level `error`: readers are kept from something; `warn`: it works, and could be better.
 * @typedef {{ level: Level, code: string, what: string, mend?: string }} Finding `mend`: what to change.
 * @typedef {{
 *   base: string,
 *   ask: import('./ask.mjs').Ask,
 *   home: Answer,
 *   html: string,
 *   local: { version: string, map: Buffer, page: Buffer } | null
 * }} Site `home`: the answer to `base`; `local`: of the build in this folder.
 * @typedef {(site: Site) => Promise<readonly Finding[]>} Check
 */

/** @type {(code: string, what: string) => Finding} */
const good = (code, what) => ({ level: 'ok', code, what });
/** @type {(code: string, what: string, mend: string) => Finding} */
const warn = (code, what, mend) => ({ level: 'warn', code, what, mend });
/** @type {(code: string, what: string, mend: string) => Finding} */
const bad = (code, what, mend) => ({ level: 'error', code, what, mend });

/** What the host's own file or snippet does when it is in use; the report names it. */
const HOST_FILE = 'Give the host what the build has for it';

const COMPRESSED = { 'accept-encoding': 'br, gzip' };
const typeOf = (/** @type {Answer} */ { headers }) => headers.get('content-type') ?? '';
const isHtml = (/** @type {Answer} */ answer) => /^text\/html\b/i.test(typeOf(answer));
const told = (/** @type {import('./ask.mjs').Answer | import('./ask.mjs').NoAnswer} */ answer) =>
	answer.ok ? `${answer.status}${typeOf(answer) === '' ? '' : `, ${typeOf(answer)}`}` : answer.why;

/** @type {(html: string, pattern: RegExp) => string | null} First group, of an attribute. */
const inPage = (html, pattern) => pattern.exec(html)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#39;', "'") ?? null;

/** @type {Check} */
async function pages({ ask, html }) {
	const languages = (inPage(html, /data-locales="([^"]*)"/) ?? '').split(' ').filter((tag) => tag !== '');
	const paths = [...languages.slice(1).map((tag) => `${tag}/`), 'accessibility/'];
	const answers = await Promise.all(paths.map(async (path) => ({ path, answer: await ask(path) })));
	const missing = answers.filter(({ answer }) => !answer.ok || answer.status !== 200 || !isHtml(answer));
	if (missing.length === 0) return [good('pages', `${paths.length + 1} pages answer: ./ ${paths.join(' ')}`)];
	return missing.map(({ path, answer }) =>
		bad(
			'pages',
			`${path} answers ${told(answer)}`,
			'Publish the whole of build/, folders too; a folder is answered with its index.html.'
		)
	);
}

/** @type {Check} */
async function slashes({ ask, base }) {
	const { pathname, protocol } = new URL(base);
	const asked = ['ar', ...(pathname === '/' ? [] : [base.slice(0, -1)])];
	/** @type {Finding[]} */
	const found = [];
	for (const path of asked) {
		const answer = await ask(path);
		const wanted = `${new URL(path, base).href}/`;
		if (!answer.ok)
			found.push(
				bad('slash', `${path} has no answer: ${answer.why}`, 'Redirect a folder without its slash to the one with it.')
			);
		else if (answer.status < 300 || answer.status > 399) {
			found.push(
				answer.status === 200 && isHtml(answer)
					? bad(
							'slash',
							`${path} is answered without a redirect to ${path}/: links in the page lead nowhere`,
							'Redirect a folder without its slash to the one with it.'
						)
					: warn(
							'slash',
							`${path} answers ${told(answer)} instead of leading to ${path}/`,
							'Redirect a folder without its slash to the one with it.'
						)
			);
		} else {
			const location = new URL(answer.headers.get('location') ?? '', answer.url);
			if (location.href === wanted) found.push(good('slash', `${path} leads to ${path}/`));
			else if (protocol === 'https:' && location.protocol === 'http:')
				found.push(
					bad(
						'slash',
						`${path} leads to ${location.href}, without encryption`,
						'Let redirects name no host and scheme (nginx: absolute_redirect off).'
					)
				);
			else
				found.push(
					warn(
						'slash',
						`${path} leads to ${location.href} and not to ${wanted}`,
						'Redirect a folder without its slash to the one with it.'
					)
				);
		}
	}
	return found;
}

/** @type {Check} */
async function hiddenFiles({ ask }) {
	const answer = await ask('_app/version.json');
	if (answer.ok && answer.status === 200) return [good('underscore', 'what begins with an underscore is served')];
	return [
		bad(
			'underscore',
			`_app/version.json answers ${told(answer)}: no script of the site can be there`,
			'Publish the folder _app too. GitHub Pages leaves it out unless the file .nojekyll lies beside it; uploads often leave out names that begin with a dot or an underscore.'
		)
	];
}

/** @type {readonly (readonly [ending: RegExp, types: RegExp])[]} */
const TYPES = [
	[/\.m?js$/, /^(?:text|application)\/javascript\b/],
	[/\.css$/, /^text\/css\b/],
	[/\.woff2$/, /^(?:font\/woff2|application\/(?:font-woff2|octet-stream))\b/],
	[/\.svg$/, /^image\/svg\+xml\b/],
	[/\.json$/, /^application\/(?:[\w.+-]*\+)?json\b/]
];

/** @type {Check} */
async function types({ ask, html }) {
	const named = [...html.matchAll(/(?:href|src)="(?:\.\/)?((?!https?:|data:|\/)[^"?#]+\.(?:js|css|woff2|svg))"/g)].map(
		([, path = '']) => path
	);
	const paths = [...new Set([...named, '_app/version.json', 'schema/events.json'])];
	/** @type {Finding[]} */
	const found = [];
	for (const path of paths) {
		const answer = await ask(path);
		const wanted = TYPES.find(([ending]) => ending.test(path))?.[1] ?? /^/;
		if (!answer.ok || answer.status !== 200)
			found.push(bad('file', `${path} answers ${told(answer)}`, 'Publish the whole of build/, of one build.'));
		else if (!wanted.test(typeOf(answer)))
			found.push(
				bad(
					'type',
					`${path} is sent as ${typeOf(answer) || 'nothing in particular'}, which browsers refuse`,
					`${HOST_FILE}, or send the type that its name stands for.`
				)
			);
	}
	return found.length === 0 ? [good('type', `${paths.length} files are sent as what they are`)] : found;
}

/** @type {Check} */
async function policy({ home, html }) {
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
async function embedding({ home }) {
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

/** Seconds for which a copy counts as fresh. @type {(control: string) => number} */
function freshness(control) {
	if (/\bno-(?:cache|store)\b/i.test(control)) return 0;
	return Number(/\bmax-age=(\d+)/i.exec(control)?.[1] ?? NaN);
}

/** @type {Check} */
async function caching({ ask, home, html }) {
	/** @type {Finding[]} */
	const found = [];
	const control = home.headers.get('cache-control') ?? '';
	const seconds = freshness(control);
	if (seconds === 0) found.push(good('cache-page', 'pages are asked for again each time'));
	else if (Number.isNaN(seconds))
		found.push(
			warn('cache-page', 'pages say nothing of caching, and browsers guess', `${HOST_FILE}: Cache-Control: no-cache.`)
		);
	else
		found.push(
			(seconds > 3600 ? bad : warn)(
				'cache-page',
				`pages are kept for ${seconds} s (Cache-Control: ${control}): until then readers have the old one`,
				`${HOST_FILE}: Cache-Control: no-cache.`
			)
		);
	const path = inPage(html, /(?:href|src)="(?:\.\/)?(_app\/immutable\/[^"]+\.js)"/);
	if (path === null) return found;
	const answer = await ask(path);
	const kept = answer.ok ? (answer.headers.get('cache-control') ?? '') : '';
	if (freshness(kept) >= 31_536_000)
		found.push(good('cache-immutable', 'what has the name of its content is kept for ever'));
	else
		found.push(
			warn(
				'cache-immutable',
				`_app/immutable is sent with Cache-Control: ${kept || '(nothing)'}: readers fetch it again`,
				`${HOST_FILE}: Cache-Control: ${FOR_EVER}.`
			)
		);
	const worker = await ask('service-worker.js');
	if (worker.ok && worker.status === 200 && freshness(worker.headers.get('cache-control') ?? '') > 3600)
		found.push(
			bad(
				'cache-worker',
				'service-worker.js is kept: readers do not hear of a new version',
				`${HOST_FILE}: Cache-Control: no-cache.`
			)
		);
	return found;
}

/** @type {Check} */
async function compression({ ask, html }) {
	const script = inPage(html, /(?:href|src)="(?:\.\/)?(_app\/immutable\/[^"]+\.js)"/);
	const sheet = inPage(html, /href="(?:\.\/)?(_app\/immutable\/[^"]+\.css)"/);
	/** @type {Finding[]} */
	const found = [];
	for (const path of ['./', script, sheet]) {
		if (path === null) continue;
		const answer = await ask(path, COMPRESSED);
		const encoding = answer.ok ? answer.headers.get('content-encoding') : null;
		if (!encoding)
			found.push(
				warn(
					'compression',
					`${path} is sent as it is, three to five times as long`,
					`${HOST_FILE}, or let the host compress text.`
				)
			);
	}
	return found.length === 0 ? [good('compression', 'text is compressed')] : found;
}

const MAP = 'basemap.pmtiles';
const NO_MAP = 'Without it the map has a plain ground.';

/** @type {Check} */
async function ranges({ ask, local }) {
	const [first, again, plain] = await Promise.all([
		ask(MAP, { range: 'bytes=0-6', 'accept-encoding': 'gzip, br' }),
		ask(MAP, { range: 'bytes=127-1126' }),
		ask(MAP, { range: 'bytes=0-6' })
	]);
	for (const answer of [first, again, plain]) {
		if (!answer.ok) return [bad('map', `${MAP} has no answer: ${answer.why}. ${NO_MAP}`, 'Publish it too.')];
		if (answer.status === 404)
			return [
				bad('map', `${MAP} is not there. ${NO_MAP}`, 'Publish it too; some hosts refuse files of several megabytes.')
			];
		if (answer.headers.has('content-encoding'))
			return [
				bad(
					'map-compressed',
					`${MAP} is sent compressed (${answer.headers.get('content-encoding')}): ranges count bytes of another file. ${NO_MAP}`,
					`${HOST_FILE}: no compression of .pmtiles, and Cache-Control: no-transform.`
				)
			];
		if (answer.status !== 206)
			return [
				bad(
					'map-ranges',
					`${MAP} answers a range with ${told(answer)} instead of 206. ${NO_MAP}`,
					'Let the host answer range requests; where it cannot, name a basemap on a host that does.'
				)
			];
	}
	if (!first.ok || !again.ok) return [];
	const range = again.headers.get('content-range') ?? '';
	if (first.body.toString('latin1') !== 'PMTiles' || again.body.length !== 1000 || !/^bytes 127-1126\/\d+$/.test(range))
		return [
			bad(
				'map-ranges',
				`${MAP} answers ranges with other bytes than were asked for (${range || 'no Content-Range'}). ${NO_MAP}`,
				'Something on the way, a proxy or cache, changes it: exclude .pmtiles from it.'
			)
		];
	/** @type {Finding[]} */
	const found = [good('map-ranges', `${MAP} is sent in ranges`)];
	if (local !== null && !local.map.subarray(127, 1127).equals(again.body))
		found.push(
			warn('map-other', `${MAP} is another one than that in build/`, 'Publish the whole of build/, of one build.')
		);
	const [tag, second] = [first.headers.get('etag'), again.headers.get('etag')];
	if (tag !== second)
		found.push(
			bad(
				'map-etag',
				`${MAP} has another ETag in every answer (${tag}, ${second}): the map is read from the start again and again`,
				'Where several machines answer, let them agree on the tag, or send none.'
			)
		);
	else if (tag === null || tag.startsWith('W/'))
		found.push(
			warn(
				'map-etag',
				`${MAP} has ${tag === null ? 'no ETag' : `a weak ETag (${tag})`}: a reader does not notice a new map while the page is open`,
				'Send a strong ETag.'
			)
		);
	return found;
}

/** @type {Check} */
async function notFound({ ask, base }) {
	const path = 'no-such-page/nor-this/one.html';
	const answer = await ask(path);
	const mend =
		'Let the host answer what is not there with 404.html and the status 404 (nginx: error_page; S3: error document).';
	if (!answer.ok) return [bad('404', `${path} has no answer: ${answer.why}`, mend)];
	if (answer.status !== 404)
		return [
			bad(
				'404',
				`what is not there is answered with ${told(answer)}: a file that is gone then looks like one that is broken`,
				mend
			)
		];
	const root = /<html [^>]*data-root="([^"]*)"/.exec(answer.body.toString('utf8'))?.[1];
	if (root === undefined) return [warn('404', 'what is not there is answered with the host’s own page', mend)];
	const { pathname } = new URL(base);
	if (root !== pathname)
		return [
			warn(
				'404-root',
				`404.html leads to ${root}, and the site is at ${pathname}`,
				`Build with the address: npm run build -- --url ${base}`
			)
		];
	return [good('404', 'what is not there is said, with the way back')];
}

/** @type {Check} */
async function encryption({ base, html, home }) {
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
	const { send } = await import('./ask.mjs');
	const plain = await send(base.replace(/^https:/, 'http:'));
	if (!plain.ok) found.push(good('https', 'there is only https'));
	else if (plain.status >= 300 && plain.status < 400 && (plain.headers.get('location') ?? '').startsWith('https:'))
		found.push(good('https', 'http leads to https'));
	else found.push(warn('https', `the address without encryption answers ${told(plain)}`, 'Redirect http to https.'));
	return found;
}

/** @type {Check} */
async function version({ ask, home, local }) {
	const answer = await ask('_app/version.json');
	if (!answer.ok || answer.status !== 200 || local === null) return [];
	const mend = 'Publish again, or look from the folder it was built in.';
	if (answer.body.toString('utf8').trim() !== local.version.trim())
		return [warn('version', 'it is of another version of the software than build/ here', mend)];
	if (!home.body.equals(local.page))
		return [
			warn('version', 'its start page is another one than that in build/ here: the data or the address differ', mend)
		];
	return [good('version', 'it is the build in this folder')];
}

/** @type {Check} */
async function addresses({ ask, base, html }) {
	/** @type {[string, string][]} */
	const said = [];
	const canonical = inPage(html, /<link rel="canonical" href="([^"]*)"/);
	if (canonical !== null) said.push(['the page', new URL(canonical, base).href]);
	for (const [path, pattern] of /** @type {const} */ ([
		['sitemap.xml', /<loc>([^<]*)<\/loc>/],
		['feed.xml', /<link [^>]*rel="alternate"[^>]*href="([^"]*)"|<link [^>]*href="([^"]*)"[^>]*rel="alternate"/]
	])) {
		const answer = await ask(path);
		if (!answer.ok || answer.status !== 200) continue;
		const [, first, second] = pattern.exec(answer.body.toString('utf8')) ?? [];
		const address = first ?? second;
		if (address !== undefined) said.push([path, new URL(address, base).href]);
	}
	const wrong = said.filter(([, address]) => !address.startsWith(base));
	if (wrong.length > 0)
		return wrong.map(([where, address]) =>
			warn(
				'address',
				`${where} says that the site is at ${address}`,
				`Build with the address: npm run build -- --url ${base}`
			)
		);
	return said.length === 0 ? [] : [good('address', `${said.map(([where]) => where).join(', ')} name this address`)];
}

/** In the order in which they are told. @type {readonly Check[]} */
export const CHECKS = [
	pages,
	slashes,
	hiddenFiles,
	types,
	notFound,
	ranges,
	caching,
	compression,
	policy,
	embedding,
	encryption,
	addresses,
	version
];
