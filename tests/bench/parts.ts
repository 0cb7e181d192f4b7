import { scrubApplication, soakApplication } from './app.ts';
import { launchBrowser, listen, serveFolder } from './browser.ts';
import { runExperiment, type Experiment } from './experiment.ts';
import type { Findings } from './findings.ts';
import { buildPages, PAGES } from './pages.ts';
import { estimate, fullPlan, quickPlan } from './plan.ts';
import type { Progress, Task } from './progress.ts';
import { buildOwnSite, buildSite } from './site.ts';
import { firstLine, Stage, within } from './stage.ts';
import { GROUPS, OWN, type Group } from './statistics.ts';
import { measureFirstLoad, measureOpening } from './visits.ts';

export interface Wanted {
	readonly quick: boolean;
	readonly only: readonly string[] | null;
	readonly root: string;
	/** The browser's executable. */
	readonly chromium: string;
}

/** A part of the benchmark; what it finds it adds to the findings. */
export interface Part extends Task {
	/** Whose failure it is when it rejects. */
	readonly group: Group;
	readonly subject: string;
	run(findings: Findings, progress: Progress): Promise<void>;
}

export const SIZE = { events: 1_000_000, places: 1000 } as const;

/** What the building has come to. */
interface Served {
	pages: string | null;
	/** The application with a million events. */
	application: string | null;
}

/** In the order in which they have to run. Throws a sentence for a group that there is not. */
export function partsOf(wanted: Wanted): readonly Part[] {
	const unknown = wanted.only?.find((name) => !GROUPS.some((group) => group === name));
	if (unknown !== undefined) throw new RangeError(`There is no group "${unknown}": there are ${GROUPS.join(', ')}.`);
	const wants = (group: Group): boolean => wanted.only?.includes(group) ?? true;
	const served: Served = { pages: null, application: null };
	const experiments = (wanted.quick ? quickPlan() : fullPlan()).filter(({ group }) => wants(group));
	return [
		building(wanted, served, wants('step') || wants('load')),
		...experiments.map((experiment) => experimenting(wanted, served, experiment)),
		...(wants('step') ? [scrubbing(wanted, served)] : []),
		...(wants('load') ? [opening(wanted, served)] : []),
		...(wants('step') && !wanted.quick ? [soaking(wanted, served)] : []),
		...(wants('load') && !wanted.quick ? [firstLoading(wanted)] : [])
	];
}

function building({ root }: Wanted, served: Served, needsApplication: boolean): Part {
	return {
		name: 'pages and application',
		estimateMs: needsApplication ? 32_000 : 8000,
		group: 'step',
		subject: OWN,
		async run(findings, progress) {
			const site = needsApplication ? buildSite(root, SIZE) : null;
			// Whoever fails stops nobody else.
			const [pages, built] = await Promise.allSettled([buildPages(root, PAGES), site]);
			if (pages.status === 'fulfilled') served.pages = (await serveFolder(pages.value)).url;
			else progress.say(`the pages were not built: ${firstLine(pages.reason)}`);
			if (built.status === 'rejected') throw built.reason;
			if (built.value === null) return;
			findings.packedMb = built.value.packedMb;
			served.application = await listen(built.value.server);
		}
	};
}

/** `limitMs`: where the application, or the browser, never answers. */
async function inBrowser<T>(
	{ chromium }: Wanted,
	limitMs: number,
	use: (browser: Awaited<ReturnType<typeof launchBrowser>>) => Promise<T>
): Promise<T> {
	const browser = await launchBrowser(chromium);
	try {
		return await within(limitMs, use(browser));
	} finally {
		await within(10_000, browser.close()).catch(() => {});
	}
}

function scrubbing(wanted: Wanted, served: Served): Part {
	const { quick } = wanted;
	const [rounds, budgetMs] = quick ? [1, 5000] : [5, 8000];
	return {
		name: 'the application, scrubbed',
		estimateMs: 3 * budgetMs * (rounds + 0.25) + 4000,
		group: 'step',
		subject: OWN,
		async run(findings, progress) {
			const url = required(served.application);
			const scrub = inBrowser(wanted, progress.within(600_000), (browser) =>
				scrubApplication(browser, url, SIZE, rounds, budgetMs)
			);
			findings.measured.push(...(await scrub));
		}
	};
}

const SOAK_STEPS = 200_000;

function soaking(wanted: Wanted, served: Served): Part {
	return {
		name: 'the application, scrubbed for long',
		estimateMs: SOAK_STEPS * 3,
		group: 'step',
		subject: 'the application',
		async run(findings, progress) {
			const url = required(served.application);
			const soak = inBrowser(wanted, progress.within(SOAK_STEPS * 20), (browser) =>
				soakApplication(browser, url, SOAK_STEPS)
			);
			findings.soaks.push(await soak);
		}
	};
}

function opening(wanted: Wanted, served: Served): Part {
	const visits = wanted.quick ? 1 : 3;
	return {
		name: 'the application, opened',
		estimateMs: 1000 + 4000 * visits,
		group: 'load',
		subject: 'the application',
		async run(findings, progress) {
			const url = required(served.application);
			findings.opening = await inBrowser(wanted, progress.within(120_000), (browser) =>
				measureOpening(browser, url, visits)
			);
		}
	};
}

function firstLoading(wanted: Wanted): Part {
	return {
		name: 'the first load of a small dataset',
		estimateMs: 35_000,
		group: 'load',
		subject: 'the first load',
		async run(findings, progress) {
			const url = await listen(await buildOwnSite(wanted.root));
			findings.firstLoad = await inBrowser(wanted, progress.within(120_000), (browser) =>
				measureFirstLoad(browser, url, wanted.root)
			);
		}
	};
}

function experimenting({ chromium }: Wanted, served: Served, experiment: Experiment): Part {
	const { group, size, page, soak } = experiment;
	const at = `${size.events} events at ${size.places} places`;
	return {
		name: `${group}, ${at}${size.several ? ', several an event' : ''}${soak === undefined ? '' : ', for long'}`,
		estimateMs: estimate(experiment),
		group,
		subject: experiment.subjects.join(', '),
		run: (findings, progress) =>
			runExperiment(new Stage(chromium, `${required(served.pages)}/${page}.html`), experiment, findings, progress)
	};
}

function required(url: string | null): string {
	if (url === null) throw new Error('it was not built');
	return url;
}
