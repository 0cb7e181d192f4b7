import type { share as en } from '../en/share.ts';
import { count, isolate, listed, number } from './words.ts';

export const share: typeof en = {
	title: 'مشاركة',
	close: 'إغلاق',
	link: 'رابط هذا العرض',
	copy: 'نسخ الرابط',
	copied: 'نُسخ الرابط.',
	notCopied: `لا يسمح المتصفح بالنسخ. الرابط محدَّد، ويُنسخ بالضغط على Ctrl+C، أو ${isolate('⌘C')} على أجهزة Mac.`,
	tooLong: (length, max) =>
		`لا يتسع رابط لهذا العرض: طوله ${count(length, {
			zero: 'صفر',
			one: 'حرف واحد',
			two: 'حرفان',
			few: '# أحرف',
			many: '# حرفًا',
			other: '# حرف'
		})}، والحد الآمن في كل مكان ${number(max)}. يمكن تخفيف التصفية أو اختصار البحث.`,
	restores: 'من يفتحه يرى:',
	events: listed,
	window: (window) => `النطاق الزمني: ${window}`,
	filter: (name, values) => `${name}: ${values.join('، ')}`,
	event: (title) => `تفاصيل «${title}»`,
	camera: 'الخريطة حيث هي الآن',
	fitted: 'الخريطة مضبوطة على هذه الأحداث',
	newestFirst: 'القائمة مرتبة من الأحدث إلى الأقدم',
	linear: 'الخط الزمني دون طيّ الفجوات',
	theme: { light: 'المظهر الفاتح', dark: 'المظهر الداكن' },
	play: {
		window: '',
		cumulative: 'طريقة التشغيل: توسيع النطاق',
		instant: 'طريقة التشغيل: خطوة بخطوة'
	},
	language: 'يُفتح بلغة هذه الصفحة، وبالتواريخ نفسها في كل المناطق الزمنية.',

	notices: 'عن هذا الرابط',
	dismiss: 'إخفاء',
	whatHappened: 'ما جرى له',
	parameter: {
		from: 'بداية النطاق الزمني (from)',
		to: 'نهاية النطاق الزمني (to)',
		place: 'المكان',
		category: 'الفئة',
		actor: 'الطرف',
		source: 'المصدر',
		status: 'الحالة',
		q: 'البحث (q)',
		known: 'يوم «المعروف حتى» (known)',
		bounds: 'نطاق الخريطة (bounds)',
		event: 'الحدث',
		map: 'موضع الخريطة (map)',
		order: 'ترتيب القائمة (order)',
		axis: 'محور الخط الزمني (axis)',
		play: 'طريقة التشغيل (play)',
		theme: 'المظهر'
	},
	notice: {
		malformed: (parameter, value) =>
			value === ''
				? `قيمة فارغة في هذا الرابط: ${parameter}. وقد أُهملت.`
				: `قيمة بصيغة لا تُقرأ في هذا الرابط: ${parameter}، ${isolate(value)}. وقد أُهملت.`,
		unreadable: (parameter, value) => `تعذّرت قراءة جزء من هذا الرابط: ${parameter}، ${isolate(value)}. وقد أُهمل.`,
		swapped: (_parameter, value) =>
			`ينتهي النطاق الزمني في هذا الرابط قبل أن يبدأ (من ${isolate(value)}). وقد بُدّل التاريخان.`,
		shortened: (parameter, value) =>
			`قيمة أطول من اللازم في هذا الرابط: ${parameter}. وقد اختُصرت إلى: ${isolate(value)}`,
		missing: (parameter, value) => `يشير هذا الرابط إلى ما ليس في هذا الإصدار: ${parameter} ${isolate(value)}.`,
		merged: (_parameter, value) =>
			`يشير هذا الرابط إلى الحدث ${isolate(value)}. وقد تبيّن أنه حدث آخر نفسه، وهو المعروض بدلًا منه.`,
		withdrawn: (_parameter, value) => `يشير هذا الرابط إلى الحدث ${isolate(value)}، وقد سُحب.`,
		duplicate: (parameter, value) => `قيمة مكررة في هذا الرابط: ${parameter}. تُعتمد الأولى وحدها، لا ${isolate(value)}.`
	}
};
