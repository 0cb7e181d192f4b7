import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { ScreenPoint, Viewport } from '$lib/map/projection.ts';

/** What of the basemap a picture shows, as the `d` of SVG paths in px of the viewport. */
export interface BasemapShapes {
	readonly land: string;
	readonly coast: string;
	readonly lakes: string;
	readonly shores: string;
	readonly rivers: string;
	readonly borders: string;
	readonly disputed: string;
	/** The most important first. */
	readonly countries: readonly CountryLabel[];
}

export interface CountryLabel extends ScreenPoint {
	/** ISO 3166-1 alpha-2. */
	readonly code: string;
	readonly rank: number;
}

/** A tile's content; `undefined`: it is empty. */
export type ReadTile = (z: number, x: number, y: number) => Promise<Uint8Array | undefined>;

const TILE_PX = 512;
const MAX_ZOOM = 6;
/** Rivers are in the tiles from this zoom on, and in pictures of smaller scale only noise. */
const RIVERS_FROM = 4;
/** px: points nearer to the last one are left out. */
const THINNED_PX = 0.55;
const POLYGON = 3;

/**
 * Cuts what a viewport shows out of the basemap's tiles.
 *
 * @param density Pixels of the picture for each px of the viewport: more ask for finer tiles.
 */
export async function readBasemap(viewport: Viewport, density: number, readTile: ReadTile): Promise<BasemapShapes> {
	const exact = Math.log2((viewport.scale * density) / TILE_PX);
	const z = Math.min(Math.max(Math.ceil(exact - 0.25), 0), MAX_ZOOM);
	const shapes = { land: '', coast: '', lakes: '', shores: '', rivers: '', borders: '', disputed: '' };
	const countries = new Map<string, CountryLabel>();
	for (const tile of tilesIn(viewport, z)) {
		const content = await readTile(z, tile.column, tile.y);
		if (content === undefined) continue;
		const { layers } = new VectorTile(new PbfReader(content));
		const each = (name: string, see: (feature: VectorTileFeature) => void): void => {
			const layer = layers[name];
			for (let i = 0; layer !== undefined && i < layer.length; i++) see(layer.feature(i));
		};
		each('land', (feature) => {
			if (feature.type === POLYGON) shapes.land += areaOf(feature, tile);
			if (!('seam' in feature.properties)) shapes.coast += lineOf(feature, tile);
		});
		each('lakes', (feature) => {
			shapes.lakes += areaOf(feature, tile);
			shapes.shores += lineOf(feature, tile);
		});
		if (exact >= RIVERS_FROM) each('rivers', (feature) => (shapes.rivers += lineOf(feature, tile)));
		each('borders', (feature) => {
			shapes['disputed' in feature.properties ? 'disputed' : 'borders'] += lineOf(feature, tile);
		});
		const layer = layers.countries;
		for (let i = 0; layer !== undefined && i < layer.length; i++) {
			const label = countryLabel(layer.feature(i), tile.toScreen, exact);
			if (label !== null && !countries.has(label.code)) countries.set(label.code, label);
		}
	}
	return { ...shapes, countries: [...countries.values()].sort((a, b) => a.rank - b.rank) };
}

interface PlacedTile {
	/** Within the world; the same one may be shown several times. */
	readonly column: number;
	readonly y: number;
	/** From units of a tile `extent` wide. */
	readonly toScreen: (point: ScreenPoint, extent: number) => ScreenPoint;
}

function tilesIn(viewport: Viewport, z: number): readonly PlacedTile[] {
	const count = 2 ** z;
	const first = viewport.toWorld({ x: 0, y: 0 });
	const last = viewport.toWorld({ x: viewport.width, y: viewport.height });
	const tiles: PlacedTile[] = [];
	for (let x = Math.floor(first.x * count); x <= Math.floor(last.x * count); x++) {
		for (let y = Math.max(0, Math.floor(first.y * count)); y <= Math.min(count - 1, Math.floor(last.y * count)); y++) {
			const toScreen: PlacedTile['toScreen'] = (point, extent) =>
				viewport.toScreen({ x: (x + point.x / extent) / count, y: (y + point.y / extent) / count });
			tiles.push({ column: ((x % count) + count) % count, y, toScreen });
		}
	}
	return tiles;
}

/** An area as it is: what reaches into the tile's margin is covered by the same area there. */
function areaOf(feature: VectorTileFeature, { toScreen }: PlacedTile): string {
	return feature
		.loadGeometry()
		.map((ring) =>
			pathOf(
				ring.map((point) => toScreen(point, feature.extent)),
				3,
				'Z'
			)
		)
		.join('');
}

/** A line, or the outline of an area, without the tile's own edges and what is beyond them. */
function lineOf(feature: VectorTileFeature, { toScreen }: PlacedTile): string {
	const { extent } = feature;
	return feature
		.loadGeometry()
		.flatMap((line) => piecesInside(line, extent))
		.map((piece) =>
			pathOf(
				piece.map((point) => toScreen(point, extent)),
				2,
				''
			)
		)
		.join('');
}

/** The parts of a line within 0 to `extent` both ways. */
function piecesInside(line: readonly ScreenPoint[], extent: number): readonly (readonly ScreenPoint[])[] {
	const pieces: ScreenPoint[][] = [];
	line.forEach((end, i) => {
		const start = line[i - 1];
		if (start === undefined) return;
		const part = partInside(start, end, extent);
		if (part === null) return;
		const last = pieces.at(-1)?.at(-1);
		const [from, to] = part;
		if (last !== undefined && last.x === from.x && last.y === from.y) pieces.at(-1)?.push(to);
		else pieces.push([from, to]);
	});
	return pieces;
}

/** Liang and Barsky's: `null` when nothing of it is inside. */
function partInside(a: ScreenPoint, b: ScreenPoint, extent: number): readonly [ScreenPoint, ScreenPoint] | null {
	let [first, last] = [0, 1];
	const [dx, dy] = [b.x - a.x, b.y - a.y];
	for (const [way, room] of [
		[-dx, a.x],
		[dx, extent - a.x],
		[-dy, a.y],
		[dy, extent - a.y]
	] as const) {
		if (way === 0) {
			if (room < 0) return null;
			continue;
		}
		if (way < 0) first = Math.max(first, room / way);
		else last = Math.min(last, room / way);
		if (first > last) return null;
	}
	const at = (t: number): ScreenPoint => (t === 0 ? a : t === 1 ? b : { x: a.x + dx * t, y: a.y + dy * t });
	return [at(first), at(last)];
}

/** Points in px as `d`; nothing of fewer than `least`. */
function pathOf(points: readonly ScreenPoint[], least: number, end: string): string {
	const kept: ScreenPoint[] = [];
	points.forEach((point, i) => {
		const before = kept.at(-1);
		const isNear = before !== undefined && Math.hypot(point.x - before.x, point.y - before.y) < THINNED_PX;
		// A line keeps its end, where that of the next tile begins.
		if (!isNear || i === points.length - 1) kept.push(point);
	});
	if (kept.length < least) return '';
	return kept.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('') + end;
}

function countryLabel(feature: VectorTileFeature, toScreen: PlacedTile['toScreen'], zoom: number): CountryLabel | null {
	const { code, rank, z } = feature.properties;
	const [point] = feature.loadGeometry()[0] ?? [];
	if (point === undefined || typeof code !== 'string' || Number(z) > zoom) return null;
	// What lies in a tile's margin is its neighbour's.
	if (point.x < 0 || point.y < 0 || point.x >= feature.extent || point.y >= feature.extent) return null;
	return { code, rank: Number(rank), ...toScreen(point, feature.extent) };
}
