/**
 * A server of static files, as a good static host behaves. `send` reads and answers; ours are the precompressed
 * variants, the headers that the site's own file `_headers` asks for, the folder's slash and 404.html. Every request looks at
 * the disk: the site may be rebuilt meanwhile.
 */
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import send from 'send';
import { headersAt, headersOfSite, REVALIDATED, TYPES } from './hosts/rules.mjs';

/** Best first. */
const VARIANTS = [
	{ encoding: 'br', extension: '.br' },
	{ encoding: 'gzip', extension: '.gz' }
];

/** Even of a folder that says nothing. */
const ALWAYS = { 'Cache-Control': REVALIDATED, 'X-Content-Type-Options': 'nosniff' };

/** What hosts read in the site's folder is not for readers. */
const NOT_SERVED = /^\/_headers(?:\.\w+)?$/;

/**
 * @typedef {import('node:http').ServerResponse<import('node:http').IncomingMessage>} Response With its request.
 * @typedef {{ root: string, site: string }} Folders `root`: what is served; `site`: where the file `_headers` lies.
 * @param {string} root Folder to serve, absolute.
 * @param {string} [site] The site's own folder, where that is another one.
 * @returns {import('node:http').Server} Not yet listening.
 */
export function createStaticServer(root, site = root) {
	const folders = { root, site };
	return createServer((request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') finish(folders, response, 405, { Allow: 'GET, HEAD' });
		else sendFile(folders, response).catch((error) => fail(folders, response, error));
	});
}

/** @type {(folders: Folders, response: Response) => Promise<void>} */
async function sendFile(folders, response) {
	const { root } = folders;
	const { url = '/', headers } = response.req;
	const [pathname = '/'] = url.split('?', 1);
	const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
	if (NOT_SERVED.test(decodeURIComponent(path))) return fail(folders, response, { status: 404 });
	// A range counts bytes of what is sent: ranges are of the file as it is, never of a compressed variant.
	const accepted = headers.range === undefined ? headers['accept-encoding'] : undefined;
	const { encoding, extension } = await findVariant(join(root, decodeURIComponent(path)), accepted ?? '');
	const sending = send(response.req, path + extension, { root, index: false, cacheControl: false });
	sending.on('error', (error) => fail(folders, response, error));
	sending.on('directory', async (_response, folder) => {
		if (!(await isFile(join(folder, 'index.html')))) return fail(folders, response, { status: 404 });
		// Relative links in the page count from its folder. The path is written anew: `//host` must not become a host.
		const segments = relative(root, folder).split(sep).map(encodeURIComponent);
		finish(folders, response, 308, {
			Location: `/${segments.join('/')}/`.replace('//', '/') + url.slice(pathname.length)
		});
	});
	sending.on('file', (_file, { size }) => {
		// `send` refuses what is no range, which may as well be ignored, and, wrongly, a suffix longer than the file.
		const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? [];
		if (first === '' && Number(last) > size) headers.range = 'bytes=0-';
		else if (last ? Number(last) < Number(first) : !first) delete headers.range;
	});
	sending.on('headers', (_response, file, { size, mtimeMs }) => {
		for (const [name, value] of Object.entries(headersFor(folders, response))) response.setHeader(name, value);
		response.setHeader('Vary', 'Accept-Encoding');
		// PMTiles notices by the tag that the map was rebuilt, but not by a weak one, which `send` would make.
		response.setHeader('ETag', `"${size.toString(16)}-${Math.round(mtimeMs).toString(16)}${extension}"`);
		const type = TYPES[extname(file.slice(0, file.length - extension.length))];
		if (type !== undefined) response.setHeader('Content-Type', type);
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

/** @type {(folders: Folders, response: Response) => Record<string, string>} */
function headersFor({ site }, { req: { url = '/' } }) {
	const [path = '/'] = url.split('?', 1);
	const headers = headersOfSite(site);
	return headers === null ? ALWAYS : { ...ALWAYS, ...headersAt(headers, path) };
}

/** @type {(path: string) => Promise<boolean>} */
const isFile = async (path) => (await stat(path).catch(() => null))?.isFile() ?? false;

/** @type {(folders: Folders, response: Response, error: any) => Promise<void>} */
async function fail(folders, response, error) {
	const status = error instanceof URIError ? 400 : (error.status ?? 500);
	if (status >= 500) process.stderr.write(`${response.req.method} ${response.req.url}: ${error.message}\n`);
	if (response.headersSent) response.destroy();
	else if (status !== 403 && status !== 404) finish(folders, response, status, error.headers);
	else {
		const page = await readFile(join(folders.root, '404.html')).catch(() => null);
		const type = { 'Content-Type': `text/${page ? 'html' : 'plain'}; charset=utf-8` };
		finish(folders, response, 404, type, page ?? 'Not found\n');
	}
}

/**
 * Ends without a file: of what was prepared for one nothing stays.
 * @type {(folders: Folders, response: Response, status: number, headers?: Record<string, string>, body?: string | Buffer) => void}
 */
function finish(folders, response, status, headers = {}, body = '') {
	for (const name of response.getHeaderNames()) response.removeHeader(name);
	const always = { ...headersFor(folders, response), 'Cache-Control': REVALIDATED };
	response.writeHead(status, { ...always, 'Content-Length': Buffer.byteLength(body), ...headers }).end(body);
}
