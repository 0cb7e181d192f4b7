import type { pages as en } from '../en/pages.ts';
import { count, events, isolate } from './words.ts';

export const pages: typeof en = {
	title: (about, dataset) => `${about} · ${dataset}`,
	languages: 'هذه الصفحة بلغات أخرى',
	about: 'عن هذه الصفحة',
	publisher: (name) => `الناشر: ${name}.`,
	mistake: (contact) => `هل وجدتم خطأ؟ راسلونا: ${contact}`,
	open: 'فتح على الخريطة والخط الزمني',
	joined: (parts) => parts.join(' · '),

	event: {
		inTime: 'قبله وبعده',
		previous: 'الحدث السابق',
		next: 'الحدث التالي',
		added: (date) => `أُضيف في ${date}`,
		modified: (date) => `آخر تعديل في ${date}`,
		merged: 'تبيّن أن هذا الحدث هو حدث آخر نفسه، وكل ما يُعرف عنه مذكور هناك:',
		withdrawn: 'سُحب هذا الحدث، فلم يعد في أي قائمة ولا يُحتسب.',
		asItWas: 'ما كان مكتوبًا هنا:',
		mergedHere: 'مداخل تبيّن أنها هذا الحدث نفسه:'
	},

	place: {
		precision: {
			exact: 'النقطة دقيقة.',
			town: 'النقطة هي موقع البلدة.',
			district: 'النقطة في مكان ما من القضاء.',
			region: 'لا تُعرف سوى المنطقة، والنقطة في مكان ما منها.',
			country: 'لا يُعرف سوى البلد، والنقطة في مكان ما منه.'
		},
		unknown: 'موقعه غير معروف.',
		point: (latitude, isNorth, longitude, isEast) =>
			`${isolate(`${latitude}°`)} ${isNorth ? 'شمالًا' : 'جنوبًا'}، ${isolate(`${longitude}°`)} ${isEast ? 'شرقًا' : 'غربًا'}`,
		description: (place, total) => `المكان: ${place}. ${events(total)}، مع التواريخ والتقارير والمصادر.`,
		events,
		none: 'لا حدث مرتبط بهذا المكان.',
		role: {
			at: 'في هذا المكان',
			from: 'من هذا المكان',
			to: 'إلى هذا المكان',
			between: 'بين هذا المكان ومكان آخر',
			about: 'بشأن هذا المكان'
		}
	},

	feed: 'موجز الأحداث الجديدة',

	changes: {
		title: 'التغييرات والتصحيحات',
		intro: (dataset) => `ما أُضيف إلى «${dataset}» أو عُدّل أو صُحّح أو سُحب، يومًا بيوم، والأحدث أولًا.`,
		kind: {
			added: 'إضافة',
			modified: 'تعديل',
			corrected: 'تصحيح',
			merged: 'دمج',
			withdrawn: 'سحب',
			dataset: 'مجموعة البيانات كلها'
		},
		into: 'هو نفسه:',
		cut: (shown) =>
			`أحدث ${count(shown, { zero: '# تغييرات', one: 'تغيير', two: 'تغييرين', few: '# تغييرات', many: '# تغييرًا', other: '# تغيير' })}؛ ولا يظهر هنا ما هو أقدم.`,
		none: 'لم يتغير شيء بعد.'
	}
};
