/** What is different in the scripts where the dashboard is one file: nothing of it can be asked for. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[/\\]$/, '');
const MAPLIBRE = /\/maplibre-gl\/dist\/maplibre-gl\.mjs$/;
/** As the product starts its workers. */
const WORKER = /new URL\('([^']+)', import\.meta\.url\)(?=, \{ type: 'module' \}\))/;

/** What stands in place of what leads to other pages. */
const REPLACED = new Map([['./About.svelte', '/src/routes/OneFileAbout.svelte']]);

/**
 * Sets `__ONE_FILE__`. Where it is true, workers and fonts are `data:` URLs.
 *
 * @param {boolean} isOneFile
 * @returns {import('vite').Plugin[]}
 */
export function oneFile(isOneFile) {
	const define = { __ONE_FILE__: JSON.stringify(isOneFile) };
	if (!isOneFile) return [{ name: 'one-file', config: () => ({ define }) }];
	const inside = /** @type {import('vite').Plugin} */ ({
		name: 'one-file',
		enforce: 'pre',
		config: () => ({ define, build: { assetsInlineLimit: () => true } }),
		resolveId: {
			filter: { id: /^\.\/About\.svelte$/ },
			handler: (id) => {
				const other = REPLACED.get(id);
				return other === undefined ? null : ROOT + other;
			}
		},
		transform: {
			filter: { id: [/\/src\/.*\.ts$/, MAPLIBRE], code: /new Worker\(/ },
			handler(code, id) {
				if (MAPLIBRE.test(id)) return { code: withWorkerAsItIs(code, (why) => this.error(why)), map: null };
				const [whole, file] = WORKER.exec(code) ?? [];
				if (whole === undefined) this.error('A worker is not started as expected: see src/cli/one-file/plugin.mjs.');
				return { code: `import workerUrl from '${file}?worker&url';\n${code.replace(whole, 'workerUrl')}`, map: null };
			}
		},
		load: {
			filter: { id: /\?worker&url$/ },
			async handler(id) {
				const url = this.environment.name === 'client' ? await dataUrlOf(id.replace(/\?.*$/, '')) : '';
				return { code: `export default ${JSON.stringify(url)};`, map: null };
			}
		}
	});
	return [inside, onePage()];
}

/**
 * Routes that say which pages there are of them (events, places, pictures) have none here.
 *
 * @returns {import('vite').Plugin}
 */
function onePage() {
	return {
		name: 'one-page',
		enforce: 'pre',
		transform: {
			filter: { id: /\/src\/routes\/.*\.ts$/, code: /export const entries\b/ },
			handler: (code) => ({ code: code.replace(/export (const entries\b)/, '$1'), map: null })
		}
	};
}

/**
 * Of a page from disk, MapLibre fetches the worker to make a `data:` URL of it; here it is one already, and nothing may be fetched.
 *
 * @param {string} code
 * @param {(why: string) => never} fail
 */
function withWorkerAsItIs(code, fail) {
	const fetched = /if\(\w+&&\w+\(\)\)return (\w+)\(await \w+\((\w+)\),(\w+)\);/;
	if (!fetched.test(code)) fail('MapLibre does not start its worker as expected: see src/cli/one-file/plugin.mjs.');
	return code.replace(fetched, 'return $1($2,$3);');
}

/**
 * @param {string} file The script that a worker begins with.
 * @returns {Promise<string>} With all that it imports.
 */
async function dataUrlOf(file) {
	const built = await build({
		configFile: false,
		publicDir: false,
		logLevel: 'error',
		resolve: { alias: { $lib: `${ROOT}/src/lib` } },
		define: { __ONE_FILE__: 'true' },
		build: {
			write: false,
			rolldownOptions: { input: file, output: { format: 'es', codeSplitting: false } }
		}
	});
	const [output] = Array.isArray(built) ? built : [built];
	const chunks = output !== undefined && 'output' in output ? output.output : [];
	const [chunk] = chunks;
	if (chunk?.type !== 'chunk' || chunks.length > 1) throw new Error(`${file} does not become one script.`);
	return `data:text/javascript;base64,${Buffer.from(chunk.code).toString('base64')}`;
}
