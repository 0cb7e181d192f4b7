import type { longList as en } from '../en/long-list.ts';
import { number } from './words.ts';

export const longList: typeof en = {
	newestFirst: 'الأحدث أولًا',
	oldestFirst: 'الأقدم أولًا',

	shown: (first, last, total) => `عرض ${number(first)}–${number(last)} من ${number(total)}`,
	previous: 'السابقة',
	next: 'التالية',
	pages: 'صفحات القائمة',
	goTo: 'إلى الصف',
	noRow: (last) => `اكتب رقم صف من 1 إلى ${number(last)}.`,

	onItsWay: 'جارٍ التحميل',
	notLoaded: 'لم يُحمَّل',
	failed: 'تعذّر تحميل بعض هذه الأحداث.',
	retry: 'إعادة المحاولة'
};
