import type { print as en } from '../en/print.ts';
import { isolate, number } from './words.ts';

export const print: typeof en = {
	action: 'طباعة',
	about: 'كل ما في قائمة هذا العرض كاملًا، مع الخريطة كما هي الآن والمصادر.',
	shows: 'ما تعرضه هذه الصفحة',
	joined: (parts) => parts.join(' · '),
	credits: (names) => `بيانات الخريطة: ${names.map(isolate).join('، ')}.`,
	categories: 'الفئات:',
	nothing: 'لا حدث يطابق هذه التصفية.',
	cut: (printed, listed) =>
		`لم تُطبع الأحداث كلها: المطبوع أول ${number(printed)} من أصل ${number(listed)}. تضييق النطاق الزمني أو زيادة التصفية يقلل عددها فتُطبع كاملة.`,
	sources: 'المصادر',
	reference: (position) => `[${number(position)}]`,
	noAddress: 'بلا عنوان',
	archivedAt: (archived) => `${archived}:`,
	data: 'عن هذه الصفحة',
	publisher: (name) => `الناشر: ${name}.`,
	contact: (contact) => `للتواصل: ${contact}`,
	link: 'هذا العرض على الإنترنت:',
	printed: (date) => `تاريخ الطباعة: ${date}.`
};
