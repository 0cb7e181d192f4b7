import path from 'node:path';
import { importsOf, isScript, type ImportStatement, type SourceFiles } from './imports.ts';

/** `routes`, `cli`, a folder of `src/lib` (every one not named in LAYERS is a view), or `outside` of `src`. */
type Layer = string;

const BELOW_VIEWS: readonly Layer[] = ['state', 'ui', 'i18n', 'core'];

/** What a layer may import, besides itself. Everything in `src` that is not listed here is a view. */
const LAYERS: Readonly<Record<Layer, readonly Layer[] | 'everything'>> = {
	core: [],
	io: ['core'],
	state: ['core'],
	ui: [],
	i18n: ['core'],
	publish: ['core', 'i18n'],
	import: [...BELOW_VIEWS, 'io'],
	offline: [],
	routes: 'everything',
	cli: ['core', 'io', 'outside'],
	// The service worker.
	outside: ['offline', 'i18n']
};

interface PackageRule {
	readonly packages: RegExp;
	/** Paths that may import them. */
	readonly allowed: RegExp;
	/** Whether type-only imports are free. */
	readonly typesAreFree: boolean;
	readonly why: string;
}

const COMPONENTS_AND_STATE = /^src\/(?:routes|hooks|lib\/(?!core\/|io\/))/;

const PACKAGES: readonly PackageRule[] = [
	{
		packages: /^maplibre-gl(?:\/|$)/,
		allowed: /^src\/lib\/map\/map-adapter\.ts$/,
		typesAreFree: true,
		why: 'maplibre-gl at run time only in map/map-adapter.ts'
	},
	{
		packages: /^edtf(?:\/|$)/,
		allowed: /^src\/lib\/core\/edtf\.ts$/,
		typesAreFree: false,
		why: 'edtf only in core/edtf.ts'
	},
	{
		packages: /^\$app\//,
		allowed: /^src\/(?:routes\/|lib\/state\/url-sync\.svelte\.ts$)/,
		typesAreFree: false,
		why: '$app only in routes/ and state/url-sync.svelte.ts'
	},
	{ packages: /^zod(?:\/|$)/, allowed: /^src\/lib\/io\//, typesAreFree: false, why: 'zod only in io/' },
	{
		packages: /^(?:svelte|esm-env)(?:\/|$)/,
		allowed: COMPONENTS_AND_STATE,
		typesAreFree: false,
		why: 'core/ and io/ know no Svelte'
	},
	{
		packages: /^node:/,
		allowed: /^src\/(?:cli\/|lib\/io\/|routes\/.*\.server\.ts$|hooks\.server\.ts$)/,
		typesAreFree: true,
		why: "Node's own modules only where no browser comes"
	},
	{
		packages: /^(?!edtf(?:\/|$))/,
		allowed: /^src\/(?!lib\/core\/)/,
		typesAreFree: true,
		why: 'core/ imports no package'
	}
];

/** Where an index.ts that gathers a folder is wanted. */
const BARRELS = /^src\/lib\/(?:io\/formats|i18n|i18n\/[a-z-]+)\/index\.ts$/i;

export function layerOf(file: string): Layer {
	const inLib = /^src\/lib\/([^/]+)\//.exec(file)?.[1];
	if (inLib) return inLib;
	if (file.startsWith('src/cli/')) return 'cli';
	return /^src\/(?:routes\/|hooks\.)/.test(file) ? 'routes' : 'outside';
}

/** One sentence per broken rule: file, import, rule. */
export function checkLayers(files: SourceFiles): readonly string[] {
	const broken: string[] = [];
	for (const [file, content] of files) {
		if (!file.startsWith('src/') || !isScript(file)) continue;
		if (/\/index\.(?:ts|js|svelte\.ts)$/.test(file) && !BARRELS.test(file)) {
			broken.push(`${file}: no barrel files but io/formats and i18n`);
		}
		if (/^src\/lib\/[^/]+$/.test(file))
			broken.push(`${file}: everything in src/lib lies in a folder with a place in the picture`);
		for (const statement of importsOf(file, content)) {
			for (const rule of brokenBy(file, statement, files)) {
				broken.push(`${file} imports ${statement.specifier}: ${rule}`);
			}
		}
	}
	return broken;
}

function brokenBy(file: string, statement: ImportStatement, files: SourceFiles): readonly string[] {
	const { specifier, target, isTypeOnly } = statement;
	if (target === null) {
		if (specifier.startsWith('.')) return []; // Kit's ./$types
		return PACKAGES.filter(
			(rule) => rule.packages.test(specifier) && !rule.allowed.test(file) && !(rule.typesAreFree && isTypeOnly)
		).map((rule) => rule.why);
	}
	const broken: string[] = [];
	const from = layerOf(file);
	const to = layerOf(target);
	const allowed = LAYERS[from] ?? BELOW_VIEWS;
	if (to === 'cli' && from !== 'cli') broken.push('nothing imports the command line');
	else if (from !== to && allowed !== 'everything' && !allowed.includes(to)) {
		const list = allowed.length === 0 ? 'nothing of ours' : `only ${allowed.join(', ')}`;
		broken.push(`${from} may import ${list}, not ${to}`);
	}
	if (to !== 'outside' && !files.has(target)) broken.push('an import names its file exactly, with its extension');
	if ((from === 'core' || from === 'io') && specifier.startsWith('$')) {
		broken.push('core/ and io/ import by relative paths, so that they run anywhere');
	}
	if (path.posix.basename(target) === 'lib') broken.push('$lib itself is no file');
	return broken;
}
