/**
 * What the benchmark uses of its peers. They are installed by `npm run bench` alone, and these are written down so that
 * everything type-checks without them.
 */

declare module 'crossfilter2' {
	interface Group {
		all(): { key: number; value: number }[];
	}
	interface Dimension {
		filterRange(range: [number, number]): void;
		group(): Group;
	}
	export default function crossfilter(records: number[]): {
		dimension(value: (record: number) => number): Dimension;
		allFiltered(): number[];
	};
}

declare module 'arquero' {
	interface Table {
		params(values: Record<string, number>): Table;
		filter(test: unknown): Table;
		groupby(keys: Record<string, string>): Table;
		count(options: { as: string }): Table;
		objects(options: { limit: number }): { key: number; value: number }[];
	}
	export function table(columns: Record<string, ArrayLike<number>>): Table;
}

declare module 'apache-arrow' {
	interface Vector {
		get(index: number): unknown;
		toArray(): Int32Array;
	}
	export interface Table {
		readonly numRows: number;
		getChild(name: string): Vector | null;
	}
	export function tableFromArrays(columns: Record<string, ArrayLike<number>>): Table;
	export function tableToIPC(table: Table, type: 'stream' | 'file'): Uint8Array;
	export function tableFromIPC(bytes: Uint8Array): Table;
}

declare module '@duckdb/duckdb-wasm' {
	import type { Table } from 'apache-arrow';
	export const VoidLogger: new () => object;
	export interface AsyncDuckDBConnection {
		prepare(sql: string): Promise<{ query(...values: number[]): Promise<Table> }>;
		insertArrowFromIPCStream(bytes: Uint8Array, options: { name: string; create: boolean }): Promise<void>;
	}
	export class AsyncDuckDB {
		constructor(logger: object, worker: Worker);
		instantiate(wasmUrl: string): Promise<void>;
		open(options: object): Promise<void>;
		connect(): Promise<AsyncDuckDBConnection>;
		terminate(): Promise<void>;
	}
}

declare module '@uwdata/mosaic-core' {
	export class Selection {
		static crossfilter(): Selection;
		activate(clause: unknown): void;
		update(clause: unknown): void;
	}
	export class MosaicClient {
		constructor(selection: Selection);
		get filterStable(): boolean;
		query(filter?: unknown[]): unknown;
		queryResult(data: unknown): this;
		queryError(error: Error): unknown;
	}
	export class Coordinator {
		constructor(connector: unknown, options: { logger: null; cache: boolean; consolidate: boolean });
		connect(client: MosaicClient): void;
	}
	export function wasmConnector(options: { duckdb: unknown; connection: unknown }): unknown;
	export function clauseInterval(field: string, range: number[], options: object): unknown;
}

declare module '@uwdata/mosaic-sql' {
	interface Select {
		select(columns: Record<string, unknown>): Select;
		where(filter: unknown[]): Select;
		groupby(key: string): Select;
	}
	export const Query: { from(table: string): Select };
	export function column(name: string): unknown;
	export function count(): unknown;
}

declare module '@deck.gl/layers' {
	export const ScatterplotLayer: new (properties: object) => object;
}

declare module '@deck.gl/maplibre' {
	import type { IControl } from 'maplibre-gl';
	export interface MapLibreOverlay extends IControl {
		setProps(properties: object): void;
		/** Of the map, or its own. */
		getCanvas(): HTMLCanvasElement | null;
		_deck?: {
			readonly isInitialized: boolean;
			layerManager: { updateLayers(): void } | null;
			redraw(reason: string): void;
		};
	}
	export const MapLibreOverlay: new (properties: object) => MapLibreOverlay;
}

declare module 'leaflet' {
	interface Renderer {
		_redrawRequest?: number;
		_redraw(): void;
	}
	interface LeafletMap {
		setView(at: [number, number], zoom: number): void;
		remove(): void;
		_renderer?: Renderer;
		_paneRenderers?: Record<string, Renderer>;
	}
	interface Shown {
		properties: { start: number; end: number; category: number };
	}
	interface Timeline {
		addTo(map: LeafletMap): void;
		setTime(time: number): void;
	}
	interface TimelineOptions {
		getInterval(feature: Shown): { start: number; end: number };
		pointToLayer(feature: Shown, at: unknown): unknown;
		drawOnSetTime: boolean;
	}
	const L: {
		map(element: HTMLElement, options: object): LeafletMap;
		timeline(data: unknown, options: TimelineOptions): Timeline;
		circleMarker(at: unknown, options: object): unknown;
		Util: { cancelAnimFrame(request: number): void };
	};
	export default L;
}

declare module 'leaflet.timeline' {}
