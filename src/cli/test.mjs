/**
 * `npm test`: type check, lint, unit and structure tests, build, browser tests, in turn. A stage that fails does not keep
 * the next from running. The last line of stdout is `N passed, N failed, N skipped`, over all of them.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, LaunchError, runNode, runNpm } from './child.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureServers } from './servers.mjs';
import { countPlaywright, countVitest, settle } from './test-counts.mjs';

/**
 * @typedef {import('./test-counts.mjs').Counts} Counts
 * @typedef {{ name: string, run: (reports: string) => Promise<Counts> }} Stage
 */

/** @type {readonly Stage[]} */
const STAGES = [
	{ name: 'type check', run: () => asOneTest(runNpm(['run', '--silent', 'check'])) },
	{ name: 'lint', run: () => asOneTest(runNpm(['run', '--silent', 'lint'])) },
	{ name: 'unit and structure', run: runUnit },
	{ name: 'build', run: () => asOneTest(runNode('src/cli/build.mjs')) },
	{ name: 'the same build again', run: () => asOneTest(runNode('tests/support/same-build.mjs')) },
	{ name: 'build, one file', run: () => asOneTest(runNode('src/cli/build.mjs', ['--single'])) },
	{ name: 'build, pseudo-locale', run: () => asOneTest(runNode('tests/support/pseudo/build.mjs')) },
	{ name: 'a million events', run: () => asOneTest(runNode('tests/support/million.mjs')) },
	{ name: 'browser', run: runBrowser }
];

/**
 * @param {Promise<number>} run
 * @returns {Promise<Counts>}
 */
async function asOneTest(run) {
	return (await run) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** @param {string} reports */
async function runUnit(reports) {
	const file = join(reports, 'unit.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const code = await runNpm(['run', '--silent', 'test:unit', '--', ...reporters]);
	return settle(readReport(file, countVitest), code);
}

/** @param {string} reports */
async function runBrowser(reports) {
	const chromium = await ensureChromium();
	if ('problem' in chromium) {
		process.stdout.write(`${chromium.problem}\n`);
		return settle(null, 1);
	}
	await ensureServers();
	const file = join(reports, 'browser.json');
	const code = await runNpm(['run', '--silent', 'test:e2e', '--', '--reporter=list,json'], {
		env: { CHROMIUM_PATH: chromium.path, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
	});
	return settle(readReport(file, countPlaywright), code);
}

/**
 * @param {string} file
 * @param {(report: unknown) => Counts} count
 * @returns {Counts | null} null when the run left no report.
 */
function readReport(file, count) {
	try {
		return count(JSON.parse(readFileSync(file, 'utf8')));
	} catch {
		return null;
	}
}

/** @param {Counts} counts */
function inWords({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

await launch(async () => {
	if (process.argv.length > 2) {
		throw new LaunchError(
			'The tests take no arguments; for a part of the tests use npm run test:unit or npm run test:e2e.'
		);
	}
	await ensureInstalled();
	const reports = mkdtempSync(join(tmpdir(), 'chronotope-test-'));
	const total = { passed: 0, failed: 0, skipped: 0 };
	const summary = [];
	try {
		for (const { name, run } of STAGES) {
			process.stdout.write(`\n== ${name} ==\n`);
			const startMs = performance.now();
			const counts = await run(reports);
			total.passed += counts.passed;
			total.failed += counts.failed;
			total.skipped += counts.skipped;
			summary.push(`${name.padEnd(20)}${inWords(counts)} (${((performance.now() - startMs) / 1000).toFixed(1)} s)`);
		}
	} finally {
		rmSync(reports, { recursive: true, force: true });
	}
	process.stdout.write(`\n== summary ==\n${summary.join('\n')}\n${inWords(total)}\n`);
	return total.failed === 0 ? 0 : 1;
});
