import { readFileSync } from 'node:fs';
import type { Catalogue } from '../../../src/lib/core/catalogue.ts';
import type { Interval } from '../../../src/lib/core/interval.ts';
import { joined } from '../support/joined.ts';
import type { Dataset } from '../../../src/lib/core/model.ts';
import { createI18n } from '../../../src/lib/i18n/index.ts';
import { loadDataset } from '../../../src/lib/io/load.ts';
import { foldGaps, type Stretch } from '../../../src/lib/timeline/folds.ts';
import { precisionOf, timelineEvents } from '../../../src/lib/timeline/events.ts';
import { scaleOptions } from '../../../src/lib/timeline/metrics.ts';
import { axisWords, createPicture, type Picture } from '../../../src/lib/timeline/model.ts';
import { contentOf } from '../../../src/lib/timeline/pieces.ts';
import { createMeasure } from '../../../src/lib/timeline/text-width.ts';
import { createTimeScale, maxFolds } from '../../../src/lib/timeline/time-scale.ts';
import { viewportAt, zoomedScale } from '../../../src/lib/timeline/viewport.ts';

const read = (file: string): string => readFileSync(`data/${file}`, 'utf8');
const loaded = loadDataset({
	'dataset.json': read('dataset.json'),
	'places.geojson': read('places.geojson'),
	'events.json': read('events.json'),
	'sources.json': read('sources.json')
}).dataset;
if (loaded === null) throw new Error('data/ does not load');

export const realCatalogue = joined(loaded);
export const i18n = createI18n('en', 'en');

interface Given {
	readonly when?: string | undefined;
	readonly status?: string;
	/** Dates of claims, one source each. */
	readonly claims?: readonly string[];
}

/** A dataset of nothing but dates; ids `e0`, `e1`, … in the order given. */
export function catalogueOf(...events: readonly (string | Given)[]): Catalogue {
	const given = events.map((event): Given => (typeof event === 'string' ? { when: event } : event));
	const dataset = {
		title: { en: 'Dates' },
		description: { en: '' },
		languages: ['en'],
		licence: 'CC0',
		version: '1',
		opening: '',
		categories: [{ id: 'power', name: { en: 'Power' }, slot: 0 }],
		actors: [],
		agencies: [],
		sources: [{ id: 'a', title: 'A', language: 'en' }],
		places: [{ id: 'here', name: { en: 'Here' }, point: [0, 0] }],
		events: given.map(({ when, status, claims }, i) => ({
			id: `e${i}`,
			...(when === undefined ? {} : { when }),
			places: [{ place: 'here', role: 'at' }],
			category: 'power',
			actors: [],
			status: status ?? 'occurred',
			title: { en: `Event number ${i}` },
			summary: { en: '' },
			claims: (claims ?? []).map((date) => ({ source: 'a', when: date, says: { en: '' } })),
			added: '2026-01-01'
		}))
	};
	return joined(dataset as unknown as Dataset);
}

export function stretchesOf(catalogue: Catalogue, maxFolds = 10): readonly Stretch[] {
	return foldGaps(
		timelineEvents(catalogue, i18n.text).flatMap(({ drawing }) => contentOf(drawing)),
		maxFolds
	);
}

export interface PictureGiven {
	readonly rtl?: boolean;
	readonly folded?: boolean;
	/** A part of the axis, ms. */
	readonly view?: Interval;
	readonly byCategory?: readonly number[];
}

export function pictureOf(catalogue: Catalogue, widthPx = 1440, given: PictureGiven = {}): Picture {
	return createPictures(catalogue, widthPx, given)(given.view);
}

/** What a page works out once, and then what each part of the axis costs. */
export function createPictures(
	catalogue: Catalogue,
	widthPx: number,
	{ rtl = false, folded = true, byCategory }: Omit<PictureGiven, 'view'> = {}
): (view?: Interval) => Picture {
	const events = timelineEvents(catalogue, i18n.text);
	const options = scaleOptions(widthPx, rtl);
	const contents = events.flatMap(({ drawing }) => contentOf(drawing));
	const instants = [...new Set(contents.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
	const data = { contents, instants, maxFolds: folded ? maxFolds(options) : 0, unfolded: [] };
	const whole = createTimeScale(foldGaps(contents, data.maxFolds), options);
	if (whole === null) throw new Error('nothing is dated');
	const precision = precisionOf(events);
	const words = axisWords(i18n.dates);
	const measure = createMeasure(null);
	return (view) => {
		const viewport = view === undefined ? null : viewportAt(view, whole, data);
		const scale = viewport === null ? whole : zoomedScale(whole, viewport, data, options);
		return createPicture(events, { widthPx, scale, precision, byCategory: byCategory ?? null, words, measure });
	};
}

export const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
