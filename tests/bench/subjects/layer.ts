import { orderPlaces } from '$lib/core/cells.ts';
import type { Result } from '$lib/core/engine.ts';
import { CellMarks } from '$lib/map/many/cell-marks.ts';
import { MarkLayer } from '$lib/map/many/mark-layer.ts';
import { flatViewport, toWorld } from '$lib/map/projection.ts';
import type { BenchData } from '../data.ts';
import { createMap, type MapBox } from '../pages/map-box.ts';
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

/** The product's own layer on a map like those of the others, where it draws as on the product's map. */
export async function createPlaceLayer(
	subject: string,
	data: BenchData
): Promise<{ show(result: Result): void; drawn(): number; free(): void }> {
	const box = await createMap(subject);
	const { places, categories } = dimensionsOf(data);
	const marks = new CellMarks(orderPlaces(places, toWorld), data, places.length, categories.length);
	const layer = new MarkLayer({
		marks,
		slots: categories.map(({ slot }) => slot),
		numberOf: String,
		font: 'sans-serif',
		onDrawing: () => {}
	});
	layer.setColours(COLOURS);
	marks.look(viewportOf(box));
	add(box, layer);
	return {
		show(result) {
			marks.count(result);
			layer.update();
			box.redraw();
		},
		drawn: () => box.drawnPixels(),
		free: () => box.free()
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

function add({ map }: MapBox, layer: MarkLayer): void {
	map.addLayer({
		id: 'marks',
		type: 'custom',
		onAdd(_, gl) {
			if (gl instanceof WebGL2RenderingContext) layer.attach(gl);
		},
		render(gl, { defaultProjectionData }) {
			const { width, height, camera } = viewportOf({ map });
			if (!(gl instanceof WebGL2RenderingContext)) return;
			layer.draw(gl, {
				matrix: defaultProjectionData.mainMatrix,
				centre: toWorld([camera.lng, camera.lat]),
				width,
				height,
				ratio: gl.drawingBufferWidth / width,
				isPaper: false
			});
		}
	});
}

function viewportOf({ map }: Pick<MapBox, 'map'>) {
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	const { lng, lat } = map.getCenter();
	return flatViewport({ lng, lat, zoom: map.getZoom(), bearing: 0, pitch: 0 }, { width, height });
}
