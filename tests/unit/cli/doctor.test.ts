import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examine, inWords } from '../../../src/cli/doctor.mjs';
import { hostFiles } from '../../../src/cli/hosts/files.mjs';
import { pagePolicy, siteHeaders } from '../../../src/cli/hosts/policy.mjs';
import { createStaticServer } from '../../../src/cli/static-server.mjs';

const POLICY = pagePolicy();
const SCRIPT = 'export {};\n'.repeat(100);
const MAP = Buffer.concat([Buffer.from('PMTiles'), Buffer.alloc(5000, 7)]);
const HOME = `<!doctype html><html lang="en" data-locales="en ar ru"><head>
<meta http-equiv="content-security-policy" content="${POLICY}" />
<script type="module" src="./_app/immutable/entry/boot.js"></script>
<link href="./_app/immutable/assets/page.css" rel="stylesheet"></head><body></body></html>`;

let root = '';
let site: Server;

/** A site as a build writes it, in small. */
beforeAll(() => {
	root = mkdtempSync(path.join(tmpdir(), 'chronotope-doctor-'));
	const files: Record<string, string | Buffer> = {
		'index.html': HOME,
		'ar/index.html': HOME,
		'ru/index.html': HOME,
		'accessibility/index.html': HOME,
		'404.html': '<!doctype html><html lang="en" data-root="/">',
		'basemap.pmtiles': MAP,
		'schema/events.json': '{}',
		'_app/version.json': '{"version":"1"}',
		'_app/immutable/entry/boot.js': SCRIPT,
		'_app/immutable/assets/page.css': 'p { margin: 0 }',
		...Object.fromEntries(hostFiles(siteHeaders({ policy: POLICY })))
	};
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
		writeFileSync(path.join(root, name), content);
		if (!/\.(?:html|js|css)$/.test(name)) continue;
		writeFileSync(path.join(root, `${name}.br`), brotliCompressSync(content));
		writeFileSync(path.join(root, `${name}.gz`), gzipSync(content));
	}
	site = createStaticServer(root);
});

afterAll(() => rmSync(root, { recursive: true }));

/** Answers and returns true, or changes what will be answered and returns false. */
type Fault = (request: IncomingMessage, response: ServerResponse) => boolean | undefined;

async function withServer<T>(fault: Fault, use: (url: string) => Promise<T>): Promise<T> {
	const server = createServer((request, response) => {
		if (fault(request, response) !== true) site.emit('request', request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	try {
		return await use(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`);
	} finally {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
}

const isAt = (request: IncomingMessage, pattern: RegExp): boolean => pattern.test(request.url ?? '');

/** Sets a header of an answer, whatever is set later. */
function force(response: ServerResponse, name: string, value: string | null): undefined {
	const { writeHead } = response;
	response.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
		const given = rest.find((part): part is Record<string, string> => typeof part === 'object' && part !== null);
		const kept = Object.entries(given ?? {}).filter(([header]) => header.toLowerCase() !== name.toLowerCase());
		response.removeHeader(name);
		if (value !== null) response.setHeader(name, value);
		return writeHead.call(this, status, Object.fromEntries(kept));
	};
	return undefined;
}

const reply = (response: ServerResponse, status: number, type: string, body: string | Buffer, more = {}): true => {
	response.writeHead(status, { 'Content-Type': type, ...more }).end(body);
	return true;
};

const on =
	(pattern: RegExp, act: (response: ServerResponse, request: IncomingMessage) => boolean | undefined): Fault =>
	(request, response) =>
		isAt(request, pattern) ? act(response, request) : undefined;

const MAP_AT = /^\/basemap/;
const FAULTS: readonly (readonly [what: string, fault: Fault, level: string, code: string])[] = [
	['no page in Russian', on(/^\/ru\//, (r) => reply(r, 500, 'text/plain', 'no')), 'error', 'pages'],
	['a folder without its slash is answered', on(/^\/ar$/, (r) => reply(r, 200, 'text/html', HOME)), 'error', 'slash'],
	[
		'a redirect to another host',
		on(/^\/ar$/, (r) => reply(r, 301, 'text/plain', '', { Location: 'http://inside:8080/ar/' })),
		'warn',
		'slash'
	],
	['no folder _app', on(/^\/_app\//, (r) => reply(r, 404, 'text/plain', 'no')), 'error', 'underscore'],
	['a script as text', on(/boot\.js/, (r) => force(r, 'Content-Type', 'text/plain')), 'error', 'type'],
	['a page for everything', on(/^\/no-such/, (r) => reply(r, 200, 'text/html', HOME)), 'error', '404'],
	[
		'the host’s own page for what is not there',
		on(/^\/no-such/, (r) => reply(r, 404, 'text/html', '<h1>Not Found</h1>')),
		'warn',
		'404'
	],
	[
		'a 404.html of another address',
		on(/^\/no-such/, (r) => reply(r, 404, 'text/html', '<html lang="en" data-root="/elsewhere/">')),
		'warn',
		'404-root'
	],
	['no map', on(MAP_AT, (r) => reply(r, 404, 'text/plain', 'no')), 'error', 'map'],
	['no ranges', on(MAP_AT, (r) => reply(r, 200, 'application/octet-stream', MAP)), 'error', 'map-ranges'],
	[
		'other bytes than asked for',
		on(MAP_AT, (r) =>
			reply(r, 206, 'application/octet-stream', MAP.subarray(9, 16), { 'Content-Range': 'bytes 0-6/5007' })
		),
		'error',
		'map-ranges'
	],
	[
		'a compressed range',
		on(MAP_AT, (r) =>
			reply(r, 206, 'application/octet-stream', gzipSync(MAP.subarray(0, 7)), { 'Content-Encoding': 'gzip' })
		),
		'error',
		'map-compressed'
	],
	['a tag of each machine', on(MAP_AT, (r, q) => force(r, 'ETag', `"${q.headers.range}"`)), 'error', 'map-etag'],
	['a weak tag', on(MAP_AT, (r) => force(r, 'ETag', 'W/"1"')), 'warn', 'map-etag'],
	[
		'pages that are kept for a day',
		on(/^\/$/, (r) => force(r, 'Cache-Control', 'max-age=86400')),
		'error',
		'cache-page'
	],
	[
		'pages that are kept for ten minutes',
		on(/^\/$/, (r) => force(r, 'Cache-Control', 'max-age=600')),
		'warn',
		'cache-page'
	],
	[
		'what never changes is not kept',
		on(/immutable/, (r) => force(r, 'Cache-Control', 'no-cache')),
		'warn',
		'cache-immutable'
	],
	['no compression', (request) => void delete request.headers['accept-encoding'], 'warn', 'compression'],
	['no policy in the header', (_, r) => force(r, 'Content-Security-Policy', null), 'warn', 'header'],
	[
		'another policy in the header',
		(_, r) => force(r, 'Content-Security-Policy', "script-src 'none'"),
		'warn',
		'header'
	],
	[
		'a page without its policy',
		on(/^\/$/, (r) => reply(r, 200, 'text/html', HOME.replace(/<meta [^>]*>/, ''))),
		'error',
		'policy'
	],
	[
		'no frames',
		(_, r) => (force(r, 'X-Frame-Options', 'DENY'), force(r, 'Content-Security-Policy', null)),
		'warn',
		'embedding'
	],
	['a cookie', (_, r) => force(r, 'Set-Cookie', 'lb=1'), 'warn', 'cookie'],
	[
		'an image without encryption',
		on(/^\/$/, (r) =>
			reply(r, 200, 'text/html', HOME.replace('</head>', '<link rel="icon" href="http://cdn.example/i.png"></head>'))
		),
		'error',
		'mixed'
	],
	[
		'another address in the page',
		on(/^\/$/, (r) =>
			reply(
				r,
				200,
				'text/html',
				HOME.replace('</head>', '<link rel="canonical" href="https://elsewhere.example/"></head>')
			)
		),
		'warn',
		'address'
	]
];

test('a site in order has nothing to mend', async () => {
	const report = await withServer(
		() => undefined,
		(url) => examine(url, root)
	);
	expect(report.findings.filter(({ level }) => level !== 'ok')).toEqual([]);
	expect(report.findings.map(({ code }) => code)).toEqual(
		expect.arrayContaining(['map-ranges', '404', 'version', 'header'])
	);
	expect(inWords(report)).toMatch(/0 errors, 0 warnings\n$/);
});

test.each(FAULTS)('%s', async (_what, fault, level, code) => {
	const report = await withServer(fault, (url) => examine(url, root));
	const found = report.findings.find((finding) => finding.code === code && finding.level === level);
	expect(found, inWords(report)).toBeDefined();
	expect(found?.mend).toMatch(/\S/);
});

test.each([
	['other software', { '_app/version.json': '{"version":"2"}' }, ['version']],
	['other data', { 'index.html': `${HOME} ` }, ['version']],
	['another map', { 'basemap.pmtiles': Buffer.concat([Buffer.from('PMTiles'), Buffer.alloc(5000, 8)]) }, ['map-other']]
])('another build than the one here: %s', async (_what, changed: Record<string, string | Buffer>, codes) => {
	const other = mkdtempSync(path.join(tmpdir(), 'chronotope-doctor-'));
	mkdirSync(path.join(other, '_app'));
	const here = { '_app/version.json': '{"version":"1"}', 'index.html': HOME, 'basemap.pmtiles': MAP, ...changed };
	for (const [name, content] of Object.entries(here)) writeFileSync(path.join(other, name), content);
	const { findings } = await withServer(
		() => undefined,
		(url) => examine(url, other)
	);
	rmSync(other, { recursive: true });
	expect(findings.filter(({ level }) => level !== 'ok').map(({ code }) => code)).toEqual(codes);
});

test('no answer, another page, and a redirect are said, and nothing more is asked', async () => {
	const dead = await withServer(
		() => undefined,
		(url) => Promise.resolve(url)
	);
	expect((await examine(dead, root)).findings).toMatchObject([{ level: 'error', code: 'reachable' }]);
	const other: Fault = (_, r) => reply(r, 200, 'text/html', '<h1>Welcome</h1>');
	expect((await withServer(other, (url) => examine(url, root))).findings).toMatchObject([{ code: 'reachable' }]);
	const moved: Fault = (_, r) => reply(r, 301, 'text/plain', '', { Location: '/new/' });
	const { findings } = await withServer(moved, (url) => examine(url, root));
	expect(findings).toMatchObject([{ level: 'error', what: expect.stringContaining('/new/') }]);
});

test('the host is recognised, and what to tell it is named', async () => {
	const report = await withServer(
		(_, r) => (force(r, 'Server', 'nginx/1.22.1'), force(r, 'Cache-Control', 'max-age=600')),
		(url) => examine(url, root)
	);
	expect(report).toMatchObject({ server: 'nginx', snippet: 'nginx' });
	expect(inWords(report)).toContain('npm run -s hosts -- nginx');
});
