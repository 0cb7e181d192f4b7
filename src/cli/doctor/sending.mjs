/** How files are sent: kept, compressed, in ranges, and of which build. */
import { FOR_EVER } from '../hosts/rules.mjs';
import { bad, good, HOST_FILE, inPage, told, warn } from './finding.mjs';

/** @typedef {import('./finding.mjs').Check} Check */
/** @typedef {import('./finding.mjs').Finding} Finding */

/** Seconds for which a copy counts as fresh. @type {(control: string) => number} */
function freshness(control) {
	if (/\bno-(?:cache|store)\b/i.test(control)) return 0;
	return Number(/\bmax-age=(\d+)/i.exec(control)?.[1] ?? NaN);
}

/** @type {Check} */
export async function caching({ ask, home, html }) {
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

const COMPRESSED = { 'accept-encoding': 'br, gzip' };

/** @type {Check} */
export async function compression({ ask, html }) {
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
export async function ranges({ ask, local }) {
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
export async function version({ ask, home, local }) {
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
