import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Dataset } from '../../src/lib/core/model.ts';
import { checkFolder } from '../../src/lib/io/folder.server.ts';
import { crowded } from './crowded.ts';
import { generated } from './generated.ts';
import { long } from './long.ts';
import { many } from './many.ts';
import { whyNoMillion } from './million.mjs';
import { millennium } from './millennium.ts';
import { quakes } from './quakes.ts';

/** Datasets written by hand: folders of `tests/fixtures/datasets`; `data` is the one that the product comes with. */
export const WRITTEN = [
	'data',
	'small',
	'uncertain',
	'one-instant',
	'one-day',
	'undated',
	'oversized',
	// Corrected, merged and withdrawn events, hostile texts, and an address of the site.
	'published',
	// Pictures and recordings, on hosts that do not exist.
	'media',
	// Texts in some of the languages only, the one named always.
	'arabic-first',
	'english-first'
] as const;
/** Datasets made by a function. */
export const MADE = ['millennium', 'long', 'crowded', 'many', 'quakes', 'generated'] as const;
/** A million events: made beforehand by `npm run build:million`, and only ever a page. */
export const PREPARED = ['million'] as const;

export type WrittenName = (typeof WRITTEN)[number];
export type DatasetName = WrittenName | (typeof MADE)[number];
export type PageName = DatasetName | (typeof PREPARED)[number];

/** Large enough for pages, a worker and cells on the map; small enough to be made in seconds. */
const MADE_LARGE = { events: 20_000, places: 2_000, languages: ['en', 'ar', 'ru'] as const };

const EARTHQUAKES = new URL('../../../shared/corpora/datasets/earthquakes-23k.csv', import.meta.url);

/** Why a dataset cannot be had here; `null` when it can. A test that needs it skips, and says this. */
export function whyMissing(name: PageName): string | null {
	if (name === 'million') return whyNoMillion();
	return name === 'quakes' && !existsSync(EARTHQUAKES) ? '../shared/corpora is not there' : null;
}

/** Where a dataset written by hand lies, absolute. */
export function folderOf(name: WrittenName): string {
	return fileURLToPath(new URL(name === 'data' ? '../../data' : `../fixtures/datasets/${name}`, import.meta.url));
}

/** Throws a sentence when it cannot be had, see `whyMissing`. */
export function datasetNamed(name: DatasetName): Dataset {
	const why = whyMissing(name);
	if (why !== null) throw new Error(`There is no dataset ${name}: ${why}.`);
	if (name === 'millennium') return millennium();
	if (name === 'long') return long();
	if (name === 'crowded') return crowded();
	if (name === 'many') return many();
	if (name === 'generated') return generated(MADE_LARGE);
	if (name === 'quakes') return quakes(readFileSync(EARTHQUAKES, 'utf8'));
	const { dataset } = checkFolder(folderOf(name));
	if (dataset === null) throw new Error(`The dataset ${name} does not load: npm run data:check says why.`);
	return dataset;
}
