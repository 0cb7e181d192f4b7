import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { PMTiles } from 'pmtiles';
import type { ReadTile } from './basemap.ts';
import { readWoff, type Face } from './font-file.ts';
import { encodePng } from './png.server.ts';
import { createTypesetter, type Typesetter, type Weight } from './typeset.ts';

/** What pictures are made with: one for all of a build. */
export interface Renderer {
	readonly type: Typesetter;
	readonly readTile: ReadTile;
	/** A PNG file of an SVG whose texts are the typesetter's. */
	png(svg: string): Uint8Array<ArrayBuffer>;
	/** What pictures look different with, beside their SVG. */
	readonly version: string;
}

/** In order of preference, each with its sentinel; of each there is a file for every weight. */
const FONT_FILES = [
	['noto-sans/files/noto-sans-latin', 'H'],
	['noto-sans/files/noto-sans-latin-ext', 'Ĥ'],
	['noto-sans/files/noto-sans-cyrillic', 'Н'],
	['noto-sans/files/noto-sans-cyrillic-ext', 'Ԣ'],
	['noto-sans/files/noto-sans-greek', 'Η'],
	['noto-sans/files/noto-sans-greek-ext', 'Ἠ'],
	['noto-sans/files/noto-sans-vietnamese', 'Ạ'],
	['noto-sans/files/noto-sans-devanagari', 'अ'],
	['noto-sans-arabic/files/noto-sans-arabic-arabic', 'ء']
] as const;

const inModules = (...names: readonly string[]): string => path.resolve('node_modules', ...names);

/** It can be started once in a process, which in development draws the pictures of many datasets. */
const resvg: { started?: Promise<void> } = {};

function startResvg(): Promise<void> {
	return (resvg.started ??= initWasm(readFileSync(inModules('@resvg/resvg-wasm/index_bg.wasm'))));
}

/** Reads fonts, basemap and renderer from the disk; nothing else is asked for anything, least of all the system's fonts. */
export async function createRenderer(): Promise<Renderer> {
	await startResvg();
	const faces: Readonly<Record<Weight, readonly Face[]>> = { 400: readFaces(400), 600: readFaces(600) };
	const byFamily = new Map([...faces[400], ...faces[600]].map((face) => [face.family, face.file]));
	const open = (svg: string, families: Iterable<string>) => {
		const fontBuffers = [...families].flatMap((family) => byFamily.get(family) ?? []);
		return new Resvg(svg, { font: { fontBuffers, defaultFontFamily: faces[400][0]?.family ?? '' } });
	};
	const widthOf = (text: string, family: string): number => {
		const drawing = open(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${text}</svg>`, [family]);
		const width = drawing.getBBox()?.width ?? 0;
		drawing.free();
		return width;
	};
	return {
		type: createTypesetter(faces, widthOf),
		readTile: openBasemap(),
		png(svg) {
			const families = new Set(Array.from(svg.matchAll(/ font-family="([^"]*)"/g), ([, family = '']) => family));
			const drawing = open(svg, families);
			const image = drawing.render();
			const { width, height } = image;
			const file = encodePng(image.pixels, width, height);
			image.free();
			drawing.free();
			return file;
		},
		version: String(JSON.parse(readFileSync(inModules('@resvg/resvg-wasm/package.json'), 'utf8')).version)
	};
}

function readFaces(weight: Weight): readonly Face[] {
	return FONT_FILES.map(([name, sentinel]) => {
		const file = inModules('@fontsource', `${name}-${weight}-normal.woff`);
		const face = readWoff(readFileSync(file), { family: path.basename(file, '-normal.woff'), sentinel }, inflateSync);
		if (!face.characters.has(sentinel.codePointAt(0) ?? 0)) throw new Error(`The font ${file} has no ${sentinel}.`);
		return face;
	});
}

function openBasemap(): ReadTile {
	const bytes = readFileSync(path.resolve('static', 'basemap.pmtiles'));
	const archive = new PMTiles({
		getKey: () => 'basemap',
		getBytes: (offset, length) =>
			Promise.resolve({ data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer })
	});
	return async (z, x, y) => {
		const tile = await archive.getZxy(z, x, y);
		return tile === undefined ? undefined : new Uint8Array(tile.data);
	};
}
