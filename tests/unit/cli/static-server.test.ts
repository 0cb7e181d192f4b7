import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStaticServer } from '../../../src/cli/static-server.mjs';

const BYTES = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 256));
const SCRIPT = 'export const answer = 42;\n'.repeat(50);

let folder = '';
let root = '';
let server: Server;
let port = 0;

beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'chronotope serve '));
	root = path.join(folder, 'build');
	const files: Record<string, string | Buffer> = {
		'index.html': '<h1>home</h1>',
		'ar/index.html': '<h1>ar</h1>',
		'404.html': '<h1>lost</h1>',
		'tiles.pmtiles': BYTES,
		'empty.txt': '',
		'a b/ü.json': '{}',
		'.hidden': 'secret',
		_headers:
			'/*\n  Content-Security-Policy: frame-ancestors *\n  Referrer-Policy: same-origin\n/_app/immutable/*\n  Cache-Control: public, max-age=31536000, immutable\n',
		'_app/immutable/x.js': SCRIPT,
		'_app/immutable/x.js.br': brotliCompressSync(SCRIPT),
		'_app/immutable/x.js.gz': gzipSync(SCRIPT)
	};
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
		writeFileSync(path.join(root, name), content);
	}
	writeFileSync(path.join(folder, 'outside.txt'), 'secret');
	server = createStaticServer(root);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	port = typeof address === 'object' && address ? address.port : 0;
});

afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
	rmSync(folder, { recursive: true });
});

interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

/** Sends the path as it is: fetch would tidy it first. */
function get(target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const sent = request({ host: '127.0.0.1', port, path: target, headers, method }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
			);
		});
		sent.on('error', reject);
		sent.end();
	});
}

test('a page: fresh each time, with the headers that the site asks for', async () => {
	const { status, headers, body } = await get('/?from=2024');
	expect(status).toBe(200);
	expect(body.toString()).toBe('<h1>home</h1>');
	expect(headers).toMatchObject({
		'content-type': 'text/html; charset=utf-8',
		'cache-control': 'no-cache',
		'content-security-policy': 'frame-ancestors *',
		'referrer-policy': 'same-origin',
		'x-content-type-options': 'nosniff'
	});
	expect(headers['access-control-allow-origin']).toBeUndefined();
	expect(headers['x-frame-options']).toBeUndefined();
});

test('a folder without its slash leads to the one with it, query kept', async () => {
	expect((await get('/ar/')).body.toString()).toBe('<h1>ar</h1>');
	const { status, headers } = await get('/ar?place=moscow');
	expect([status, headers.location]).toEqual([308, '/ar/?place=moscow']);
	expect((await get('//ar')).headers.location).toBe('/ar/');
});

test.each(['//host/../ar', '/\\host/../ar', '/%5chost/%2e%2e/ar', '/ar/.', '/ar/..', '/.'])(
	'%s leads to no other host',
	async (target) => {
		expect((await get(target)).headers.location ?? '/').toMatch(/^\/(?:ar\/)?$/);
	}
);

test('what is not there: 404 with the site’s own page, never cached for long', async () => {
	for (const target of ['/nothing', '/_app/immutable/gone.js', '/nothing/', '/index.html/']) {
		const { status, headers, body } = await get(target);
		expect([status, headers['cache-control'], body.toString()]).toEqual([404, 'no-cache', '<h1>lost</h1>']);
	}
});

test.each([
	'/../outside.txt',
	'/%2e%2e/outside.txt',
	'/..%2foutside.txt',
	'/a/..%5c..%5coutside.txt',
	'/.hidden',
	'/_headers',
	'/%5fheaders',
	'/%00',
	'/%E0%A4%A'
])('%s gives nothing away', async (target) => {
	const { status, body } = await get(target);
	expect([400, 404]).toContain(status);
	expect(body.toString()).not.toMatch(/secret|frame-ancestors/);
});

test('names with spaces and other scripts', async () => {
	const { status, headers } = await get(encodeURI('/a b/ü.json'));
	expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
});

test('only GET and HEAD', async () => {
	const { status, headers } = await get('/', {}, 'POST');
	expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
	const head = await get('/tiles.pmtiles', {}, 'HEAD');
	expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '1000', 0]);
});

test('an empty file', async () => {
	const { status, headers, body } = await get('/empty.txt');
	expect([status, headers['content-length'], body.length]).toEqual([200, '0', 0]);
});

test('precompressed variants by what the browser accepts', async () => {
	const brotli = await get('/_app/immutable/x.js', { 'Accept-Encoding': 'gzip, deflate, br' });
	expect(brotli.headers).toMatchObject({
		'content-encoding': 'br',
		'content-type': 'text/javascript; charset=utf-8',
		'cache-control': 'public, max-age=31536000, immutable',
		vary: 'Accept-Encoding'
	});
	expect(brotli.body).toEqual(brotliCompressSync(SCRIPT));
	expect((await get('/_app/immutable/x.js', { 'Accept-Encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
	const plain = await get('/_app/immutable/x.js', { 'Accept-Encoding': 'br;q=0, identity' });
	expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, SCRIPT]);
	expect(new Set([brotli, plain].map(({ headers }) => headers.etag)).size).toBe(2);
});

test('an entity tag saves the second transfer', async () => {
	const { headers } = await get('/tiles.pmtiles');
	const again = await get('/tiles.pmtiles', { 'If-None-Match': `"x", W/${headers.etag}` });
	expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
	expect((await get('/tiles.pmtiles', { 'If-None-Match': '"x"' })).status).toBe(200);
	// PMTiles takes no notice of a weak tag, and would go on reading a map that was rebuilt.
	expect(headers.etag).toMatch(/^"/);
	const since = { 'If-Modified-Since': headers['last-modified'] ?? '' };
	expect((await get('/tiles.pmtiles', since)).status).toBe(304);
});

test('a refusal keeps nothing of what was prepared for the file', async () => {
	const refused = await get('/_app/immutable/x.js', { 'If-Match': '"x"', 'Accept-Encoding': 'br' });
	expect([refused.status, refused.body.length]).toEqual([412, 0]);
	expect(refused.headers).toMatchObject({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
	expect(refused.headers['content-encoding']).toBeUndefined();
});

describe('ranges', () => {
	test.each([
		['bytes=0-0', 0, 0],
		['bytes=10-19', 10, 19],
		['bytes=990-', 990, 999],
		['bytes=990-5000', 990, 999],
		['bytes=-5', 995, 999],
		['bytes=-5000', 0, 999]
	])('%s', async (range, start, end) => {
		const { status, headers, body } = await get('/tiles.pmtiles', { Range: range, 'Accept-Encoding': 'br' });
		expect([status, headers['content-range']]).toEqual([206, `bytes ${start}-${end}/1000`]);
		expect(headers['content-length']).toBe(String(end - start + 1));
		expect(body).toEqual(BYTES.subarray(start, end + 1));
	});

	test.each(['bytes=1000-', 'bytes=-0'])('%s lies outside', async (range) => {
		const { status, headers } = await get('/tiles.pmtiles', { Range: range });
		expect([status, headers['content-range']]).toEqual([416, 'bytes */1000']);
	});

	test.each(['bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-', 'bytes=a-b'])('%s counts as none', async (range) => {
		const { status, body } = await get('/tiles.pmtiles', { Range: range });
		expect([status, body.length]).toEqual([200, 1000]);
	});

	test('of a compressible file are bytes of the file itself', async () => {
		const { headers, body } = await get('/_app/immutable/x.js', { Range: 'bytes=0-5', 'Accept-Encoding': 'br' });
		expect([headers['content-encoding'], body.toString()]).toEqual([undefined, 'export']);
	});

	test('only while the file is still the one that was begun', async () => {
		const { headers } = await get('/tiles.pmtiles');
		const same = await get('/tiles.pmtiles', { Range: 'bytes=0-9', 'If-Range': headers.etag ?? '' });
		const other = await get('/tiles.pmtiles', { Range: 'bytes=0-9', 'If-Range': '"x"' });
		expect([same.status, other.status]).toEqual([206, 200]);
	});
});

test('a site that is rebuilt while it is served', async () => {
	const fresh = path.join(folder, 'fresh');
	mkdirSync(fresh);
	writeFileSync(path.join(fresh, 'index.html'), '<h1>a longer home than before</h1>');
	renameSync(root, path.join(folder, 'old'));
	expect((await get('/')).status).toBe(404);
	renameSync(fresh, root);
	const { status, headers, body } = await get('/');
	expect([status, body.toString()]).toEqual([200, '<h1>a longer home than before</h1>']);
	expect(headers['content-length']).toBe(String(body.length));
	rmSync(root, { recursive: true });
	renameSync(path.join(folder, 'old'), root);
});
