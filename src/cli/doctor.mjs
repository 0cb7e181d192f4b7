/** `npm run doctor -- https://news.example/map/`: looks at a site that is published, and says what to change. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { BUILD_DIR } from './build.mjs';
import { launch, LaunchError } from './child.mjs';
import { asker } from './doctor/ask.mjs';
import { CHECKS } from './doctor/checks.mjs';
import { serverOf } from './doctor/servers.mjs';

/**
 * @typedef {import('./doctor/finding.mjs').Finding} Finding
 * @typedef {{ url: string, server: string, snippet: string | null, findings: readonly Finding[] }} Report
 */

const USAGE = 'Usage: npm run -s doctor -- https://news.example/map/ [--json]';

/**
 * @param {string} address Of the site.
 * @param {string} folder The build in this folder, to compare it with; there may be none.
 * @returns {Promise<Report>}
 */
export async function examine(address, folder = BUILD_DIR) {
	const base = address.endsWith('/') ? address : `${address}/`;
	const ask = asker(base);
	const home = await ask('./');
	/** @type {(what: string, mend: string) => Finding} */
	const fault = (what, mend) => ({ level: 'error', code: 'reachable', what, mend });
	if (!home.ok) {
		const finding = fault(`there is no answer: ${home.why}`, 'Look whether the address is right and the host runs.');
		return { url: base, server: '', snippet: null, findings: [finding] };
	}
	const { name, snippet } = serverOf(home.headers);
	const html = home.body.toString('utf8');
	const isSite = home.status === 200 && /<html [^>]*data-locales=/.test(html);
	if (!isSite) {
		const location = home.headers.get('location');
		const what =
			location === null
				? `it answers ${home.status} with something else than the start page of the site`
				: `it leads to ${new URL(location, base).href}`;
		const mend =
			location === null ? 'Give the address of the folder that build/ was published to.' : 'Give that address.';
		return { url: base, server: name, snippet, findings: [fault(what, mend)] };
	}
	const site = { base, ask, home, html, local: localBuild(folder) };
	/** @type {Finding[]} */
	const findings = [{ level: 'ok', code: 'reachable', what: 'the site answers' }];
	for (const check of CHECKS) findings.push(...(await check(site)));
	return { url: base, server: name, snippet, findings };
}

/** @param {string} folder */
function localBuild(folder) {
	try {
		const version = readFileSync(join(folder, '_app', 'version.json'), 'utf8');
		const [map, page] = ['basemap.pmtiles', 'index.html'].map((name) => readFileSync(join(folder, name)));
		return map === undefined || page === undefined ? null : { version, map, page };
	} catch {
		return null;
	}
}

/**
 * @param {Report} report
 * @returns {string}
 */
export function inWords({ url, server, snippet, findings }) {
	const lines = findings.map(({ level, what, mend }) =>
		[`${level.padEnd(6)}${what}`, ...(mend === undefined ? [] : [`      -> ${mend}`])].join('\n')
	);
	const [errors, warnings] = ['error', 'warn'].map((wanted) => findings.filter(({ level }) => level === wanted).length);
	const isWrong = (errors ?? 0) + (warnings ?? 0) > 0;
	const hint = snippet === null || !isWrong ? [] : [`What ${server} is to be told: npm run -s hosts -- ${snippet}`];
	return [
		`${url}${server === '' ? '' : ` (${server})`}`,
		...lines,
		...hint,
		`${counted(errors ?? 0, 'error')}, ${counted(warnings ?? 0, 'warning')}`,
		''
	].join('\n');
}

/** @type {(count: number, thing: string) => string} */
const counted = (count, thing) => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** @param {string} text */
function checkedAddress(text) {
	const isWeb = /^https?:\/\//i.test(text) && URL.canParse(text);
	if (!isWeb) throw new LaunchError(`${text} is no address of a site. ${USAGE}`, 2);
	const { origin, pathname } = new URL(text);
	return origin + pathname.replace(/index\.html$/, '');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	await launch(async () => {
		let parsed;
		try {
			parsed = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
		} catch (error) {
			throw new LaunchError(`${error instanceof Error ? error.message : error} ${USAGE}`, 2);
		}
		const [address, ...more] = parsed.positionals;
		if (address === undefined || more.length > 0) throw new LaunchError(USAGE, 2);
		const report = await examine(checkedAddress(address));
		process.stdout.write(parsed.values.json ? `${JSON.stringify(report, null, '\t')}\n` : inWords(report));
		return report.findings.some(({ level }) => level === 'error') ? 1 : 0;
	});
}
