import { roleBit, type Columns } from '$lib/core/columns.ts';
import { STATUSES, type Place, type PlaceId, type PlaceRole } from '$lib/core/model.ts';

/** `journey` has a direction, `between` has none, `about` leads from what is talked about to where. */
export type TieKind = 'journey' | 'between' | 'about';

/** A line between two places that one event draws. */
export interface Tie {
	readonly key: string;
	/** Of its event. */
	readonly row: number;
	readonly kind: TieKind;
	readonly from: PlaceId;
	readonly to: PlaceId;
	readonly isPlanned: boolean;
	/** Which of the ties between the same two places it is, and of how many, the whole dataset counted. */
	readonly lane: number;
	readonly lanes: number;
}

/** A call among more places than this is drawn from place to place, not from each to each. */
const MAX_MESH = 4;

/**
 * All lines of some rows. Lanes are counted over everything given, listed or not, so that no line moves when another comes
 * or goes with the filter.
 */
export function tiesOf(columns: Columns, rows: Iterable<number>, places: readonly Place[]): readonly Tie[] {
	const ties = [...rows].flatMap((row) => tiesOfRow(columns, row, places));
	const lanes = new Map<string, number>();
	for (const tie of ties) lanes.set(pairOf(tie), (lanes.get(pairOf(tie)) ?? 0) + 1);
	const used = new Map<string, number>();
	return ties.map((tie) => {
		const pair = pairOf(tie);
		const lane = used.get(pair) ?? 0;
		used.set(pair, lane + 1);
		return { ...tie, lane, lanes: lanes.get(pair) ?? 1 };
	});
}

type Untangled = Omit<Tie, 'lane' | 'lanes'>;

function tiesOfRow(
	{ placeAt, place, roles, status }: Columns,
	row: number,
	all: readonly Place[]
): readonly Untangled[] {
	const [first, last] = [placeAt[row] ?? 0, placeAt[row + 1] ?? 0];
	if (last - first < 2) return [];
	const places = Array.from(place.subarray(first, last), (index) => all[index]?.id);
	const withRole = (role: PlaceRole): readonly PlaceId[] =>
		places.flatMap((id, i) => (id !== undefined && ((roles[first + i] ?? 0) & roleBit(role)) !== 0 ? id : []));
	const [at, from, to, between] = [withRole('at'), withRole('from'), withRole('to'), withRole('between')];
	const goals = to.length > 0 ? to : at;
	const journeys = from.flatMap((start) => goals.map((goal) => [start, goal] as const));
	const home = [at, to, between, from].find((places) => places.length > 0)?.[0];
	const topics = home === undefined ? [] : withRole('about').map((topic) => [topic, home] as const);
	const tie =
		(kind: TieKind) =>
		([start, end]: readonly [PlaceId, PlaceId]): Untangled => ({
			key: `${row} ${kind} ${start} ${end}`,
			row,
			kind,
			from: start,
			to: end,
			isPlanned: STATUSES[status[row] ?? 0] === 'planned'
		});
	return [...journeys.map(tie('journey')), ...pairs(between).map(tie('between')), ...topics.map(tie('about'))].filter(
		({ from: start, to: end }) => start !== end
	);
}

function pairs(places: readonly PlaceId[]): readonly (readonly [PlaceId, PlaceId])[] {
	return places.flatMap((a, i) => {
		const others = places.length > MAX_MESH ? places.slice(i + 1, i + 2) : places.slice(i + 1);
		return others.map((b) => [a, b] as const);
	});
}

function pairOf({ from, to }: Untangled): string {
	return from < to ? `${from} ${to}` : `${to} ${from}`;
}
