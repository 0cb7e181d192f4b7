import type { opening as en } from '../en/opening.ts';

export const opening: typeof en = {
	opening: 'جارٍ تحميل جميع الأحداث',
	searching: 'جارٍ البحث في النصوص',
	retry: 'حاول مرة أخرى',
	unanswered: 'تعذّر تحميل النصوص للبحث فيها. ما يظهر هنا هو النتيجة السابقة.',
	fault: {
		offline: (file) => `تعذّر تحميل البيانات: لا يوجد اتصال (${file}).`,
		missing: (file) => `تعذّر تحميل البيانات: الملف ${file} غير موجود على الخادم.`,
		damaged: (file) => `تعذّر تحميل البيانات: الملف ${file} تالف.`
	},
	trouble: {
		restarted: 'توقفت عملية تعمل في الخلفية ثم أُعيد تشغيلها.',
		here: 'لا تعمل العملية الخلفية هنا: قد تستغرق عوامل التصفية والبحث بعض الوقت.'
	}
};
