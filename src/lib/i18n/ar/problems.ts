import type { DatasetProblems } from '../en/problems.ts';
import { degrees, isOwn, type ProblemParams } from '../problem-facts.ts';
import { characters, count, country, didYouMean, named, number, own, quoted } from './problem-parts.ts';

const JSON_EXPECTATIONS: Readonly<Record<string, string>> = {
	value: `قيمة (نص بين علامتي ${own('"')}، أو رقم، أو ${own('true')}، أو ${own('false')}، أو ${own('null')}، أو قائمة، أو كائن)`,
	key: `اسم بين علامتي ${own('"')}`,
	colon: 'نقطتان رأسيتان بعد الاسم',
	'comma-or-bracket': `فاصلة ${own(',')} أو ${own(']')}`,
	'comma-or-brace': `فاصلة ${own(',')} أو ${own('}')}`,
	end: 'نهاية الملف',
	number: 'رقم بصيغة JSON (بلا صفر في أوله وبلا نقطة منفردة)',
	escape: `رمز تهريب تعرفه صيغة JSON ‏(${own('\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000')})`,
	'closing-quote': `علامة ${own('"')} الختامية (يُكتب الانتقال إلى سطر جديد داخل النص هكذا: ${own('\\n')})`
};

const LOOKS: Readonly<Record<string, string>> = {
	'HTML or XML': 'HTML أو XML',
	'a Git LFS pointer': 'إشارة Git LFS إلى ملف آخر',
	'a ZIP archive': 'ملف مضغوط بصيغة ZIP',
	'a gzip archive': 'ملف مضغوط بصيغة gzip',
	'UTF-16 text': 'نص بترميز UTF-16',
	CSV: 'جدول بصيغة CSV'
};

const LISTS: Readonly<Record<string, string>> = {
	categories: `فئات ${own('dataset.json')}`,
	actors: `أطراف ${own('dataset.json')}`,
	agencies: `وكالات ${own('dataset.json')}`,
	places: own('places.geojson'),
	sources: own('sources.json'),
	events: own('events.json')
};

const OPENING_REASONS: Readonly<Record<string, string>> = {
	malformed: 'في عرض البداية قيمة لا تُقرأ',
	unreadable: 'في عرض البداية حروف لا تُقرأ',
	swapped: 'ينتهي عرض البداية قبل أن يبدأ، وقد بُدّل التاريخان',
	shortened: 'في عرض البداية نص بحث أطول من اللازم، وقد اختُصر',
	missing: 'يشير عرض البداية إلى ما ليس في هذه البيانات',
	merged: 'يسمّي عرض البداية حدثًا صار جزءًا من حدث آخر',
	withdrawn: 'يسمّي عرض البداية حدثًا سُحب',
	duplicate: 'في عرض البداية قيمة مكررة، وتُعتمد الأولى وحدها'
};

const TYPES: Readonly<Record<string, string>> = {
	string: `نص بين علامتي ${own('"')}`,
	number: 'رقم بلا علامات اقتباس',
	boolean: `${own('true')} أو ${own('false')} بلا علامات اقتباس`,
	array: `قائمة بين ${own('[ ]')}`,
	object: `كائن بين ${own('{ }')}`,
	record: `كائن بين ${own('{ }')}`,
	null: own('null'),
	infinity: 'رقم يتجاوز كل الحدود'
};

const NEW_LINK = 'يُرجى نسخ رابط جديد من «مشاركة»، وأخذ ما بعد علامة الاستفهام فيه.';
const EXPORT_AGAIN = `يُرجى تصدير البيانات من جديد بنظام WGS 84 ‏(${own('EPSG:4326')}) وبالدرجات.`;

function listName({ to }: ProblemParams): string {
	return LISTS[String(to)] ?? own(to);
}

function typeWords(name: string | number | undefined): string {
	return TYPES[String(name)] ?? 'قيمة من نوع آخر';
}

export const problems: DatasetProblems = {
	'file-missing': ({ file }) => ({
		why: `لا يوجد ملف ${own(file)} في المجلد.`,
		mend: `تتكون مجموعة البيانات من أربعة ملفات: ${own('dataset.json')} و${own('places.geojson')} و${own('sources.json')} و${own('events.json')}، وأسماؤها بأحرف لاتينية صغيرة. يُرجى إضافة الملف الناقص، ويجوز أن تكون القائمة فيه فارغة.`
	}),
	'file-empty': ({ file }) => ({
		why: 'الملف فارغ.',
		mend: `يُرجى التأكد من أنه الملف المقصود، وحفظ ${own(file)} من جديد وفيه البيانات.`
	}),
	'file-too-large': ({ params }) => ({
		why: `طول الملف ${characters(params.length)}، والحد الأقصى ${number(params.limit)}.`,
		mend: 'يُرجى تقسيم البيانات أو اختصار نصوصها.'
	}),
	'file-bom': () => ({
		why: 'في أول الملف علامة ترميز غير مرئية (BOM) لا تقبلها صيغة JSON. وقد جرى تجاوزها.',
		mend: `يُرجى حفظ الملف بترميز ${quoted('UTF-8')}، لا بترميز ${quoted('UTF-8 with BOM')}.`
	}),
	'file-encoding': ({ params }) => ({
		why: `${count(Number(params.count), {
			zero: 'لا حروف مفقودة',
			one: 'ضاع حرف واحد ووُضعت مكانه العلامة',
			two: 'ضاع حرفان ووُضعت مكانهما العلامة',
			few: 'ضاعت # أحرف ووُضعت مكانها العلامة',
			many: 'ضاع # حرفًا ووُضعت مكانها العلامة',
			other: 'ضاع # حرف ووُضعت مكانها العلامة'
		})} ${quoted('�')}. والأرجح أن الملف لم يُحفظ بترميز UTF-8.`,
		mend: 'يُرجى حفظ الملف الأصلي من جديد بترميز UTF-8. ما ضاع هنا لا يمكن استعادته.'
	}),
	'file-not-json': ({ params }) => ({
		why: `الملف ليس بصيغة JSON، ويبدو أنه ${LOOKS[String(params.looksLike)] ?? own(params.looksLike)}.`,
		mend: 'يُرجى وضع ملف JSON نفسه مكانه.'
	}),
	'json-invalid': ({ value, params }) => ({
		why: `صيغة JSON مختلة هنا: المتوقع ${JSON_EXPECTATIONS[String(params.expected)] ?? own(params.expected)}، ${value === null ? 'لكن الملف ينتهي' : `لا ${quoted(value)}`}.`,
		mend: 'يُرجى فحص هذا السطر ونهاية السطر الذي قبله. السبب المعتاد فاصلة زائدة أو ناقصة.'
	}),
	'json-too-deep': () => ({
		why: 'تتداخل القوائم والكائنات في أكثر من 64 مستوى.',
		mend: 'يُرجى البحث عن أقواس لا تُغلق: تكفي مثل هذه البيانات ثمانية مستويات.'
	}),
	'json-repeated-key': ({ value }) => ({
		why: `الاسم ${quoted(value)} مكرر بين القوسين ${own('{ }')} نفسيهما، ولا يُعتمد إلا الأخير.`,
		mend: 'يُرجى حذف الخطأ منهما.'
	}),
	'format-newer': ({ params }) => ({
		why: `البيانات بإصدار الصيغة ${own(params.format)}، وهذا البرنامج يقرأ الإصدار ${own(params.reads)}.`,
		mend: `يُرجى تحديث هذا البرنامج، أو حفظ البيانات بإصدار الصيغة ${own(params.reads)}.`
	}),
	'field-missing': ({ field }) => ({
		why: `الحقل ${quoted(field)} غير موجود.`,
		mend: `يُرجى إضافة ${quoted(field)} مع قيمته.`
	}),
	'type-wrong': ({ params }) => ({
		why: `القيمة هنا ${typeWords(params.received)}.`,
		mend: `المطلوب ${typeWords(params.expected)}.`
	}),
	'key-unknown': ({ field, params }) => ({
		why: field === null ? 'لا تعرف الصيغة هذا الاسم هنا.' : `لا تعرف الصيغة الاسم ${quoted(field)} هنا.`,
		mend: `يُرجى تصحيح الاسم أو حذفه.${didYouMean(params)}`
	}),
	'value-unknown': ({ params }) => ({
		why: `ليست هذه من القيم المعروفة هنا.${params.taken === undefined ? '' : ` وقد قُرئت ${quoted(params.taken)}.`}`,
		mend: `القيم الممكنة: ${own(params.allowed)}.${didYouMean(params)}`
	}),
	'list-empty': () => ({ why: 'القائمة فارغة.', mend: 'يُرجى كتابة عنصر واحد فيها على الأقل.' }),
	'list-repeats': ({ params }) => ({
		why: `هذه القيمة موجودة في القائمة من قبل، في العنصر ${number(Number(params.earlier) + 1)}.`,
		mend: 'يُرجى حذف إحدى القيمتين.'
	}),
	'text-empty': () => ({ why: 'النص فارغ.', mend: 'يُرجى كتابة النص، أو حذف الحقل كله.' }),
	'text-too-long': ({ params }) => ({
		why: `طول النص ${characters(params.length)}، والحد الأقصى ${number(params.limit)}.`,
		mend: 'يُرجى اختصاره.'
	}),
	'text-bidi-control': ({ params }) => ({
		why: `في النص علامة غير مرئية لاتجاه الكتابة (${own(params.character)}) قد تجعله يُقرأ على غير ما هو.`,
		mend: 'يُرجى حذفها؛ فالصفحة تضبط الاتجاه بنفسها.'
	}),
	'text-control-character': ({ params }) => ({
		why: `في النص رمز تحكم غير مرئي (${own(params.character)}).`,
		mend: 'يُرجى حذفه أو كتابة النص من جديد؛ فكثيرًا ما تأتي هذه الرموز مع النسخ.'
	}),
	'text-surrogate': ({ params }) => ({
		why: `في النص نصف رمز (${own(params.character)}).`,
		mend: 'يُرجى كتابة الرمز من جديد.'
	}),
	'text-html-entity': () => ({
		why: `في النص رمز مكتوب بطريقة HTML مثل ${own('&amp;')}، وسيظهر للقراء كما هو.`,
		mend: `يُرجى كتابة الرمز نفسه: ${own('&')} بدلًا من ${own('&amp;')}.`
	}),
	'title-empty': () => ({
		why: 'العنوان فارغ. الحدث الذي لا عنوان له يُعطى عنوانًا مؤقتًا.',
		mend: 'يُرجى كتابة عنوان لا يتجاوز 60 حرفًا.'
	}),
	'language-invalid': () => ({
		why: 'ليس هذا رمز لغة بصورته المعتادة.',
		mend: `يُكتب رمز اللغة هكذا: ${own('en, ar, ru, pt-BR, zh-Hant')}.`
	}),
	'language-missing': ({ params }) => ({
		why: `لا يوجد النص باللغة الأولى للبيانات ${quoted(params.language)}.`,
		mend: `يُرجى إضافته، أو تغيير ترتيب ${quoted('languages')} في ${own('dataset.json')}.`
	}),
	'language-undeclared': ({ params }) => ({
		why: `ليست ${quoted(params.language)} من لغات البيانات (${own(params.declared)}).`,
		mend: `يُرجى إضافة اللغة إلى ${quoted('languages')} في ${own('dataset.json')}، أو تصحيح رمزها.`
	}),
	'id-invalid': ({ params }) => ({
		why: 'لا يقبل المعرّف إلا الأحرف اللاتينية الصغيرة والأرقام، وبينها شرطات مفردة، ولا يتجاوز 80 حرفًا.',
		mend: `يُرجى اختيار معرّف قصير واضح يبقى على حاله، لأنه يصير جزءًا من العناوين.${didYouMean(params)}`
	}),
	'id-repeated': ({ params }) => ({
		why: `هناك سجل آخر له المعرّف نفسه ومضمون مختلف (${named(params)}). ولم يُعتمد أي منهما.`,
		mend: 'يُرجى إعطاء أحدهما معرّفًا آخر، أو حذف الخطأ منهما.'
	}),
	'record-repeated': ({ params }) => ({
		why: `السجل نفسه موجود من قبل (${named(params)}). ولم يُعتمد هذا.`,
		mend: 'يُرجى حذفه إن كان مكررًا سهوًا.'
	}),
	'record-too-large': ({ params }) => ({
		why: `عدد القيم في السجل أكثر من ${number(params.limit)}.`,
		mend: 'يُرجى تقسيمه إلى عدة سجلات.'
	}),
	'categories-too-many': ({ params }) => ({
		why: `عدد الفئات أكثر من ${number(params.limit)}، ولا يمكن تمييز مزيد من الألوان والعلامات.`,
		mend: 'يُرجى دمج بعض الفئات، أو استخدام الأطراف للتمييز الأدق.'
	}),
	'opening-invalid': () => ({ why: 'ليس هذا ما يأتي بعد علامة الاستفهام في رابط.', mend: NEW_LINK }),
	'opening-ignored': ({ params }) => ({
		why: `${OPENING_REASONS[String(params.reason)] ?? own(params.reason)} (${own(params.parameter)}).`,
		mend: NEW_LINK
	}),
	'path-invalid': () => ({
		why: 'ليس هذا مسار ملف داخل مجلد البيانات.',
		mend: `يُكتب المسار هكذا: ${own('logo.svg')} أو ${own('images/logo.svg')}.`
	}),
	'url-invalid': () => ({
		why: 'ليس هذا عنوانًا على الإنترنت.',
		mend: `يُرجى كتابة العنوان كاملًا، مثل: ${own('https://example.org/report')}.`
	}),
	'url-not-http': () => ({
		why: `لا تصير روابط إلا العناوين التي تبدأ بـ ${own('http')} أو ${own('https')}.`,
		mend: `يُرجى كتابة عنوان الصفحة الذي يبدأ بـ ${own('https')}، أو ترك الحقل.`
	}),
	'url-userinfo': () => ({
		why: `في العنوان اسم مستخدم قبل ${quoted('@')} يخفي وجهته الحقيقية.`,
		mend: `يُرجى حذف كل ما بعد ${quoted('//')} حتى ${quoted('@')}، وهي معه.`
	}),
	'site-address-invalid': () => ({
		why: 'ليس هذا عنوانًا يمكن أن يوضع الموقع فيه.',
		mend: `يبدأ العنوان بـ${quoted('https://')} ويسمّي مجلدًا وينتهي بـ${quoted('/')}، ولا يحتوي على ${quoted('?')} ولا على ${quoted('#')}، مثل: ${own('https://example.org/syria/')}. ويعمل الموقع في أي مكان من دونه أيضًا.`
	}),
	'country-invalid': () => ({
		why: 'ليس هذا رمز بلد من حرفين.',
		mend: `يُرجى كتابة رمز ISO 3166-1 بأحرف لاتينية كبيرة، مثل: ${own('SY, RU, US')}.`
	}),
	'date-invalid': ({ explanation }) => ({
		why: explanation,
		mend: `تُكتب التواريخ هكذا: ${own('2024')} أو ${own('2024-12')} أو ${own('2024-12-08')} أو ${own('2000~')} (نحو 2000) أو ${own('2024-12/2025-01')} (من، إلى) أو ${own('[2024-12,2025-01]')} (أحدهما).`
	}),
	'date-not-day': () => ({
		why: 'ليس هذا يومًا كاملًا.',
		mend: `يُرجى كتابة السنة والشهر واليوم: ${own('2025-10-14')}.`
	}),
	'crs-unsupported': ({ params }) => ({
		why: `الإحداثيات بنظام مرجعي آخر (${own(params.crs)}). في صيغة GeoJSON يأتي خط الطول ثم خط العرض، بنظام WGS 84.`,
		mend: EXPORT_AGAIN
	}),
	'geometry-null': ({ field }) => ({
		why: 'ليس للمكان موقع. أحداثه في القائمة، ولا يظهر منه شيء على الخريطة.',
		mend: isOwn(field)
			? `يُرجى إضافة نقطة ${quoted('Point')} حين يُعرف الموقع.`
			: 'يُرجى إضافة خط العرض وخط الطول حين يُعرف الموقع.'
	}),
	'geometry-not-point': ({ params }) => ({
		why: `المكان نقطة ${quoted('Point')}، وهذا ${quoted(params.type)}.`,
		mend: `يُرجى استخدام نقطة داخل المنطقة، وبيان مدى اتساعها في ${quoted('precision')}.`
	}),
	'coordinates-invalid': () => ({
		why: 'الإحداثيات رقمان: خط الطول ثم خط العرض.',
		mend: `تُكتب بالدرجات العشرية وبلا علامات اقتباس، مثل: ${own('[36.2765, 33.5138]')}.`
	}),
	'coordinates-swapped': ({ field, params }) => ({
		why:
			params.country === undefined
				? `خط العرض من ${own('-90')} إلى ${own('90')}. ويبدو أن خطي الطول والعرض معكوسان.`
				: `تقع النقطة خارج حدود البلد (${country(params)})، وإذا بُدّل خطا الطول والعرض وقعت داخلها.`,
		mend: isOwn(field)
			? `في صيغة GeoJSON يأتي خط الطول أولًا. إن كان هذا هو الخطأ فالصحيح ${own(params.suggestion)}.`
			: 'إن كانا معكوسين في الملف كله فيُرجى اختيار «تبديل خط العرض وخط الطول»، وإن كان الخطأ هنا وحده فتبديل القيمتين.'
	}),
	'coordinates-projected': () => ({
		why: 'ليست هذه الأرقام درجات، ويبدو أنها أمتار في إسقاط خريطة.',
		mend: EXPORT_AGAIN
	}),
	'coordinates-extra': ({ params }) => ({
		why: `للنقطة هنا رقمان، وقد تُرك الباقي (${own(params.dropped)}).`,
		mend: 'يُرجى حذف الأرقام الزائدة.'
	}),
	'latitude-out-of-range': ({ field, params }) => ({
		why: `خط العرض من ${own('-90')} إلى ${own('90')}، وهذا ${own(degrees(params.latitude))}.`,
		mend: isOwn(field) ? 'يُرجى تصحيح الرقم الثاني.' : 'يُرجى تصحيح خط العرض.'
	}),
	'longitude-wrapped': ({ params }) => ({
		why: `خط الطول من ${own('-180')} إلى ${own('180')}. وقد قُرئ ${own(degrees(params.longitude))}، وهو خط الطول نفسه.`,
		mend: `يُرجى كتابة ${own(degrees(params.longitude))}.`
	}),
	'null-island': ({ field }) => ({
		why: `تقع النقطة ${own('0, 0')} في البحر قبالة أفريقيا، وتعني عادةً أن الموقع غير معروف.`,
		mend: isOwn(field)
			? `يُرجى كتابة الموقع، أو ${own('"geometry": null')}.`
			: 'يُرجى كتابة الموقع، أو ترك الخليتين فارغتين إن كان غير معروف.'
	}),
	'country-mismatch': ({ params }) => ({
		why: `تقع النقطة بعيدًا عن حدود البلد (${country(params)}).`,
		mend: 'يُرجى مراجعة النقطة ورمز البلد.'
	}),
	'reference-missing': ({ params }) => ({
		why: `لا شيء في ${listName(params)} له هذا المعرّف.`,
		mend: `يُرجى تصحيح المعرّف أو إضافة السجل.${didYouMean(params)}`
	}),
	'reference-rejected': ({ params }) => ({
		why: `السجل الذي له هذا المعرّف في ${listName(params)} مرفوض.`,
		mend: 'يُرجى إصلاح ذلك السجل أولًا، فتصح هذه الإشارة إليه.'
	}),
	'merge-cycle': ({ params }) => ({
		why: `دُمجت الأحداث في حلقة مغلقة: ${own(params.circle)}.`,
		mend: `يُرجى حذف ${quoted('mergedInto')} من الحدث الذي يبقى.`
	}),
	'claims-none': ({ field }) => ({
		why: 'لا يذكر أي مصدر هذا الحدث، ويظهر بلا مصدر.',
		mend:
			field === 'claims'
				? `يُرجى إضافة عنصر إلى ${quoted('claims')} فيه المصدر الذي يذكره.`
				: 'يُرجى كتابة المصدر الذي يذكره، ويُفضل مع رابطه.'
	}),
	'source-predates-event': ({ params }) => ({
		why: `نُشر المصدر (${own(params.published)}) قبل ما يتحدث عنه (${own(params.when)}).`,
		mend: `يُرجى مراجعة التاريخين. الحدث الذي أُعلن عنه فقط حالته ${quoted('planned')}.`
	})
};
