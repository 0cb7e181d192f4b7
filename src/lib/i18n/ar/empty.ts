import type { empty as en } from '../en/empty.ts';
import { events, INTL } from './words.ts';

const either = new Intl.ListFormat(INTL, { type: 'disjunction' });

export const empty: typeof en = {
	emptyDataset: 'لا أحداث في هذه البيانات.',
	because: (rules) => `لا حدث يطابق كل ما يلي: ${rules.join('؛ ')}.`,
	becauseOne: (rule) => `لا حدث يطابق ${rule}.`,
	rule: {
		window: (window) => `النطاق الزمني ${window}`,
		places: (names) => `المكان ${either.format(names)}`,
		categories: (names) => `الفئة ${either.format(names)}`,
		actors: (names) => `الطرف ${either.format(names)}`,
		sources: (names) => `المصدر ${either.format(names)}`,
		statuses: (names) => `الحالة ${either.format(names)}`,
		query: (text) => `البحث عن «${text}»`,
		known: (day) => `شرط «المعروف حتى ${day}»`,
		bounds: () => 'شرط «الظاهر على الخريطة فقط»'
	},
	extend: (window, gain) => `توسيع النطاق الزمني ليصبح ${window}: ${events(gain)}`,
	drop: {
		window: (gain) => `كل الأوقات: ${events(gain)}`,
		places: (gain) => `أي مكان: ${events(gain)}`,
		categories: (gain) => `أي فئة: ${events(gain)}`,
		actors: (gain) => `أي طرف: ${events(gain)}`,
		sources: (gain) => `أي مصدر: ${events(gain)}`,
		statuses: (gain) => `أي حالة: ${events(gain)}`,
		query: (gain) => `دون البحث: ${events(gain)}`,
		known: (gain) => `دون شرط «المعروف حتى»: ${events(gain)}`,
		bounds: (gain) => `وخارج الظاهر على الخريطة أيضًا: ${events(gain)}`
	},
	clear: (gain) => `مسح التصفية كلها: ${events(gain)}`,
	everything: (gain) => `مسح التصفية كلها والنطاق الزمني: ${events(gain)}`,
	events
};
