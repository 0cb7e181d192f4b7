import { dates } from './dates.ts';
import { filters } from './filters.ts';
import { list } from './list.ts';
import { page } from './page.ts';

/** What the page says from the start. Messages of parts that are loaded later come with them (`useMessages`). */
export const en = { page, list, filters, dates };
