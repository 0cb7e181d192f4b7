import type { EventPlace, PlaceRole } from '$lib/core/model.ts';

/** Places under their role, in the order of the data, for the detail view. */
export function placesByRole(
	links: readonly EventPlace[]
): readonly { readonly role: PlaceRole; readonly links: readonly EventPlace[] }[] {
	const roles = [...new Set(links.map((link) => link.role))];
	return roles.map((role) => ({ role, links: links.filter((link) => link.role === role) }));
}
