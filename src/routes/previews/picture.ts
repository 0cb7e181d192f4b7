import type { Dataset } from '$lib/core/model.ts';
import { greatCircle } from '$lib/map/arcs.ts';
import { fitPoints } from '$lib/map/camera.ts';
import type { Box } from '$lib/map/labels.ts';
import { flatViewport, toLngLat, type Viewport } from '$lib/map/projection.ts';
import { PICTURE_PX } from '$lib/publish/preview.ts';
import { element } from '$lib/ui/markup.ts';
import { shapePath } from '$lib/ui/shapes.ts';
import { wrapText, type Wrapped } from '$lib/ui/wrap.ts';
import type { BasemapShapes } from './basemap.ts';
import type { Content } from './content.ts';
import { drawMap, type MapColours } from './draw-map.ts';
import { directionOf } from './runs.ts';
import type { Typesetter, Weight } from './typeset.ts';

const PICTURE = PICTURE_PX;

export interface Colours extends MapColours {
	readonly hairline: string;
}

export interface PictureOptions {
	readonly content: Content;
	/** Of the page: the words stand where reading begins, the map beyond them. */
	readonly dir: 'ltr' | 'rtl';
	readonly colours: Colours;
	readonly attribution: string;
	readonly countryNames: ReadonlyMap<string, string>;
	readonly type: Typesetter;
}

/** px of the part with words, and what stays free at its edges. */
const PANEL = { width: 520, inline: 54, block: 56 };
const MAP_PX = { width: PICTURE.width - PANEL.width, height: PICTURE.height };
/** Pixels for each px of the map, which is laid out as on a page: a picture is seen much smaller than it is. */
const DENSITY = 1.7;
/** The nearest zoom (MapLibre's) for one place and for several: the coast is no finer than that. */
const NEAREST = { one: 4.1, several: 5.6 };
const PADDING = { top: 46, right: 62, bottom: 52, left: 62 };
const TEXT_WIDTH = PANEL.width - 2 * PANEL.inline;
/** Type of titles: px and lines at most. */
const TITLE_SIZES = [
	{ size: 56, lines: 4 },
	{ size: 50, lines: 5 },
	{ size: 44, lines: 5 },
	{ size: 38, lines: 6 },
	{ size: 33, lines: 7 }
];
/** px from line to line, for each px of type: joined letters reach further up and down. */
const LEADING = { ltr: 1.2, rtl: 1.42 };

/** Where a picture looks. The map is as wide as what the panel leaves, in px of a page. */
export function viewportOf(content: Content, dataset: Pick<Dataset, 'places'>): Viewport {
	const size = { width: MAP_PX.width / DENSITY, height: MAP_PX.height / DENSITY };
	const all = dataset.places.flatMap(({ point }) => (point === null ? [] : [point]));
	const points = content.frame.length > 0 ? content.frame : all;
	const byId = new Map(content.marks.map(({ place }) => [place.id, place.point]));
	const lines = content.ties.flatMap(({ from, to }) => {
		const [a, b] = [byId.get(from), byId.get(to)];
		return a === undefined || b === undefined ? [] : greatCircle(a, b).map(toLngLat);
	});
	const nearest = points.length > 1 ? NEAREST.several : NEAREST.one;
	return flatViewport(fitPoints([...points, ...lines], size, PADDING, nearest), size);
}

/** What `viewportOf` counts as a px, in pixels of the picture. */
export const density = DENSITY;

/** The whole picture as SVG: words beside a map. */
export function compose(options: PictureOptions, viewport: Viewport, basemap: BasemapShapes): string {
	const { dir, colours } = options;
	const isRtl = dir === 'rtl';
	const map = element(
		'g',
		{ transform: `translate(${isRtl ? 0 : PANEL.width} 0) scale(${DENSITY})` },
		drawMap({ ...options, ...options.content, obstacles: [attributionBox(options, viewport)] }, viewport, basemap)
	);
	// Over what of the map is beyond its edge: to clip that takes the renderer as long as to draw it.
	const panel = { x: isRtl ? MAP_PX.width : 0, width: PANEL.width, height: PICTURE.height, fill: colours.panel };
	const edge = {
		x: (isRtl ? MAP_PX.width : PANEL.width) - 1,
		width: 2,
		height: PICTURE.height,
		fill: colours.hairline
	};
	return element(
		'svg',
		{ xmlns: 'http://www.w3.org/2000/svg', ...PICTURE, viewBox: `0 0 ${PICTURE.width} ${PICTURE.height}` },
		[map, element('rect', panel), element('rect', edge), words(options), attributionLine(options)].join('')
	);
}

/** A line of text with the space above it that it brings along. */
interface Row {
	readonly text: string;
	/** What all of the text is read in of which this is a line. */
	readonly reads: 'ltr' | 'rtl';
	readonly size: number;
	readonly weight: Weight;
	readonly fill: string;
	/** Whether a text begins with it. */
	readonly isFirst: boolean;
	/** px from the line above to this one. */
	readonly step: number;
	readonly sign?: { readonly slot: number; readonly isPlanned: boolean };
}

function words(options: PictureOptions): string {
	const { content, colours } = options;
	const foot = [
		...rowsOf(content.foot[0] ?? '', [{ size: 21, lines: 2 }], 600, colours.ink, 0, options),
		...rowsOf(content.foot[1] ?? '', [{ size: 21, lines: 1 }], 400, colours.muted, 4, options)
	];
	const footHeight = foot.reduce((sum, { step }) => sum + step, 0);
	const room = PICTURE.height - 2 * PANEL.block - (footHeight === 0 ? 0 : footHeight + 34);
	const settings = TITLE_SIZES.map((_, i) => bodyRows(TITLE_SIZES.slice(i), options));
	const fitting = settings.find((rows) => heightOf(rows) <= room) ?? shortened(settings.at(-1) ?? [], room);
	const footTop = PICTURE.height - PANEL.block - footHeight;
	const line = element('rect', {
		x: inlineStart(options) - (options.dir === 'rtl' ? TEXT_WIDTH : 0),
		y: footTop - 14,
		width: TEXT_WIDTH,
		height: 2,
		fill: colours.hairline
	});
	return draw(fitting, PANEL.block - 10, options) + (foot.length > 0 ? line + draw(foot, footTop + 2, options) : '');
}

function bodyRows(titleSizes: typeof TITLE_SIZES, options: PictureOptions): readonly Row[] {
	const { content, colours } = options;
	const { overline } = content;
	const above: readonly Row[] =
		overline === null || !options.type.canSet(overline.text)
			? []
			: rowsOf(
					overline.text,
					[{ size: 24, lines: 1 }],
					600,
					colours.muted,
					0,
					options,
					overline.slot !== null ? 36 : 0
				).map((row) => ({
					...row,
					...(overline.slot === null ? {} : { sign: { slot: overline.slot, isPlanned: overline.isPlanned } })
				}));
	return [
		...above,
		...rowsOf(content.title, titleSizes, 600, colours.ink, above.length > 0 ? 8 : 0, options),
		...rowsOf(
			content.lead,
			[
				{ size: 28, lines: 2 },
				{ size: 25, lines: 4 }
			],
			400,
			colours.ink,
			16,
			options
		),
		...rowsOf(
			content.note,
			[
				{ size: 24, lines: 2 },
				{ size: 22, lines: 3 }
			],
			400,
			colours.muted,
			6,
			options
		),
		...legendRows(options)
	];
}

function legendRows(options: PictureOptions): readonly Row[] {
	const { legend } = options.content;
	return legend.flatMap(({ slot, text }, i) =>
		rowsOf(text, [{ size: 23, lines: 1 }], 400, options.colours.ink, i === 0 ? 18 : 5, options, 36).map((row) => ({
			...row,
			sign: { slot, isPlanned: false }
		}))
	);
}

/** @param gap px above the first line. */
function rowsOf(
	text: string,
	sizes: readonly { readonly size: number; readonly lines: number }[],
	weight: Weight,
	fill: string,
	gap: number,
	{ type, dir }: PictureOptions,
	indent = 0
): readonly Row[] {
	if (!type.canSet(text)) return [];
	const measure = (line: string, size: number): number => type.measure(line, { size, weight });
	const { lines, size }: Wrapped = wrapText(text, { widthPx: TEXT_WIDTH - indent, sizes }, measure);
	const step = Math.round(size * LEADING[dir]);
	const reads = directionOf(text, dir);
	return lines.map((line, i) => ({
		text: line,
		reads,
		size,
		weight,
		fill,
		isFirst: i === 0,
		step: i === 0 ? step + gap : step
	}));
}

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, { step }) => sum + step, 0);

/** Without the last rows for which there is no room: the title stands first. Of a text of which lines are left out, `…` says so. */
function shortened(rows: readonly Row[], room: number): readonly Row[] {
	let height = 0;
	const kept = rows.filter(({ step }) => (height += step) <= room);
	const last = kept.at(-1);
	if (last === undefined || rows[kept.length]?.isFirst !== false) return kept;
	return [...kept.slice(0, -1), { ...last, text: `${last.text.replace(/[\s·]+$/, '')}…` }];
}

const inlineStart = ({ dir }: PictureOptions): number => (dir === 'rtl' ? PICTURE.width - PANEL.inline : PANEL.inline);

function draw(rows: readonly Row[], top: number, options: PictureOptions): string {
	const { dir, colours, type } = options;
	const start = inlineStart(options);
	const forward = dir === 'rtl' ? -1 : 1;
	let y = top;
	return rows
		.map(({ text, reads, size, weight, fill, step, sign }) => {
			y += step;
			const x = start + (sign === undefined ? 0 : forward * 36);
			const anchor = dir === 'rtl' ? ('end' as const) : ('start' as const);
			const line = type.line(text, { x, y, size, weight, fill, anchor, reads }, dir);
			if (sign === undefined) return line;
			const colour = colours.categories[sign.slot % colours.categories.length] ?? colours.ink;
			const drawn = sign.isPlanned
				? { fill: 'none', stroke: colour, 'stroke-width': 3, 'stroke-dasharray': '5 3.4' }
				: { fill: colour };
			const at = `translate(${start + forward * 12} ${y - size * 0.34})`;
			return element('path', { d: shapePath(sign.slot, sign.isPlanned ? 9 : 10), transform: at, ...drawn }) + line;
		})
		.join('');
}

/** px of the strip with the map's credits, in the lower corner away from the words. */
const CREDITS = { size: 14, height: 26, inline: 10, baseline: 8 };

function creditsWidth({ attribution, type }: PictureOptions): number {
	return type.measure(attribution, { size: CREDITS.size, weight: 400 }) + 2 * CREDITS.inline;
}

/** Where it lies on the map, in px of that. */
function attributionBox(options: PictureOptions, viewport: Viewport): Box {
	const [width, height] = [creditsWidth(options) / DENSITY, CREDITS.height / DENSITY];
	return { x: options.dir === 'rtl' ? 0 : viewport.width - width, y: viewport.height - height, width, height };
}

function attributionLine(options: PictureOptions): string {
	const { dir, colours, attribution, type } = options;
	const [width, height] = [creditsWidth(options), CREDITS.height];
	const x = dir === 'rtl' ? 0 : PICTURE.width - width;
	const box = { x, y: PICTURE.height - height, width, height, fill: colours.panel, 'fill-opacity': 0.82 };
	const at = { x: x + CREDITS.inline, y: PICTURE.height - CREDITS.baseline, size: CREDITS.size } as const;
	return element('rect', box) + type.line(attribution, { ...at, weight: 400, fill: colours.muted }, 'ltr');
}
