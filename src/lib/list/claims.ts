import type { Catalogue } from '$lib/core/catalogue.ts';
import type { EdtfDate } from '$lib/core/edtf-types.ts';
import type { Interval } from '$lib/core/interval.ts';
import type { Claim, HistoricalEvent, SourceId } from '$lib/core/model.ts';

/** One source and what it says of one event, in the order of the file. */
export interface SourceClaims {
	readonly source: SourceId;
	readonly claims: readonly Claim[];
}

export function claimsBySource({ claims }: HistoricalEvent): readonly SourceClaims[] {
	const groups = new Map<SourceId, Claim[]>();
	for (const claim of claims) {
		const group = groups.get(claim.source);
		if (group === undefined) groups.set(claim.source, [claim]);
		else group.push(claim);
	}
	return [...groups].map(([source, group]) => ({ source, claims: group }));
}

/** A date that claims give, and who gives it. */
export interface ClaimedDate {
	readonly date: EdtfDate;
	readonly claims: readonly Claim[];
	/** Another claim gives a date within this one: both can be true, and the other says more. */
	readonly isCoarser: boolean;
}

/** Every date that the claims of an event give, once each, earliest first; of equal starts the more exact one first. */
export function claimedDates({ claims }: HistoricalEvent, dateOf: Catalogue['dateOf']): readonly ClaimedDate[] {
	const texts = [...new Set(claims.flatMap((claim) => claim.when ?? []))];
	const dates = texts.map(dateOf);
	return dates
		.map((date) => ({
			date,
			claims: claims.filter((claim) => claim.when === date.text),
			isCoarser: dates.some((other) => other !== date && within(other, date) && !within(date, other))
		}))
		.sort((a, b) => first(a.date).start - first(b.date).start || first(a.date).end - first(b.date).end);
}

function within(inner: EdtfDate, outer: EdtfDate): boolean {
	return inner.matches.every((a) => outer.matches.some((b) => a.start >= b.start && a.end <= b.end));
}

function first(date: EdtfDate): Interval {
	return date.matches[0] ?? { start: Infinity, end: Infinity };
}
