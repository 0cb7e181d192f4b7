/** `npm run hosts -- NAME`: what to tell a host about the built site. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { BUILD_DIR } from './build.mjs';
import { launch, LaunchError } from './child.mjs';
import { apacheAccess } from './hosts/apache.mjs';
import { caddySnippet } from './hosts/caddy.mjs';
import { nginxSnippet } from './hosts/nginx.mjs';
import { headersOfSite, writeHeaders } from './hosts/rules.mjs';
import { s3Commands } from './hosts/s3.mjs';

/** @typedef {{ base: string, folder: string }} Where `base`: of the site on its host; `folder`: of the site, absolute. */

/** @type {Readonly<Record<string, (site: Record<string, string>, where: Where) => string>>} */
export const HOSTS = {
	nginx: nginxSnippet,
	caddy: caddySnippet,
	apache: (site, { base }) => apacheAccess(site, base),
	netlify: (site) => writeHeaders(site),
	cloudflare: (site) => writeHeaders(site),
	s3: s3Commands,
	github: () =>
		`GitHub Pages sends no headers of ours, and needs none to work: the policy stands in each page, and build/ has .nojekyll and\n404.html. Publish the folder as it is; where it is not at the root of a host, build with its address (--url).\n`
};

const USAGE = `Usage: npm run -s hosts -- ${Object.keys(HOSTS).join('|')} [--base /news/map/] [--folder /var/www/map]`;

/** @type {(base: string) => string} */
function checkedBase(base) {
	const whole = `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
	if (/^\/(?:[\w.~-]+\/)*$/.test(whole)) return whole;
	throw new LaunchError(`--base ${base} is no path such as /news/map/. ${USAGE}`, 2);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	await launch(async () => {
		const options = /** @type {const} */ ({ base: { type: 'string' }, folder: { type: 'string' } });
		let parsed;
		try {
			parsed = parseArgs({ options, allowPositionals: true });
		} catch (error) {
			throw new LaunchError(`${error instanceof Error ? error.message : error} ${USAGE}`, 2);
		}
		const { values, positionals } = parsed;
		const snippet = HOSTS[positionals[0] ?? ''];
		if (snippet === undefined || positionals.length > 1) throw new LaunchError(USAGE, 2);
		const headers = headersOfSite(BUILD_DIR);
		if (headers === null) throw new LaunchError(`There is no site in ${BUILD_DIR} yet: run "npm run build" first.`);
		const folder = resolve(process.env.INIT_CWD ?? '.', values.folder ?? BUILD_DIR);
		process.stdout.write(snippet(headers.site, { base: checkedBase(values.base ?? '/'), folder }));
	});
}
