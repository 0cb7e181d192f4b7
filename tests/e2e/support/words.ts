import { event } from '../../../src/lib/i18n/en/event.ts';
import { filters } from '../../../src/lib/i18n/en/filters.ts';
import { list } from '../../../src/lib/i18n/en/list.ts';
import { map } from '../../../src/lib/i18n/en/map.ts';
import { page } from '../../../src/lib/i18n/en/page.ts';
import { share } from '../../../src/lib/i18n/en/share.ts';
import { timeline } from '../../../src/lib/i18n/en/timeline.ts';

const english = { event, filters, list, map, page, share, timeline };

/** What the page says, so that what is named by it is found in each direction of writing. */
export type Words = typeof english;
export type Direction = 'ltr' | 'rtl';
export const WORDS: Readonly<Record<Direction, Words>> = { ltr: english, rtl: english };
