import type { DateProblemMessages, DateProblemWords } from '../date-problems.ts';
import { isolate } from './words.ts';

const CHARACTERS: Readonly<Record<string, string>> = {
	'U+0000': 'رمز فارغ غير مرئي',
	'U+0009': 'علامة جدولة',
	'U+000A': 'انتقال إلى سطر جديد',
	'U+000D': 'انتقال إلى سطر جديد',
	'U+0020': 'مسافة',
	'U+00A0': 'مسافة غير فاصلة',
	'U+00AD': 'واصلة اختيارية غير مرئية',
	'U+061C': 'علامة الحرف العربي غير المرئية',
	'U+2007': 'مسافة بعرض رقم',
	'U+2009': 'مسافة رفيعة',
	'U+202F': 'مسافة ضيقة غير فاصلة',
	'U+3000': 'مسافة صينية عريضة',
	'U+200B': 'مسافة بلا عرض غير مرئية',
	'U+200E': 'علامة غير مرئية من اليسار إلى اليمين',
	'U+200F': 'علامة غير مرئية من اليمين إلى اليسار',
	'U+FEFF': 'علامة ترميز غير مرئية (BOM)',
	'U+2010': 'واصلة طباعية',
	'U+2011': 'واصلة غير فاصلة',
	'U+2012': 'شرطة بعرض رقم',
	'U+2013': 'شرطة متوسطة',
	'U+2014': 'شرطة طويلة',
	'U+2212': 'علامة ناقص'
};

/** Embeddings, overrides and isolates. */
const DIRECTION = /^U\+20(?:2[A-E]|6[6-9])$/;

export const dateProblems: DateProblemMessages = {
	characterName: (character) => {
		if (!character.startsWith('U+')) return undefined;
		const isDigit = /^\p{Nd}$/u.test(String.fromCodePoint(Number(`0x${character.slice(2)}`)));
		if (isDigit) return 'رقم مكتوب بغير الأرقام 0 إلى 9';
		return DIRECTION.test(character) ? 'علامة غير مرئية لاتجاه الكتابة' : CHARACTERS[character];
	},
	problems: {
		empty: () => `لا يوجد تاريخ: يُرجى كتابته، مثل ${isolate('2024-12-08')}، أو ترك الحقل.`,
		'too-long': ({ value, max }) => `عدد أحرف التاريخ ${value}، ولا يُقرأ أكثر من ${max}.`,
		incomplete: () => 'التاريخ ناقص.',
		unexpected: ({ value, position }) =>
			`في الموضع ${position} من التاريخ ما ليس منه: ${value.length === 1 ? `«${isolate(value)}»` : value}.`,
		'year-digits': () => `للسنة أربعة أرقام، يحل ${isolate('X')} محل المجهول منها.`,
		'year-prefix': () => `يُستخدم ${isolate('Y')} للسنوات التي تزيد على أربعة أرقام.`,
		'year-range': ({ max }) => `السنة خارج ما يمكن حسابه: ${max} على الأكثر قبل الصفر أو بعده.`,
		'year-zero': () =>
			`لا توجد سنة ${isolate('-0000')}: سنة 1 ق.م هي ${isolate('0000')}، وسنة 2 ق.م هي ${isolate('-0001')}.`,
		'year-only': () => `لا يأتي شهر بعد سنة فيها ${isolate('Y')} أو ${isolate('S')}: يُرجى كتابة السنة وحدها.`,
		'significant-digits': ({ max }) => `يأتي بعد ${isolate('S')} عدد الأرقام المعتمدة، وهو هنا من 1 إلى ${max}.`,
		month: ({ value }) =>
			`لا يوجد شهر ${value}: الأشهر من ${isolate('01')} إلى ${isolate('12')}، والفصول من 21 إلى 32، والأرباع من 33 إلى 36، والأثلاث من 37 إلى 39، والنصفان 40 و41.`,
		'code-day': () => 'ليس لفصل السنة أو ربعها أو ثلثها أو نصفها أيام مرقمة: يُرجى حذف اليوم أو كتابة الشهر.',
		day: dayProblem,
		'no-such-day': () => `لا يوجد يوم بهذه الأرقام: يُرجى كتابة ${isolate('X')} مكان المجهول منها.`,
		qualifiers: () => `في جزء واحد علامتان: يُرجى كتابة واحدة، والعلامة ${isolate('%')} تعني غير مؤكد وتقريبيًّا معًا.`,
		'time-part': () => 'لا يأتي الوقت إلا بعد يوم كامل، بلا علامات شك وبلا أرقام مجهولة.',
		hour: ({ value }) =>
			`لا توجد ساعة ${value}: الساعات من ${isolate('00')} إلى ${isolate('23')}، وينتهي اليوم عند ${isolate('24:00:00')}.`,
		minute: ({ value }) => `لا توجد دقيقة ${value}: الدقائق من ${isolate('00')} إلى ${isolate('59')}.`,
		second: ({ value }) =>
			`لا توجد ثانية ${value}: الثواني من ${isolate('00')} إلى ${isolate('59')}، وتُكتب الثانية الكبيسة ${isolate('59')}.`,
		offset: ({ value }) =>
			`لا يوجد فرق توقيت ${isolate(value)}: الفروق من ${isolate('-14:00')} إلى ${isolate('+14:00')}، ويعني ${isolate('Z')} توقيت غرينتش.`,
		'time-in-range': () => 'لا أوقات في الفترات والمجموعات: يُرجى كتابة الأيام، أو لحظة واحدة وحدها.',
		reversed: () => 'النهاية قبل البداية: يُرجى تبديلهما إن كان ذلك هو المقصود.',
		'no-known-end': () => 'ليس في أي من الطرفين تاريخ: يُرجى كتابة واحد على الأقل، أو ترك الحقل.',
		'open-inside': () => 'لا تأتي نقطتان بلا تاريخ إلا قبل أول المجموعة أو بعد آخرها.'
	},
	withSuggestion: (problem, suggestion) => `${problem} لعل المقصود ${isolate(suggestion)}.`
};

/** Months have 28 to 31 days, which are all counted in one form. */
function dayProblem({ value, month, hasYear, days }: DateProblemWords): string {
	if (value === '00') return `لا يوجد يوم ${isolate('00')}: تبدأ الأيام من ${isolate('01')}.`;
	if (month === '') return `لا يوجد يوم ${value}: في الشهر ${days} يومًا على الأكثر.`;
	return hasYear ? `عدد أيام ${month} هو ${days}، لا ${value}.` : `لا تتجاوز أيام ${month} ${days}، وهنا ${value}.`;
}
