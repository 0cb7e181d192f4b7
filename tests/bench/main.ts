import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { createStaticServer } from '../../src/cli/static-server.mjs';
import { scrubApplication } from './app.ts';
import { encodeColumns } from '../../src/lib/io/columns-codec.ts';
import { columnsOf, createData } from './data.ts';
import { launchBrowser, listen, serveFolder } from './browser.ts';
import { runExperiment, type Experiment, type Outcome } from './experiment.ts';
import { goalsOf } from './goals.ts';
import { buildPages, PAGES } from './pages.ts';
import { figureTable, goalTable, jsonOf, setupTable } from './report.ts';
import { fullPlan, quickPlan } from './plan.ts';
import { find, OWN, ratio, summarize, type Measured } from './statistics.ts';
import { describeMachine } from './machine.ts';
import { buildSite } from './site.ts';

export interface Wanted {
	readonly quick: boolean;
	/** File for the figures, absolute; `null`: none. */
	readonly json: string | null;
	/** Names of groups; `null`: all of them. */
	readonly only: readonly string[] | null;
	readonly root: string;
	/** The browser's executable. */
	readonly chromium: string;
}

const say = (line: string): void => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

/** Returns the exit code. */
export async function runBenchmark({ quick, json, only, root, chromium }: Wanted): Promise<number> {
	const plan = (quick ? quickPlan() : fullPlan()).filter(({ group }) => only === null || only.includes(group));
	const site = await serveFolder(await buildPages(root, PAGES));
	const outcomes: Outcome[] = [];
	for (const experiment of plan) outcomes.push(await run(chromium, site.url, experiment));
	site.close();

	const problems = outcomes.flatMap((outcome) => outcome.problems);
	const measured = outcomes.flatMap((outcome) => outcome.measured);
	if (only === null || only.includes('step')) {
		try {
			measured.push(...(await runApplication(root, chromium, quick)));
		} catch (error) {
			problems.push(`The application was not measured: ${error instanceof Error ? error.message : error}`);
		}
	}
	const setups = outcomes.flatMap((outcome) => outcome.setups);
	const perRow = new Map(outcomes.flatMap((outcome) => [...outcome.perRow]));
	const figures = tableOf(measured);
	const soaks = outcomes.flatMap((outcome) => outcome.soaks);
	const packedMb = plan.some(({ group }) => group === 'load') ? packColumns() : NaN;
	const notes = [
		'## Goals',
		goalTable(goalsOf({ measured, setups, soaks, packedMb, perRow })),
		'## Set-up and memory',
		setupTable(setups),
		...problems
	];
	process.stdout.write(`${figures}\n`);
	process.stderr.write(`\n${notes.join('\n\n')}\n`);
	if (json !== null) {
		mkdirSync(dirname(json), { recursive: true });
		writeFileSync(json, jsonOf(measured.map(summarize)));
	}
	if (!quick && only === null) {
		const text = ['# Results', describeMachine(root, chromium), ...notes, '## Figures', figures].join('\n\n');
		writeFileSync(join(root, 'tests/bench/RESULTS.md'), `${text}\n`);
	}
	return problems.length === 0 ? 0 : 1;
}

async function run(chromium: string, url: string, experiment: Experiment): Promise<Outcome> {
	// A browser of its own, so that no experiment finds the memory of another one.
	const browser = await launchBrowser(chromium);
	try {
		return await runExperiment(browser, url, experiment, say);
	} finally {
		await browser.close();
	}
}

async function runApplication(root: string, chromium: string, quick: boolean): Promise<readonly Measured[]> {
	const size = { events: 1_000_000, places: 1000 };
	const server = createStaticServer(await buildSite(root, size, say));
	const browser = await launchBrowser(chromium);
	try {
		say(`step, ${size.events} events: the application`);
		return await scrubApplication(browser, await listen(server), size, quick ? 1 : 5, quick ? 10_000 : 30_000);
	} finally {
		await browser.close();
		server.close();
	}
}

/** MB of the product's file of columns for a million events, packed about as well as its build does. */
function packColumns(): number {
	const file = encodeColumns(columnsOf(createData(1_000_000, 1000)));
	return brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length / 1e6;
}

function tableOf(measured: readonly Measured[]): string {
	return figureTable(measured.map(summarize), ({ group, subject, events, places, script }) => {
		const what = { group, events, places, script };
		const [own, other] = [find(measured, { ...what, subject: OWN }), find(measured, { ...what, subject })];
		return own === undefined || other === undefined ? null : ratio(other, own);
	});
}
