/**
 * A server of static files, as a good static host behaves. `send` reads and answers; ours are the precompressed
 * variants, caching, the folder's slash and 404.html. Every request looks at the disk: the site may be rebuilt meanwhile.
 */
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, relative, sep } from 'node:path';
import send from 'send';

/** Best first. */
const VARIANTS = [
	{ encoding: 'br', extension: '.br' },
	{ encoding: 'gzip', extension: '.gz' }
];

const SECURITY_HEADERS = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	// Being embedded in articles is a feature. The page's own, strict policy stands in its markup.
	'Content-Security-Policy': 'frame-ancestors *'
};

/**
 * @typedef {import('node:http').ServerResponse<import('node:http').IncomingMessage>} Response With its request.
 * @param {string} root Folder to serve, absolute.
 * @returns {import('node:http').Server} Not yet listening.
 */
export function createStaticServer(root) {
	return createServer((request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') finish(response, 405, { Allow: 'GET, HEAD' });
		else sendFile(root, response).catch((error) => fail(root, response, error));
	});
}

/** @type {(root: string, response: Response) => Promise<void>} */
async function sendFile(root, response) {
	const { url = '/', headers } = response.req;
	const [pathname = '/'] = url.split('?', 1);
	const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
	// A range counts bytes of what is sent: ranges are of the file as it is, never of a compressed variant.
	const accepted = headers.range === undefined ? headers['accept-encoding'] : undefined;
	const { encoding, extension } = await findVariant(join(root, decodeURIComponent(path)), accepted ?? '');
	const sending = send(response.req, path + extension, { root, index: false, cacheControl: false });
	sending.on('error', (error) => fail(root, response, error));
	sending.on('directory', async (_response, folder) => {
		if (!(await isFile(join(folder, 'index.html')))) return fail(root, response, { status: 404 });
		// Relative links in the page count from its folder. The path is written anew: `//host` must not become a host.
		const segments = relative(root, folder).split(sep).map(encodeURIComponent);
		finish(response, 308, { Location: `/${segments.join('/')}/`.replace('//', '/') + url.slice(pathname.length) });
	});
	sending.on('file', (_file, { size }) => {
		// `send` refuses what is no range, which may as well be ignored, and, wrongly, a suffix longer than the file.
		const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? [];
		if (first === '' && Number(last) > size) headers.range = 'bytes=0-';
		else if (last ? Number(last) < Number(first) : !first) delete headers.range;
	});
	sending.on('headers', (_response, file, { size, mtimeMs }) => {
		const isImmutable = /[/\\]_app[/\\]immutable[/\\]/.test(file);
		for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
		response.setHeader('Cache-Control', isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
		response.setHeader('Vary', 'Accept-Encoding');
		// PMTiles notices by the tag that the map was rebuilt, but not by a weak one, which `send` would make.
		response.setHeader('ETag', `"${size.toString(16)}-${Math.round(mtimeMs).toString(16)}${extension}"`);
		if (file.endsWith('.pmtiles')) response.setHeader('Content-Type', 'application/vnd.pmtiles');
		if (encoding) response.setHeader('Content-Encoding', encoding);
		if (encoding) sending.type(file.slice(0, -extension.length));
	});
	sending.pipe(response);
}

/** @type {(file: string, accepted: string) => Promise<{ encoding: string, extension: string }>} */
async function findVariant(file, accepted) {
	const wanted = accepted.toLowerCase().replace(/\s/g, '').split(',');
	const codings = wanted.filter((coding) => !/;q=0(\.0*)?$/.test(coding)).map((coding) => coding.split(';')[0]);
	for (const variant of VARIANTS) {
		if (codings.includes(variant.encoding) && (await isFile(file + variant.extension))) return variant;
	}
	return { encoding: '', extension: '' };
}

/** @type {(path: string) => Promise<boolean>} */
const isFile = async (path) => (await stat(path).catch(() => null))?.isFile() ?? false;

/** @type {(root: string, response: Response, error: any) => Promise<void>} */
async function fail(root, response, error) {
	const status = error instanceof URIError ? 400 : (error.status ?? 500);
	if (status >= 500) process.stderr.write(`${response.req.method} ${response.req.url}: ${error.message}\n`);
	if (response.headersSent) response.destroy();
	else if (status !== 403 && status !== 404) finish(response, status, error.headers);
	else {
		const page = await readFile(join(root, '404.html')).catch(() => null);
		finish(response, 404, { 'Content-Type': `text/${page ? 'html' : 'plain'}; charset=utf-8` }, page ?? 'Not found\n');
	}
}

/**
 * Ends without a file: of what was prepared for one nothing stays.
 * @type {(response: Response, status: number, headers?: Record<string, string>, body?: string | Buffer) => void}
 */
function finish(response, status, headers = {}, body = '') {
	for (const name of response.getHeaderNames()) response.removeHeader(name);
	const length = { 'Content-Length': Buffer.byteLength(body) };
	response.writeHead(status, { ...SECURITY_HEADERS, 'Cache-Control': 'no-cache', ...length, ...headers }).end(body);
}
