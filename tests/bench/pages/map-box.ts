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

const pixel = new Uint8Array(4);

/** Waits until the picture is there: reading a pixel back ends no sooner. */
export function readBack(gl: WebGL2RenderingContext): void {
	gl.readPixels(5, 5, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
}

/** Pixels that are not as the background is: whether anything is drawn at all. To be called in the task that has drawn it. */
export function countDrawn(gl: WebGL2RenderingContext): number {
	const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
	const pixels = new Uint8Array(4 * width * height);
	gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
	const colours = new Uint32Array(pixels.buffer);
	return colours.reduce((drawn, colour) => drawn + (colour === colours[0] ? 0 : 1), 0);
}

/** The context that someone has made already: there is one for each canvas. */
export function contextOf(canvas: HTMLCanvasElement): WebGL2RenderingContext {
	const gl = canvas.getContext('webgl2');
	if (gl === null) throw new Error('This browser has no WebGL 2.');
	return gl;
}

/** Draws, and waits until the picture is there. */
export class MapBox {
	readonly map: MapLibreMap;

	constructor(map: MapLibreMap) {
		this.map = map;
	}

	get gl(): WebGL2RenderingContext {
		return contextOf(this.map.getCanvas());
	}

	/** For what is drawn at once. */
	redraw(): void {
		this.map.redraw();
		readBack(this.gl);
	}

	/** For what goes through the map's worker, which takes a frame at least. */
	idle(): Promise<void> {
		return new Promise((resolve) => {
			void this.map.once('idle', () => {
				readBack(this.gl);
				resolve();
			});
			this.map.triggerRepaint();
		});
	}

	drawnPixels(): number {
		this.map.redraw();
		return countDrawn(this.gl);
	}

	free(): void {
		const box = this.map.getContainer();
		this.map.remove();
		box.remove();
	}
}
