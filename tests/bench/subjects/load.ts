import { tableFromArrays, tableFromIPC, tableToIPC } from 'apache-arrow';
import type { Columns } from '$lib/core/columns.ts';
import { decodeColumns, encodeColumns } from '$lib/io/columns-codec.ts';
import { columnsOf, EPOCH_MS, type BenchData } from '../data.ts';
import type { Subject } from './subject.ts';

/** From the bytes of a file to what counting works on. A step is the whole of a file, whatever the window. */

const CATEGORY_NAMES = ['protest', 'flood', 'fire', 'meeting', 'attack', 'election', 'strike', 'other'];
/** Features that become text at once: a string can be no longer than half a gigabyte. */
const CHUNK = 100_000;

/**
 * The product's file of columns, without the texts, which come page by page. Columns are read when they are asked for; what
 * is asked for here is what counting works on, as in the others: times, places and categories.
 */
export function createOwn(data: BenchData): Subject {
	const file = fileOf(data);
	return reading(file, () => {
		const columns = decode(file);
		const { start, end, matchAt, matchStart, matchEnd, category, placeAt, place } = columns;
		return { columns, counted: [start, end, matchAt, matchStart, matchEnd, category, placeAt, place] };
	});
}

/** The same file with all that is in it: statuses, roles, actors, sources and when they were out, and sure spans as well. */
export function createEveryColumn(data: BenchData): Subject {
	const file = fileOf(data);
	return reading(file, () => Object.values(decode(file)));
}

/** Made once: it takes seconds. */
const files = new WeakMap<BenchData, Uint8Array<ArrayBuffer>>();

function fileOf(data: BenchData): Uint8Array<ArrayBuffer> {
	const file = files.get(data) ?? encodeColumns(columnsOf(data));
	files.set(data, file);
	return file;
}

function decode(file: Uint8Array<ArrayBuffer>): Columns {
	const decoded = decodeColumns(file);
	if (!decoded.ok) throw new Error(decoded.why);
	return decoded.columns;
}

/** A feature for each event, as they are mostly exchanged: dates as text, coordinates and a title with each. */
export function createGeoJson(data: BenchData): Subject {
	const file = encodeGeoJson(data);
	return reading(file, () => {
		const text = new TextDecoder().decode(file);
		const { features } = JSON.parse(text) as { features: GeoJSON.Feature<GeoJSON.Point, Record<string, string>>[] };
		const start = Float64Array.from(features, ({ properties }) => Date.parse(properties.start ?? ''));
		const end = Float64Array.from(features, ({ properties }, i) =>
			properties.end === undefined ? (start[i] ?? NaN) : Date.parse(properties.end)
		);
		const category = Uint8Array.from(features, ({ properties }) => CATEGORY_NAMES.indexOf(properties.category ?? ''));
		const placeOf = new Map<string, number>();
		const place = Uint32Array.from(features, ({ properties: { place = '' } }) => {
			const known = placeOf.get(place) ?? placeOf.size;
			placeOf.set(place, known);
			return known;
		});
		return { features, start, end, category, place };
	});
}

/** Columns as plain as ours, in the format that others read too; without the texts as well. */
export function createArrow({ start, end, place, category }: BenchData): Subject {
	const file = tableToIPC(tableFromArrays({ start, end, place, category }), 'stream');
	return reading(file, () => {
		const rows = tableFromIPC(file);
		return ['start', 'end', 'place', 'category'].map((name) => rows.getChild(name)?.toArray());
	});
}

function reading(file: Uint8Array, read: () => unknown): Subject {
	let held: unknown = null;
	return {
		scripts: ['slide'],
		step() {
			// What the last one has brought is not needed any more, as little as after a first load.
			held = null;
			held = read();
		},
		file: () => file,
		held: () => held
	};
}

function encodeGeoJson({ events, start, end, place, category, lon, lat }: BenchData): Uint8Array {
	const iso = (second: number): string => `${new Date(EPOCH_MS + second * 1000).toISOString().slice(0, 19)}Z`;
	const parts: Uint8Array[] = [];
	const encoder = new TextEncoder();
	for (let from = 0; from < events; from += CHUNK) {
		const texts = Array.from({ length: Math.min(CHUNK, events - from) }, (_, k) => {
			const i = from + k;
			const [at, begun, over] = [place[i] ?? 0, start[i] ?? 0, end[i] ?? 0];
			const name = CATEGORY_NAMES[category[i] ?? 0] ?? '';
			return JSON.stringify({
				type: 'Feature',
				id: i,
				properties: {
					title: `Event ${i}: a ${name} is reported near place ${at}`,
					start: iso(begun),
					...(over === begun ? {} : { end: iso(over) }),
					category: name,
					place: `place-${at}`
				},
				geometry: { type: 'Point', coordinates: [(lon[at] ?? 0).toFixed(5), (lat[at] ?? 0).toFixed(5)].map(Number) }
			});
		});
		parts.push(encoder.encode(`${from === 0 ? '{"type":"FeatureCollection","features":[' : ','}${texts.join(',\n')}`));
	}
	parts.push(encoder.encode(']}'));
	const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		file.set(part, at);
		at += part.length;
	}
	return file;
}
