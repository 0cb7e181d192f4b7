import type { event as en } from '../en/event.ts';
import { boundedLength, INTL } from './words.ts';

const either = new Intl.ListFormat(INTL, { type: 'disjunction' });

export const event: typeof en = {
	details: 'تفاصيل الحدث',
	close: 'إغلاق',

	statusMeaning: {
		occurred: 'وقع، وفق التقارير.',
		planned: 'مقرر: لا يذكر أي من التقارير أنه تم.',
		ongoing: 'مستمر حتى آخر تاريخ معروف.',
		reported: 'ورد في تقارير دون تأكيد.'
	},
	inferred: 'مستنتج',
	role: { at: 'في', from: 'من', to: 'إلى', between: 'بين', about: 'بشأن' },
	precision: { region: 'لا تُعرف سوى المنطقة', country: 'لا يُعرف سوى البلد' },

	where: 'المكان',
	who: 'الأطراف',
	says: 'ما تقوله التقارير',
	noClaims: 'لا تقرير عن هذا الحدث.',
	undatedEvent: 'التاريخ غير معروف.',
	whenInferred: 'مستنتج: لم يرد هذا التاريخ في أي تقرير',
	reportsDiffer: (dates) => `تختلف التقارير: ${either.format(dates)}.`,
	reportsPrecision: (dates) => `تتفق التقارير، وبعضها أدق من بعض: ${dates.join('؛ ')}.`,
	noClaimDate: 'لا يذكر تاريخًا',
	through: (agency) => `نقلًا عن ${agency}`,
	quoting: (agency, whom) => `عن ${agency} نقلًا عن ${whom}`,
	published: (date) => `تاريخ النشر: ${date}`,
	publishedInferred: (date) => `تاريخ النشر: ${date} (مستنتج)`,
	publishedUnknown: 'تاريخ النشر غير معروف',
	publisherUnknown: 'الناشر غير معروف',
	publishedAfter: (length, bound) => `، بعد ${boundedLength(length, bound)} من الحدث`,
	reportOlder: (published, when) =>
		`التقرير أقدم من الحدث الذي يتناوله: تاريخ نشره ${published}، وتاريخ ما يتناوله ${when}. والأرجح أن أحد التاريخين خطأ.`,
	cited: (title, locator) => `${title} · ${locator}`,
	archived: (date) => `نسخة محفوظة: ${date}`,
	corrected: (date) => `تصحيح بتاريخ ${date}:`,
	onlySource: 'أحداث هذا التقرير فقط',
	media: { image: 'صورة', video: 'فيديو', audio: 'تسجيل صوتي', document: 'وثيقة' },
	graphic: 'قد يكون صادمًا',
	permalink: 'رابط هذا الحدث',
	showOnMap: 'عرض على الخريطة',
	notOnMap: 'لا يمكن عرض أي من أماكنه على الخريطة.',
	notListed: 'ليس في القائمة: تستبعده التصفية أو النطاق الزمني.'
};
