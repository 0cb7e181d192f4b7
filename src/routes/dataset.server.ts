import path from 'node:path';
import { parseDates, type DatasetDates } from '$lib/core/dataset-dates.ts';
import type { Dataset } from '$lib/core/model.ts';
import { describeProblem } from '$lib/i18n/problem-text.ts';
import { checkFolder } from '$lib/io/folder.server.ts';

/** The dataset in `data/`, or in the folder that CHRONOTOPE_DATA names. Throws one message that lists every error. */
export function readDataset(): Dataset {
	const folder = path.resolve(process.env.CHRONOTOPE_DATA ?? 'data');
	const { dataset, problems } = checkFolder(folder);
	const errors = problems.filter(({ severity }) => severity === 'error');
	if (dataset !== null && errors.length === 0) return dataset;
	throw new Error([`The dataset in ${folder} has errors.`, ...errors.map(describeProblem)].join('\n'));
}

/** What the page is given, in every language: the dataset, and what its dates mean. */
export function readPage(): { readonly dataset: Dataset; readonly dates: DatasetDates } {
	const dataset = readDataset();
	return { dataset, dates: parseDates(dataset) };
}

/** What the accessibility statement says of the dataset. */
export function readStatementPage() {
	const { title, publisher, contact, languages } = readDataset();
	return { title, publisher, contact, languages };
}
