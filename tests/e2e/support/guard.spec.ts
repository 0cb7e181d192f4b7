import { createServer, type Server } from 'node:http';
import { expect, test as base } from '@playwright/test';
import { leftBehind, watch } from './guard.ts';

/** Pages that do what the guard forbids, on a server of their own: the guard is only as good as what it notices. */
const PAGES: Readonly<Record<string, string>> = {
	'/quiet': '<p>nothing</p><script src="/ok.js"></script>',
	'/image': '<img src="http://tiles.example/0.png" alt="">',
	'/style': '<style>@import "http://fonts.example/a.css";</style>',
	'/font':
		'<style>@font-face { font-family: f; src: url(http://fonts.example/f.woff2) } p { font-family: f }</style><p>f</p>',
	'/fetch': '<script>fetch("http://api.example/").catch(() => {});</script>',
	'/beacon': '<script>navigator.sendBeacon("http://stats.example/", "x");</script>',
	'/other-port': '<script>fetch("http://127.0.0.1:9/").catch(() => {});</script>',
	'/worker': '<script>new Worker("/worker.js");</script>',
	'/frame': '<iframe src="http://ads.example/"></iframe>',
	'/socket': '<script>new WebSocket("ws://live.example/");</script>',
	'/throw': '<script>setTimeout(() => { throw new Error("boom"); });</script>',
	'/reject': '<script>Promise.reject(new Error("boom"));</script>',
	'/console': '<script>console.error("boom");</script>',
	'/missing': '<script>fetch("/gone.json");</script>',
	'/cookie': '<script>document.cookie = "a=1";</script>',
	'/cookie-sent': '<p>set by the server</p>',
	'/storage': '<script>localStorage.setItem("tracker", "1");</script>',
	'/csp-report': '<script>setTimeout("1");</script>',
	'/csp-worker': '<script>new Worker("/strict-worker.js");</script>',
	'/csp-frame': '<iframe src="/csp"></iframe>',
	'/csp': '<meta http-equiv="Content-Security-Policy" content="style-src-attr \'none\'"><p style="color: red">red</p>'
};

const HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'/cookie-sent': { 'Set-Cookie': 'a=1' },
	'/csp-report': { 'Content-Security-Policy-Report-Only': "script-src 'self' 'unsafe-inline'; report-uri /gone" }
};

const test = base.extend<object, { origin: string }>({
	origin: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
		async ({}, use) => {
			const server: Server = createServer((request, response) => {
				const target = request.url ?? '';
				const page = PAGES[target];
				if (page)
					response
						.writeHead(200, { 'Content-Type': 'text/html', ...HEADERS[target] })
						.end(`<!doctype html><link rel="icon" href="data:,">${page}`);
				else if (target === '/ok.js') response.writeHead(200, { 'Content-Type': 'text/javascript' }).end('');
				else if (target === '/worker.js') {
					const script = 'fetch("http://api.example/").catch(() => {});';
					response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
				} else if (target === '/strict-worker.js') {
					// Again and again: when the guard begins to listen in a worker depends on how busy the machine is.
					const script = 'setInterval(() => fetch("/ok.js").catch(() => {}), 100);';
					const policy = { 'Content-Security-Policy': "connect-src 'none'" };
					response.writeHead(200, { 'Content-Type': 'text/javascript', ...policy }).end(script);
				} else response.writeHead(404).end();
			});
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
			const address = server.address();
			await use(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
		{ scope: 'worker' }
	]
});

const EXPECTED: Readonly<Record<string, string>> = {
	'/image': 'request to another origin: GET http://tiles.example/0.png',
	'/style': 'request to another origin: GET http://fonts.example/a.css',
	'/font': 'request to another origin: GET http://fonts.example/f.woff2',
	'/fetch': 'request to another origin: GET http://api.example/',
	'/beacon': 'request to another origin: POST http://stats.example/',
	'/other-port': 'request to another origin: GET http://127.0.0.1:9/',
	'/worker': 'request to another origin: GET http://api.example/',
	'/frame': 'request to another origin: GET http://ads.example/',
	'/socket': 'web socket: ws://live.example/',
	'/throw': 'uncaught error: Error: boom',
	'/reject': 'uncaught error: Error: boom',
	'/console': 'console error: boom',
	'/missing': 'answer 404',
	'/csp': 'CSP: style-src-attr forbids inline',
	'/csp-frame': 'CSP: style-src-attr forbids inline',
	'/csp-worker': 'CSP in a worker: connect-src forbids',
	'/csp-report': 'CSP: script-src forbids eval',
	'/cookie': 'document.cookie is written: a=1',
	'/cookie-sent': 'a cookie is kept: a of 127.0.0.1',
	'/storage': 'storage is written: tracker'
};

for (const [target, expected] of Object.entries(EXPECTED)) {
	test(`the guard notices ${target}`, async ({ context, page, origin }) => {
		const findings = await watch(context, origin);
		await page.goto(origin + target);
		await expect.poll(async () => [...findings, ...(await leftBehind(context))].join('\n')).toContain(expected);
	});
}

test('the guard lets a quiet page be', async ({ context, page, origin }) => {
	const findings = await watch(context, origin);
	await page.goto(`${origin}/quiet`, { waitUntil: 'networkidle' });
	expect(findings).toEqual([]);
});
