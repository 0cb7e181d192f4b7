import { canBothBeTrue } from './catalogue.ts';
import type { EdtfDate } from './edtf-types.ts';
import type { Claim, HistoricalEvent, Source } from './model.ts';

/**
 * A report that was out before what it reports: one of the dates is likely wrong. The date that lies after the report, or
 * `null` when none does.
 *
 * What a claim reports has the date that it gives itself. Where the date of the event can be true beside that one, or the
 * claim gives none, it counts as well; where the two cannot both be true, the claim is about its own date alone, and that
 * reports differ is said elsewhere. `null` too for what is `planned`, since plans are announced before, and where nobody knows
 * that the report was earlier: a start or a publication that is open, unknown or approximate. That a date is uncertain (`?`)
 * changes nothing: as given, it contradicts the report.
 */
export function dateAfterReport(
	event: Pick<HistoricalEvent, 'status' | 'when'>,
	claim: Pick<Claim, 'when'>,
	source: Pick<Source, 'published'>,
	dateOf: (text: string) => EdtfDate
): EdtfDate | null {
	if (event.status === 'planned' || source.published === undefined) return null;
	const published = dateOf(source.published);
	if (published.endKind !== 'known' || published.approximate) return null;
	const out = published.matches.at(-1)?.end ?? Infinity;
	const dates = [claim.when, event.when].flatMap((text) => (text === undefined ? [] : dateOf(text)));
	const [own, adopted] = dates;
	const isApart = own !== undefined && adopted !== undefined && !canBothBeTrue(own, adopted);
	return (
		(isApart ? [own] : dates).find((date) => isKnownStart(date) && (date.matches[0]?.start ?? -Infinity) >= out) ?? null
	);
}

function isKnownStart({ startKind, approximate }: EdtfDate): boolean {
	return startKind === 'known' && !approximate;
}
