import type { sharing as en } from '../en/sharing.ts';
import { count, eventsAfter, isolate, listed, number } from './words.ts';

const pixels = (value: number): string =>
	count(value, {
		zero: '# بكسل',
		one: 'بكسل واحد',
		two: 'بكسلان',
		few: '# بكسلات',
		many: '# بكسلًا',
		other: '# بكسل'
	});

export const sharing: typeof en = {
	embed: 'تضمين',
	embedAbout: 'هذا العرض داخل مقال على موقع آخر، بكامل العرض. ويعمل دون أي برنامج نصي.',
	embedOwn: 'هذه البيانات في هذا المتصفح وحده: لا يمكن لأي صفحة عرضها قبل نشرها.',
	embedTooLong: 'لا يتسع رابط لهذا العرض، فلا يمكن لأي إطار فتحه. يمكن تخفيف التصفية أولًا.',
	height: 'الارتفاع',
	pixels,
	withScript: 'مع البرنامج النصي: يصبح الإطار بارتفاع ما يعرضه، ويمكن للمقال متابعة العرض',
	code: 'شيفرة للصفحة',
	copyCode: 'نسخ الشيفرة',
	copied: 'تم النسخ.',
	notCopied: `لا يسمح المتصفح بالنسخ. النص محدَّد، ويُنسخ بالضغط على Ctrl+C، أو ${isolate('⌘C')} على أجهزة Mac.`,

	download: 'تنزيل',
	which: 'أي الأحداث',
	filtered: (some, total) => `ما تبقيه التصفية الآن: ${listed(some, total)}`,
	all: (total) => `الكل: ${eventsAfter(total)}`,
	excel: 'لبرنامج Excel: وسم ملف CSV بأنه UTF-8',
	csv: 'CSV',
	csvFor: 'لجداول البيانات',
	geojson: 'GeoJSON',
	geojsonFor: 'للخرائط',
	icalendar: 'iCalendar',
	icalendarFor: 'للتقويمات',
	native: 'ملف مجموعة البيانات',
	nativeFor: 'كل شيء، ويمكن فتحه هنا من جديد',
	leftOut:
		'لا تضم ملفات CSV وGeoJSON وiCalendar النصوص باللغات الأخرى، ولا التصويبات، ولا النسخ المؤرشفة، ولا الموضع في التقرير والوكالة التي ينقل عنها، ولا الصور بعد الأولى؛ ولا يضم iCalendar كذلك الأطراف ولا الصور ولا ما تقوله التقارير.',
	selection: (some, total, lines) => [listed(some, total), ...lines].join('؛ '),
	wholeSelection: (total) => `كل الأحداث: ${number(total)}`,
	writing: 'جمع الأحداث',
	cancel: 'إلغاء',
	cancelled: 'أُلغي التنزيل ولم يُحفظ شيء.',
	saved: (name, written) => `حُفظ الملف ${isolate(name)}، وعدد الأحداث فيه ${number(written)}.`,
	undated: (left) => `ليس في التقويم ما لا يوم معروفًا له، وعدده ${number(left)}.`,
	tooMany: (chosen, most) =>
		`عدد الأحداث المختارة ${number(chosen)}، ولا يكتب المتصفح أكثر من ${number(most)} دفعة واحدة. يمكن تضييق التصفية، وتُكتب كلها بالأمر ${isolate('npm run data:export')}.`,
	nothing: 'لا حدث يوافق هذه التصفية: لا شيء يُكتب.',
	opening: 'ما زال فتح مجموعة البيانات جاريًا. يمكن المحاولة من جديد حين يظهر الخط الزمني.',
	failed: (file) => `تعذر جلب ${isolate(file)} ولم يُحفظ شيء. يمكن المحاولة من جديد.`,

	cite: 'استشهاد'
};
