import type { Dataset } from '../../core/model.ts';
import { slugOf } from '../import/slugs.ts';

/** Endings of the files that this product writes, by format. */
export const ENDINGS = {
	csv: 'csv',
	geojson: 'geojson',
	icalendar: 'ics',
	native: 'chronotope.json'
} as const;

/** What a download is called: the dataset, its version, and whether all of it is there: `syria-and-russia-1-0-0-filtered.csv`. */
export function fileName(
	{ title, languages, version }: Pick<Dataset, 'title' | 'languages' | 'version'>,
	which: 'all' | 'filtered',
	format: keyof typeof ENDINGS
): string {
	const parts = [slugOf(title[languages[0] ?? ''] ?? '') || 'dataset', slugOf(version), which];
	return `${parts.filter((part) => part !== '').join('-')}.${ENDINGS[format]}`;
}
