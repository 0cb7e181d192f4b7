import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import type { Interval } from '../../../src/lib/core/interval.ts';
import { joined } from '../support/joined.ts';
import type { Dataset } from '../../../src/lib/core/model.ts';
import { en } from '../../../src/lib/i18n/en/index.ts';
import { createI18n } from '../../../src/lib/i18n/index.ts';
import { loadDataset } from '../../../src/lib/io/load.ts';
import { foldGaps, type Stretch } from '../../../src/lib/timeline/folds.ts';
import { precisionOf, timelineEvents } from '../../../src/lib/timeline/events.ts';
import { scaleOptions } from '../../../src/lib/timeline/metrics.ts';
import type { AxisWords } from '../../../src/lib/timeline/axis.ts';
import { axisWords, createPicture, type Picture } from '../../../src/lib/timeline/model.ts';
import { contentOf } from '../../../src/lib/timeline/pieces.ts';
import { createMeasure } from '../../../src/lib/timeline/text-width.ts';
import { createTimeScale, maxFolds } from '../../../src/lib/timeline/time-scale.ts';
import { settle, viewportAt, zoomedScale, zoomScale, type Viewport } from '../../../src/lib/timeline/viewport.ts';

const read = (file: string): string => readFileSync(`data/${file}`, 'utf8');
const loaded = loadDataset({
	'dataset.json': read('dataset.json'),
	'places.geojson': read('places.geojson'),
	'events.json': read('events.json'),
	'sources.json': read('sources.json')
}).dataset;
if (loaded === null) throw new Error('data/ does not load');

export const realCatalogue = joined(loaded);
export const i18n = createI18n('en', en, 'en');

interface Given {
	readonly when?: string | undefined;
	readonly status?: string;
	/** Dates of claims, one source each. */
	readonly claims?: readonly string[];
}

/** A dataset of nothing but dates; ids `e0`, `e1`, … in the order given. */
export function catalogueOf(...events: readonly (string | Given)[]): InlineCatalogue {
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

export function stretchesOf(catalogue: InlineCatalogue, maxFolds = 10): readonly Stretch[] {
	return foldGaps(
		timelineEvents(catalogue.events, catalogue, i18n.text).flatMap(({ drawing }) => contentOf(drawing)),
		maxFolds
	);
}

export interface PictureGiven {
	readonly rtl?: boolean;
	readonly folded?: boolean;
	/** A part of the axis, ms. */
	readonly view?: Interval;
	/** Another way to ask for a part: so many times nearer around a place on screen, as a share of its width. */
	readonly zoom?: { readonly factor: number; readonly at: number };
	readonly byCategory?: readonly number[];
	/** As in a Result. */
	readonly broken?: Uint16Array;
	readonly words?: AxisWords;
	readonly measure?: (text: string, fontPx: number) => number;
}

const known = new WeakMap<InlineCatalogue, ReturnType<typeof drawAll>>();

/** What does not depend on the picture: made once for a catalogue, which may have 20,000 events. */
export function drawn(catalogue: InlineCatalogue): ReturnType<typeof drawAll> {
	const made = known.get(catalogue) ?? drawAll(catalogue);
	known.set(catalogue, made);
	return made;
}

function drawAll(catalogue: InlineCatalogue) {
	const events = timelineEvents(catalogue.events, catalogue, i18n.text);
	const contents = events.flatMap(({ drawing }) => contentOf(drawing));
	const instants = [...new Set(contents.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
	return { events, contents, instants };
}

export function pictureOf(catalogue: InlineCatalogue, widthPx = 1440, given: PictureGiven = {}): Picture {
	return createPictures(catalogue, widthPx, given)(given);
}

/** What a page works out once, and then what each part of the axis costs. */
export function createPictures(
	catalogue: InlineCatalogue,
	widthPx: number,
	{ rtl = false, folded = true, byCategory, broken, words, measure }: Omit<PictureGiven, 'view' | 'zoom'> = {}
): (part?: Pick<PictureGiven, 'view' | 'zoom'>) => Picture {
	const { events, contents, instants } = drawn(catalogue);
	const options = scaleOptions(widthPx, rtl);
	const data = { contents, instants, maxFolds: folded ? maxFolds(options) : 0, unfolded: [] };
	const whole = createTimeScale(foldGaps(contents, data.maxFolds), options);
	if (whole === null) throw new Error('nothing is dated');
	const given = {
		widthPx,
		precision: precisionOf(events),
		byCategory: byCategory ?? null,
		broken: broken ?? null,
		isCrowded: false,
		lone: [],
		words: words ?? axisWords(i18n.dates),
		measure: measure ?? createMeasure(null)
	};
	const viewportOf = ({ view, zoom }: Pick<PictureGiven, 'view' | 'zoom'>): Viewport | null => {
		if (zoom !== undefined) return settle(zoomScale(whole, zoom.factor, zoom.at * whole.widthPx), whole, data);
		return view === undefined ? null : viewportAt(view, whole, data);
	};
	return (part = {}) => {
		const viewport = viewportOf(part);
		const scale = viewport === null ? whole : zoomedScale(whole, viewport, data, options);
		return createPicture(events, { ...given, scale });
	};
}

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');
const yearText = (year: number): string => `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}`;

/** Dates of every kind that is drawn differently, from 3000 BCE to 3000 and, half of them, within one decade. */
export const dateText: fc.Arbitrary<string> = fc
	.tuple(
		fc.oneof(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 1990, max: 1999 })),
		fc.integer({ min: 1, max: 12 }),
		fc.integer({ min: 1, max: 28 }),
		fc.integer({ min: 0, max: 23 }),
		fc.constantFrom('day', 'day', 'day', 'time', 'month', 'year', 'about', 'run', 'from', 'to', 'maybe')
	)
	.map(([year, month, date, hour, kind]) => {
		const text = yearText(year);
		const full = `${text}-${pad(month)}-${pad(date)}`;
		if (kind === 'day') return full;
		if (kind === 'time') return `${full}T${pad(hour)}:30:00Z`;
		if (kind === 'month') return `${text}-${pad(month)}`;
		if (kind === 'about') return `${text}~`;
		if (kind === 'maybe') return `${full}?`;
		if (kind === 'run') return `${full}/${yearText(year + hour)}-12-30`;
		if (kind === 'from') return `${full}/..`;
		return kind === 'to' ? `/${full}` : text;
	});

/** How a picture may be asked for: any direction, folded or not, whole or as far as an hour. */
export const anyGiven: fc.Arbitrary<PictureGiven & { readonly widthPx: number }> = fc.record({
	widthPx: fc.integer({ min: 320, max: 1800 }),
	rtl: fc.boolean(),
	folded: fc.boolean(),
	zoom: fc.record({
		// As many between one and ten as between a million and ten million.
		factor: fc.double({ min: 0, max: 7, noNaN: true }).map((power) => (power < 1 ? 1 : 10 ** (power - 1))),
		at: fc.double({ min: 0, max: 1, noNaN: true })
	})
});

export const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
