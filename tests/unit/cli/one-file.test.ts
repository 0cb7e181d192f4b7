import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assemble } from '../../../src/cli/one-file/assemble.mjs';
import { codeVersion } from '../../../src/cli/version.mjs';

const page = ({ head = '', script = 'start();', style = 'a{color:red}' } = {}): string => `<!doctype html>
<html lang="en" data-locales="en ar">
	<head>
		<meta charset="utf-8" />
		<link rel="icon" href="./icon.svg" type="image/svg+xml" />
		<link rel="canonical" href="./" />
		<meta property="og:title" content="x" />
		<script>early();</script>${head}
		<style>${style}</style>
	</head>
	<body>
		<div class="app">text<script>${script}</script></div>
	</body>
</html>`;
const parts = {
	icon: '<svg/>',
	files: [{ name: 'basemap.pmtiles', type: 'application/octet-stream', content: Buffer.from('PMTiles') }],
	directions: { en: 'ltr', ar: 'rtl' }
} as const;
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('one file', () => {
	test('lets nothing run and nothing be fetched but what stands in it', () => {
		const html = assemble(page(), parts);
		const [, policy = ''] = /content-security-policy" content="([^"]*)"/.exec(html) ?? [];
		const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code);
		expect(scripts).toHaveLength(4);
		for (const code of scripts) expect(policy).toContain(hash(code));
		expect(policy).toContain(`style-src ${hash('a{color:red}')};`);
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toMatch(/connect-src|'self'|unsafe|blob:|https?:/);
		// Before anything that it is about.
		expect(html.indexOf('content-security-policy')).toBeLessThan(html.indexOf('<script'));
	});

	test('has its icon and files in it, and no link to another file', () => {
		const html = assemble(page(), parts);
		expect(html).toContain(`href="data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}"`);
		expect(html).toContain(
			`<script type="application/octet-stream;base64" data-file="basemap.pmtiles">${Buffer.from('PMTiles').toString('base64')}</script>`
		);
		expect(html).not.toMatch(/canonical|og:title|icon\.svg"/);
	});

	test('a text in a script neither ends it nor hides its end', () => {
		const html = assemble(page({ script: "const a = '<!-- <script>'; start();" }), parts);
		expect(html).toContain("const a = '\\x3c!-- \\x3cscript>'; start();");
		expect(html.split('<script').length).toBe(html.split('</script>').length);
	});

	test.each([
		['a script', { head: '<script src="./_app/a.js"></script>' }],
		['a picture', { head: '<img alt="" src="./a.png">' }],
		['a font', { style: '@font-face{src:url(./a.woff2)}' }]
	])('is not made where it would still ask for %s', (_, other) => {
		expect(() => assemble(page(other), parts)).toThrow('still asks for a file');
	});
});

describe('the version of the code', () => {
	let root = '';
	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'chronotope-version-'));
		mkdirSync(join(root, 'src', 'lib'), { recursive: true });
		for (const file of ['src/lib/a.ts', 'src/b.ts', 'LICENSE']) writeFileSync(join(root, file), file);
	});
	afterEach(() => rmSync(root, { recursive: true, force: true }));

	test('is made of names and contents, and not of the time', () => {
		const version = codeVersion(root);
		expect(version).toMatch(/^[0-9a-f]{12}$/);
		utimesSync(join(root, 'LICENSE'), 1, 1);
		writeFileSync(join(root, 'src', '.swp'), 'of an editor');
		writeFileSync(join(root, 'README.md'), 'not built');
		expect(codeVersion(root)).toBe(version);
		writeFileSync(join(root, 'src', 'b.ts'), 'other');
		const changed = codeVersion(root);
		writeFileSync(join(root, 'src', 'b.ts'), 'src/b.ts');
		writeFileSync(join(root, 'src', 'c.ts'), '');
		expect(new Set([version, changed, codeVersion(root)]).size).toBe(3);
	});
});
