import type { withoutScript as en } from '../en/without-script.ts';
import { number } from './words.ts';

export const withoutScript: typeof en = {
	first: (shown, total) => `الأحداث الأولى: ${number(shown)} من أصل ${number(total)}؛ ويحتاج عرض الباقي إلى JavaScript.`
};
