/**
 * `npm run bench`: what a step of a scrub takes, beside what it takes others. The figures are one markdown table on stdout;
 * everything else goes to stderr. A full run also writes `tests/bench/RESULTS.md`.
 *
 *   npm run bench                          everything, five rounds, in about 25 minutes
 *   npm run bench -- --quick               a million events at a thousand places alone, in under five minutes
 *   npm run bench -- --quick --json FILE   and the figures as a list of records
 *   npm run bench -- --only count,map      some of the groups: count, map, step, list, load
 *   npm run bench -- --results FILE        goals, machine and figures in another file than RESULTS.md, or of another run
 *
 * The others are npm packages of `tests/bench/package.json`; they are installed below `tests/bench` at the first run. A run that
 * is broken off prints what it has measured, and leaves it in the JSON and in `tests/results/bench/partial.md`.
 * Exit codes: 0 all was measured; 1 something failed, or somebody counted other than brute force (the table says who);
 * 130 and 143 broken off.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, LaunchError, ROOT, runNpm } from '../../src/cli/child.mjs';
import { ensureChromium } from '../../src/cli/chromium.mjs';
import { ensureInstalled, whyInstall } from '../../src/cli/install.mjs';

const HERE = resolve(ROOT, 'tests/bench');

const USAGE = 'Usage: npm run bench [-- --quick] [--json FILE] [--results FILE] [--only count,map,step,list,load]';

function readArguments() {
	try {
		const { values } = parseArgs({
			options: {
				quick: { type: 'boolean', default: false },
				json: { type: 'string' },
				results: { type: 'string' },
				only: { type: 'string' }
			}
		});
		const named = (file) => (file === undefined ? null : resolve(process.env.INIT_CWD ?? process.cwd(), file));
		const only = values.only?.split(',') ?? null;
		const isWhole = !values.quick && only === null;
		const results = named(values.results) ?? (isWhole ? resolve(HERE, 'RESULTS.md') : null);
		return { quick: values.quick, json: named(values.json), results, only };
	} catch (error) {
		throw new LaunchError(`${error.message}\n${USAGE}`);
	}
}

/** Only where it is not what the lock file names. */
async function installPeers() {
	const why = whyInstall(HERE);
	if (why === null) return;
	process.stderr.write(`Installing the peers in tests/bench: ${why}.\n`);
	const code = await runNpm(['ci', '--prefix', HERE, '--no-audit', '--no-fund'], { progress: true });
	if (code !== 0) throw new LaunchError('The peers were not installed; what npm said stands above.');
}

await launch(async () => {
	const wanted = readArguments();
	await ensureInstalled();
	await installPeers();
	const browser = await ensureChromium();
	if ('problem' in browser) throw new LaunchError(browser.problem);
	// Node 20 reads no TypeScript, so Vite does.
	const { runnerImport } = await import('vite');
	const { module } = await runnerImport(resolve(HERE, 'main.ts'), {
		root: ROOT,
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: resolve(ROOT, 'src/lib') } }
	});
	// That was in development, which Vite has noted for all builds of this process and below it; they are as for readers.
	process.env.NODE_ENV = 'production';
	return module.runBenchmark({ ...wanted, root: ROOT, chromium: browser.path });
});
