import type { CustomLayerInterface, Map as MapLibreMap } from 'maplibre-gl';
import type { LayerFrame, MapLayer } from './map-layer.ts';
import { toWorld } from './projection.ts';

/** Of the map, when it draws a frame. */
export type MapFrame = Pick<LayerFrame, 'matrix' | 'centre'>;
/** Of the page, whenever it is drawn. */
export type PageFrame = Pick<LayerFrame, 'width' | 'height' | 'isPaper'>;

/**
 * A canvas right above that of a map, on which a layer draws as the map projects. What changes in the layer alone is drawn
 * without the map, a frame of which costs several times as much; a frame of the map draws the layer as well, so that neither
 * is ever behind the other. It has a graphics context of its own, which is lost and comes back by itself.
 */
export class LayerCanvas {
	readonly element = document.createElement('canvas');
	readonly #ground: HTMLCanvasElement;
	readonly #layer: MapLayer;
	readonly #now: () => PageFrame;
	readonly #gl: WebGL2RenderingContext | null;
	readonly #life = new AbortController();
	/** As the map was last drawn; `null`: it is not. */
	#frame: MapFrame | null = null;
	#isAttached = false;
	#isAsked = false;

	/** `ground`: the map's canvas. Where the browser gives no second context nothing is drawn, and the layer never attached. */
	constructor(ground: HTMLCanvasElement, layer: MapLayer, now: () => PageFrame) {
		[this.#ground, this.#layer, this.#now] = [ground, layer, now];
		const { element } = this;
		this.#gl = element.getContext('webgl2', { antialias: false, depth: false });
		element.className = 'layer-canvas';
		element.setAttribute('aria-hidden', 'true');
		// From the left in every language, as the map's.
		Object.assign(element.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none' });
		const { signal } = this.#life;
		element.addEventListener('webglcontextlost', (event) => this.#lose(event), { signal });
		element.addEventListener('webglcontextrestored', () => this.repaint(), { signal });
		ground.after(element);
	}

	/** The map draws a frame: so does the layer, at once. */
	follow(frame: MapFrame): void {
		this.#frame = frame;
		this.draw();
	}

	/** The map is not drawn any more, until `follow` says otherwise. */
	hide(): void {
		this.#frame = null;
		this.element.hidden = true;
		this.#detach();
	}

	/** The layer has changed: it is drawn before the browser shows anything else, once, however often it is asked for at once. */
	repaint(): void {
		if (this.#isAsked) return;
		this.#isAsked = true;
		queueMicrotask(() => {
			if (this.#isAsked) this.draw();
		});
	}

	draw(): void {
		this.#isAsked = false;
		const [gl, frame] = [this.#gl, this.#frame];
		if (gl === null || frame === null || gl.isContextLost()) return;
		this.#fit();
		if (!this.#isAttached) this.#layer.attach(gl);
		this.#isAttached = true;
		const { drawingBufferWidth, drawingBufferHeight } = gl;
		gl.viewport(0, 0, drawingBufferWidth, drawingBufferHeight);
		gl.clear(gl.COLOR_BUFFER_BIT);
		gl.enable(gl.BLEND);
		gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
		const { width, height, isPaper } = this.#now();
		// Of the canvas as it is, which the browser may have made smaller than was asked for.
		const ratio = drawingBufferWidth / width;
		this.#layer.draw(gl, { matrix: frame.matrix, centre: frame.centre, width, height, isPaper, ratio });
	}

	/** It goes, and what it held of the graphics card at once: a page has few contexts. */
	destroy(): void {
		this.#life.abort();
		this.hide();
		this.#gl?.getExtension('WEBGL_lose_context')?.loseContext();
		this.element.remove();
	}

	#lose(event: Event): void {
		// Else it would never come back.
		event.preventDefault();
		this.#detach();
	}

	#detach(): void {
		if (this.#gl !== null && this.#isAttached) this.#layer.detach(this.#gl);
		this.#isAttached = false;
	}

	/** As large as the map's, pixel by pixel. What it has already is not set again, as that would clear it. */
	#fit(): void {
		const { element } = this;
		const { width, height, style } = this.#ground;
		if (element.hidden) element.hidden = false;
		if (element.width !== width) element.width = width;
		if (element.height !== height) element.height = height;
		if (element.style.inlineSize !== style.width) element.style.inlineSize = style.width;
		if (element.style.blockSize !== style.height) element.style.blockSize = style.height;
	}
}

export const TAP_ID = 'chronotope-layer-frames';

/** A layer of the map's style that draws nothing, and hands on each frame: MapLibre tells its projection to its layers alone. */
export function createTap(
	map: Pick<MapLibreMap, 'getCenter'>,
	onFrame: (frame: MapFrame) => void
): CustomLayerInterface {
	return {
		id: TAP_ID,
		type: 'custom',
		render(_, { defaultProjectionData }) {
			const { lng, lat } = map.getCenter();
			onFrame({ matrix: defaultProjectionData.mainMatrix, centre: toWorld([lng, lat]) });
		}
	};
}
