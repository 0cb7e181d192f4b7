import type { CatalogueEvent } from '$lib/core/catalogue.ts';
import { parseEdtf, type EdtfDate, type EdtfPeriod, type EdtfRange } from '$lib/core/edtf.ts';
import type { EventId } from '$lib/core/model.ts';
import type { View } from '$lib/core/view.ts';

/**
 * What stands over a run of rows: when they begin, to the month and never closer than known. `either`: one of two dates;
 * `between`: one of several, from the first to the last.
 */
export type Heading =
	| { readonly kind: 'date'; readonly date: EdtfDate }
	| { readonly kind: 'either' | 'between'; readonly dates: readonly [EdtfDate, EdtfDate] }
	| { readonly kind: 'start-unknown' | 'start-open' | 'undated' };

export interface Group {
	/** Unique in one list. */
	readonly key: string;
	readonly heading: Heading;
	/** The same heading stood above already: rows keep their order, so a year may stand between the days of a month. */
	readonly continued: boolean;
	readonly items: readonly CatalogueEvent[];
}

/** Listed ids in the order shown: undated events come last in both orders. */
export function inOrder(items: readonly CatalogueEvent[], order: View['order']): readonly CatalogueEvent[] {
	if (order === 'asc') return items;
	const dated = items.filter((item) => item.when !== null).reverse();
	return [...dated, ...items.filter((item) => item.when === null)];
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
	const at = before.indexOf(gone);
	const isLeft = (id: EventId): boolean => left.has(id);
	return before.slice(Math.max(at, 0)).find(isLeft) ?? before.slice(0, Math.max(at, 0)).findLast(isLeft) ?? null;
}

function headingOf(when: EdtfDate | null): Heading {
	if (when === null) return { kind: 'undated' };
	const { node } = when;
	if (node.type === 'period') return dateHeading(monthOf(node));
	if (node.type === 'interval') {
		if (node.start === 'open') return { kind: 'start-open' };
		return node.start === 'unknown' ? { kind: 'start-unknown' } : dateHeading(monthOf(node.start));
	}
	const [first] = node.members;
	if (first !== undefined && startOf(first) === 'open') {
		return { kind: node.choice === 'one' ? 'start-unknown' : 'start-open' };
	}
	// All of several dates: they begin with the first. One of several: nobody knows which.
	const members = node.choice === 'all' ? node.members.slice(0, 1) : node.members;
	const starts = members.flatMap((member) => {
		const start = startOf(member);
		return start === 'open' ? [] : [monthOf(start)];
	});
	const ends = members.flatMap((member) =>
		member.type === 'range' && member.end !== 'open' && node.choice === 'one' ? [monthOf(member.end)] : []
	);
	const names = [...new Set([...starts, ...ends])];
	const [one = '', other] = names;
	if (other === undefined) return dateHeading(one);
	const isEither = names.length === 2 && ends.length === 0;
	return { kind: isEither ? 'either' : 'between', dates: [parsed(one), parsed(names.at(-1) ?? other)] };
}

function startOf(member: EdtfPeriod | EdtfRange): EdtfPeriod | 'open' {
	return member.type === 'range' ? member.start : member;
}

/** The month that a period lies in, or what is known instead (a year, a season, a decade), as EDTF with its qualifier. */
function monthOf(period: EdtfPeriod): string {
	const { year, lastYear, month, code, estimate, text } = period;
	if (year !== lastYear || estimate !== undefined || Math.abs(year) > 9999) return text;
	const name = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
	const part = code ?? month;
	const qualifier = period.uncertain ? (period.approximate ? '%' : '?') : period.approximate ? '~' : '';
	return `${name}${part === undefined ? '' : `-${String(part).padStart(2, '0')}`}${qualifier}`;
}

function dateHeading(text: string): Heading {
	return { kind: 'date', date: parsed(text) };
}

function parsed(text: string): EdtfDate {
	const result = parseEdtf(text);
	if (!result.ok) throw new Error(`The heading "${text}" is not EDTF (${result.problem.code}).`);
	return result.date;
}

function nameOf(heading: Heading): string {
	if ('date' in heading) return heading.date.text;
	return 'dates' in heading ? `${heading.kind} ${heading.dates.map(({ text }) => text).join(' ')}` : heading.kind;
}
