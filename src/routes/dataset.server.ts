import path from 'node:path';
import { parseDates } from '$lib/core/dataset-dates.ts';
import type { Dataset } from '$lib/core/model.ts';
import { describeProblem } from '$lib/i18n/problem-text.ts';
import { checkFolder } from '$lib/io/folder.server.ts';
import { MAX_INLINE_EVENTS } from '$lib/io/paged.ts';
import { writePaged } from '$lib/io/paged-folder.server.ts';
import type { PageDataset } from './start.ts';

/** Where the files of a large dataset are written to; the build puts them beside the site's own (svelte.config.js). */
const PAGED_SITE = path.resolve(process.env.CHRONOTOPE_PAGED ?? '.svelte-kit/paged');

function datasetFolder(): string {
	return path.resolve(process.env.CHRONOTOPE_DATA ?? 'data');
}

/** The dataset in `data/`, or in the folder that CHRONOTOPE_DATA names. Throws one message that lists every error. */
export function readDataset(): Dataset {
	const folder = datasetFolder();
	const { dataset, problems } = checkFolder(folder);
	const errors = problems.filter(({ severity }) => severity === 'error');
	if (dataset !== null && errors.length === 0) return dataset;
	throw new Error([`The dataset in ${folder} has errors.`, ...errors.map(describeProblem)].join('\n'));
}

/** One dataset at a time: every language asks for the same, and reading a large one takes minutes. */
let last: { readonly folder: string; readonly page: PageDataset } | null = null;

/** What the page is given, in every language: the dataset and what its dates mean, or of a large one the beginning. */
export function readPage(): PageDataset {
	const folder = datasetFolder();
	if (last?.folder !== folder) last = { folder, page: makePage() };
	return last.page;
}

function makePage(): PageDataset {
	const dataset = readDataset();
	if (dataset.events.length <= MAX_INLINE_EVENTS) return { dataset, dates: parseDates(dataset), paged: null };
	const { manifest, ...first } = writePaged(dataset, PAGED_SITE);
	return { ...first, paged: manifest };
}

/** What the accessibility statement says of the dataset. */
export function readStatementPage() {
	const { title, publisher, contact, languages } = readDataset();
	return { title, publisher, contact, languages };
}
