import type { timeline as en } from '../en/timeline.ts';
import { count, events, eventsAfter, isolate, number } from './words.ts';

export const timeline: typeof en = {
	timeWindow: 'النطاق الزمني',
	from: 'البداية',
	to: 'النهاية',
	fromDate: 'تاريخ البداية',
	toDate: 'تاريخ النهاية',
	until: '–',
	handleHint: (field) =>
		`تحركه مفاتيح الأسهم خطوة واحدة، ومفتاحا Page Up وPage Down خطوة أكبر. ويمكن أيضًا كتابة التاريخ في حقل «${field}».`,
	openStart: 'مفتوحة، من أول البيانات',
	openEnd: 'مفتوحة، إلى آخر البيانات',
	beginning: 'من البداية',
	end: 'إلى النهاية',
	anyDay: 'أي يوم',
	play: 'تشغيل',
	pause: 'إيقاف مؤقت',
	earlier: 'إلى الأقدم',
	later: 'إلى الأحدث',
	previousEvent: 'الحدث السابق',
	nextEvent: 'الحدث التالي',
	allTime: 'كل الأوقات',
	unfoldGaps: 'بسط الفجوات',
	unfoldGap: (length) => `بسط فجوة لا يبدأ فيها شيء ولا ينتهي (${length})`,
	foldGap: (length) => `طيّ الفجوة من جديد (${length})`,
	stepEarlier: (end) => (end === 'from' ? 'البداية، خطوة إلى الوراء' : 'النهاية، خطوة إلى الوراء'),
	stepLater: (end) => (end === 'from' ? 'البداية، خطوة إلى الأمام' : 'النهاية، خطوة إلى الأمام'),
	axisTools: 'أدوات الخط الزمني',
	zoomIn: 'تكبير الخط الزمني',
	zoomOut: 'تصغير الخط الزمني',
	wholeAxis: 'عرض الخط الزمني كله',
	overview: 'الجزء المعروض من الخط الزمني',
	overviewShows: (first, last) => `من ${first} إلى ${last}`,
	rowsByCategory: 'صفوف حسب الفئة',
	countsTable: 'جدول الأعداد',
	moment: 'لحظة واحدة',
	period: 'الفترة',
	lastOfData: {
		hour: (hours) =>
			count(hours, {
				one: 'آخر ساعة في البيانات',
				two: 'آخر ساعتين في البيانات',
				few: 'آخر # ساعات في البيانات',
				other: 'آخر # ساعة في البيانات'
			}),
		day: (days) =>
			count(days, {
				one: 'آخر يوم في البيانات',
				two: 'آخر يومين في البيانات',
				few: 'آخر # أيام في البيانات',
				many: 'آخر # يومًا في البيانات',
				other: 'آخر # يوم في البيانات'
			}),
		month: (months) =>
			count(months, {
				one: 'آخر شهر في البيانات',
				two: 'آخر شهرين في البيانات',
				few: 'آخر # أشهر في البيانات',
				many: 'آخر # شهرًا في البيانات',
				other: 'آخر # شهر في البيانات'
			})
	},
	pickLast: 'الضغط على فترة أخرى ينهي النطاق عندها',
	counted: (some, maybe, all) => {
		const text = some < all ? `${number(some)} من ${eventsAfter(all)}` : events(some);
		return maybe === 0 ? text : `${text}، المحتمل منها ${number(maybe)}`;
	},
	playMode: 'طريقة التشغيل',
	playModes: { window: 'تحريك النطاق', cumulative: 'توسيع النطاق', instant: 'خطوة بخطوة' },
	speed: 'السرعة',
	speedTimes: (times) => `${times}×`,
	knownOn: 'المعروف حتى',
	more: 'المزيد',
	badDate: (text) =>
		`«${isolate(text)}» ليس تاريخًا: يُكتب التاريخ هكذا: 2024 أو ${isolate('2024-12')} أو ${isolate('2024-12-08')}، أو تُترك الخانة فارغة.`,
	marks: 'الأحداث على الخط الزمني',
	mark: (parts) => parts.filter((part) => part !== '').join('، '),
	planned: 'مقرر',
	notListed: 'ليس في القائمة',
	reportsDiffer: 'تختلف التقارير',
	legend: 'مفتاح الرموز',
	forms: {
		planned: 'مقرر',
		approximate: 'تقريبي',
		unknown: 'البداية أو النهاية مجهولة',
		dispute: 'تختلف التقارير',
		uncertain: 'غير مؤكد',
		open: 'يستمر',
		period: 'في وقت ما ضمن الفترة',
		choice: 'أحد عدة تواريخ',
		each: 'عدة تواريخ',
		maybe: 'محتمل أو مقرر',
		bars: 'الأعمدة تشمل كل الأحداث',
		hidden: 'أخفته التصفية'
	},
	today: 'اليوم',
	oneInstant: 'كل الأحداث المؤرخة في وقت واحد، فلا مجال للاختيار.',
	noDates: 'لا تاريخ لأي حدث، فلا شيء يُرسم على الخط الزمني. القائمة تعرض الأحداث كلها.',
	counts: {
		title: 'الأحداث حسب الفترة',
		close: 'إغلاق',
		none: 'لا أحداث لعدّها.',
		bySeveral: 'حسب الفترة',
		by: {
			minute: 'حسب الدقيقة',
			'5-minutes': 'كل 5 دقائق',
			'15-minutes': 'كل ربع ساعة',
			hour: 'حسب الساعة',
			'6-hours': 'كل 6 ساعات',
			day: 'حسب اليوم',
			week: 'حسب الأسبوع',
			month: 'حسب الشهر',
			quarter: 'حسب ربع السنة',
			year: 'حسب السنة',
			'5-years': 'كل 5 سنوات',
			decade: 'حسب العقد',
			'50-years': 'كل 50 سنة',
			century: 'حسب القرن',
			'500-years': 'كل 500 سنة',
			millennium: 'حسب الألفية'
		},
		summary: (inAll, by, period) => `${events(inAll)} ${by}، ${period}`,
		most: (summary, period, _isDay, events) => `${summary}؛ أكثرها في ${period}: ${number(events)}`,
		sentence: (text) => `${text}.`,
		caption:
			'الحدث الممتد، أو الذي لا يُعرف تاريخه إلا تقريبًا، يُحسب في كل فترة قد يقع فيها. ' +
			'تسري التصفية كلها ما عدا النطاق الزمني.',
		partOnly: 'يُحسب الجزء الظاهر من الخط الزمني فقط.',
		choose: 'يكفي اختيار فترة لضبط النطاق الزمني عليها.',
		period: 'الفترة',
		certain: 'مؤكد',
		possible: 'محتمل',
		total: 'المجموع',
		skipped: (periods) =>
			count(periods, {
				zero: 'لم تُسقط أي فترة.',
				one: 'أُسقطت فترة واحدة بلا أحداث.',
				two: 'أُسقطت فترتان بلا أحداث.',
				few: 'أُسقطت # فترات بلا أحداث.',
				other: 'أُسقطت # فترة بلا أحداث.'
			}),
		firstOf: (shown, periods) =>
			`أول ${number(shown)} من ${count(periods, {
				one: 'فترة واحدة',
				two: 'فترتين',
				few: '# فترات',
				other: '# فترة'
			})} فيها أحداث.`,
		more: (periods) =>
			count(periods, {
				one: 'عرض فترة أخرى',
				two: 'عرض فترتين أخريين',
				few: 'عرض # فترات أخرى',
				other: 'عرض # فترة أخرى'
			})
	}
};
