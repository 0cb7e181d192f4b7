import 'maplibre-gl/dist/maplibre-gl.css';
import arabicUrl from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url';
import cyrillicUrl from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url';
import latinExtUrl from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import latinUrl from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import { addProtocol, Map as MapLibreMap, removeProtocol, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { PMTiles, Protocol } from 'pmtiles';
import type { Camera } from '$lib/core/view.ts';
import { bytesOfDataUrl } from '$lib/ui/inside.ts';
import { basemapInside } from './basemap.ts';
import { MAX_ZOOM } from './camera.ts';
import { createTap, LayerCanvas, TAP_ID } from './layer-canvas.ts';
import type { MapLayer } from './map-layer.ts';
import { flatViewport, toLngLat, toWorld, type Size, type Viewport } from './projection.ts';
import { buildPlainStyle, buildStyle, type StyleOptions, type Theme } from './style.ts';

/** What the basemap looks like. */
export interface Look extends Pick<StyleOptions, 'locale' | 'dir' | 'avoid'> {
	readonly theme: Theme;
	readonly forcedColors: boolean;
	/** Absolute; `null`: a plain ground. */
	readonly basemapUrl: string | null;
}

/** What is said where the map leaves a gesture to the page around it: how it is meant for the map. */
export interface GestureWords {
	readonly control: string;
	readonly command: string;
	readonly fingers: string;
}

export interface AdapterOptions {
	/** Empty, and as large as the map is to be. */
	readonly container: HTMLElement;
	readonly camera: Camera;
	readonly minZoom: number;
	readonly look: Look;
	/** Accessible name of the canvas. */
	readonly canvasName: string;
	readonly gestures: GestureWords;
	/** In every frame in which the map moves, before it is drawn. */
	readonly onMove: () => void;
	/** `byHand`: the reader moved it, and no command. */
	readonly onRest: (byHand: boolean) => void;
	readonly onLost: () => void;
	readonly onRestored: () => void;
	/** The basemap's file turned out to be unreadable. */
	readonly onBasemapError: () => void;
}

export interface Move {
	readonly animate: boolean;
	/** Counts as the reader's own, as with the zoom buttons. */
	readonly byHand: boolean;
}

/** The one door to MapLibre. */
export interface MapAdapter {
	/** What is in here moves the map when it is dragged, scrolled or pinched. */
	readonly surface: HTMLElement;
	readonly camera: Camera;
	readonly viewport: Viewport;
	moveTo(camera: Camera, move: Move): void;
	setLook(look: Look): void;
	/** Drawn above all else from now on, whatever becomes of the style and the context; `null`: nothing is. */
	setLayer(layer: MapLayer | null): void;
	/** The layer has changed, and is drawn with what is shown next; nothing of the map need be. */
	repaint(): void;
	/** What is drawn, in the light theme and sharp enough for paper, as a `data:` URL; `null`: there is none to be had. */
	picture(): string | null;
	/** Fits the map to its container, with a new least zoom. */
	resize(minZoom: number): void;
	/** Everything goes: listeners, workers' tiles, the graphics context. */
	destroy(): void;
}

export type CreateMapAdapter = (options: AdapterOptions) => MapAdapter;

const FLIGHT_MS = 900;
const STEP_MS = 250;
/** Pixels of a picture for paper for each px of the page. */
const PAPER_PIXEL_RATIO = 2;

/** Throws when the browser gives no WebGL 2 context. */
export function createMapAdapter(options: AdapterOptions): MapAdapter {
	const { container, camera } = options;
	setWorkerUrl(workerUrl);
	const protocol = new Protocol();
	const inside = basemapInside(options.look.basemapUrl ?? '');
	if (inside !== null) protocol.add(new PMTiles(inside));
	addProtocol('pmtiles', protocol.tile);
	if (__ONE_FILE__) addProtocol('inside', ({ url }) => Promise.resolve({ data: bytesOfDataUrl(url).buffer }));
	const map = new MapLibreMap({
		container,
		...placeOf(camera),
		minZoom: options.minZoom,
		maxZoom: MAX_ZOOM,
		style: styleOf(options.look),
		attributionControl: false,
		locale: {
			'Map.Title': options.canvasName,
			'CooperativeGesturesHandler.WindowsHelpText': options.gestures.control,
			'CooperativeGesturesHandler.MacHelpText': options.gestures.command,
			'CooperativeGesturesHandler.MobileHelpText': options.gestures.fingers
		},
		// In a page of another site one finger and the wheel are for that page.
		cooperativeGestures: window.parent !== window,
		// A sideways pinch is a zoom that went astray far more often than the wish for another north.
		dragRotate: false,
		pitchWithRotate: false,
		touchPitch: false,
		rollEnabled: false,
		trackResize: false,
		// ms: nobody sees it. With 0 all labels are placed anew in each frame, also where nothing but the marks has changed.
		fadeDuration: 1
	});
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	let look = options.look;
	let isLost = false;
	/** A style that is not there yet cannot be changed, only replaced. */
	let isStyled = false;
	let isFitting = false;
	let above: LayerCanvas | null = null;
	let isPaper = false;
	/** Asked of the page here and in `resize` alone: in between it would have to be laid out anew at each step of a scrub. */
	let size = sizeOf(container);

	/** A style that is replaced drops it. */
	const placeTap = (): void => {
		// Nothing can be added to a style that is not there yet: it comes with `style.load`.
		const style: unknown = isStyled && above !== null ? map.getStyle() : undefined;
		if (style === undefined || map.getLayer(TAP_ID) !== undefined) return;
		map.addLayer(createTap(map, (frame) => above?.follow(frame)));
	};

	map.on('move', options.onMove);
	map.on('style.load', () => {
		isStyled = true;
		placeTap();
	});
	// MapLibre does not name the gesture of every move (a wheel's has none): what nobody here asked for was by hand.
	map.on('moveend', (event) => {
		options.onRest('byHand' in event ? event.byHand === true : !isLost && !isFitting);
	});
	// A drag let go of beside the map ends there too, and not when the pointer comes back.
	let isDragged = false;
	map.on('dragstart', () => (isDragged = true));
	map.on('dragend', () => (isDragged = false));
	const letGo = ({ target }: Event): void => {
		if (!isDragged || (target instanceof Node && container.contains(target))) return;
		requestAnimationFrame(() => {
			if (!isDragged || isLost) return;
			isDragged = false;
			// Ends the gesture in MapLibre, which fires no `moveend` for what is stopped.
			map.stop();
			options.onRest(true);
		});
	};
	window.addEventListener('mouseup', letGo, { capture: true });
	const surface = map.getCanvasContainer();
	// Two quick presses of what stands on the map choose and unchoose it. Told beforehand, since MapLibre takes the second
	// tap of a finger for its own, and there is no click of it any more.
	const onPress = ({ target }: Event): void => {
		if (target instanceof Element && target.closest('button') !== null) map.doubleClickZoom.disable();
		else map.doubleClickZoom.enable();
	};
	surface.addEventListener('pointerdown', onPress, { capture: true });
	map.on('webglcontextlost', () => {
		isLost = true;
		isStyled = false;
		above?.hide();
		options.onLost();
	});
	map.on('webglcontextrestored', () => {
		isLost = false;
		// What was asked for meanwhile; MapLibre itself brings back the style that was lost.
		map.setStyle(styleOf(look), { diff: false });
		options.onRestored();
	});
	map.on('error', (event) => {
		// One tile that does not come leaves a gap; a source that cannot be opened leaves nothing.
		if ('sourceId' in event && !('tile' in event) && look.basemapUrl !== null) options.onBasemapError();
	});

	return {
		surface,
		get camera() {
			return cameraOf(map);
		},
		get viewport() {
			return viewportOf(map, size);
		},
		moveTo(goal, { animate, byHand }) {
			const data = { byHand };
			if (!animate || isLost) map.jumpTo(placeOf(goal), data);
			else if (byHand) map.easeTo({ ...placeOf(goal), duration: STEP_MS }, data);
			else map.flyTo({ ...placeOf(goal), duration: FLIGHT_MS }, data);
		},
		setLook(next) {
			look = next;
			if (isLost) return;
			map.setStyle(styleOf(look), { diff: true });
			placeTap();
		},
		setLayer(next) {
			above?.destroy();
			above = next === null ? null : new LayerCanvas(map.getCanvas(), next, () => ({ ...size, isPaper }));
			// It has to hear of the map before it can draw.
			placeTap();
			map.triggerRepaint();
		},
		repaint() {
			above?.repaint();
		},
		picture() {
			if (isLost) return null;
			isFitting = true;
			isPaper = true;
			try {
				return pictureOf(map, look, isStyled, above);
			} catch {
				// Too large for the browser, for one: the paper has its marks and its words without a ground.
				return null;
			} finally {
				isFitting = false;
				isPaper = false;
				map.triggerRepaint();
			}
		},
		resize(minZoom) {
			isFitting = true;
			size = sizeOf(container);
			map.setMinZoom(minZoom);
			map.resize();
			isFitting = false;
		},
		destroy() {
			window.removeEventListener('mouseup', letGo, { capture: true });
			above?.destroy();
			map.remove();
			removeProtocol('pmtiles');
		}
	};
}

/** The map looks as before when it returns, and when it throws. `isStyled`: its style is there, and can be changed. */
function pictureOf(map: MapLibreMap, look: Look, isStyled: boolean, above: LayerCanvas | null): string {
	const paper: Look = { ...look, theme: 'light', forcedColors: false };
	const isOther = isStyled && (look.theme !== paper.theme || look.forcedColors);
	const isCoarse = devicePixelRatio < PAPER_PIXEL_RATIO;
	try {
		if (isOther) map.setStyle(styleOf(paper), { diff: true });
		if (isCoarse) map.setPixelRatio(PAPER_PIXEL_RATIO);
		// What WebGL has drawn can be read until the browser shows it, and so in this moment alone.
		const ground = map.redraw().getCanvas();
		return (above === null ? ground : onto(ground, above.element)).toDataURL();
	} finally {
		if (isOther) map.setStyle(styleOf(look), { diff: true });
		// @ts-expect-error MapLibre documents `null` for that of the screen, whatever it comes to be, and types a number.
		if (isCoarse) map.setPixelRatio(null);
		map.redraw();
	}
}

/** One canvas above another of the same size, as the page shows them. */
function onto(ground: HTMLCanvasElement, above: HTMLCanvasElement): HTMLCanvasElement {
	const both = document.createElement('canvas');
	[both.width, both.height] = [ground.width, ground.height];
	const context = both.getContext('2d');
	if (context === null) throw new Error('The browser gives no canvas to draw on.');
	context.drawImage(ground, 0, 0);
	context.drawImage(above, 0, 0);
	return both;
}

function styleOf({ basemapUrl, ...look }: Look) {
	const fontUrls = {
		latin: absolute(latinUrl),
		latinExt: absolute(latinExtUrl),
		cyrillic: absolute(cyrillicUrl),
		arabic: absolute(arabicUrl)
	};
	return basemapUrl === null ? buildPlainStyle(look) : buildStyle({ ...look, basemapUrl, fontUrls });
}

function absolute(url: string): string {
	return __ONE_FILE__ ? `inside://${url}` : new URL(url, document.baseURI).href;
}

function placeOf({ zoom, lat, lng, bearing, pitch }: Camera) {
	return { center: [lng, lat] satisfies [number, number], zoom, bearing, pitch };
}

function cameraOf(map: MapLibreMap): Camera {
	const { lng, lat } = map.getCenter();
	return { zoom: map.getZoom(), lat, lng, bearing: map.getBearing(), pitch: map.getPitch() };
}

/** px. */
function sizeOf({ clientWidth, clientHeight }: HTMLElement): Size {
	return { width: clientWidth, height: clientHeight };
}

function viewportOf(map: MapLibreMap, size: Size): Viewport {
	const camera = cameraOf(map);
	const flat = flatViewport(camera, size);
	if (camera.pitch === 0) return flat;
	return {
		...flat,
		toScreen(point) {
			const [lng, lat] = toLngLat(point);
			const { x, y } = map.project([lng, lat]);
			return { x, y };
		},
		toWorld({ x, y }) {
			const { lng, lat } = map.unproject([x, y]);
			return toWorld([lng, lat]);
		}
	};
}
