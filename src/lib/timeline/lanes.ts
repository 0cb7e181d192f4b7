/** What a mark takes of its lane, px, `x0 <= x1`. */
export interface Extent {
	readonly x0: number;
	readonly x1: number;
}

export interface LaneRequest extends Extent {
	/** Width of its label, px; 0 for none. */
	readonly labelPx: number;
}

export interface LanePlace {
	/** From 0, the one next to the axis. */
	readonly lane: number;
	/** On which side of the mark its label stands, in the coordinates of the request; `none` when there is no room. */
	readonly label: 'none' | 'right' | 'left';
}

export interface LaneOptions {
	readonly lanes: number;
	readonly widthPx: number;
	/** Least distance between two neighbours in a lane. */
	readonly gapPx: number;
	/** Between a mark and its own label. */
	readonly labelGapPx: number;
}

/**
 * Packs marks into as few lanes as they need, first come first served from the left, then gives labels the room that is
 * left: beside the mark where it lies, else in an emptier lane. Nothing overlaps, labels included. `null`: no room.
 * The answer is in the order of the requests.
 */
export function packLanes(requests: readonly LaneRequest[], options: LaneOptions): readonly (LanePlace | null)[] {
	const lanes: Occupied[] = Array.from({ length: options.lanes }, () => new Occupied(options.gapPx));
	const order = requests.map((request, index) => ({ request, index }));
	order.sort((a, b) => a.request.x0 - b.request.x0 || b.request.x1 - a.request.x1 || a.index - b.index);
	const places: (LanePlace | null)[] = requests.map(() => null);
	for (const { request, index } of order) {
		const lane = lanes.findIndex((occupied) => occupied.isFree(request));
		if (lane < 0) continue;
		lanes[lane]?.take(request);
		places[index] = { lane, label: 'none' };
	}
	for (const { request, index } of order) {
		const place = places[index];
		if (place !== undefined && place !== null && request.labelPx > 0) {
			places[index] = withLabel(request, place, lanes, options);
		}
	}
	return places;
}

/** Where the label of a mark lies, px. */
export function labelExtent(request: LaneRequest, side: 'right' | 'left', labelGapPx: number): Extent {
	const reach = labelGapPx + request.labelPx;
	return side === 'right'
		? { x0: request.x1 + labelGapPx, x1: request.x1 + reach }
		: { x0: request.x0 - reach, x1: request.x0 - labelGapPx };
}

function withLabel(
	request: LaneRequest,
	place: LanePlace,
	lanes: readonly Occupied[],
	{ widthPx, labelGapPx }: LaneOptions
): LanePlace {
	const own = lanes[place.lane];
	if (own === undefined) return place;
	own.release(request);
	const order = [place.lane, ...lanes.keys()].filter((lane, i, all) => all.indexOf(lane) === i);
	for (const lane of order) {
		for (const label of ['right', 'left'] as const) {
			const extent = labelExtent(request, label, labelGapPx);
			if (extent.x0 < 0 || extent.x1 > widthPx) continue;
			const whole = { x0: Math.min(request.x0, extent.x0), x1: Math.max(request.x1, extent.x1) };
			if (lanes[lane]?.isFree(whole) !== true) continue;
			lanes[lane].take(whole);
			return { lane, label };
		}
	}
	own.take(request);
	return place;
}

/** The extents taken in one lane, sorted and apart. */
class Occupied {
	readonly #gapPx: number;
	readonly #taken: Extent[] = [];

	constructor(gapPx: number) {
		this.#gapPx = gapPx;
	}

	isFree({ x0, x1 }: Extent): boolean {
		const at = this.#indexAfter(x0);
		const before = this.#taken[at - 1];
		const after = this.#taken[at];
		return (
			(before === undefined || before.x1 + this.#gapPx <= x0) && (after === undefined || x1 + this.#gapPx <= after.x0)
		);
	}

	take(extent: Extent): void {
		this.#taken.splice(this.#indexAfter(extent.x0), 0, extent);
	}

	release({ x0 }: Extent): void {
		this.#taken.splice(this.#indexAfter(x0) - 1, 1);
	}

	/** Of the first one that begins after `x0`. */
	#indexAfter(x0: number): number {
		let low = 0;
		let high = this.#taken.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#taken[middle]?.x0 ?? Infinity) <= x0) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
