import type { PlacePrecision } from '$lib/core/model.ts';
import { touches, touchesDisc, type Box } from '$lib/map/labels.ts';
import { numberSize, ringWidth } from '$lib/map/marks.ts';
import type { ScreenPoint, Viewport } from '$lib/map/projection.ts';
import { element } from '$lib/ui/markup.ts';
import { shapePath } from '$lib/ui/shapes.ts';
import type { BasemapShapes } from './basemap.ts';
import type { ContentMark, ContentTie } from './content.ts';
import { layOut, type DrawnMark, type DrawnTie, type Scene, type SceneMark } from './scene.ts';
import type { Typesetter } from './typeset.ts';

export interface MapColours {
	readonly panel: string;
	readonly ink: string;
	readonly muted: string;
	readonly land: string;
	readonly water: string;
	readonly coast: string;
	readonly river: string;
	readonly border: string;
	readonly label: string;
	/** By slot. */
	readonly categories: readonly string[];
}

export interface MapOptions {
	readonly marks: readonly ContentMark[];
	readonly ties: readonly ContentTie[];
	readonly dir: 'ltr' | 'rtl';
	readonly colours: MapColours;
	readonly countryNames: ReadonlyMap<string, string>;
	readonly type: Typesetter;
	/** px that names keep clear of. */
	readonly obstacles: readonly Box[];
}

interface Mark extends SceneMark {
	readonly content: ContentMark;
}

/** px of type on the map. */
const NAME = { size: 13.5, weight: 600 } as const;
const COUNTRY = { size: 10.5, weight: 400 } as const;
/** A name's box for each px of its type. */
const NAME_HEIGHT = 1.35;
/** Where letters stand in the box. */
const BASELINE = 0.36;
/** px between two segments of a ring. */
const SEGMENT_GAP = 1.6;
/** px round the name of a country that stay free of all else. */
const COUNTRY_ROOM = 6;

/** A map as SVG, in px of the viewport: land and water, lines, marks and names. */
export function drawMap(options: MapOptions, viewport: Viewport, basemap: BasemapShapes): string {
	const { marks, ties, dir, colours, type } = options;
	const placed = marks.map((content): Mark => {
		const { place, name, radius, importance } = content;
		const width = name === '' || !type.canSet(name) ? 0 : type.measure(name, NAME);
		const label = { width, height: width === 0 ? 0 : NAME.size * NAME_HEIGHT };
		const precision: PlacePrecision = place.precision ?? 'exact';
		return { id: place.id, point: place.point, precision, radius, importance, label, content };
	});
	const isCrowd = marks.every(({ sign }) => sign.kind === 'dot') && marks.length > 1;
	const scene = layOut(placed, ties, viewport, dir, options.obstacles, !isCrowd);
	return [
		drawBasemap(basemap, viewport, colours),
		drawCountries(options, basemap, viewport, scene),
		scene.marks.map((mark) => drawArea(mark, colours)).join(''),
		scene.ties.map((tie) => drawTie(tie, colours)).join(''),
		scene.marks.map((mark) => drawLeader(mark, colours)).join(''),
		scene.marks.map((mark) => drawMark(mark, options)).join(''),
		scene.marks.map((mark) => drawName(mark, options)).join('')
	].join('');
}

function drawBasemap(shapes: BasemapShapes, { width, height }: Viewport, colours: MapColours): string {
	const line = (d: string, stroke: string, size: number, dashes?: string): string =>
		d === ''
			? ''
			: element('path', {
					d,
					fill: 'none',
					stroke,
					'stroke-width': size,
					'stroke-linejoin': 'round',
					'stroke-dasharray': dashes
				});
	const area = (d: string, fill: string): string => (d === '' ? '' : element('path', { d, fill }));
	return [
		element('rect', { width, height, fill: colours.water }),
		area(shapes.land, colours.land),
		line(shapes.coast, colours.coast, 0.6),
		line(shapes.rivers, colours.river, 0.7),
		area(shapes.lakes, colours.water),
		line(shapes.shores, colours.coast, 0.4),
		line(shapes.borders, colours.border, 0.8),
		line(shapes.disputed, colours.border, 0.8, '3 2.5')
	].join('');
}

/** Names of countries where there is room for them, the largest countries first. */
function drawCountries(
	{ countryNames, colours, type, obstacles, dir }: MapOptions,
	{ countries }: BasemapShapes,
	viewport: Viewport,
	{ marks, lines }: Scene<Mark, ContentTie>
): string {
	const taken: Box[] = [...obstacles, ...marks.flatMap(({ name }) => (name === null ? [] : [name]))];
	return countries
		.map(({ code, x, y }) => {
			const name = countryNames.get(code);
			if (name === undefined || !type.canSet(name)) return '';
			const [width, height] = [type.measure(name, COUNTRY), COUNTRY.size * NAME_HEIGHT];
			const room = COUNTRY_ROOM;
			const box = {
				x: x - width / 2 - room,
				y: y - height / 2 - room,
				width: width + 2 * room,
				height: height + 2 * room
			};
			const isInside =
				box.x >= 0 && box.y >= 0 && box.x + box.width <= viewport.width && box.y + box.height <= viewport.height;
			const isHit = marks.some((mark) => touchesDisc(box, { ...mark, r: mark.mark.radius }));
			if (!isInside || isHit || taken.some((other) => touches(box, other))) return '';
			if (lines.some((line) => crosses(line, box))) return '';
			taken.push(box);
			const at = { x, y: y + COUNTRY.size * BASELINE, anchor: 'middle', fill: colours.label } as const;
			return type.line(name, { ...COUNTRY, ...at, halo: { colour: colours.land, width: 2 } }, dir);
		})
		.join('');
}

/** Whether a line comes into a box; its points may be further apart than that is wide. */
function crosses(line: readonly ScreenPoint[], { x, y, width, height }: Box): boolean {
	return line.some((end, i) => {
		const start = line[i - 1] ?? end;
		const steps = Math.ceil(Math.hypot(end.x - start.x, end.y - start.y) / 4) + 1;
		return Array.from({ length: steps }, (_, step) => (step + 1) / steps).some((t) => {
			const [px, py] = [start.x + (end.x - start.x) * t, start.y + (end.y - start.y) * t];
			return px > x && px < x + width && py > y && py < y + height;
		});
	});
}

function drawArea({ trueX, trueY, area }: DrawnMark<Mark>, { muted }: MapColours): string {
	if (area === 0) return '';
	const line = { stroke: muted, 'stroke-opacity': 0.5, 'stroke-dasharray': '2 4' };
	return element('circle', { cx: trueX, cy: trueY, r: area, fill: muted, 'fill-opacity': 0.16, ...line });
}

function drawTie({ tie, line, head }: DrawnTie<ContentTie>, { categories }: MapColours): string {
	const colour = categories[tie.slot % categories.length];
	const dashes =
		tie.kind === 'about'
			? { 'stroke-width': 1.8, 'stroke-linecap': 'round', 'stroke-dasharray': '0.1 5' }
			: { 'stroke-width': 2, 'stroke-dasharray': tie.isPlanned ? '5 4' : undefined };
	if (line === '') return '';
	const drawn = element('path', { d: line, fill: 'none', stroke: colour, 'stroke-linejoin': 'round', ...dashes });
	return head === '' ? drawn : drawn + element('path', { d: head, fill: colour });
}

function drawLeader({ isAside, trueX, trueY, x, y }: DrawnMark<Mark>, { ink, land }: MapColours): string {
	if (!isAside) return '';
	const line = element('line', { x1: trueX, y1: trueY, x2: x, y2: y, stroke: ink, 'stroke-width': 1.25 });
	return line + element('circle', { cx: trueX, cy: trueY, r: 2.5, fill: ink, stroke: land, 'stroke-width': 1 });
}

function drawMark({ mark, x, y }: DrawnMark<Mark>, options: MapOptions): string {
	const { colours, type } = options;
	const { sign, radius } = mark.content;
	const colourOf = (slot: number): string => colours.categories[slot % colours.categories.length] ?? colours.ink;
	if (sign.kind === 'dot') {
		const dot = { r: radius, fill: colours.ink, 'fill-opacity': 0.72, stroke: colours.land, 'stroke-width': 0.6 };
		return element('circle', { cx: x, cy: y, ...dot });
	}
	const width = ringWidth(radius);
	const middle = radius - width / 2;
	const disc = element('circle', { r: radius, fill: colours.panel, stroke: colours.panel, 'stroke-width': 3 });
	const ring = (attributes: Readonly<Record<string, string | number | undefined>>): string =>
		element('circle', { r: middle, fill: 'none', 'stroke-width': width, ...attributes });
	let content: string;
	if (sign.kind === 'count') {
		const turn = 2 * Math.PI * middle;
		const gap = sign.segments.length > 1 ? SEGMENT_GAP : 0;
		const size = numberSize(radius, sign.text.length);
		content =
			sign.segments
				.map(({ slot, start, length }) =>
					ring({
						stroke: colourOf(slot),
						transform: `rotate(${(start * 360 - 90 + ((gap / 2) * 360) / turn).toFixed(2)})`,
						'stroke-dasharray': `${Math.max(length * turn - gap, 0.5).toFixed(2)} ${turn.toFixed(2)}`
					})
				)
				.join('') +
			type.line(
				sign.text,
				{ x: 0, y: size * BASELINE, size, weight: 600, fill: colours.ink, anchor: 'middle' },
				options.dir
			);
	} else {
		const colour = colourOf(sign.slot);
		const dashes = sign.isAbout ? '0.1 4.2' : sign.isPlanned ? '4.5 3' : undefined;
		const hollow = { fill: 'none', stroke: colour, 'stroke-width': 1.6 };
		content =
			ring({ stroke: colour, 'stroke-dasharray': dashes, 'stroke-linecap': sign.isAbout ? 'round' : undefined }) +
			element('path', {
				d: shapePath(sign.slot, radius * (sign.isPlanned ? 0.36 : 0.4)),
				...(sign.isPlanned || sign.isAbout ? hollow : { fill: colour })
			});
	}
	return element('g', { transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})` }, disc + content);
}

function drawName({ mark, name }: DrawnMark<Mark>, { colours, type, dir }: MapOptions): string {
	if (name === null) return '';
	const at = {
		x: name.x + name.width / 2,
		y: name.y + name.height / 2 + NAME.size * BASELINE,
		anchor: 'middle'
	} as const;
	return type.line(
		mark.content.name,
		{ ...NAME, ...at, fill: colours.ink, halo: { colour: colours.land, width: 3.2 } },
		dir
	);
}
