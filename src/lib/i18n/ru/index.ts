import type { Messages } from '../index.ts';
import { dates } from './dates.ts';
import { filters } from './filters.ts';
import { list } from './list.ts';
import { page } from './page.ts';

export const ru: Messages = { dates, filters, list, page };
