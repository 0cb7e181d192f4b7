import type { Catalogue, CatalogueEvent } from '$lib/core/catalogue.ts';
import type { EdtfDate, EdtfPeriod, EdtfRange } from '$lib/core/edtf-types.ts';
import { MAX_INSTANT, startOf } from '$lib/core/instant.ts';
import { hull, overlaps, type Interval } from '$lib/core/interval.ts';

/** One period of a date as it is drawn. ms UTC, half-open, within what a `Date` reaches. */
export interface Piece extends Interval {
	/** A day or less is a point, anything longer a bar as wide as itself. */
	readonly kind: 'point' | 'bar';
	readonly approximate: boolean;
	readonly uncertain: boolean;
	/** Only a report gives it; the date that the editor adopted lies elsewhere. */
	readonly claimed: boolean;
}

/**
 * How the pieces hang together: `run` lasts from the first to the last, `one` is one of them, `all` is each of them,
 * `dispute` is dates that reports disagree about.
 */
export type Join = 'none' | 'run' | 'one' | 'all' | 'dispute';
export type Side = 'none' | 'open' | 'unknown';

/** What an event looks like on any axis. `pieces` are sorted and never empty. */
export interface Drawing {
	readonly pieces: readonly Piece[];
	readonly join: Join;
	readonly before: Side;
	readonly after: Side;
}

/** More pieces than this (`2024-XX-XX` by the day) are drawn as the one stretch that holds them. */
const MAX_PIECES = 16;

/** `null`: undated, or further off than any axis reaches. */
export function drawingOf(item: CatalogueEvent, dateOf: Catalogue['dateOf']): Drawing | null {
	if (item.when === null) return null;
	const drawing = drawDate(item.when);
	if (drawing === null || item.claimDates !== 'disagree') return drawing;
	const claimed = item.event.claims.flatMap((claim) =>
		claim.when === undefined ? [] : claimedPieces(dateOf(claim.when))
	);
	const others = claimed.filter((piece) => !drawing.pieces.some((own) => overlaps(own, piece)));
	return { ...drawing, pieces: sorted([...drawing.pieces, ...others]), join: 'dispute' };
}

/** What a drawing takes of the axis: each piece with its faded edges, and all that a run lasts; never an open side. */
export function contentOf({ pieces, join }: Drawing): readonly Interval[] {
	const spans = pieces.map(fadedSpan);
	const whole = join === 'run' && spans.length > 1 ? hull(spans) : null;
	return whole === null ? spans : [...spans, whole];
}

/** An approximate piece fades over half its own length on both sides. */
export function fadedSpan(piece: Piece): Interval {
	const fade = piece.approximate ? (piece.end - piece.start) / 2 : 0;
	return { start: Math.max(piece.start - fade, -MAX_INSTANT), end: Math.min(piece.end + fade, MAX_INSTANT) };
}

function drawDate({ node, unit }: EdtfDate): Drawing | null {
	const draw = (periods: readonly Piece[], join: Join, before: Side = 'none', after: Side = 'none') =>
		periods.length === 0
			? null
			: { pieces: sorted(periods), join: periods.length === 1 ? 'none' : join, before, after };
	if (node.type === 'period') return draw(piecesOf(node, unit), 'one');
	if (node.type === 'set') {
		const pieces = node.members.flatMap((member) =>
			member.type === 'range' ? rangePieces(member, unit) : piecesOf(member, unit)
		);
		const first = node.members[0];
		const last = node.members.at(-1);
		const before = first?.type === 'range' && first.start === 'open' ? 'open' : 'none';
		const after = last?.type === 'range' && last.end === 'open' ? 'open' : 'none';
		return draw(bounded(pieces), node.choice, before, after);
	}
	const { start, end } = node;
	const known = [start, end].flatMap((side) => (typeof side === 'string' ? [] : stretch(piecesOf(side, unit))));
	const same = known[0]?.start === known[1]?.start && known[0]?.end === known[1]?.end;
	return draw(
		same ? known.slice(0, 1) : known,
		'run',
		typeof start === 'string' ? start : 'none',
		typeof end === 'string' ? end : 'none'
	);
}

function claimedPieces(date: EdtfDate): readonly Piece[] {
	const pieces = drawDate(date)?.pieces ?? [];
	return pieces.map((piece) => ({ ...piece, claimed: true }));
}

function rangePieces({ start, end }: EdtfRange, unit: EdtfDate['unit']): readonly Piece[] {
	return stretch([start, end].flatMap((side) => (side === 'open' ? [] : piecesOf(side, unit))));
}

function piecesOf(period: EdtfPeriod, unit: EdtfDate['unit']): readonly Piece[] {
	const { approximate, uncertain, precision } = period;
	const kind = precision === 'day' || precision === 'second' ? ('point' as const) : ('bar' as const);
	const pieces = period.intervals.flatMap(({ start, end }) => {
		const from = unit === 'year' ? startOf(start) : start;
		const to = unit === 'year' ? startOf(end) : end;
		if (from >= MAX_INSTANT || to <= -MAX_INSTANT) return [];
		const span = { start: Math.max(from, -MAX_INSTANT), end: Math.min(to, MAX_INSTANT) };
		return [{ ...span, kind, approximate, uncertain, claimed: false }];
	});
	return bounded(pieces);
}

function bounded(pieces: readonly Piece[]): readonly Piece[] {
	return pieces.length > MAX_PIECES ? stretch(pieces) : pieces;
}

/** One piece from the first start to the last end. */
function stretch(pieces: readonly Piece[]): readonly Piece[] {
	const [first] = pieces;
	const whole = hull(pieces);
	if (first === undefined || whole === null || pieces.length === 1) return pieces;
	const any = (test: (piece: Piece) => boolean): boolean => pieces.some(test);
	return [
		{
			...whole,
			kind: 'bar',
			approximate: any((piece) => piece.approximate),
			uncertain: any((piece) => piece.uncertain),
			claimed: first.claimed
		}
	];
}

function sorted(pieces: readonly Piece[]): readonly Piece[] {
	const unique = new Map(pieces.map((piece) => [`${piece.start}/${piece.end}`, piece]));
	return [...unique.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
