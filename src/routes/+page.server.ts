import { parseDates } from '$lib/core/dataset-dates.ts';
import { readDataset } from './dataset.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
	const dataset = readDataset();
	return { dataset, dates: parseDates(dataset) };
};
