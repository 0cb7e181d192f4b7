import { orderPlaces } from '$lib/core/cells.ts';
import type { Result } from '$lib/core/engine.ts';
import { map as words } from '$lib/i18n/en/map.ts';
import { createTap, LayerCanvas } from '$lib/map/layer-canvas.ts';
import { CellMarks } from '$lib/map/many/cell-marks.ts';
import { MarkLayer } from '$lib/map/many/mark-layer.ts';
import { flatViewport, toWorld } from '$lib/map/projection.ts';
import type { BenchData } from '../data.ts';
import { contextOf, countDrawn, createMap, readBack, type MapBox } from '../pages/map-box.ts';
import { createCounter, dimensionsOf } from './chronotope.ts';
import type { Subject } from './subject.ts';

const GREY = [0.5, 0.5, 0.5];
const COLOURS = {
	panel: [1, 1, 1],
	land: [0.9, 0.9, 0.9],
	ink: [0, 0, 0],
	muted: GREY,
	accent: [0, 0, 1],
	edge: GREY,
	categories: Array.from({ length: 16 }, () => GREY).flat(),
	isForced: false
};

/**
 * The product's own layer above a map like those of the others, where it draws as on the product's map: on its own canvas, so
 * that the map, which has not changed, is not drawn again. `movesMap`: it is all the same, as when it moves under a scrub.
 */
export async function createPlaceLayer(
	subject: string,
	data: BenchData,
	{ movesMap = false } = {}
): Promise<{ show(result: Result): void; drawn(): number; free(): void }> {
	const box = await createMap(subject);
	const { places, categories } = dimensionsOf(data);
	const marks = new CellMarks(orderPlaces(places, toWorld), data, places.length, categories.length);
	const layer = new MarkLayer({
		marks,
		slots: categories.map(({ slot }) => slot),
		numberOf: words.number,
		font: 'sans-serif',
		onDrawing: () => {}
	});
	layer.setColours(COLOURS);
	const { map } = box;
	const { width, height } = viewportOf(box);
	marks.look(viewportOf(box));
	const canvas = new LayerCanvas(map.getCanvas(), layer, () => ({ width, height, isPaper: false }));
	const gl = contextOf(canvas.element);
	map.addLayer(createTap(map, (frame) => canvas.follow(frame)));
	await box.idle();
	return {
		show(result) {
			marks.count(result);
			layer.update();
			// A frame of the map draws the layer, too.
			if (movesMap) box.redraw();
			else canvas.draw();
			readBack(gl);
		},
		drawn() {
			canvas.draw();
			return countDrawn(gl);
		},
		free() {
			canvas.destroy();
			box.free();
		}
	};
}

/** The step of the map alone: counted by the engine, drawn by the layer. */
export async function createSubject(data: BenchData): Promise<Subject> {
	const layer = await createPlaceLayer('chronotope', data);
	const counter = createCounter(data);
	return {
		step: (step) => layer.show(counter.count(step)),
		drawn: () => layer.drawn(),
		free: () => layer.free()
	};
}

function viewportOf({ map }: Pick<MapBox, 'map'>) {
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	const { lng, lat } = map.getCenter();
	return flatViewport({ lng, lat, zoom: map.getZoom(), bearing: 0, pitch: 0 }, { width, height });
}
