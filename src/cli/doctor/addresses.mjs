/** What is at the addresses of a site, and what it says of its own. */
import { bad, good, HOST_FILE, inPage, isHtml, told, typeOf, warn } from './finding.mjs';

/**
 * @typedef {import('./ask.mjs').Answer} Answer
 * @typedef {import('./ask.mjs').NoAnswer} NoAnswer
 * @typedef {import('./finding.mjs').Check} Check
 * @typedef {import('./finding.mjs').Finding} Finding
 */

/** @type {Check} */
export async function pages({ ask, html }) {
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

const SLASH = 'Redirect a folder without its slash to the one with it.';

/** @type {Check} */
export async function slashes({ ask, base }) {
	const { pathname } = new URL(base);
	const asked = ['ar', ...(pathname === '/' ? [] : [base.slice(0, -1)])];
	return Promise.all(asked.map(async (path) => slashFound(path, base, await ask(path))));
}

/** @type {(path: string, base: string, answer: Answer | NoAnswer) => Finding} */
function slashFound(path, base, answer) {
	if (!answer.ok) return bad('slash', `${path} has no answer: ${answer.why}`, SLASH);
	if (answer.status < 300 || answer.status > 399) {
		if (answer.status === 200 && isHtml(answer))
			return bad('slash', `${path} is answered without a redirect to ${path}/: links in the page lead nowhere`, SLASH);
		return warn('slash', `${path} answers ${told(answer)} instead of leading to ${path}/`, SLASH);
	}
	const wanted = `${new URL(path, base).href}/`;
	const location = new URL(answer.headers.get('location') ?? '', answer.url);
	if (location.href === wanted) return good('slash', `${path} leads to ${path}/`);
	if (wanted.startsWith('https:') && location.protocol === 'http:')
		return bad(
			'slash',
			`${path} leads to ${location.href}, without encryption`,
			'Let redirects name no host and scheme (nginx: absolute_redirect off).'
		);
	return warn('slash', `${path} leads to ${location.href} and not to ${wanted}`, SLASH);
}

/** @type {Check} */
export async function hiddenFiles({ ask }) {
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
export async function types({ ask, html }) {
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
export async function notFound({ ask, base }) {
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
export async function addresses({ ask, base, html }) {
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
