import type { GeoJSONSource } from 'maplibre-gl';
import { CATEGORIES, type BenchData, type Step } from '../data.ts';
import { createMap } from '../pages/map-box.ts';
import { createCounter } from './chronotope.ts';
import type { Subject } from './subject.ts';

/** The ways that MapLibre has of its own. Where places are drawn, their counts are from Chronotope's engine. */

type Expression = never;
const COLOURS = ['#4e79a7', '#f28e2b', '#e15759', '#76b7b2', '#59a14f', '#edc948', '#b07aa1', '#ff9da7'];
const SOURCE = { type: 'geojson', maxzoom: 12, buffer: 0, tolerance: 0 } as const;

/** Radius by count, px. */
function grow(count: unknown): Expression {
	return ['interpolate', ['linear'], count, 0, 0, 1, 3, 10, 6, 100, 12, 10_000, 25] as unknown as Expression;
}

type Properties = Readonly<Record<string, number>>;

export function featureAt(data: BenchData, place: number, id: number, properties: Properties): GeoJSON.Feature {
	const coordinates = [data.lon[place] ?? 0, data.lat[place] ?? 0];
	return { type: 'Feature', id, properties, geometry: { type: 'Point', coordinates } };
}

export function collect(features: GeoJSON.Feature[]): GeoJSON.FeatureCollection {
	return { type: 'FeatureCollection', features };
}

/** The floor: nothing is on the map, and it is drawn. */
export async function createEmpty(): Promise<Subject> {
	const box = await createMap('empty map');
	return { step: () => box.redraw(), free: () => box.free() };
}

/** A feature for each event, and the window as a filter of the layer. */
export async function createSetFilter(data: BenchData): Promise<Subject> {
	const box = await createMap('setFilter, an event each');
	const features = Array.from({ length: data.events }, (_, i) =>
		featureAt(data, data.place[i] ?? 0, i, {
			start: data.start[i] ?? 0,
			end: data.end[i] ?? 0,
			category: data.category[i] ?? 0
		})
	);
	const colour = Array.from({ length: CATEGORIES - 1 }, (_, i) => [i, COLOURS[i]]).flat();
	box.map.addSource('events', { ...SOURCE, data: collect(features) });
	box.map.addLayer({
		id: 'events',
		type: 'circle',
		source: 'events',
		paint: {
			'circle-radius': 3,
			'circle-color': ['match', ['get', 'category'], ...colour, COLOURS.at(-1)] as unknown as Expression
		},
		filter: ['==', ['get', 'start'], -1]
	});
	await box.idle();
	return {
		step([from, to]) {
			box.map.setFilter('events', ['all', ['<=', ['get', 'start'], to], ['>=', ['get', 'end'], from]]);
			return box.idle();
		},
		drawn: () => box.drawnPixels(),
		free: () => box.free()
	};
}

/** The places that have events, anew at each step. */
export async function createSetData(data: BenchData): Promise<Subject> {
	const box = await createMap('setData, a place each');
	const { show } = placesBySetData(data, box.map);
	const counter = createCounter(data);
	await box.idle();
	return {
		step(step: Step) {
			show(counter.count(step).places);
			return box.idle();
		},
		drawn: () => box.drawnPixels(),
		free: () => box.free()
	};
}

/** A source of places on the map; `show` gives it those of counts. */
export function placesBySetData(
	data: BenchData,
	map: Awaited<ReturnType<typeof createMap>>['map']
): { show(places: Uint32Array): void } {
	map.addSource('places', { ...SOURCE, data: collect([]) });
	map.addLayer({
		id: 'places',
		type: 'circle',
		source: 'places',
		paint: { 'circle-radius': grow(['get', 'count']), 'circle-color': '#c33' }
	});
	return {
		show(places) {
			const features: GeoJSON.Feature[] = [];
			places.forEach((count, place) => {
				if (count > 0) features.push(featureAt(data, place, place, { count }));
			});
			void map.getSource<GeoJSONSource>('places')?.setData(collect(features));
		}
	};
}

/** All places once; then the counts that have changed. */
export async function createFeatureState(data: BenchData): Promise<Subject> {
	const box = await createMap('setFeatureState, a place each');
	const { map } = box;
	const features = Array.from({ length: data.places }, (_, place) => featureAt(data, place, place, {}));
	map.addSource('places', { ...SOURCE, data: collect(features) });
	const count = ['coalesce', ['feature-state', 'count'], 0];
	map.addLayer({
		id: 'places',
		type: 'circle',
		source: 'places',
		paint: {
			'circle-radius': grow(count),
			'circle-color': ['interpolate', ['linear'], count, 0, '#36c', 100, '#c33'] as unknown as Expression
		}
	});
	const counter = createCounter(data);
	const sent = new Uint32Array(data.places);
	await box.idle();
	return {
		step(step) {
			const { places } = counter.count(step);
			for (let place = 0; place < places.length; place++) {
				const now = places[place] ?? 0;
				if (sent[place] === now) continue;
				sent[place] = now;
				map.setFeatureState({ source: 'places', id: place }, { count: now });
			}
			box.redraw();
		},
		drawn: () => box.drawnPixels(),
		free: () => box.free()
	};
}
