/**
 * A server of static files, as a good static host behaves: precompressed variants, byte ranges, entity tags, the
 * folder's slash, 404.html. Every request looks at the disk, so a site rebuilt meanwhile is served correctly.
 */
import { open, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** @type {ReadonlyMap<string, string>} */
const CONTENT_TYPES = new Map([
	['.html', 'text/html; charset=utf-8'],
	['.js', 'text/javascript; charset=utf-8'],
	['.mjs', 'text/javascript; charset=utf-8'],
	['.css', 'text/css; charset=utf-8'],
	['.json', 'application/json; charset=utf-8'],
	['.geojson', 'application/geo+json; charset=utf-8'],
	['.webmanifest', 'application/manifest+json; charset=utf-8'],
	['.svg', 'image/svg+xml'],
	['.png', 'image/png'],
	['.jpg', 'image/jpeg'],
	['.webp', 'image/webp'],
	['.ico', 'image/x-icon'],
	['.woff2', 'font/woff2'],
	['.txt', 'text/plain; charset=utf-8'],
	['.csv', 'text/csv; charset=utf-8'],
	['.xml', 'application/xml; charset=utf-8'],
	['.ics', 'text/calendar; charset=utf-8'],
	['.pdf', 'application/pdf'],
	['.pmtiles', 'application/vnd.pmtiles'],
	['.wasm', 'application/wasm']
]);

/** Best first. */
const ENCODINGS = /** @type {const} */ ([
	['br', '.br'],
	['gzip', '.gz']
]);

const SECURITY_HEADERS = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	// Being embedded in articles is a feature. The page's own, strict policy stands in its markup.
	'Content-Security-Policy': 'frame-ancestors *'
};

/**
 * @param {string} root Folder to serve, absolute.
 * @returns {import('node:http').Server} Not yet listening.
 */
export function createStaticServer(root) {
	return createServer((request, response) => {
		answer(root, request, response).catch((error) => {
			// Whoever closed the connection needs no answer; anything else is said once and leaves the server running.
			if (error?.code === 'ERR_STREAM_PREMATURE_CLOSE' || request.destroyed) return;
			process.stderr.write(`${request.method} ${request.url}: ${error instanceof Error ? error.message : error}\n`);
			if (response.headersSent) response.destroy();
			else response.writeHead(500, SECURITY_HEADERS).end();
		});
	});
}

/**
 * @param {string} root
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(root, request, response) {
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.writeHead(405, { Allow: 'GET, HEAD' }).end();
		return;
	}
	const target = request.url ?? '/';
	const queryAt = target.indexOf('?');
	const search = queryAt < 0 ? '' : target.slice(queryAt);
	const segments = pathSegments(queryAt < 0 ? target : target.slice(0, queryAt));
	if (segments === null) {
		response.writeHead(400).end();
		return;
	}
	if (segments.some((segment) => segment.startsWith('.') && segment !== '.well-known')) {
		await sendNotFound(root, request, response);
		return;
	}
	const wantsFolder = segments.at(-1) === '' || segments.length === 0;
	const names = segments.filter((segment) => segment !== '');
	const path = join(root, ...names);
	if (wantsFolder) {
		const file = join(path, 'index.html');
		if (await isFile(file)) await sendFile(file, 200, request, response);
		else await sendNotFound(root, request, response);
	} else if (await isFile(path)) {
		await sendFile(path, 200, request, response);
	} else if (await isFile(join(path, 'index.html'))) {
		// Relative links in the page count from its folder. The path is written anew: `//host` must not become a host.
		response.writeHead(308, { Location: `/${names.map(encodeURIComponent).join('/')}/${search}` }).end();
	} else {
		await sendNotFound(root, request, response);
	}
}

/**
 * @param {string} path Of a request, still percent-encoded, without the query.
 * @returns {string[] | null} Decoded segments, the last one empty for a folder; null when it is no path at all.
 */
function pathSegments(path) {
	try {
		const segments = path.replace(/^\/+/, '').split('/').map(decodeURIComponent);
		return segments.some((segment) => /[/\\\0]/.test(segment)) ? null : segments;
	} catch {
		return null;
	}
}

/** @param {string} path */
async function isFile(path) {
	return stat(path).then(
		(stats) => stats.isFile(),
		() => false
	);
}

/**
 * @param {string} root
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function sendNotFound(root, request, response) {
	const file = join(root, '404.html');
	if (await isFile(file)) {
		await sendFile(file, 404, request, response);
		return;
	}
	response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' });
	response.end(request.method === 'HEAD' ? undefined : 'Not found\n');
}

/**
 * @param {string} file
 * @param {200 | 404} status
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function sendFile(file, status, request, response) {
	const range = status === 200 ? request.headers.range : undefined;
	// A range counts bytes of what is sent: ranges are of the file as it is, never of a compressed variant.
	const variant = range === undefined ? await findVariant(file, request.headers['accept-encoding'] ?? '') : null;
	const handle = await open(variant?.file ?? file);
	try {
		const { size, mtimeMs } = await handle.stat();
		const tag = `"${size.toString(16)}-${Math.round(mtimeMs).toString(16)}${variant ? `-${variant.encoding}` : ''}"`;
		response.setHeader('ETag', tag);
		response.setHeader('Vary', 'Accept-Encoding');
		response.setHeader(
			'Cache-Control',
			status === 200 && /[/\\]_app[/\\]immutable[/\\]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'
		);
		if (status === 200 && matchesTag(request.headers['if-none-match'], tag)) {
			response.writeHead(304).end();
			return;
		}
		response.setHeader('Content-Type', CONTENT_TYPES.get(extname(file).toLowerCase()) ?? 'application/octet-stream');
		response.setHeader('Accept-Ranges', 'bytes');
		if (variant) response.setHeader('Content-Encoding', variant.encoding);

		const ifRange = request.headers['if-range'];
		const part = range !== undefined && (ifRange === undefined || ifRange === tag) ? parseRange(range, size) : null;
		if (part === 'unsatisfiable') {
			response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
			return;
		}
		const { start, end } = part ?? { start: 0, end: size - 1 };
		if (part) response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`);
		response.writeHead(part ? 206 : status, { 'Content-Length': end - start + 1 });
		if (request.method === 'HEAD' || size === 0) response.end();
		else await pipeline(handle.createReadStream({ start, end, autoClose: false }), response);
	} finally {
		await handle.close();
	}
}

/**
 * @param {string} file
 * @param {string} accepted The request's Accept-Encoding.
 * @returns {Promise<{ encoding: string, file: string } | null>}
 */
async function findVariant(file, accepted) {
	for (const [encoding, extension] of ENCODINGS) {
		if (accepts(accepted, encoding) && (await isFile(file + extension))) return { encoding, file: file + extension };
	}
	return null;
}

/**
 * @param {string} accepted
 * @param {string} encoding
 */
function accepts(accepted, encoding) {
	return accepted.split(',').some((part) => {
		const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
		return name === encoding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
	});
}

/**
 * @param {string | undefined} header If-None-Match.
 * @param {string} tag
 */
function matchesTag(header, tag) {
	if (header === undefined) return false;
	return header.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === tag);
}

/**
 * One range of bytes, both ends inclusive. Several ranges, and what is no range of bytes, count as none, as RFC 9110
 * allows.
 *
 * @param {string} header
 * @param {number} size
 * @returns {{ start: number, end: number } | 'unsatisfiable' | null}
 */
export function parseRange(header, size) {
	const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim());
	if (!match) return null;
	const [, first = '', last = ''] = match;
	if (first === '' && last === '') return null;
	if (first === '') {
		const length = Math.min(Number(last), size);
		return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
	}
	const start = Number(first);
	const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
	if (last !== '' && Number(last) < start) return null;
	return start >= size ? 'unsatisfiable' : { start, end };
}
