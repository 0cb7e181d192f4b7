import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Dataset } from '$lib/core/model.ts';
import type { Story } from '$lib/core/story.ts';
import { problemWords } from '$lib/i18n/problem-text.ts';
import { checkInput, inputFiles, type Checked } from '$lib/io/input.server.ts';
import { groupProblems } from '$lib/io/problem-groups.js';
import type { Problem } from '$lib/io/problems.ts';

/** The data while somebody is at work on it: what is good is shown, and the rest is said in the page. */
interface LiveData {
	/** Changes when a file does. */
	readonly stamp: string;
	/** Why nothing could be read at all; `null`: it could. */
	readonly failure: string | null;
	readonly checked: Checked | null;
}

/** What `src/cli/dev` sends to the browser. */
export interface LiveReport {
	/** Of what was read: another one after each change. Letters and digits. */
	readonly stamp: string;
	readonly isUsable: boolean;
	readonly failure: string | null;
	readonly counts: Checked['counts'] | null;
	readonly groups: readonly {
		readonly severity: Problem['severity'];
		readonly code: string;
		readonly count: number;
		/** The first ones. */
		readonly first: readonly (Problem & { readonly why: string; readonly mend: string })[];
	}[];
}

/** Beyond these of one kind, a person mends the first before looking further. */
const MAX_SHOWN = 20;

interface Input {
	/** Absolute. */
	readonly paths: readonly string[];
	readonly mapping: string | null;
}

/** As `src/cli/dev.mjs` says, else the folder CHRONOTOPE_DATA, else `data/`. */
function input(): Input {
	const { CHRONOTOPE_INPUT, CHRONOTOPE_DATA } = process.env;
	if (CHRONOTOPE_INPUT) {
		const { paths, mapping }: Input = JSON.parse(CHRONOTOPE_INPUT);
		return { paths, mapping };
	}
	return { paths: [path.resolve(CHRONOTOPE_DATA ?? 'data')], mapping: null };
}

/** Names, sizes and times of the files that are read, of which one is a folder's own `mapping.json`. */
export function liveStamp(): string {
	const { paths, mapping } = input();
	return [...inputFiles(paths), ...(mapping === null ? [] : [mapping])]
		.map((file) => {
			const stat = statSync(file, { throwIfNoEntry: false });
			return `${file} ${stat?.mtimeMs} ${stat?.size}`;
		})
		.join('\n');
}

/** The newest one; reading takes long, so it is done once for all who ask. */
const known: { data: LiveData | null } = { data: null };

function liveData(): LiveData {
	const stamp = liveStamp();
	if (known.data?.stamp === stamp) return known.data;
	const { paths, mapping } = input();
	let data: LiveData;
	try {
		data = { stamp, failure: null, checked: checkInput(paths, mapping) };
	} catch (error) {
		// A file that is gone, or that may not be read: it may be back the next moment.
		if (!(error instanceof Error && 'code' in error)) throw error;
		data = { stamp, failure: error.message, checked: null };
	}
	known.data = data;
	return data;
}

/** The good records; `null`: there is nothing to show. */
export function liveDataset(): Dataset | null {
	return liveData().checked?.dataset ?? null;
}

/** The good steps of the stories. */
export function liveStories(): readonly Story[] {
	return liveData().checked?.stories ?? [];
}

/** What is wrong with the data: errors before warnings, each kind in the order in which it first occurs. */
export function liveReport(): LiveReport {
	const { stamp, failure, checked } = liveData();
	return {
		stamp: createHash('sha256').update(stamp).digest('hex').slice(0, 16),
		isUsable: checked !== null && checked.dataset !== null,
		failure,
		counts: checked?.counts ?? null,
		groups: groupProblems(checked?.problems ?? []).map((problems) => {
			const [{ severity, code }] = problems;
			const shown = problems.slice(0, MAX_SHOWN).map((problem) => ({ ...problem, ...problemWords(problem) }));
			return { severity, code, count: problems.length, first: shown };
		})
	};
}
