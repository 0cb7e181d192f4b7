import { isListed } from '$lib/core/gone.ts';
import type { PicturedSite } from '$lib/publish/preview.ts';
import type { PageDataset } from '../start.ts';

/** Events and places with pictures of their own, at most: each takes about a tenth of a second a language once, and 80 kB. */
const MAX_PICTURED = 300;

/** Ids of events and places with pictures of their own; none of a dataset that has too many of them, or that comes in pages. */
export interface Pictured {
	readonly events: ReadonlySet<string>;
	readonly places: ReadonlySet<string>;
	/** Why there are none; `null`: there are. */
	readonly tooMany: number | null;
}

export function pictured({ dataset, paged }: PageDataset): Pictured {
	const events = dataset.events.filter(isListed);
	const count = (paged?.rows ?? events.length) + dataset.places.length;
	if (paged !== null || count > MAX_PICTURED) return { events: new Set(), places: new Set(), tooMany: count };
	const idsOf = (records: readonly { readonly id: string }[]) => new Set(records.map(({ id }) => id));
	return { events: idsOf(events), places: idsOf(dataset.places), tooMany: null };
}

export function picturedSite(data: PageDataset, name: string): PicturedSite {
	const has = pictured(data);
	return { name, isPictured: (kind, id) => has[kind].has(id) };
}
