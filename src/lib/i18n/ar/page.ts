import type { page as en } from '../en/page.ts';
import { count, events } from './words.ts';

export const page: typeof en = {
	skip: 'الانتقال إلى',
	skipToTime: 'الانتقال إلى النطاق الزمني',
	skipToEvents: 'الانتقال إلى الأحداث',
	skipToMap: 'الانتقال إلى الخريطة',
	holds: (inAll, places, reports) =>
		[
			events(inAll),
			count(places, {
				zero: 'لا أماكن',
				one: 'مكان واحد',
				two: 'مكانان',
				few: '# أماكن',
				many: '# مكانًا',
				other: '# مكان'
			}),
			count(reports, {
				zero: 'لا تقارير',
				one: 'تقرير واحد',
				two: 'تقريران',
				few: '# تقارير',
				many: '# تقريرًا',
				other: '# تقرير'
			})
		].join(' · '),
	filters: 'التصفية',
	share: 'مشاركة',
	openOwn: 'فتح بياناتك الخاصة',
	language: 'اللغة',
	theme: 'المظهر',
	fullScreen: 'ملء الشاشة',
	shortcuts: 'اختصارات لوحة المفاتيح',
	data: (version, licence) => `إصدار البيانات ${version}، بترخيص ${licence}.`,
	schema: 'صيغة البيانات',
	accessibility: 'إمكانية الوصول',
	licences: 'تراخيص مكونات هذه الصفحة',
	partFailed: 'تعذّر تحميل هذا الجزء من الصفحة. البقية تعمل، وعنوان الصفحة يحفظ ما يُعرض.',
	reload: 'إعادة تحميل الصفحة',
	noScript: 'تحتاج الخريطة والخط الزمني إلى JavaScript. كل ما يعرضانه موجود في هذه القائمة.'
};
