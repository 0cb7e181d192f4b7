import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Findings } from './findings.ts';
import { goalsOf, growthOf } from './goals.ts';
import { digits, figureTable, goalTable, jsonOf, setupTable } from './report.ts';
import { FEWER, find, MOVING, MOVING_FEWER, OWN, PARTS, ratio, summarize } from './statistics.ts';

/** What everybody counts, so that nobody reads more into a ratio than is in it. */
const COUNTED = `Every subject of the group \`count\` answers each step with the same three counts of the events that overlap the window: by
place, by category, and by start in 120 bins of a histogram; all but mosaic are compared with brute force before they run.

- \`chronotope\` counts by place and category together as well, and keeps the list of the events, as the application needs both.
  The bins it would not need: its histogram does not depend on the window.
- \`crossfilter2\` filters two dimensions (start, end) and reads three groups; \`arquero\` filters and groups three times;
  \`duckdb-wasm\` answers three prepared statements in its worker.
- \`mosaic\` (on duckdb-wasm) counts in advance by pixel of the brush, and asks whether the start is in the window, not whether
  the event overlaps it: an easier question. What it counts in advance is not in the time of a step.
- \`full scan\` is brute force over the columns; \`scatter limit\` is 10,000 times three scattered increments and nothing else.

In \`map\` the counts of all that draw a place each come from Chronotope's engine; Leaflet.timeline can have no other window than
its own, so it has no \`handle\`. In \`step\`, \`chronotope\` is the built application moved with the mouse (its time is up to
the pixels of the third frame at most; its \`main ms\` the scripts alone, of every other step, for which no pixels are read), and \`chronotope, in parts\` the same engine and layer in a page
like those of the others: ratios are to that one. \`main ms\` is else the CPU time of the page's main thread a step, \`page ms\`
that of all its threads. \`load\` is from the bytes to columns in memory.`;

/** Absolute paths; `null`: none. */
export interface ReportFiles {
	readonly json: string | null;
	readonly results: string | null;
	/** What `results` would hold, as far as it goes: a run that is not whole never takes the place of one that was. */
	readonly partial: string;
}

/** Files and tables of one run, at its end or wherever it was broken off. */
export class Report {
	readonly #machine: string;
	readonly #files: ReportFiles;

	/** `machine`: Markdown. */
	constructor(machine: string, files: ReportFiles) {
		this.#machine = machine;
		this.#files = files;
	}

	/** Writes what there is, so that nothing is lost however the run ends. */
	writePart(findings: Findings): void {
		const { json, partial } = this.#files;
		if (json !== null) write(json, jsonOf(findings.measured.map(summarize)));
		write(partial, this.#text(findings, '**This run is not whole: what is not here was not measured.**'));
	}

	/** Of a run that came to its end. */
	writeWhole(findings: Findings): void {
		const { results, partial } = this.#files;
		this.writePart(findings);
		if (results !== null) write(results, this.#text(findings));
		rmSync(partial);
	}

	#text(findings: Findings, ...first: readonly string[]): string {
		const last = ['## What is compared', COUNTED, '## Figures', figures(findings)];
		return `${['# Results', ...first, this.#machine, ...notes(findings), ...last].join('\n\n')}\n`;
	}

	/** The table on stdout, all else on stderr. */
	print(findings: Findings): void {
		process.stderr.write(`\n${this.#machine}\n\n${notes(findings).join('\n\n')}\n\n`);
		process.stdout.write(`${figures(findings)}\n`);
	}
}

function notes(findings: Findings): readonly string[] {
	const failed = findings.failures.map(
		({ group, subject, events, why }) => `- ${group}, ${events} events, ${subject}: ${why}`
	);
	return [
		'## Goals',
		'A ratio says how many times what takes others is what takes Chronotope; it is the median of the ratios of the rounds, in which all ran one after the other.',
		goalTable(goalsOf(findings)),
		...speedOfMachine(findings),
		...growthAtRest(findings),
		'## Set-up and memory',
		setupTable(findings.setups),
		...(failed.length === 0 ? [] : ['## Failed', failed.join('\n')])
	];
}

/** ms of a slide of crossfilter2 over a million events on the machine for which goals in ms were set. */
const SET_AT_MS = 1.3;

/** How goals in ms, which are no ratios, are to be read. */
function speedOfMachine({ measured }: Findings): readonly string[] {
	const yardstick = find(measured, {
		group: 'count',
		events: 1_000_000,
		places: 1000,
		script: 'slide',
		subject: 'crossfilter2'
	});
	if (yardstick === undefined) return [];
	const { median_ms: ms } = summarize(yardstick);
	return [
		`Goals in ms were set for a machine on which a slide of crossfilter2 over a million events takes ${SET_AT_MS} ms; here it took ${digits(ms)} ms, ${digits(ms / SET_AT_MS)} times that.`
	];
}

/** No goal is held against it: the ratio is large because what it divides by has no frame of the map in it. */
function growthAtRest({ measured }: Findings): readonly string[] {
	const [growth, what] = [
		growthOf(measured, PARTS, FEWER),
		{ group: 'step', events: 10_000_000, script: 'slide' } as const
	];
	const [own, empty] = [find(measured, { ...what, subject: PARTS }), find(measured, { ...what, subject: 'empty map' })];
	if (Number.isNaN(growth) || own === undefined || empty === undefined) return [];
	return [
		`Not a goal: where the map stays at rest, as under a scrub, a step at 1e7 events takes ${digits(growth)} times as long as one at 1e4, and ${digits(ratio(own, empty))} times as long as a redraw of the empty map, which the steps of the goal of 1.5 x have in them.`
	];
}

function figures({ measured, failures }: Findings): string {
	const ratioOf = ({ group, subject, events, places, script }: ReturnType<typeof summarize>): number | null => {
		const what = { group, events, places, script };
		const own = find(measured, { ...what, subject: group === 'step' ? PARTS : OWN });
		const other = find(measured, { ...what, subject });
		// The application is driven from outside, by itself.
		const isAlone = group === 'step' && [OWN, FEWER, MOVING, MOVING_FEWER].includes(subject);
		return own === undefined || other === undefined || isAlone ? null : ratio(other, own);
	};
	return figureTable(measured.map(summarize), ratioOf, failures);
}

function write(file: string, text: string): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}
