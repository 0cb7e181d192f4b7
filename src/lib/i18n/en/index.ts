import { dates } from './dates.ts';
import { filters } from './filters.ts';
import { list } from './list.ts';
import { map } from './map.ts';
import { page } from './page.ts';
import { share } from './share.ts';
import { timeline } from './timeline.ts';

export const en = { page, map, timeline, list, filters, share, dates };
