import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCycles, type SourceFiles } from './imports.ts';
import { checkLayers } from './layers.ts';
import { checkMarkup, checkModuleState, checkStyles } from './style-rules.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const NOT_OURS =
	/^(?:node_modules|\.git|\.svelte-kit|build|build-single|static|package-lock\.json|tests\/(?:results|fixtures|bench\/node_modules|bench\/package-lock\.json))(?:\/|$)/;
const IS_TEXT = /\.(?:ts|mjs|js|svelte|css|html|json|geojson|md|txt|yml|yaml)$|^\.ci\/run$|^LICENSE$/;

/** All text files of the project, as paths from the root. */
function readTree(folder = ''): Map<string, string> {
	const files = new Map<string, string>();
	for (const entry of readdirSync(path.join(ROOT, folder), { withFileTypes: true })) {
		const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
		if (NOT_OURS.test(name)) continue;
		if (entry.isDirectory()) for (const [file, content] of readTree(name)) files.set(file, content);
		else if (IS_TEXT.test(name)) files.set(name, readFileSync(path.join(ROOT, name), 'utf8'));
	}
	return files;
}

const tree: SourceFiles = readTree();

describe('the tree', () => {
	test('is really read', () => {
		expect([...tree.keys()]).toEqual(expect.arrayContaining(['src/lib/core/model.ts', 'src/routes/+layout.ts']));
	});

	test('imports only what the picture of the layers allows', () => {
		expect(checkLayers(tree)).toEqual([]);
	});

	test('has no cycle', () => {
		expect(findCycles(tree).map((cycle) => cycle.join(' -> '))).toEqual([]);
	});

	test('keeps no mutable state at module level', () => {
		expect(checkModuleState(tree)).toEqual([]);
	});

	test('writes no inline style and no words into markup', () => {
		expect(checkMarkup(tree)).toEqual([]);
	});

	test('styles with logical sides and with the colours of the tokens', () => {
		expect(checkStyles(tree)).toEqual([]);
	});

	test('can be understood from five files of under 600 lines together', () => {
		const files = [
			'src/lib/core/model.ts',
			'src/lib/core/filter.ts',
			'src/lib/core/view.ts',
			'src/lib/state/explorer.svelte.ts',
			'src/routes/+page.svelte'
		];
		const lines = files.map((file) => (tree.get(file) ?? expect.fail(`${file} is missing`)).split('\n').length - 1);
		expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThan(600);
	});

	test('speaks of itself alone', () => {
		const sharedFolder = ['..', 'shared'].join('/');
		const workplace = ['', 'work', ''].join('/');
		const speaking = [...tree].filter(([file, content]) => {
			const text = file.startsWith('tests/') ? content.replaceAll(`${sharedFolder}/corpora`, '') : content;
			return text.includes(sharedFolder) || text.includes(workplace);
		});
		expect(speaking.map(([file]) => file)).toEqual([]);
	});

	test('has the licence it names', () => {
		expect(existsSync(path.join(ROOT, 'LICENSE'))).toBe(true);
		expect(tree.get('LICENSE')).toContain(`${JSON.parse(tree.get('package.json') ?? '{}').license} License`);
	});
});

describe('the checks themselves', () => {
	const files = (contents: Readonly<Record<string, string>>): SourceFiles => new Map(Object.entries(contents));

	test.each([
		[
			'core imports state',
			'src/lib/core/a.ts',
			"import { x } from '../state/b.ts';",
			'core may import nothing of ours'
		],
		[
			'a type counts',
			'src/lib/core/a.ts',
			"import type { x } from '../state/b.ts';",
			'core may import nothing of ours'
		],
		['a re-export counts', 'src/lib/state/a.ts', "export * from '../io/b.ts';", 'state may import only core'],
		['a view imports a view', 'src/lib/map/a.ts', "import { x } from '$lib/list/b.ts';", 'not list'],
		['dynamically', 'src/lib/map/a.ts', "const x = await import('$lib/list/b.ts');", 'not list'],
		['as a type query', 'src/lib/map/a.ts', "type X = import('$lib/list/b.ts').X;", 'not list'],
		['as a worker', 'src/lib/map/a.ts', "new Worker(new URL('../list/b.ts', import.meta.url));", 'not list'],
		[
			'in a component',
			'src/lib/map/A.svelte',
			'<script lang="ts">\n\timport B from "$lib/list/b.ts";\n</script>',
			'not list'
		],
		['a view imports io', 'src/lib/map/a.ts', "import { x } from '$lib/io/b.ts';", 'not io'],
		['ui imports core', 'src/lib/ui/a.ts', "import { x } from '$lib/core/b.ts';", 'ui may import nothing of ours'],
		[
			'anything imports cli',
			'src/routes/a.ts',
			"import { x } from '../cli/b.mjs';",
			'nothing imports the command line'
		],
		[
			'maplibre-gl at run time',
			'src/lib/map/layers.ts',
			"import { Map } from 'maplibre-gl';",
			'only in map/map-adapter.ts'
		],
		['$app in a view', 'src/lib/list/a.ts', "import { page } from '$app/state';", '$app only in routes/'],
		['a package in core', 'src/lib/core/a.ts', "import { x } from 'd3-scale';", 'core/ imports no package'],
		['svelte in io', 'src/lib/io/a.ts', "import { tick } from 'svelte';", 'know no Svelte'],
		['zod in a view', 'src/lib/list/a.ts', "import { z } from 'zod';", 'zod only in io/'],
		['Node in a view', 'src/lib/list/a.ts', "import fs from 'node:fs';", 'no browser comes'],
		['no extension', 'src/lib/list/a.ts', "import { x } from './b';", 'with its extension'],
		['$lib in core', 'src/lib/core/a.ts', "import { x } from '$lib/core/c.ts';", 'relative paths'],
		['a barrel', 'src/lib/list/index.ts', "export { x } from './b.ts';", 'no barrel files']
	])('a broken rule is found: %s', (_, file, content, message) => {
		const others = { 'src/lib/list/b.ts': '', 'src/lib/core/c.ts': '', 'src/lib/core/b.ts': '', 'src/lib/io/b.ts': '' };
		const found = checkLayers(files({ ...others, 'src/lib/state/b.ts': '', 'src/cli/b.mjs': '', [file]: content }));
		expect(found).toHaveLength(1);
		expect(found[0]).toContain(message);
		expect(found[0]).toContain(file);
	});

	test('what the picture allows is not found', () => {
		const allowed = files({
			'src/lib/core/a.ts': '',
			'src/lib/core/b.ts': "import { a } from './a.ts';",
			'src/lib/io/formats/index.ts': "import { a } from '../../core/a.ts'; import { z } from 'zod';",
			'src/lib/import/A.svelte': "<script lang='ts'>\n\timport { a } from '$lib/io/formats/index.ts';\n</script>",
			'src/lib/map/map-adapter.ts': "import { Map } from 'maplibre-gl'; import u from 'maplibre-gl/worker?worker&url';",
			'src/lib/map/layers.ts': "import type { Map } from 'maplibre-gl'; import { a } from '$lib/core/a.ts';",
			'src/routes/+page.ts': "import type { PageLoad } from './$types'; import M from '$lib/map/layers.ts';",
			'src/lib/state/url-sync.svelte.ts': "import { page } from '$app/state';"
		});
		expect(checkLayers(allowed)).toEqual([]);
	});

	test('a cycle is found, through a type and a component too', () => {
		const found = findCycles(
			files({
				'src/lib/list/a.ts': "import B from './B.svelte';",
				'src/lib/list/B.svelte': "<script lang='ts'>\n\timport { c } from '$lib/list/c.ts';\n</script>",
				'src/lib/list/c.ts': "import type { a } from './a.ts'; import { d } from './d.ts';",
				'src/lib/list/d.ts': ''
			})
		);
		expect(found).toEqual([['src/lib/list/a.ts', 'src/lib/list/B.svelte', 'src/lib/list/c.ts', 'src/lib/list/a.ts']]);
	});

	test.each([
		['let count = 0;', 1],
		['export let count = 0;', 1],
		['export const view = $state({});', 1],
		['const view = $state.raw({});', 1],
		['const cache = new Map<string, number>();', 1],
		['class A { static count = 0; }', 1],
		['const words: ReadonlySet<string> = new Set();', 0],
		['class A { static readonly max = 1; view = $state(0); }', 0],
		['export function f() { let n = 0; return n; }', 0],
		['declare let token: string;', 0]
	])('module-level state: %s', (code, count) => {
		expect(checkModuleState(files({ 'src/lib/state/a.svelte.ts': code }))).toHaveLength(count);
	});

	test('state of a component is no state of its module', () => {
		const component =
			'<script module lang="ts">\n\tlet n = 0;\n</script>\n<script lang="ts">\n\tlet m = $state(0);\n</script>{m}{n}';
		expect(checkModuleState(files({ 'src/lib/list/A.svelte': component }))).toEqual([
			'src/lib/list/A.svelte: n is mutable state at module level'
		]);
	});

	test.each([
		['<p style="color: red">{x}</p>', 1],
		['<p style:width={w}>{x}</p>', 1],
		['<Child style="x" />', 1],
		['<p>Events</p>', 1],
		['{#if x}<p>{x} of {y}</p>{/if}', 1],
		['<button aria-label="Close">×</button>', 1],
		['<input placeholder="Search {x}" />', 1],
		['<p class="a">{x} · {y}</p><img alt="" src="a.png" />', 0],
		['<svg><text x={1}>{label}</text></svg><span aria-label={m.close}></span>', 0]
	])('markup: %s', (markup, count) => {
		expect(checkMarkup(files({ 'src/lib/list/A.svelte': markup }))).toHaveLength(count);
	});

	test.each([
		['margin-left: 1px', 1],
		['@media (width > 1px) { p { padding-right: 0 } }', 1],
		['left: 0', 1],
		['text-align: right', 1],
		['margin: 0 1px 0 calc(2px + 1px)', 1],
		['border-top-left-radius: 1px', 1],
		['color: #fff', 1],
		['background: linear-gradient(rgb(0 0 0), var(--ground))', 1],
		['/* physical: the map does not mirror */\n\tleft: 0', 0],
		['left: 0; /* physical: the map does not mirror */', 0],
		['margin: 0 1px 0 1px', 0],
		['margin-inline-start: 1px; inset-inline: 0; text-align: start', 0],
		['color: var(--ink); background: none', 0]
	])('style: %s', (css, count) => {
		const style = css.startsWith('@') ? css : `p {\n\t${css}\n}`;
		expect(checkStyles(files({ 'src/lib/list/A.svelte': `<p></p>\n<style>\n${style}\n</style>` }))).toHaveLength(count);
		expect(checkStyles(files({ 'src/lib/ui/a.css': style }))).toHaveLength(count);
	});
});
