import { createHash } from 'node:crypto';
import path from 'node:path';
import { building } from '$app/environment';
import { parseDates } from '$lib/core/dataset-dates.ts';
import type { Dataset, DatasetHead } from '$lib/core/model.ts';
import type { Story } from '$lib/core/story.ts';
import { describeProblem } from '$lib/i18n/problem-text.ts';
import { checkFolder } from '$lib/io/folder.server.ts';
import { MAX_INLINE_EVENTS, type PagedManifest } from '$lib/io/paged.ts';
import { readPagedStart, readRecent, writePaged } from '$lib/io/paged-folder.server.ts';
import { readStoryFiles } from '$lib/io/stories/folder.server.ts';
import { loadStories } from '$lib/io/stories/load.ts';
import { liveDataset, liveStamp, liveStories } from './live-data.server.ts';
import type { PageDataset } from './start.ts';
import type { StoryLink } from './stories/story-data.ts';

/** What a page is made of: the dataset, or its first rows and where the rest is. */
interface Start {
	readonly dataset: Dataset;
	readonly manifest: PagedManifest | null;
	/** Where something is wrong with them, the good steps. */
	readonly stories: readonly Story[];
}

/** The dataset, or of one that is too large for single pages a part. */
interface Whole {
	readonly dataset: Dataset;
	readonly isWhole: boolean;
}

const NOTHING = 'There is nothing to show: npm run data:check says why.';

/** Of a build: by what its pages begin with. */
const wholes = new WeakMap<Dataset, Whole>();

const stamps = new WeakMap<Start, string>();

/** Where the development server keeps what it serves of a paged dataset, see `servePaged` in `vite.config.ts`. */
const SERVED = path.join('.svelte-kit', 'paged-dev');

/** By folder, as its files were: a build makes every page of the same dataset. */
const starts = new Map<string, Start>();

function dataFolder(): string {
	return path.resolve(process.env.CHRONOTOPE_DATA ?? 'data');
}

/** The dataset in `data/`, or in the folder that CHRONOTOPE_DATA names. Throws one message that lists every error. */
export function readDataset(): Dataset {
	const folder = dataFolder();
	const { dataset, problems } = checkFolder(folder);
	const errors = problems.filter(({ severity }) => severity === 'error');
	if (dataset !== null && errors.length === 0) return dataset;
	throw new Error([`The dataset in ${folder} has errors.`, ...errors.map(describeProblem)].join('\n'));
}

/** The build has checked it beforehand and, when it is large, left what the page needs in the folder CHRONOTOPE_PAGED. */
function readStart(): Start {
	// Somebody may be at work on the data while the development server runs, which keeps what has not changed.
	const asOf = building ? `${process.env.CHRONOTOPE_DATA} ${process.env.CHRONOTOPE_PAGED}` : liveStamp();
	const known = starts.get(asOf);
	if (known !== undefined) return known;
	const start = building ? builtStart() : liveStart();
	if (!building) starts.clear();
	starts.set(asOf, start);
	return start;
}

function builtStart(): Start {
	const { CHRONOTOPE_PAGED } = process.env;
	const start = (CHRONOTOPE_PAGED && readPagedStart(CHRONOTOPE_PAGED)) || startOf(readDataset());
	// What is wrong with them was said before the build.
	const { stories } = loadStories(readStoryFiles(dataFolder()), start.dataset, { isPart: start.manifest !== null });
	return { ...start, stories };
}

/** In development the good records are shown whatever is wrong with the others: see `src/cli/dev`, which says it in the page. */
function liveStart(): Start {
	const dataset = liveDataset();
	if (dataset === null) throw new Error(NOTHING);
	return { ...startOf(dataset), stories: liveStories() };
}

function startOf(dataset: Dataset): Omit<Start, 'stories'> {
	return dataset.events.length > MAX_INLINE_EVENTS ? writePaged(dataset, SERVED) : { dataset, manifest: null };
}

/** What the page is given, in every language: the dataset and what its dates mean, or of a large one the beginning. */
export function readPage(): PageDataset {
	const start = readStart();
	const known = startPages.get(start) ?? pageOf(start);
	startPages.set(start, known);
	return known;
}

/** A build makes thousands of pages of one dataset. */
const startPages = new WeakMap<Start, PageDataset>();

function pageOf(start: Start): PageDataset {
	const { dataset, manifest } = start;
	return { dataset, dates: parseDates(dataset), paged: manifest, stamp: stampOf(start) };
}

/** What is said of a dataset is made of its content alone: of a large one, what its files are called is. */
function stampOf(start: Start): string {
	const known = stamps.get(start);
	if (known !== undefined) return known;
	const stamp = createHash('sha256').update(JSON.stringify(start)).digest('hex').slice(0, 12);
	stamps.set(start, stamp);
	return stamp;
}

/** The stories of the dataset, by id. */
export function readStories(): readonly Story[] {
	return readStart().stories;
}

/** What other pages need to link to them. */
export function readStoryLinks(): readonly StoryLink[] {
	return readStories().map(({ id, texts }) => ({
		id,
		title: Object.fromEntries(Object.entries(texts).map(([tag, { title }]) => [tag, title]))
	}));
}

/** What the dataset says of itself; of its records there may be a part. */
export function readDescription(): DatasetHead {
	return readStart().dataset;
}

/**
 * The dataset from which the pages of single events and places, of changes, and feeds are made; of one that is too large for
 * such pages, what was changed last. Wholly read at most once in a build.
 */
export function readWhole(): Whole {
	if (!building) {
		const dataset = liveDataset();
		if (dataset === null) throw new Error(NOTHING);
		return { dataset, isWhole: true };
	}
	const { CHRONOTOPE_PAGED } = process.env;
	const { dataset, manifest } = readStart();
	if (manifest === null) return { dataset, isWhole: true };
	const read = wholes.get(dataset) ?? recentOf(CHRONOTOPE_PAGED) ?? { dataset: readDataset(), isWhole: true };
	wholes.set(dataset, read);
	return read;
}

function recentOf(folder: string | undefined): Whole | null {
	const dataset = folder ? readRecent(folder) : null;
	return dataset === null ? null : { dataset, isWhole: false };
}
