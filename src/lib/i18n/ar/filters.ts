import type { filters as en } from '../en/filters.ts';
import { count, events, listed, number } from './words.ts';

export const filters: typeof en = {
	search: 'البحث في الأحداث',
	title: 'التصفية',
	close: 'إغلاق',
	status: listed,
	partial: 'الأعداد محسوبة من جزء من البيانات.',
	undated: (hidden) =>
		count(hidden, {
			zero: 'لا أحداث مخفية بلا تاريخ',
			one: 'حدث واحد بلا تاريخ لا يظهر',
			two: 'حدثان بلا تاريخ لا يظهران',
			few: '# أحداث بلا تاريخ لا تظهر',
			many: '# حدثًا بلا تاريخ لا تظهر',
			other: '# حدث بلا تاريخ لا تظهر'
		}),
	unreported: (hidden) =>
		count(hidden, {
			zero: 'لا أحداث مخفية بلا مصدر مؤرخ',
			one: 'حدث واحد بلا مصدر مؤرخ لا يظهر',
			two: 'حدثان بلا مصدر مؤرخ لا يظهران',
			few: '# أحداث بلا مصدر مؤرخ لا تظهر',
			many: '# حدثًا بلا مصدر مؤرخ لا تظهر',
			other: '# حدث بلا مصدر مؤرخ لا تظهر'
		}),
	unplaced: (hidden) =>
		count(hidden, {
			zero: 'لا أحداث مخفية بلا مكان معروف',
			one: 'حدث واحد بلا مكان معروف لا يظهر',
			two: 'حدثان بلا مكان معروف لا يظهران',
			few: '# أحداث بلا مكان معروف لا تظهر',
			many: '# حدثًا بلا مكان معروف لا تظهر',
			other: '# حدث بلا مكان معروف لا تظهر'
		}),
	active: 'التصفية الحالية',
	clear: 'مسح التصفية',
	remove: (filter) => `إزالة من التصفية: ${filter}`,
	value: (facet, value) => `${facet}: ${value}`,
	facet: { places: 'الأماكن', categories: 'الفئات', actors: 'الأطراف', sources: 'المصادر', statuses: 'الحالة' },
	statuses: { occurred: 'وقع', planned: 'مقرر', ongoing: 'مستمر', reported: 'وفق تقارير' },
	window: 'النطاق الزمني',
	query: 'البحث',
	known: 'المعروف حتى',
	bounds: 'الظاهر على الخريطة فقط',
	boundsUnavailable: 'الخريطة غير متاحة.',
	find: (facet) => `البحث في ${facet}`,
	showAll: (values) => `عرض الكل (${number(values)})`,
	showFewer: 'عرض أقل',
	nothingFound: 'لا شيء بهذا الاسم.',
	events,
	show: (events) =>
		count(events, {
			zero: 'لا أحداث للعرض',
			one: 'عرض حدث واحد',
			two: 'عرض حدثين',
			few: 'عرض # أحداث',
			many: 'عرض # حدثًا',
			other: 'عرض # حدث'
		})
};
