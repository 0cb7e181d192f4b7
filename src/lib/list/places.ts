import type { EventPlace, PlaceId, PlaceRole } from '$lib/core/model.ts';

/** The places of one event as a row says them: journeys and links as one, all else place by place. */
export type PlacePhrase =
	| { readonly kind: 'journey'; readonly from: PlaceId; readonly to: PlaceId }
	| { readonly kind: 'between'; readonly places: readonly PlaceId[] }
	| { readonly kind: Exclude<PlaceRole, 'between'>; readonly place: PlaceId };

/**
 * `Damascus → Moscow` when one place is left and one is reached (`to`, or `at` when nothing is `to`); `Moscow ↔ Damascus`
 * for places that something links; each other role by itself, in the order of the data.
 */
export function placePhrases(links: readonly EventPlace[]): readonly PlacePhrase[] {
	const by = (role: PlaceRole): readonly PlaceId[] => links.flatMap((link) => (link.role === role ? [link.place] : []));
	const [from, ...moreFrom] = by('from');
	const goal: PlaceRole = by('to').length > 0 ? 'to' : 'at';
	const [to, ...moreTo] = by(goal);
	const isJourney = from !== undefined && to !== undefined && moreFrom.length === 0 && moreTo.length === 0;
	const between = by('between');
	const used = new Set<PlaceRole>([...(isJourney ? (['from', goal] as const) : []), 'between']);
	return [
		...(isJourney ? [{ kind: 'journey', from, to } as const] : []),
		...(between.length > 0 ? [{ kind: 'between', places: between } as const] : []),
		...links.flatMap(({ role, place }) =>
			used.has(role) || role === 'between' ? [] : [{ kind: role, place } as const]
		)
	];
}
