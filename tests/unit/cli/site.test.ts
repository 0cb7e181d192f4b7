import { describe, expect, it } from 'vitest';
import { apacheAccess } from '../../../src/cli/hosts/apache.mjs';
import { frameAncestors, pagePolicy, siteHeaders } from '../../../src/cli/hosts/policy.mjs';
import { headersAt, readHeaders, RULES, writeHeaders } from '../../../src/cli/hosts/rules.mjs';
import { mediaOrigins } from '../../../src/cli/site/media-origins.mjs';
import { jsonBlock, packData } from '../../../src/cli/site/page-data.mjs';
import { withPolicy } from '../../../src/cli/site/page-head.mjs';
import { moveScripts } from '../../../src/cli/site/scripts.mjs';

/** A page as Kit 2.70 writes it. */
const page = (data: string, up = './'): string => `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<link rel="icon" href="${up}icon.svg" type="image/svg+xml" />
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

/** What the page's own script makes of the block. */
function started(html: string): unknown {
	const [, json = ''] = /<script type="application\/json" id="page-data">([^<]*)<\/script>/.exec(html) ?? [];
	const { maps, ...rest } = JSON.parse(json) as { maps: (string | number)[][] } & Record<string, unknown>;
	for (const path of maps) {
		const last = path.pop() ?? '';
		const holder = path.reduce<unknown>((value, key) => Reflect.get(value as object, key) as unknown, rest) as object;
		Reflect.set(holder, last, new Map(Reflect.get(holder, last) as [unknown, unknown][]));
	}
	return rest;
}

describe('the scripts of a page', () => {
	it('become files that are the same for every page', () => {
		const home = moveScripts(page('[null]'));
		const deep = moveScripts(page('[null,{type:"data",data:{a:1}}]', '../../'));
		expect(home.scripts.map(({ name }) => name)).toEqual([
			expect.stringMatching(/^_app\/immutable\/entry\/early\.[\w-]{8}\.js$/),
			expect.stringMatching(/^_app\/immutable\/entry\/boot\.[\w-]{8}\.js$/)
		]);
		expect(deep.scripts).toEqual(home.scripts);
		for (const [{ html }, up] of [
			[home, './'],
			[deep, '../../']
		] as const) {
			expect(html).not.toMatch(/<script>/);
			for (const { name } of home.scripts) expect(html).toContain(`src="${up}${name}"`);
			expect(html).toContain('<script type="application/ld+json">{"@type":"Event"}</script>');
		}
		expect(home.scripts[1]?.content).toContain("import('./start.A1.js')");
	});

	it('keep what the page is made of: maps, infinite numbers, any text', () => {
		const data = `[null,{type:"data",data:{dates:new Map([["2024",{start:-Infinity,end:Infinity,zero:-0}],["x",new Map([[1,null]])]]),text:"<!--<script>\\u2028$& </script>",gone:void 0,list:[1.5,"",true]},uses:{}}]`;
		expect(started(moveScripts(page(data)).html)).toEqual({
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
		});
	});

	it('are refused where they are not as expected, instead of standing still in a browser', () => {
		const whole = page('[null]');
		expect(() => moveScripts(whole.replace('kit.start(', 'kit.begin('))).toThrow('not as expected');
		expect(() => moveScripts(whole.replace('</body>', '<script>alert(1)</script></body>'))).toThrow('not as expected');
		expect(() => moveScripts(whole.replace('icon.svg', 'sign.svg'))).toThrow('no icon');
		for (const value of [NaN, [undefined], [() => 1]]) expect(() => jsonBlock(value)).toThrow('data of a page');
		expect(() => packData({ at: new Date(0) })).toThrow('Date at at');
	});
});

describe('the policy', () => {
	it('allows files of the site and nothing else', () => {
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
		const pageOf = (data: object): string => moveScripts(page(JSON.stringify([null, { type: 'data', data }]))).html;
		const paged = { media: { pictures: ['https://e.example'], recordings: [] } };
		const origins = mediaOrigins([pageOf({ dataset: { events: [{ media: inline }, {}] } }), pageOf({ paged }), '<p>']);
		expect(origins).toEqual({
			pictures: ['http://a.example:8080', 'https://b.example', 'https://e.example'],
			recordings: ['https://c.example']
		});
		expect(pagePolicy(origins)).toContain(
			"img-src 'self' data: http://a.example:8080 https://b.example https://e.example;"
		);
		expect(pagePolicy(origins)).toMatch(/; media-src https:\/\/c\.example$/);
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
