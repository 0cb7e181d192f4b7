import type { LngLat, PlaceId, PlacePrecision } from '$lib/core/model.ts';
import { arrowHead, bend, greatCircle, swingOf, toPath } from '$lib/map/arcs.ts';
import { labelBox, placeLabels, type Box } from '$lib/map/labels.ts';
import { nearestCopy, toWorld, type ScreenPoint, type Size, type Viewport } from '$lib/map/projection.ts';
import { spread } from '$lib/map/spread.ts';
import type { Tie } from '$lib/map/ties.ts';

/** A place of a picture. */
export interface SceneMark {
	readonly id: PlaceId;
	readonly point: LngLat;
	readonly precision: PlacePrecision;
	/** px. */
	readonly radius: number;
	/** Names are placed in descending order of this. */
	readonly importance: number;
	/** px of its name; of no size: it has none. */
	readonly label: Size;
}

/** A mark where it is drawn. px. */
export interface DrawnMark<Mark extends SceneMark> extends ScreenPoint {
	readonly mark: Mark;
	/** Where its place is: marks stand aside of each other. */
	readonly trueX: number;
	readonly trueY: number;
	readonly isAside: boolean;
	/** Radius in px of where it may be; 0: it is known well enough for a point. */
	readonly area: number;
	/** Of its name; `null`: there was no room. */
	readonly name: Box | null;
}

export interface DrawnTie<Line extends Tie> {
	readonly tie: Line;
	/** `d` of the line and of the arrow's head, which may be empty. */
	readonly line: string;
	readonly head: string;
}

export interface Scene<Mark extends SceneMark, Line extends Tie> {
	readonly marks: readonly DrawnMark<Mark>[];
	readonly ties: readonly DrawnTie<Line>[];
	/** px: each of the ties as a line. */
	readonly lines: readonly (readonly ScreenPoint[])[];
}

/** px between two marks. */
const GAP = 4;
/** px from which a mark counts as moved aside. */
const LEADER_FROM = 2;
/** m, of places known to a region or a country only. */
const AREA_METRES: Readonly<Partial<Record<PlacePrecision, number>>> = { region: 60_000, country: 250_000 };
const EARTH_METRES = 40_075_016;

/**
 * Where marks, their names and the lines between them stand in a picture: by the same rules as on the page, without a page.
 *
 * @param obstacles Boxes in px that names keep clear of.
 * @param isApart No mark lies over another; a crowd of dots may.
 */
export function layOut<Mark extends SceneMark, Line extends Tie>(
	marks: readonly Mark[],
	ties: readonly Line[],
	viewport: Viewport,
	dir: 'ltr' | 'rtl',
	obstacles: readonly Box[],
	isApart: boolean
): Scene<Mark, Line> {
	const placed = place(marks, viewport, isApart);
	const byId = new Map(placed.map((mark) => [mark.mark.id, mark]));
	const drawn = ties.flatMap((tie) => {
		const [from, to] = [byId.get(tie.from), byId.get(tie.to)];
		return from === undefined || to === undefined ? [] : [{ tie, points: lineOf(tie, from, to, viewport) }];
	});
	const linePoints = drawn.flatMap(({ points }) => points);
	const named = placed.toSorted((a, b) => b.mark.importance - a.mark.importance);
	const labelled = named.map(({ mark, x, y }) => ({ x, y, r: mark.radius, label: mark.label }));
	const sides = placeLabels(labelled, obstacles, linePoints, viewport, dir);
	const names = new Map<PlaceId, Box>();
	named.forEach(({ mark }, i) => {
		const [side, at] = [sides[i] ?? null, labelled[i]];
		if (side !== null && at !== undefined && mark.label.width > 0) names.set(mark.id, labelBox(at, side));
	});
	return {
		marks: placed.map((mark) => ({ ...mark, name: names.get(mark.mark.id) ?? null })),
		ties: drawn.map(({ tie, points }) => {
			const { d, shaft } = tie.kind === 'journey' ? arrowHead(points) : { d: '', shaft: points };
			return { tie, line: toPath(shaft), head: d };
		}),
		lines: drawn.map(({ points }) => points)
	};
}

type Placed<Mark extends SceneMark> = Omit<DrawnMark<Mark>, 'name'> & { readonly worldX: number };

function place<Mark extends SceneMark>(
	marks: readonly Mark[],
	viewport: Viewport,
	isApart: boolean
): readonly Placed<Mark>[] {
	const middle = toWorld([viewport.camera.lng, viewport.camera.lat]).x;
	const truths = marks.map(({ point }) => nearestCopy(toWorld(point), middle));
	const discs = truths.map((world, i) => ({ ...viewport.toScreen(world), r: marks[i]?.radius ?? 0 }));
	const apart: readonly ScreenPoint[] = isApart ? spread(discs, GAP) : discs;
	return marks.flatMap((mark, i) => {
		const [world, truth, at] = [truths[i], discs[i], apart[i]];
		if (world === undefined || truth === undefined || at === undefined) return [];
		const metres = AREA_METRES[mark.precision] ?? 0;
		const perPx = (EARTH_METRES * Math.cos((mark.point[1] * Math.PI) / 180)) / viewport.scale;
		const isAside = Math.hypot(at.x - truth.x, at.y - truth.y) > LEADER_FROM;
		const area = metres === 0 ? 0 : Math.max(metres / perPx, mark.radius + 10);
		return [{ mark, x: at.x, y: at.y, trueX: truth.x, trueY: truth.y, isAside, area, worldX: world.x }];
	});
}

function lineOf<Mark extends SceneMark>(
	tie: Tie,
	from: Placed<Mark>,
	to: Placed<Mark>,
	viewport: Viewport
): readonly ScreenPoint[] {
	const circle = greatCircle(from.mark.point, to.mark.point);
	const shift = from.worldX - (circle[0]?.x ?? 0);
	const line = circle.map(({ x, y }) => viewport.toScreen({ x: x + shift, y }));
	const chord = Math.hypot(to.trueX - from.trueX, to.trueY - from.trueY);
	const swing = swingOf(tie.lane, tie.lanes, chord) * (tie.from < tie.to ? 1 : -1);
	const end = ({ trueX: x, trueY: y, mark, ...at }: Placed<Mark>) => ({
		x,
		y,
		dx: at.x - x,
		dy: at.y - y,
		r: mark.radius
	});
	return bend(line, end(from), end(to), swing);
}
