import type { picture as en } from '../en/picture.ts';
import { isolate, number } from './words.ts';

export const picture: typeof en = {
	title: 'صورة',
	about: 'الخريطة والخط الزمني كما هما الآن، مع كلمات التصفية ودليل الرموز والمصادر والترخيص.',
	png: 'PNG',
	svg: 'SVG',
	use: { png: 'للمقالات والعروض', svg: 'للتعديل لاحقًا، واضحة بأي حجم' },
	making: 'يجري إعداد الصورة',
	saved: (file) => `حُفظ الملف ${isolate(file)}.`,
	failed: 'تعذّر إعداد الصورة. قد تنفع نافذة أصغر أو متصفح آخر.',
	sources: (titles) => `المصادر: ${titles.map(isolate).join('؛ ')}.`,
	noMap: 'هذا المتصفح لا يرسم خريطة، فتُعرض الأحداث قائمةً بدلًا منها.',
	moreRows: (rows) => `والمزيد: ${number(rows)}`,
	description: (title, shows, about) => `خريطة وخط زمني: «${title}». ${shows.join('؛ ')}. ${about}`
};
