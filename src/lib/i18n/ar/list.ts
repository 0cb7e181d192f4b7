import type { list as en } from '../en/list.ts';
import { boundedLength, count, INTL } from './words.ts';

const either = new Intl.ListFormat(INTL, { type: 'disjunction' });

export const list: typeof en = {
	title: 'الأحداث',

	either: (dates) => either.format(dates),
	between: (first, last) => `من ${first} إلى ${last}`,
	startUnknown: 'البداية مجهولة',
	startOpen: 'بلا بداية',
	undated: 'التاريخ غير معروف',
	continued: '، تتمة',

	inLanguage: (language) => (language.startsWith('ال') ? `(ب${language})` : `(بلغة: ${language})`),

	sources: (sources) =>
		count(sources, {
			zero: 'بلا مصدر',
			one: 'مصدر واحد',
			two: 'مصدران',
			few: '# مصادر',
			many: '# مصدرًا',
			other: '# مصدر'
		}),
	noSource: 'بلا مصدر',
	reported: (length, bound) => `أول تقرير بعد ${boundedLength(length, bound)}`,
	differ: 'تختلف التقارير',
	dateInferred: 'تاريخ مستنتج',
	placeUnknown: 'المكان غير معروف',
	status: { occurred: 'وقع', planned: 'مقرر', ongoing: 'مستمر', reported: 'وفق تقارير' },

	from: (place) => `من ${place}`,
	to: (place) => `إلى ${place}`,
	// Between marks of direction: between two names in Latin letters the arrow would else point back.
	journey: (from, to) => `${from} \u200f←\u200f ${to}`,
	link: (places) => places.join(' ↔ '),
	about: (place) => `بشأن ${place}`
};
