import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/** px */
const SIZE = { width: 400, height: 300 };
const boxes = new Map<string, HTMLElement>();

setWorkerUrl(workerUrl);

/** An element for one subject, of one size for all; shown while that subject runs. */
export function createBox(subject: string): HTMLElement {
	const box = document.createElement('div');
	box.style.inlineSize = `${SIZE.width}px`;
	box.style.blockSize = `${SIZE.height}px`;
	document.body.prepend(box);
	boxes.set(subject, box);
	return box;
}

export function showBox(subject: string): void {
	for (const [name, box] of boxes) box.style.display = name === subject ? 'block' : 'none';
}

/** A map of the whole world with nothing on it. */
export async function createMap(subject: string): Promise<MapBox> {
	const map = new MapLibreMap({
		container: createBox(subject),
		center: [0, 15],
		zoom: 0,
		attributionControl: false,
		fadeDuration: 0,
		renderWorldCopies: false,
		trackResize: false,
		style: {
			version: 8,
			sources: {},
			layers: [{ id: 'background', type: 'background', paint: { 'background-color': '#eef' } }]
		}
	});
	await new Promise((resolve) => map.once('load', resolve));
	const box = new MapBox(map);
	await box.idle();
	return box;
}

/** Draws, and waits until the picture is there: reading a pixel back ends no sooner. */
export class MapBox {
	readonly map: MapLibreMap;
	readonly #pixel = new Uint8Array(4);

	constructor(map: MapLibreMap) {
		this.map = map;
	}

	get gl(): WebGL2RenderingContext {
		// The context that the map has made already: there is one for each canvas.
		const gl = this.map.getCanvas().getContext('webgl2');
		if (gl === null) throw new Error('This browser has no WebGL 2.');
		return gl;
	}

	readBack(): void {
		const { gl } = this;
		gl.readPixels(5, 5, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, this.#pixel);
	}

	/** For what is drawn at once. */
	redraw(): void {
		this.map.redraw();
		this.readBack();
	}

	/** For what goes through the map's worker, which takes a frame at least. */
	idle(): Promise<void> {
		return new Promise((resolve) => {
			void this.map.once('idle', () => {
				this.readBack();
				resolve();
			});
			this.map.triggerRepaint();
		});
	}

	/** Pixels that are not as the background is: whether anything is drawn at all. */
	drawnPixels(): number {
		const { gl } = this;
		const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
		const pixels = new Uint8Array(4 * width * height);
		this.map.redraw();
		gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
		const colours = new Uint32Array(pixels.buffer);
		return colours.reduce((drawn, colour) => drawn + (colour === colours[0] ? 0 : 1), 0);
	}

	free(): void {
		const box = this.map.getContainer();
		this.map.remove();
		box.remove();
	}
}
