import type { CatalogueEvent } from '$lib/core/catalogue.ts';
import { toMonth } from '$lib/core/edtf-month.ts';
import type { EdtfDate, EdtfPeriod, EdtfRange } from '$lib/core/edtf-types.ts';
import type { EventId } from '$lib/core/model.ts';

/**
 * What stands over a run of rows: when they begin, to the month and never closer than known. `either`: one of two dates;
 * `between`: one of several, from the first to the last.
 */
export type Heading =
	| { readonly kind: 'date'; readonly period: EdtfPeriod }
	| { readonly kind: 'either' | 'between'; readonly periods: readonly [EdtfPeriod, EdtfPeriod] }
	| { readonly kind: 'startUnknown' | 'startOpen' | 'undated' };

export interface Group {
	/** Unique in one list. */
	readonly key: string;
	readonly heading: Heading;
	/** The same heading stood above already: rows keep their order, so a year may stand between the days of a month. */
	readonly continued: boolean;
	readonly items: readonly CatalogueEvent[];
}

/** Consecutive events under one heading each; the order of the events stays as it is. */
export function groupEvents(items: readonly CatalogueEvent[]): readonly Group[] {
	const groups: { key: string; heading: Heading; continued: boolean; items: CatalogueEvent[] }[] = [];
	const seen = new Map<string, number>();
	let last = '';
	for (const item of items) {
		const heading = headingOf(item.when);
		const name = nameOf(heading);
		if (name !== last || groups.length === 0) {
			const before = seen.get(name) ?? 0;
			seen.set(name, before + 1);
			groups.push({ key: `${name} ${before}`, heading, continued: before > 0, items: [] });
			last = name;
		}
		groups.at(-1)?.items.push(item);
	}
	return groups;
}

/** The row that takes the focus of one: itself if it is still there, else the next that is, else the one before. */
export function nearestLeft(before: readonly EventId[], gone: EventId, left: ReadonlySet<EventId>): EventId | null {
	const at = Math.max(before.indexOf(gone), 0);
	const isLeft = (id: EventId): boolean => left.has(id);
	return before.slice(at).find(isLeft) ?? before.slice(0, at).findLast(isLeft) ?? null;
}

/** What a date (`null`: none) stands under. */
export function headingOf(when: EdtfDate | null): Heading {
	if (when === null) return { kind: 'undated' };
	const { node } = when;
	if (node.type === 'period') return dateHeading(node);
	if (node.type === 'interval') {
		if (node.start === 'open') return { kind: 'startOpen' };
		return node.start === 'unknown' ? { kind: 'startUnknown' } : dateHeading(node.start);
	}
	const [first] = node.members;
	if (first !== undefined && startOf(first) === 'open') {
		return { kind: node.choice === 'one' ? 'startUnknown' : 'startOpen' };
	}
	// All of several dates: they begin with the first. One of several: nobody knows which.
	const members = node.choice === 'all' ? node.members.slice(0, 1) : node.members;
	const starts = members.flatMap((member) => {
		const start = startOf(member);
		return start === 'open' ? [] : [toMonth(start)];
	});
	const ends = members.flatMap((member) =>
		member.type === 'range' && member.end !== 'open' && node.choice === 'one' ? [toMonth(member.end)] : []
	);
	const periods = [...new Map([...starts, ...ends].map((period) => [period.text, period])).values()];
	const [one, other] = periods;
	if (one === undefined) return { kind: 'undated' };
	if (other === undefined) return dateHeading(one);
	const isEither = periods.length === 2 && ends.length === 0;
	return { kind: isEither ? 'either' : 'between', periods: [one, periods.at(-1) ?? other] };
}

function startOf(member: EdtfPeriod | EdtfRange): EdtfPeriod | 'open' {
	return member.type === 'range' ? member.start : member;
}

function dateHeading(period: EdtfPeriod): Heading {
	return { kind: 'date', period: toMonth(period) };
}

/** Tells one heading from another. */
export function nameOf(heading: Heading): string {
	if ('period' in heading) return heading.period.text;
	return 'periods' in heading ? `${heading.kind} ${heading.periods.map(({ text }) => text).join(' ')}` : heading.kind;
}
