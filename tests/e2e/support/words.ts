import { cite as arCite } from '../../../src/lib/i18n/ar/cite.ts';
import { event as arEvent } from '../../../src/lib/i18n/ar/event.ts';
import { filters as arFilters } from '../../../src/lib/i18n/ar/filters.ts';
import { foot as arFoot } from '../../../src/lib/i18n/ar/foot.ts';
import { importing as arImporting } from '../../../src/lib/i18n/ar/import.ts';
import { list as arList } from '../../../src/lib/i18n/ar/list.ts';
import { longList as arLongList } from '../../../src/lib/i18n/ar/long-list.ts';
import { map as arMap } from '../../../src/lib/i18n/ar/map.ts';
import { page as arPage } from '../../../src/lib/i18n/ar/page.ts';
import { share as arShare } from '../../../src/lib/i18n/ar/share.ts';
import { timeline as arTimeline } from '../../../src/lib/i18n/ar/timeline.ts';
import { cite } from '../../../src/lib/i18n/en/cite.ts';
import { event } from '../../../src/lib/i18n/en/event.ts';
import { filters } from '../../../src/lib/i18n/en/filters.ts';
import { foot } from '../../../src/lib/i18n/en/foot.ts';
import { importing } from '../../../src/lib/i18n/en/import.ts';
import { list } from '../../../src/lib/i18n/en/list.ts';
import { longList } from '../../../src/lib/i18n/en/long-list.ts';
import { map } from '../../../src/lib/i18n/en/map.ts';
import { page } from '../../../src/lib/i18n/en/page.ts';
import { share } from '../../../src/lib/i18n/en/share.ts';
import { timeline } from '../../../src/lib/i18n/en/timeline.ts';

const english = { cite, event, filters, foot, importing, list, longList, map, page, share, timeline };
const arabic: typeof english = {
	cite: arCite,
	event: arEvent,
	filters: arFilters,
	foot: { ...foot, ...arFoot },
	importing: arImporting,
	list: arList,
	longList: arLongList,
	map: arMap,
	page: arPage,
	share: arShare,
	timeline: arTimeline
};

/** What the page says, so that what is named by it is found in each direction of writing. */
export type Words = typeof english;
export type Direction = 'ltr' | 'rtl';
export const WORDS: Readonly<Record<Direction, Words>> = { ltr: english, rtl: arabic };
/** Where the page in each direction lies: English from left to right, Arabic from right to left. */
export const PATHS: Readonly<Record<Direction, string>> = { ltr: '', rtl: 'ar/' };

const pairs = (theirs: object, ours: object): readonly (readonly [theirs: string, ours: string])[] =>
	Object.entries(theirs).flatMap(([key, value]: [string, unknown]) => {
		const other: unknown = Reflect.get(ours, key);
		if (typeof value === 'string' && typeof other === 'string') return [[value, other] as const];
		return typeof value === 'object' && value !== null ? pairs(value, Object(other) as object) : [];
	});
// Of two messages that are one in Arabic, the name of a control wins.
const TRANSLATED = new Map([...pairs(arabic, english), ...pairs(arabic.page, english.page)]);

/**
 * A line of a walk over the Arabic page as it can be read among others: names of controls and parts are those that the
 * English page has for the same message. What is said of the data stays Arabic.
 */
export function inEnglish(line: string): string {
	const [, role = '', name = '', areas = ''] = /^(\S+) "(.*)" in (.*)$/.exec(line) ?? [];
	const translate = (text: string): string => TRANSLATED.get(text) ?? text;
	return role === '' ? line : `${role} "${translate(name)}" in ${areas.split(' > ').map(translate).join(' > ')}`;
}
