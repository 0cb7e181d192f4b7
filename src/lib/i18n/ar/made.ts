import type { made as en } from '../en/made.ts';
import { count, isolate } from './words.ts';

export const made: typeof en = {
	category: 'أحداث',
	other: 'أخرى',
	untitled: (id) => `حدث بلا عنوان ${isolate(id)}`,
	files: (files) =>
		count(files, {
			zero: 'لا ملفات',
			one: 'ملف واحد',
			two: 'ملفان',
			few: '# ملفات',
			many: '# ملفًا',
			other: '# ملف'
		})
};
