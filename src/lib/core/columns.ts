import type { Interval } from './interval.ts';
import { PLACE_ROLES, type PlaceRole } from './model.ts';

/**
 * The events of a dataset in typed arrays: all that counting and filtering ask for at any size, and no text. A row
 * is a number from 0 up to and without `rows`; rows are in list order (start, end, id), undated events last. Lists of a row
 * are one after the other: those of row `i` stand from `xAt[i]` up to and without `xAt[i + 1]`. Nothing in it is ever
 * written to; it can be handed to a worker.
 */
export interface Columns {
	readonly rows: number;
	/** As in `CatalogueEvent`: ms, for ordering and drawing; infinite for open, unknown and undated sides. */
	readonly start: Float64Array;
	readonly end: Float64Array;
	/** `matches`: what a window is compared with. ms, half-open, infinite for open sides; those of one row sorted and apart. */
	readonly matchAt: Uint32Array;
	readonly matchStart: Float64Array;
	readonly matchEnd: Float64Array;
	/** Sure spans, as in `SureSpan`, both rising within a row; none for what is only planned. */
	readonly sureAt: Uint32Array;
	readonly begunBy: Float64Array;
	readonly lastsTo: Float64Array;
	/** Index in `dataset.categories`. */
	readonly category: Uint8Array;
	/** Index in `STATUSES`. */
	readonly status: Uint8Array;
	/** Indices in `dataset.places`, each once a row. */
	readonly placeAt: Uint32Array;
	readonly place: Uint32Array;
	/** Beside each of `place`: its roles in the event, bit `1 << index in PLACE_ROLES` for each. */
	readonly roles: Uint8Array;
	/** Indices in `dataset.actors`, each once a row. */
	readonly actorAt: Uint32Array;
	readonly actor: Uint32Array;
	/** Indices in `dataset.sources`, each once a row. */
	readonly sourceAt: Uint32Array;
	readonly source: Uint32Array;
	/** As in `CatalogueEvent`: end (exclusive, ms) of the day on which the first dated report was out; infinite: not known. */
	readonly reportedBy: Float64Array;
}

/** Whether a window touches one row, by its matches. */
export function touches({ matchAt, matchStart, matchEnd }: Columns, row: number, { start, end }: Interval): boolean {
	const last = matchAt[row + 1] ?? 0;
	for (let at = matchAt[row] ?? 0; at < last; at++) {
		const [begin, until] = [matchStart[at] ?? NaN, matchEnd[at] ?? NaN];
		if (begin < end && until > start && begin < until && start < end) return true;
	}
	return false;
}

export function roleBit(role: PlaceRole): number {
	return 1 << PLACE_ROLES.indexOf(role);
}
