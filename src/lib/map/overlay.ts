import type { LngLat, PlaceId, PlacePrecision } from '$lib/core/model.ts';
import { arrowHead, bend, greatCircle, swingOf, toPath, type End } from './arcs.ts';
import { labelBox, placeLabels, type Box, type Labelled, type Side } from './labels.ts';
import { nearestCopy, toWorld, type ScreenPoint, type Size, type Viewport, type WorldPoint } from './projection.ts';
import type { Standing } from './roving.ts';
import { spread, type Disc } from './spread.ts';
import type { Tie } from './ties.ts';

/** What of a mark decides where it stands. */
export interface MarkGeometry {
	readonly id: PlaceId;
	readonly point: LngLat;
	/** px, as drawn now. */
	readonly radius: number;
	/** px, at its largest: what is kept free of other marks, so that none moves when a number changes. */
	readonly room: number;
	/** Names are placed in descending order of this. */
	readonly importance: number;
	readonly precision: PlacePrecision;
}

/** Elements of one mark. */
export interface MarkNodes {
	readonly button: HTMLElement;
	readonly label: HTMLElement;
}

/** Elements of one mark below all marks. */
export interface AnchorNodes {
	readonly leader: SVGLineElement;
	readonly dot: SVGCircleElement;
	readonly area: SVGCircleElement;
}

/** Elements of one tie: the line, the arrow's head, and the wide invisible line that the pointer finds. */
export interface TieNodes {
	readonly line: SVGPathElement;
	readonly head: SVGPathElement;
	readonly hit: SVGPathElement;
}

interface DrawnMark extends Labelled {
	readonly mark: MarkGeometry;
	readonly world: WorldPoint;
	readonly trueX: number;
	readonly trueY: number;
}

/** px between two marks. */
const GAP = 4;
/** px that the card of a mark may take. */
const CARD_PX = { width: 220, height: 170 };
/** px from which a mark counts as moved aside. */
const LEADER_FROM = 2;
/** m, of places known to a region or a country only. */
const AREA_METRES: Readonly<Partial<Record<PlacePrecision, number>>> = { region: 60_000, country: 250_000 };
const EARTH_METRES = 40_075_016;

/**
 * Puts marks, names and lines where they belong, for one frame after another, straight on their elements: what they look
 * like is the components' business, where they stand is this one's, and nothing reactive runs while the map moves.
 *
 * The lines are SVG above the map and not layers of it, since they end at the edges of marks, which stand aside of each
 * other by the pixel and by the zoom: as a source they would have to be loaded anew in every frame of a zoom.
 */
export class Overlay {
	/** Boxes in px that names keep clear of. */
	obstacles: readonly Box[] = [];
	/** Circles in px that someone else has drawn; names rather stand elsewhere. */
	others: () => readonly Disc[] = () => [];

	readonly #dir: 'ltr' | 'rtl';
	readonly #markNodes = new Map<PlaceId, MarkNodes>();
	readonly #anchorNodes = new Map<PlaceId, AnchorNodes>();
	readonly #tieNodes = new Map<string, TieNodes>();
	#geometry: readonly MarkGeometry[] = [];
	#standing: readonly Standing<PlaceId>[] = [];
	#drawnTies: readonly Tie[] = [];
	#emphasis: ReadonlySet<string> = new Set();
	readonly #circles = new Map<string, readonly WorldPoint[]>();
	readonly #labelSizes = new Map<PlaceId, Size>();
	readonly #sides = new Map<PlaceId, Side | null>();
	#spread: { readonly discs: readonly ScreenPoint[]; readonly key: string; readonly offsets: readonly ScreenPoint[] } =
		{
			discs: [],
			key: '',
			offsets: []
		};

	constructor(dir: 'ltr' | 'rtl') {
		this.#dir = dir;
	}

	/** The elements to move; the function it returns takes them out again. */
	addMark(id: PlaceId, nodes: MarkNodes): () => void {
		return register(this.#markNodes, id, nodes);
	}

	/** The elements of all that is drawn, in the order of the page. */
	get marks(): readonly MarkNodes[] {
		return this.#geometry.flatMap(({ id }) => this.#markNodes.get(id) ?? []);
	}

	/** Where the marks stood when they were last drawn. */
	get standing(): readonly Standing<PlaceId>[] {
		return this.#standing;
	}

	/** The mark that has the focus. */
	get focused(): PlaceId | null {
		const found = [...this.#markNodes].find(([, { button }]) => button === document.activeElement);
		return found?.[0] ?? null;
	}

	focus(id: PlaceId): void {
		this.#markNodes.get(id)?.button.focus({ preventScroll: true });
	}

	addAnchor(id: PlaceId, nodes: AnchorNodes): () => void {
		return register(this.#anchorNodes, id, nodes);
	}

	addTie(key: string, nodes: TieNodes): () => void {
		return register(this.#tieNodes, key, nodes);
	}

	/** What there is to draw from now on. `emphasis`: keys of the ties that stand out; names keep off these alone. */
	set(geometry: readonly MarkGeometry[], ties: readonly Tie[], emphasis: ReadonlySet<string>): void {
		this.#geometry = geometry;
		this.#drawnTies = ties;
		this.#emphasis = emphasis;
	}

	/** Type has changed: sizes of names are measured anew. */
	forgetSizes(): void {
		this.#labelSizes.clear();
	}

	draw(viewport: Viewport): void {
		this.#measure();
		const drawn = this.#place(viewport);
		this.#standing = drawn.map(({ mark: { id }, x, y }) => ({ id, x, y }));
		for (const mark of drawn) this.#drawMark(mark, viewport);
		const lines = this.#drawTies(drawn, viewport);
		this.#drawLabels(drawn, lines, viewport);
	}

	/** All at once, so that the browser lays out once. */
	#measure(): void {
		for (const [id, { label }] of this.#markNodes) {
			if (this.#labelSizes.has(id) || label.offsetWidth === 0) continue;
			this.#labelSizes.set(id, { width: label.offsetWidth, height: label.offsetHeight });
		}
	}

	#place(viewport: Viewport): readonly DrawnMark[] {
		const middle = toWorld([viewport.camera.lng, viewport.camera.lat]).x;
		const truths = this.#geometry.map((mark) => {
			const world = nearestCopy(toWorld(mark.point), middle);
			return { world, at: viewport.toScreen(world) };
		});
		const offsets = this.#offsets(truths.map(({ at }) => at));
		return this.#geometry.flatMap((mark, i) => {
			const [truth, offset] = [truths[i], offsets[i]];
			if (truth === undefined || offset === undefined) return [];
			const { world, at } = truth;
			const label = this.#labelSizes.get(mark.id) ?? { width: 0, height: 0 };
			return [{ mark, world, trueX: at.x, trueY: at.y, x: at.x + offset.x, y: at.y + offset.y, r: mark.radius, label }];
		});
	}

	/** How far each mark stands aside. Moving the map alone changes none of it. */
	#offsets(discs: readonly ScreenPoint[]): readonly ScreenPoint[] {
		const key = this.#geometry.map(({ id, room }) => `${id} ${room}`).join(' ');
		const last = this.#spread;
		const [first, before] = [discs[0], last.discs[0]];
		if (first === undefined) return [];
		if (key === last.key && before !== undefined) {
			const isSame = discs.every(({ x, y }, i) => {
				const old = last.discs[i] ?? before;
				return Math.hypot(x - first.x - old.x + before.x, y - first.y - old.y + before.y) < 0.01;
			});
			if (isSame) return last.offsets;
		}
		const sized = discs.map(({ x, y }, i) => ({ x, y, r: this.#geometry[i]?.room ?? 0 }));
		const offsets = spread(sized, GAP).map(({ x, y }, i) => {
			const disc = discs[i] ?? first;
			return { x: x - disc.x, y: y - disc.y };
		});
		this.#spread = { discs, key, offsets };
		return offsets;
	}

	#drawMark({ mark, x, y, trueX, trueY }: DrawnMark, viewport: Viewport): void {
		const nodes = this.#markNodes.get(mark.id);
		if (nodes !== undefined) {
			nodes.button.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px)`;
			// Where what opens beside the mark has room.
			nodes.button.toggleAttribute('data-low', y > viewport.height - CARD_PX.height);
			nodes.button.toggleAttribute('data-first', x < CARD_PX.width / 2);
			nodes.button.toggleAttribute('data-last', x > viewport.width - CARD_PX.width / 2);
		}
		const anchor = this.#anchorNodes.get(mark.id);
		if (anchor === undefined) return;
		const isAside = Math.hypot(x - trueX, y - trueY) > LEADER_FROM;
		anchor.leader.setAttribute('visibility', isAside ? 'visible' : 'hidden');
		anchor.dot.setAttribute('visibility', isAside ? 'visible' : 'hidden');
		setLine(anchor.leader, trueX, trueY, x, y);
		setCircle(anchor.dot, trueX, trueY, 2.5);
		const metres = AREA_METRES[mark.precision];
		if (metres === undefined) return;
		const perPx = (EARTH_METRES * Math.cos((mark.point[1] * Math.PI) / 180)) / viewport.scale;
		setCircle(anchor.area, trueX, trueY, Math.max(metres / perPx, mark.room + 10));
	}

	/** Returns points along the lines, for names to keep off. */
	#drawTies(drawn: readonly DrawnMark[], viewport: Viewport): readonly ScreenPoint[] {
		const markById = new Map(drawn.map((mark) => [mark.mark.id, mark]));
		const points: ScreenPoint[] = [];
		for (const tie of this.#drawnTies) {
			const nodes = this.#tieNodes.get(tie.key);
			const [from, to] = [markById.get(tie.from), markById.get(tie.to)];
			if (nodes === undefined) continue;
			const lines = from === undefined || to === undefined ? [] : this.#lines(tie, from, to, viewport);
			const parts = lines.map((line) => (tie.kind === 'journey' ? arrowHead(line) : { d: '', shaft: line }));
			nodes.line.setAttribute('d', parts.map(({ shaft }) => toPath(shaft)).join(''));
			nodes.hit.setAttribute('d', lines.map(toPath).join(''));
			nodes.head.setAttribute('d', parts.map(({ d }) => d).join(''));
			if (this.#emphasis.size === 0 || this.#emphasis.has(tie.key)) points.push(...lines.flat());
		}
		return points;
	}

	/** One line, or two that leave the picture where the places stand on different sides of it. */
	#lines(tie: Tie, from: DrawnMark, to: DrawnMark, viewport: Viewport): readonly (readonly ScreenPoint[])[] {
		const circle = this.#circle(tie, from, to);
		const [first, last] = [circle[0], circle.at(-1)];
		if (first === undefined || last === undefined) return [];
		const fromShift = from.world.x - first.x;
		const toShift = to.world.x - last.x;
		const isWhole = Math.abs(fromShift - toShift) < 0.5;
		return (isWhole ? [fromShift] : [fromShift, toShift]).map((shift) => {
			const line = circle.map(({ x, y }) => viewport.toScreen({ x: x + shift, y }));
			const [start, end] = [line[0] ?? from, line.at(-1) ?? to];
			const chord = Math.hypot(end.x - start.x, end.y - start.y);
			const swing = swingOf(tie.lane, tie.lanes, chord) * (tie.from < tie.to ? 1 : -1);
			const isAt = (mark: DrawnMark, point: ScreenPoint): End => {
				const isThere = Math.abs(mark.trueX - point.x) < 1;
				const { x, y } = point;
				if (!isThere) return { x, y, dx: 0, dy: 0, r: -1 };
				return { x, y, dx: mark.x - mark.trueX, dy: mark.y - mark.trueY, r: mark.r };
			};
			return bend(line, isAt(from, start), isAt(to, end), swing);
		});
	}

	#circle(tie: Tie, from: DrawnMark, to: DrawnMark): readonly WorldPoint[] {
		const key = `${tie.from} ${tie.to}`;
		const circle = this.#circles.get(key) ?? greatCircle(from.mark.point, to.mark.point);
		this.#circles.set(key, circle);
		return circle;
	}

	#drawLabels(drawn: readonly DrawnMark[], lines: readonly ScreenPoint[], viewport: Viewport): void {
		const ordered = drawn.toSorted((a, b) => b.mark.importance - a.mark.importance);
		const previous = ordered.map(({ mark }) => this.#sides.get(mark.id) ?? null);
		const avoided = drawn.length === 0 ? lines : [...lines, ...this.others().flatMap(pointsOf)];
		const sides = placeLabels(ordered, this.obstacles, avoided, viewport, this.#dir, previous);
		ordered.forEach((mark, i) => {
			const { id } = mark.mark;
			const side = sides[i] ?? null;
			this.#sides.set(id, side);
			const label = this.#markNodes.get(id)?.label;
			if (label === undefined) return;
			label.style.visibility = side === null ? 'hidden' : '';
			if (side === null) return;
			const { x, y } = labelBox(mark, side);
			label.style.transform = `translate(${(x - mark.x).toFixed(1)}px, ${(y - mark.y).toFixed(1)}px)`;
		});
	}
}

/** Some points of a circle: enough for a name to meet one of them. */
function pointsOf({ x, y, r }: Disc): readonly ScreenPoint[] {
	const steps = [-0.7, 0, 0.7].map((share) => share * r);
	return steps.flatMap((dx) => steps.map((dy) => ({ x: x + dx, y: y + dy })));
}

function register<K, V>(nodes: Map<K, V>, key: K, value: V): () => void {
	nodes.set(key, value);
	return () => {
		if (nodes.get(key) === value) nodes.delete(key);
	};
}

function setLine(line: SVGLineElement, x1: number, y1: number, x2: number, y2: number): void {
	line.setAttribute('x1', x1.toFixed(1));
	line.setAttribute('y1', y1.toFixed(1));
	line.setAttribute('x2', x2.toFixed(1));
	line.setAttribute('y2', y2.toFixed(1));
}

function setCircle(circle: SVGCircleElement, x: number, y: number, r: number): void {
	circle.setAttribute('cx', x.toFixed(1));
	circle.setAttribute('cy', y.toFixed(1));
	circle.setAttribute('r', r.toFixed(1));
}
