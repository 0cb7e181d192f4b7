import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { BUILD_DIR } from '../../src/cli/build.mjs';
import { examine } from '../../src/cli/doctor.mjs';
import { frameAncestors, siteHeaders } from '../../src/cli/hosts/policy.mjs';
import { headersOfSite, writeHeaders } from '../../src/cli/hosts/rules.mjs';
import { createStaticServer } from '../../src/cli/static-server.mjs';
import { startHost, SUBPATH, whyNoHost, type Host } from '../support/hosts.ts';

const html = readFileSync(path.join(BUILD_DIR, 'index.html'), 'utf8');
const [, script = ''] = /href="\.\/(_app\/immutable\/entry\/app\.[^"]+)"/.exec(html) ?? [];
const [, font = ''] = /href="\.\/(_app\/immutable\/[^"]+\.woff2)"/.exec(html) ?? [];
const file = (name: string): Buffer => readFileSync(path.join(BUILD_DIR, name));

/** As a browser asks: what is compressed stays so. */
async function ask(host: Host | null, name: string, headers: Record<string, string> = {}): Promise<Response> {
	return fetch(`${host?.url}${name}`, { redirect: 'manual', headers: { 'accept-encoding': 'identity', ...headers } });
}

for (const name of ['nginx', 'caddy', 'apache'] as const) {
	test.describe(`${name}, told what the project says, in a subfolder`, () => {
		// One server for all of them.
		test.describe.configure({ mode: 'default' });
		const why = whyNoHost(name);
		test.skip(why !== null, why ?? '');
		let host: Host | null = null;
		test.beforeAll(async () => {
			if (why === null) host = await startHost(name, { folder: BUILD_DIR });
		});
		test.afterAll(async () => {
			await host?.stop();
		});

		test('sends the policy with pages, files and what is not there', async () => {
			const site = headersOfSite(BUILD_DIR)?.site ?? {};
			expect(site['Content-Security-Policy']).toMatch(/^default-src 'none'; script-src 'self' .*frame-ancestors \*$/);
			expect(site['Content-Security-Policy']).not.toMatch(/unsafe|blob:|nonce/);
			for (const at of ['', 'ar/', script, 'basemap.pmtiles', 'not/here/at/all.html']) {
				const { headers } = await ask(host, at);
				const sent = Object.fromEntries(Object.keys(site).map((header) => [header, headers.get(header)]));
				expect(sent, at).toEqual(site);
			}
		});

		test('keeps what has the name of its content, and asks again for the rest', async () => {
			const cacheOf = async (at: string) => (await ask(host, at)).headers.get('cache-control');
			for (const at of ['', 'ar/', 'icon.svg', 'not/here.html']) expect(await cacheOf(at), at).toBe('no-cache');
			for (const at of [script, font]) expect(await cacheOf(at), at).toBe('public, max-age=31536000, immutable');
			expect(await cacheOf('basemap.pmtiles')).toBe('no-cache, no-transform');
			const { headers } = await ask(host, '');
			const again = await ask(host, '', { 'if-none-match': headers.get('etag') ?? '' });
			expect(again.status).toBe(304);
		});

		test('sends each file as what it is, compressed where it is text', async () => {
			const types: Readonly<Record<string, RegExp>> = {
				'': /^text\/html; ?charset=utf-8$/i,
				[script]: /^(?:text|application)\/javascript/,
				[font]: /^font\/woff2$/,
				'icon.svg': /^image\/svg\+xml/,
				'schema/events.json': /^application\/json/,
				'basemap.pmtiles': /^application\/vnd\.pmtiles$/
			};
			for (const [at, type] of Object.entries(types))
				expect((await ask(host, at)).headers.get('content-type'), at).toMatch(type);
			const packed = await ask(host, script, { 'accept-encoding': 'gzip, br' });
			// `fetch` has unpacked it.
			expect(packed.headers.get('content-encoding')).toBe(name === 'nginx' ? 'gzip' : 'br');
			expect(Buffer.from(await packed.arrayBuffer())).toEqual(file(script));
			expect(brotliDecompressSync(file(`${script}.br`))).toEqual(file(script));
			expect(gunzipSync(file(`${script}.gz`))).toEqual(file(script));
		});

		test('sends the map in ranges of its own bytes', async () => {
			const range = { range: 'bytes=1000-1999', 'accept-encoding': 'gzip, br' };
			const answer = await ask(host, 'basemap.pmtiles', range);
			expect(answer.status).toBe(206);
			expect(answer.headers.get('content-encoding')).toBeNull();
			expect(answer.headers.get('content-range')).toBe(`bytes 1000-1999/${file('basemap.pmtiles').length}`);
			expect(Buffer.from(await answer.arrayBuffer())).toEqual(file('basemap.pmtiles').subarray(1000, 2000));
			const tags = await Promise.all([1, 2].map(async () => (await ask(host, 'basemap.pmtiles')).headers.get('etag')));
			expect(tags[0]).toMatch(/^"/);
			expect(tags[0]).toBe(tags[1]);
		});

		test('leads a folder to its slash, query kept, and answers what is not there with 404.html', async () => {
			for (const [at, to] of [
				['ar?place=moscow', `${SUBPATH}ar/`],
				[`../${SUBPATH.split('/').at(-2)}`, SUBPATH]
			] as const) {
				const { status, headers } = await ask(host, at);
				expect([301, 302, 307, 308], at).toContain(status);
				const location = new URL(headers.get('location') ?? '', host?.url);
				expect(location.href.replace(/\?.*$/, ''), at).toBe(new URL(to, host?.url).href);
				expect(location.search, at).toBe(at.includes('?') ? '?place=moscow' : '');
			}
			const missing = await ask(host, 'events/none-such/');
			expect(missing.status).toBe(404);
			expect(await missing.text()).toBe(file('404.html').toString());
		});

		test('is in order, says the doctor', async () => {
			const { findings, snippet } = await examine(host?.url ?? '');
			expect(snippet).toBe(name);
			const wrong = findings.filter(({ level }) => level !== 'ok').map(({ code }) => code);
			// Nobody has told the build where it will lie.
			expect(wrong.filter((code) => code !== '404-root')).toEqual([]);
			expect(findings.length).toBeGreaterThan(12);
		});
	});
}

/** Listens on 127.0.0.1 while it is used; `use` is given the address, with a slash at its end. */
async function listening(server: Server, use: (url: string) => Promise<void>): Promise<void> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	try {
		await use(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`);
	} finally {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
}

for (const [asked, isShown] of [
	['*', true],
	['none', false],
	['https://news.example', false]
] as const)
	test(`embedding, ${asked}: another site shows the page in a frame: ${isShown}`, async ({ page }) => {
		const { site = {} } = headersOfSite(BUILD_DIR) ?? {};
		const folder = mkdtempSync(path.join(tmpdir(), 'chronotope-frames-'));
		const policy = site['Content-Security-Policy']?.replace(/; frame-ancestors .*/, '') ?? '';
		const headers = siteHeaders({ policy, embedding: frameAncestors(asked) });
		writeFileSync(path.join(folder, '_headers'), writeHeaders(headers));
		await listening(createStaticServer(BUILD_DIR, folder), async (url) => {
			const article = createServer((_request, response) =>
				response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<iframe src="${url}accessibility/"></iframe>`)
			);
			await listening(article, async (parent) => {
				await page.goto(parent);
				const shown = isShown ? `${url}accessibility/` : 'chrome-error://chromewebdata/';
				await expect.poll(() => page.frames()[1]?.url()).toBe(shown);
			});
		});
		rmSync(folder, { recursive: true });
	});
