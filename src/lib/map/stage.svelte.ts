import type { Camera } from '$lib/core/view.ts';
import { canReadBasemap } from './basemap.ts';
import { constrain, minZoomFor } from './camera.ts';
import type { CreateMapAdapter, GestureWords, Look, MapAdapter, Move } from './map-adapter.ts';
import type { MapLayer } from './map-layer.ts';
import { flatViewport, type Size, type Viewport } from './projection.ts';

/**
 * `starting`: the page is readable, the basemap is on its way. `ready`. `lost`: the graphics card has dropped it, and it
 * may come back. `gone`: it did not. `unsupported`: there is no WebGL 2. `failed`: its script did not arrive.
 */
export type StageStatus = 'starting' | 'ready' | 'lost' | 'gone' | 'unsupported' | 'failed';

export interface StageOptions {
	readonly canvasName: string;
	readonly gestures: GestureWords;
	/** In every frame in which the map moves. */
	readonly onFrame: () => void;
	/** After each move. `byHand`: the reader moved it, and no command. */
	readonly onRest: (byHand: boolean) => void;
	readonly onResize: () => void;
}

/** As long as a browser needs that means to bring a graphics context back. */
const RESTORE_MS = 3000;
/** The map waits this long for a quiet moment. */
const QUIET_MS = 1000;

/**
 * The map's box through its life: a plain ground that already has a camera, then MapLibre on it, perhaps without it
 * again. Whoever draws on it asks for `viewport` and need not know which of these it is.
 */
export class MapStage {
	readonly #options: StageOptions;
	#status: StageStatus = $state('starting');
	#hasBasemap = $state(true);
	#camera: Camera = { zoom: 0, lat: 0, lng: 0, bearing: 0, pitch: 0 };
	#size: Size = { width: 0, height: 0 };
	#look: Look | null = null;
	#ground: HTMLElement | null = null;
	#overlay: HTMLElement | null = null;
	#adapter: MapAdapter | null = null;
	#layer: MapLayer | null = null;
	#life = new AbortController();
	#restoreTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(options: StageOptions) {
		this.#options = options;
	}

	get status(): StageStatus {
		return this.#status;
	}

	/** False once the basemap's file has turned out to be unreadable. */
	get hasBasemap(): boolean {
		return this.#hasBasemap;
	}

	get size(): Size {
		return this.#size;
	}

	get viewport(): Viewport {
		return this.#adapter?.viewport ?? flatViewport(this.#camera, this.#size);
	}

	/**
	 * @param ground Where MapLibre goes.
	 * @param overlay Beside it; moves into MapLibre's surface, so that a drag that begins on a mark moves the map too.
	 * @returns The function that ends it all.
	 */
	mount(ground: HTMLElement, overlay: HTMLElement): () => void {
		this.#ground = ground;
		this.#overlay = overlay;
		this.#measure();
		const observer = new ResizeObserver(() => this.#resize());
		observer.observe(ground);
		return () => {
			observer.disconnect();
			this.#end();
		};
	}

	/** Loads and shows the basemap as soon as the browser has nothing more urgent to do. */
	start(look: Look): void {
		this.#look = look;
		const { signal } = this.#life;
		const begin = (): void => void this.#load(signal);
		// After the next paint, so that the page stands before the map's script is even asked for.
		requestAnimationFrame(() => {
			if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: QUIET_MS });
			else setTimeout(begin, 0);
		});
	}

	setLook(look: Look): void {
		this.#look = look;
		this.#adapter?.setLook(this.#currentLook(look));
	}

	/** Drawn above the basemap whenever there is one; `null`: nothing is. */
	setLayer(layer: MapLayer | null): void {
		this.#layer = layer;
		this.#adapter?.setLayer(layer);
	}

	/** What the layer shows has changed. */
	repaint(): void {
		this.#adapter?.repaint();
	}

	moveTo(camera: Camera, move: Move): void {
		const goal = constrain(camera, this.#size);
		if (this.#adapter !== null) {
			this.#adapter.moveTo(goal, move);
			return;
		}
		this.#camera = goal;
		this.#options.onFrame();
		this.#options.onRest(move.byHand);
	}

	/** The basemap for paper, as a `data:` URL; `null` where there is none. */
	picture(): string | null {
		return this.#status === 'ready' ? (this.#adapter?.picture() ?? null) : null;
	}

	/** Starts afresh, after `gone` or `failed`. */
	reload(): void {
		const look = this.#look;
		if (look === null) return;
		this.#end();
		this.#life = new AbortController();
		this.#status = 'starting';
		this.start(look);
	}

	async #load(signal: AbortSignal): Promise<void> {
		const url = this.#look?.basemapUrl ?? null;
		try {
			if (typeof WebGL2RenderingContext === 'undefined') {
				this.#status = 'unsupported';
				return;
			}
			const [{ createMapAdapter }, isReadable] = await Promise.all([
				import('./map-adapter.ts'),
				url === null ? false : canReadBasemap(url, signal)
			]);
			if (signal.aborted) return;
			this.#hasBasemap = isReadable || url === null;
			this.#attach(createMapAdapter);
		} catch {
			if (!signal.aborted) this.#status = 'failed';
		}
	}

	#attach(create: CreateMapAdapter): void {
		const [container, overlay, look] = [this.#ground, this.#overlay, this.#look];
		if (container === null || overlay === null || look === null) return;
		try {
			this.#adapter = create({
				container,
				camera: this.#camera,
				minZoom: minZoomFor(this.#size),
				look: this.#currentLook(look),
				canvasName: this.#options.canvasName,
				gestures: this.#options.gestures,
				onMove: this.#options.onFrame,
				onRest: this.#options.onRest,
				onLost: () => this.#lose(),
				onRestored: () => this.#restore(),
				onBasemapError: () => this.#dropBasemap()
			});
		} catch {
			container.replaceChildren();
			this.#status = 'unsupported';
			return;
		}
		this.#adapter.setLayer(this.#layer);
		keepingFocus(() => this.#adapter?.surface.append(overlay));
		this.#status = 'ready';
		this.#options.onFrame();
	}

	#lose(): void {
		this.#status = 'lost';
		clearTimeout(this.#restoreTimer);
		this.#restoreTimer = setTimeout(() => {
			if (this.#status === 'lost') this.#status = 'gone';
		}, RESTORE_MS);
	}

	#restore(): void {
		clearTimeout(this.#restoreTimer);
		this.#status = 'ready';
		this.#options.onFrame();
	}

	#dropBasemap(): void {
		if (!this.#hasBasemap) return;
		this.#hasBasemap = false;
		if (this.#look !== null) this.setLook(this.#look);
	}

	#currentLook(look: Look): Look {
		return this.#hasBasemap ? look : { ...look, basemapUrl: null };
	}

	#measure(): boolean {
		const { clientWidth: width = 0, clientHeight: height = 0 } = this.#ground ?? {};
		if (width === this.#size.width && height === this.#size.height) return false;
		this.#size = { width, height };
		return true;
	}

	#resize(): void {
		if (!this.#measure() || this.#size.width === 0 || this.#size.height === 0) return;
		if (this.#adapter !== null) this.#adapter.resize(minZoomFor(this.#size));
		else this.#camera = constrain(this.#camera, this.#size);
		this.#options.onResize();
		this.#options.onFrame();
	}

	/** The overlay goes back beside the ground before MapLibre clears its own. */
	#end(): void {
		this.#life.abort();
		clearTimeout(this.#restoreTimer);
		const [ground, overlay] = [this.#ground, this.#overlay];
		if (this.#adapter === null || ground === null || overlay === null) return;
		this.#camera = this.#adapter.camera;
		keepingFocus(() => ground.after(overlay));
		this.#adapter.destroy();
		this.#adapter = null;
	}
}

/** An element that is moved about the page loses the focus: what had it gets it back. */
function keepingFocus(move: () => void): void {
	const focused = document.activeElement;
	move();
	if (focused instanceof HTMLElement && focused !== document.activeElement) focused.focus({ preventScroll: true });
}
