import { describe, expect, it } from 'vitest';
import { apacheAccess } from '../../../src/cli/hosts/apache.mjs';
import { frameAncestors, pagePolicy, siteHeaders } from '../../../src/cli/hosts/policy.mjs';
import { headersAt, readHeaders, RULES, writeHeaders } from '../../../src/cli/hosts/rules.mjs';
import { mediaOrigins } from '../../../src/cli/site/media-origins.mjs';
import { jsonBlock, packData } from '../../../src/cli/site/page-data.mjs';
import { withPolicy } from '../../../src/cli/site/page-head.mjs';
import { settleScripts, START_HASH, START_SCRIPT } from '../../../src/cli/site/scripts.mjs';

/** A page as Kit 2.70 writes it. */
const page = (data: string, up = './'): string => `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<link rel="icon" href="${up}icon.svg" type="image/svg+xml" />
		<link href="${up}_app/immutable/entry/start.A1.js" rel="modulepreload">
		<link href="${up}_app/immutable/entry/app.B2.js" rel="modulepreload">
		<script>
			document.documentElement.dataset.early = '';
		</script>
		<script type="application/ld+json">{"@type":"Event"}</script>
	</head>
	<body>
		<div class="app"><p>text</p>
			<script>
				{
					__sveltekit_1abc = {
						base: new URL("${up}", location).pathname.slice(0, -1)
					};

					const element = document.currentScript.parentElement;

					Promise.all([
						import("${up}_app/immutable/entry/start.A1.js"),
						import("${up}_app/immutable/entry/app.B2.js")
					]).then(([kit, app]) => {
						kit.start(app, element, {
							node_ids: [0, 2],
							data: ${data},
							form: null,
							error: null
						});
					});
				}
			</script>
		</div>
	</body>
</html>
`;

/** What the page's own script starts Kit with, of a page at `https://news.example/map/`, and the scripts that it asks for. */
async function started(html: string) {
	const [, json = ''] = /<script type="application\/json" id="page-data">([^<]*)<\/script>/.exec(html) ?? [];
	const links = [...html.matchAll(/<link href="([^"]+)" rel="modulepreload">/g)].map(
		([, href = '']) => new URL(href, 'https://news.example/map/ar/').href
	);
	const parent = {};
	const document = {
		getElementById: () => ({ textContent: json, parentElement: parent }),
		querySelector: (selector: string) => {
			const [, part = '?'] = /href\*="([^"]+)"/.exec(selector) ?? [];
			return { href: links.find((href) => href.includes(part)) };
		}
	};
	const window: Record<string, unknown> = {};
	const asked: string[] = [];
	return new Promise((resolve) => {
		const load = (url: string) => {
			asked.push(url);
			const kit = {
				start: (_app: unknown, target: unknown, page: unknown) =>
					resolve({ window, asked, target: target === parent, page })
			};
			return Promise.resolve(kit);
		};
		const run = START_SCRIPT.replaceAll('import(', 'load(');

		new Function('document', 'window', 'load', run)(document, window, load);
	});
}

describe('the scripts of a page', () => {
	it('are the same for every page, and for every dataset', () => {
		const home = settleScripts(page('[null]'));
		const deep = settleScripts(page('[null,{type:"data",data:{a:1}}]', '../../').replaceAll('A1', 'C3'));
		expect(home.hashes).toEqual([expect.stringMatching(/^sha256-/), START_HASH]);
		expect(deep.hashes).toEqual(home.hashes);
		expect(deep.html).toContain('<script type="application/ld+json">{"@type":"Event"}</script>');
		const start = home.html.indexOf('<script type="application/json"');
		expect(settleScripts(home.html.slice(0, start)).hashes).toEqual(home.hashes.slice(0, 1));
	});

	it('start Kit with what the page is made of: maps, infinite numbers, any text', async () => {
		const data = `[null,{type:"data",data:{dates:new Map([["2024",{start:-Infinity,end:Infinity,zero:-0}],["x",new Map([[1,null]])]]),text:"<!--<script>\\u2028$& </script>",gone:void 0,list:[1.5,"",true]},uses:{}}]`;
		expect(await started(settleScripts(page(data, '../')).html)).toEqual({
			window: { __sveltekit_1abc: { base: '/map' } },
			asked: ['start.A1.js', 'app.B2.js'].map((name) => `https://news.example/map/_app/immutable/entry/${name}`),
			target: true,
			page: {
				node_ids: [0, 2],
				data: [
					null,
					{
						type: 'data',
						data: {
							dates: new Map<string, unknown>([
								['2024', { start: -Infinity, end: Infinity, zero: -0 }],
								['x', new Map([[1, null]])]
							]),
							text: '<!--<script>\u2028$& </script>',
							list: [1.5, '', true]
						},
						uses: {}
					}
				],
				form: null,
				error: null
			}
		});
	});

	it('are refused where they are not as expected, instead of standing still in a browser', () => {
		const whole = page('[null]');
		expect(() => settleScripts(whole.replace('kit.start(', 'kit.begin('))).toThrow('not as expected');
		const more = whole.replace('</body>', '<script>alert(1)</script></body>');
		expect(() => settleScripts(more)).toThrow('not as expected');
		expect(() => settleScripts(whole.replace('<script>', '<script defer>'))).toThrow('not as expected');
		expect(() => settleScripts(whole.replace('start.A1.js" rel', 'x.js" rel'))).toThrow('does not preload');
		for (const value of [NaN, [undefined], [() => 1]]) expect(() => jsonBlock(value)).toThrow('data of a page');
		expect(() => packData({ at: new Date(0) })).toThrow('Date at at');
	});
});

describe('the policy', () => {
	it('allows files of the site, what it is told by hash, and nothing else', () => {
		expect(pagePolicy({ scripts: ['sha256-b', 'sha256-a', 'sha256-b'] })).toContain(
			"script-src 'self' 'sha256-a' 'sha256-b';"
		);
		expect(pagePolicy()).toBe(
			"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'"
		);
	});

	it('names the hosts of the dataset’s own pictures and recordings, as the pages tell them', () => {
		const media = (url: string, kind: string) => ({ url, kind });
		const inline = [
			media('https://b.example/1.jpg', 'image'),
			media('https://b.example/2.jpg', 'image'),
			media('http://a.example:8080/x', 'image'),
			media('https://c.example/film.mp4?x=1', 'video'),
			media('https://player.example/watch?v=1.mp4', 'video'),
			media('https://d.example/paper.pdf', 'document')
		];
		const pageOf = (data: object): string => settleScripts(page(JSON.stringify([null, { type: 'data', data }]))).html;
		const paged = { media: { pictures: ['https://e.example'], recordings: [] } };
		const origins = mediaOrigins([pageOf({ dataset: { events: [{ media: inline }, {}] } }), pageOf({ paged }), '<p>']);
		expect(origins).toEqual({
			pictures: ['http://a.example:8080', 'https://b.example', 'https://e.example'],
			recordings: ['https://c.example']
		});
		expect(pagePolicy({ media: origins })).toContain(
			"img-src 'self' data: http://a.example:8080 https://b.example https://e.example;"
		);
		expect(pagePolicy({ media: origins })).toMatch(/; media-src https:\/\/c\.example$/);
	});

	it('stands in a page before anything that it is about', () => {
		const html = withPolicy(page('[null]'), pagePolicy());
		expect(html.indexOf('content-security-policy')).toBeLessThan(html.indexOf('<link'));
		expect(() => withPolicy('<html>', '')).toThrow('does not begin');
	});

	it.each([
		[undefined, '*'],
		['', '*'],
		['*', '*'],
		['none', "'none'"],
		[
			'self, https://News.example https://*.paper.example:8443',
			"'self' https://news.example https://*.paper.example:8443"
		]
	])('lets those embed whom the editor names: %s', (asked, sources) => {
		expect(frameAncestors(asked)).toBe(sources);
	});

	it.each([
		'everyone',
		'none https://a.example',
		'https://a.example/path',
		'https://a.example; script-src *',
		'* self'
	])('refuses %s', (asked) => {
		expect(() => frameAncestors(asked)).toThrow('CHRONOTOPE_EMBEDDING has');
	});
});

describe('what hosts read', () => {
	const site = siteHeaders({ policy: pagePolicy() });

	it('is within what Cloudflare reads of _headers, names no header twice, and is read as it was written', () => {
		const text = writeHeaders(site);
		for (const line of text.split('\n')) expect(line.length).toBeLessThan(2_000);
		expect(readHeaders(text)).toEqual({ site, rules: RULES });
		for (const { headers } of RULES) for (const name of Object.keys(headers)) expect(site).not.toHaveProperty(name);
		expect(headersAt(readHeaders(text), '/_app/immutable/x.js')).toMatchObject({
			...site,
			'Cache-Control': 'public, max-age=31536000, immutable'
		});
		expect(headersAt(readHeaders(text), '/ar/')).toEqual(site);
	});

	it('is quoted for Apache', () => {
		expect(apacheAccess({ 'X-Test': 'a "b" c' }, '/news/')).toContain('Header always set X-Test "a \\"b\\" c"');
		expect(apacheAccess(site, '/news/')).toContain('ErrorDocument 404 /news/404.html');
	});
});
