import { MapLibreOverlay } from '@deck.gl/maplibre';
import { ScatterplotLayer } from '@deck.gl/layers';
import type { BenchData, Step } from '../data.ts';
import { contextOf, countDrawn, createMap, readBack, type MapBox } from '../pages/map-box.ts';
import { createCounter } from './chronotope.ts';
import type { Subject } from './subject.ts';

/** deck.gl in the map's own context: a circle for each place, by counts from Chronotope's engine. */
export async function createSubject(data: BenchData): Promise<Subject> {
	const box = await createMap('deck.gl, a place each');
	const { first, next } = createLayers(data);
	const overlay = new MapLibreOverlay({ interleaved: true, layers: [first] });
	box.map.addControl(overlay);
	await drawing(box, () => box.drawnPixels());
	return {
		step(step) {
			overlay.setProps({ layers: [next(step)] });
			// It would take its new layers in its next frame, and the map draw the old ones until then.
			overlay._deck?.layerManager?.updateLayers();
			box.redraw();
		},
		drawn: () => box.drawnPixels(),
		free: () => box.free()
	};
}

/** The same on a canvas of deck.gl's own above the map, which is not drawn again. */
export async function createOwnCanvas(data: BenchData): Promise<Subject> {
	const box = await createMap('deck.gl, a place each, its own canvas');
	const { first, next } = createLayers(data);
	const overlay = new MapLibreOverlay({ interleaved: false, layers: [first] });
	box.map.addControl(overlay);
	const draw = (): WebGL2RenderingContext | null => {
		overlay._deck?.layerManager?.updateLayers();
		overlay._deck?.redraw('A step.');
		const canvas = overlay._deck?.isInitialized === true ? overlay.getCanvas() : null;
		return canvas === null ? null : contextOf(canvas);
	};
	const drawn = (): number => {
		const gl = draw();
		return gl === null ? 0 : countDrawn(gl);
	};
	await drawing(box, drawn);
	return {
		step(step) {
			overlay.setProps({ layers: [next(step)] });
			const gl = draw();
			if (gl !== null) readBack(gl);
		},
		drawn,
		free: () => box.free()
	};
}

/** A layer of circles whose radii are given, and the one after it. */
function createLayers(data: BenchData): { readonly first: object; next(step: Step): object } {
	const { places: length } = data;
	const position = new Float32Array(2 * length);
	for (let place = 0; place < length; place++) {
		position[2 * place] = data.lon[place] ?? 0;
		position[2 * place + 1] = data.lat[place] ?? 0;
	}
	const counter = createCounter(data);
	// By turns, as deck.gl takes the same array for the same data.
	const radii = [new Float32Array(length), new Float32Array(length)] as const;
	let turn: 0 | 1 = 0;
	const layerOf = (counts: Uint32Array): object => {
		turn = turn === 0 ? 1 : 0;
		const radius = radii[turn];
		counts.forEach((count, place) => void (radius[place] = count === 0 ? 0 : 2 + 1.5 * Math.log(1 + count)));
		return new ScatterplotLayer({
			id: 'places',
			data: {
				length,
				attributes: { getPosition: { value: position, size: 2 }, getRadius: { value: radius, size: 1 } }
			},
			radiusUnits: 'pixels',
			getFillColor: [200, 60, 60, 200],
			positionFormat: 'XY'
		});
	};
	return {
		first: layerOf(new Uint32Array(length).fill(1)),
		next: (step) => layerOf(counter.count(step).places)
	};
}

/** Its device is made in its own time, and nothing tells when; it draws once it is there. */
async function drawing(box: MapBox, drawn: () => number): Promise<void> {
	const deadline = performance.now() + 20_000;
	while (drawn() === 0) {
		if (performance.now() > deadline) throw new Error('deck.gl has drawn nothing in twenty seconds.');
		await box.idle();
	}
}
