import type { ImportProblems } from '../en/import-problems.ts';
import { characters, count, didYouMean, named, number, own, quoted, rows } from './problem-parts.ts';

const ORDERS: Readonly<Record<string, string>> = {
	'day-first': 'اليوم قبل الشهر',
	'month-first': 'الشهر قبل اليوم'
};

const PARTS: Readonly<Record<string, string>> = {
	year: 'السنة',
	month: 'الشهر',
	day: 'اليوم',
	time: 'الوقت'
};

const part = (name: string | number | undefined): string => PARTS[String(name)] ?? own(name);

const SHAPES: Readonly<Record<string, string>> = {
	polygon: 'مساحة',
	multipolygon: 'مجموعة مساحات',
	linestring: 'خط',
	multilinestring: 'مجموعة خطوط',
	multipoint: 'مجموعة نقاط',
	geometrycollection: 'مجموعة أشكال'
};

const UNITS: Readonly<Record<string, string>> = { s: 'ثوانٍ', ms: 'أجزاء من ألف من الثانية' };

const outlines = (value: string | number | undefined): string =>
	count(Number(value), {
		zero: 'لا محيطات',
		one: 'محيط واحد',
		two: 'محيطان',
		few: '# محيطات',
		many: '# محيطًا',
		other: '# محيط'
	});

const SAVE_AS_CSV = `يُرجى فتحه في برنامج الجداول، واختيار «حفظ باسم» والصيغة ${quoted('CSV UTF-8')}، ثم فتح الملف الناتج هنا.`;
const UNPACK = 'يُرجى فك ضغطه وفتح الملفات التي فيه.';
const EXPORT = 'يُرجى تصدير الجدول بصيغة CSV.';

type Kind = readonly [what: string, mend: string];
const KINDS: Readonly<Record<string, Kind>> & { readonly binary: Kind } = {
	gzip: ['ملف مضغوط بصيغة gzip', UNPACK],
	bzip2: ['ملف مضغوط بصيغة bzip2', UNPACK],
	'7z': [`ملف مضغوط بصيغة ${own('7-Zip')}`, UNPACK],
	rar: ['ملف مضغوط بصيغة RAR', UNPACK],
	xz: ['ملف مضغوط بصيغة XZ', UNPACK],
	zip: ['ملف مضغوط بصيغة ZIP', UNPACK],
	kmz: ['ملف مضغوط بصيغة KMZ', 'يُرجى فك ضغطه كأنه ملف ZIP، وفتح ملف KML الذي فيه.'],
	xlsx: ['جدول Excel بصيغة XLSX', SAVE_AS_CSV],
	xls: ['ملف قديم من Excel أو Word', SAVE_AS_CSV],
	ods: ['جدول OpenDocument بصيغة ODS', SAVE_AS_CSV],
	docx: ['مستند Word', 'يُرجى نسخ الجدول إلى برنامج جداول وحفظه بصيغة CSV.'],
	pdf: ['مستند PDF', 'يُرجى استخدام الجدول أو البيانات التي صُنع منها.'],
	sqlite: ['قاعدة بيانات SQLite', EXPORT],
	parquet: ['ملف Parquet', EXPORT],
	picture: ['صورة', 'يُرجى استخدام البيانات التي تعرضها الصورة.'],
	'git-lfs': ['إشارة Git LFS إلى ملف آخر لا الملف نفسه', `يُجلب الملف بالأمر ${own('git lfs pull')}.`],
	html: [
		'صفحة إنترنت (HTML)',
		'كثيرًا ما يرسل الخادم صفحة بدل البيانات: يُرجى النظر إليها في متصفح، وجلب البيانات من جديد.'
	],
	binary: ['ليس نصًّا', 'يُرجى حفظ البيانات بصيغة CSV أو GeoJSON أو صيغة نصية أخرى.']
};

const OTHER_DATES = `كتابة التواريخ هكذا: ${own('2024-12-08')}`;
const NOTHING_TO_DO = 'لا يلزم أي إجراء.';

/** Behind things in the feminine, as `الصفوف` and `العلامات` are: what was not read after them. */
const rowsNotRead = (left: string | number | undefined): string =>
	count(Number(left), {
		zero: 'ولم يُترك بعده شيء',
		one: 'ولم يُقرأ بعدها صف واحد',
		two: 'ولم يُقرأ بعدها صفان',
		few: 'ولم تُقرأ بعدها # صفوف',
		many: 'ولم يُقرأ بعدها # صفًا',
		other: 'ولم يُقرأ بعدها # صف'
	});

const cells = (value: string | number | undefined): string =>
	count(Number(value), {
		zero: 'لا خلايا',
		one: 'خلية واحدة',
		two: 'خليتان',
		few: '# خلايا',
		many: '# خلية',
		other: '# خلية'
	});

const columns = (value: string | number | undefined): string =>
	count(Number(value), {
		zero: 'لا أعمدة',
		one: 'عمود واحد',
		two: 'عمودان',
		few: '# أعمدة',
		many: '# عمودًا',
		other: '# عمود'
	});

export const importProblems: ImportProblems = {
	'file-unsupported': ({ params }) => {
		const [what, mend] = KINDS[String(params.kind)] ?? KINDS.binary;
		return { why: `أيًّا كان اسم الملف، فمضمونه ${what}، وهذا لا يُقرأ هنا.`, mend };
	},
	'file-repeated': ({ params }) => ({
		why: `مضمون الملف هو مضمون ${own(params.other)} نفسه. وقد قُرئ مرة واحدة.`,
		mend: 'يُرجى ترك أحد الملفين.'
	}),
	'file-unreadable': () => ({
		why: 'تعذّرت قراءة الملف: تغيّر أو اختفى بعد اختياره، أو لا يُسمح للمتصفح بقراءته.',
		mend: 'يُرجى التأكد من وجوده، ثم اختياره مرة أخرى.'
	}),
	'dataset-among-others': () => ({
		why: `هذه مجموعة بيانات من ${own('Chronotope')} نفسه، وقد اختيرت مع ملفات أخرى. لم تُقرأ لأن الجمع بينهما غير ممكن.`,
		mend: 'يُرجى فتحها وحدها. ولجمع الكل في مجموعة واحدة يُرجى حفظها بصيغة CSV ثم فتح ذلك الملف مع الملفات الأخرى.'
	}),
	'mapping-second': () => ({
		why: 'هذا ملف مطابقة للأعمدة، وهناك ملف آخر من نوعه مستخدَم من قبل. لم يُقرأ هذا الملف.',
		mend: 'يُرجى جمع الكل في ملف مطابقة واحد، أو ترك هذا الملف.'
	}),
	'format-unknown': () => ({
		why: 'المضمون ليس بأي من الصيغ التي تُقرأ هنا.',
		mend: 'يُرجى حفظه بصيغة CSV، لكل حدث صف، وأسماء الأعمدة في الصف الأول.'
	}),
	'records-none': () => ({
		why: 'لا حدث في الملف.',
		mend: 'يُرجى كتابة الأحداث تحت أسماء الأعمدة، لكل حدث صف.'
	}),
	'encoding-guessed': ({ params }) => ({
		why: `لم يُحفظ الملف بترميز UTF-8. وقد قُرئ بترميز ${own(params.encoding)}${params.samples === undefined ? '' : `، فكانت منه هذه الكلمات: ${own(params.samples)}`}.`,
		mend: `إن كانت ${params.samples === undefined ? 'النصوص' : 'هذه الكلمات'} صحيحة فلا يلزم أي إجراء، وإلا فيُرجى اختيار ترميز آخر أو حفظ الملف بترميز UTF-8.`
	}),
	'limit-bytes': ({ params }) => ({
		why: `حجم الملف ${number(params.length)} بايت، والحد الأقصى ${number(params.limit)}.`,
		mend: 'يُرجى تقسيمه إلى عدة ملفات.'
	}),
	'limit-total': ({ params }) => ({
		why: `مع هذا الملف يزيد حجم الملفات كلها عن ${number(params.limit)} بايت، وهو الحد الأقصى في المرة الواحدة. لم يُقرأ هذا الملف.`,
		mend: 'يُرجى اختيار ملفات أقل، وفتح الملفات الأخرى على حدة.'
	}),
	'limit-files': ({ params }) => ({
		why: `عدد الملفات المختارة أكبر من ${number(params.limit)}، وهو الحد الأقصى في المرة الواحدة. قُرئت الملفات التي تسبق هذا الملف.`,
		mend: 'يُرجى اختيار ملفات أقل، أو جمع صفوفها معًا.'
	}),
	'limit-rows': ({ params }) => ({
		why: `الحد الأقصى لصفوف الملف ${number(params.limit)}، ${rowsNotRead(params.left)}.`,
		mend: 'يُرجى تقسيمه إلى عدة ملفات.'
	}),
	'limit-columns': ({ params }) => ({
		why: `في الملف ${columns(params.count)}، والحد الأقصى ${number(params.limit)}.`,
		mend: 'يُرجى حذف الأعمدة غير المطلوبة. إن كانت أعمدة الجدول أقل فيُرجى اختيار فاصل آخر.'
	}),
	'limit-cell': ({ params }) => ({
		why: `طول النص في الخلية ${characters(params.length)}، والحد الأقصى ${number(params.limit)}.`,
		mend: 'يُرجى اختصارها. إن لم يكن النص بهذا الطول ففيه أو قبله علامة اقتباس غير مغلقة.'
	}),
	'header-missing': () => ({
		why: 'يبدو أن الصف الأول بيانات. أُعطيت الأعمدة أرقامًا، وقُرئ الصف الأول على أنه حدث.',
		mend: 'يُرجى إضافة صف أول فيه أسماء الأعمدة، أو اختيار ما يُستخدم له كل عمود.'
	}),
	'header-blank': ({ field, params }) => ({
		why: `العمود ${number(params.column)} بلا اسم. واسمه هنا ${quoted(field)}.`,
		mend: 'يُرجى كتابة اسمه في الصف الأول.'
	}),
	'header-repeated': ({ field, params }) => ({
		why: `للعمودين ${number(params.first)} و${number(params.column)} الاسم نفسه. واسم الثاني هنا ${quoted(field)}.`,
		mend: 'يُرجى إعطاء أحدهما اسمًا آخر.'
	}),
	'header-below': ({ value, params }) => ({
		why: `أسماء الأعمدة في السطر ${number(params.line)}. وعدد الأسطر التي فوقها ولم تُقرأ ${number(params.count)}: ${quoted(value)}.`,
		mend: `${NOTHING_TO_DO} إن كان فيها حدث فيُرجى حذف صف الأسماء أو نقله إلى أول الملف.`
	}),
	'row-too-short': ({ params }) => ({
		why: `في هذا الصف ${cells(params.fields)}، وفي الصف الأول من الملف ${cells(params.columns)}. وقد عُدّ الناقص في آخره فارغًا.`,
		mend: 'يُرجى إضافة الفواصل الناقصة، أو التأكد من أن علامات الاقتباس مغلقة.'
	}),
	'row-too-long': ({ params }) => ({
		why: `في هذا الصف ${cells(params.fields)}، وفي الصف الأول من الملف ${cells(params.columns)}. ولا يمكن معرفة أي خلية لأي عمود.`,
		mend: `يُرجى وضع النص الذي فيه فاصل بين علامتي ${own('"')}، أو حذف الفواصل الزائدة.`
	}),
	'quote-unclosed': ({ params }) => ({
		why: `تُفتح هنا علامة اقتباس ولا تُغلق.${
			params.left === undefined ? '' : ` وهي كثيرة في الملف، ${rowsNotRead(params.left)}.`
		}`,
		mend: `يُرجى إغلاقها بعلامة أخرى. إن كانت من النص نفسه فتُكتب مرتين (${own('""')})، ويوضع النص كله بين علامتين.`
	}),
	'quote-stray': () => ({
		why: 'في نص بين علامتي اقتباس علامة غير مضاعفة. وقد قُرئت على أنها من النص.',
		mend: `يُرجى التأكد من النص كما قُرئ. علامة الاقتباس داخل النص تُكتب مرتين: ${own('""')}.`
	}),
	'column-missing': ({ value, params }) => ({
		why: `في مطابقة الأعمدة عمود اسمه ${quoted(value)}، وليس في الملف عمود بهذا الاسم.`,
		mend: `يُرجى تصحيح الاسم في المطابقة، أو اختيار استخدام الأعمدة من جديد.${didYouMean(params)}`
	}),
	'column-unused': ({ params }) => ({
		why: `${count(Number(params.count), {
			zero: 'لا أعمدة غير مستخدمة',
			one: 'عمود واحد لم يؤخذ منه شيء',
			two: 'عمودان لم يؤخذ منهما شيء',
			few: '# أعمدة لم يؤخذ منها شيء',
			many: '# عمودًا لم يؤخذ منها شيء',
			other: '# عمود لم يؤخذ منها شيء'
		})}: ${own(params.names)}.`,
		mend: 'إن كان أحدها مهمًّا فيُرجى اختيار ما يُستخدم له.'
	}),
	'dates-and-places-none': () => ({
		why: 'لا عمود فيه تواريخ أو أماكن. ولا يمكن عرض الأحداث على الخط الزمني ولا على الخريطة.',
		mend: 'يُرجى التأكد من أن الملف هو المطلوب وأن أسماء الأعمدة في صفه الأول، أو اختيار عمود التاريخ وعمود المكان.'
	}),
	'date-unreadable': ({ params }) => ({
		why: `لا يمكن قراءة هذا على أنه تاريخ.${didYouMean(params)}`,
		mend: `يُكتب التاريخ هكذا: ${own('2024')} أو ${own('2024-12')} أو ${own('2024-12-08')} أو ${own('2024-12-08T14:30:00Z')}. إن كان غير معروف فتُترك الخلية فارغة.`
	}),
	'date-order-unknown': ({ params }) => ({
		why: `هذا ${own(params.first)} أو ${own(params.second)}: لا شيء في العمود يبين هل يأتي اليوم أولًا أم الشهر.`,
		mend: `يُرجى اختيار ما يأتي أولًا في هذا العمود، أو ${OTHER_DATES}.`
	}),
	'date-order-contradicted': ({ params }) => ({
		why: `في هذا العمود ${ORDERS[String(params.order)] ?? own(params.order)}، وهذا التاريخ لا يُقرأ إلا بالعكس.`,
		mend: `يُرجى ${OTHER_DATES}.`
	}),
	'date-year-short': ({ params }) => ({
		why: `السنة مكتوبة برقمين (${own(params.year)})، ولا يمكن معرفة القرن.`,
		mend: 'يُرجى تحديد المئة سنة المقصودة في هذا العمود، أو كتابة السنوات بأربعة أرقام.'
	}),
	'date-weekday-differs': ({ params }) => ({
		why: `التاريخ ${own(params.date)} يوافق يومًا آخر من الأسبوع غير ${own(params.weekday)}، ولا يمكن معرفة أيهما خطأ.`,
		mend: `يُرجى تصحيح التاريخ أو حذف اسم اليوم.${params.calendar === 'julian' ? ' وإن كان التاريخ بالتقويم اليولياني فيُرجى تحويله أولًا إلى التقويم الميلادي (الغريغوري).' : ''}`
	}),
	'date-unknown': () => ({
		why: 'تقول هذه الخلية إن التاريخ أو جزءًا منه غير معروف. وقد عُدّت فارغة.',
		mend: `${NOTHING_TO_DO} الخلية الفارغة تعني الشيء نفسه.`
	}),
	'date-kind-unknown': ({ params }) => ({
		why: `هذا رقم، ولا شيء في العمود يبين ما يعدّه.${params.excel === '?' ? '' : ` إن كان عدد الأيام كما تحسبها برامج الجداول فهو ${own(params.excel)}.`}`,
		mend: `يُرجى اختيار ما تعدّه أرقام هذا العمود: الأيام كما تحسبها برامج الجداول، أو الثواني أو أجزاء الألف من الثانية منذ 1970. ويمكن أيضًا ${OTHER_DATES}.`
	}),
	'epoch-implausible': ({ value, params }) => ({
		why: `قُرئت كل أرقام هذا العمود على أنها ${UNITS[String(params.unit)] ?? 'وقت'} منذ 1970، فكانت السنوات بعيدة الاحتمال: ${quoted(value)} هو ${own(params.date)}.`,
		mend:
			params.other === undefined
				? 'يُرجى اختيار ما تعنيه الأرقام في هذا العمود.'
				: `يُرجى اختيار ${quoted(UNITS[String(params.other)] ?? 'وحدة أخرى')} لهذا العمود، أو ما تعنيه الأرقام فيه.`
	}),
	'date-notation-differs': ({ params }) => ({
		why: `كُتب هذا التاريخ على غير طريقة العمود. ليس له إلا معنى واحد، وقد قُرئ ${own(params.date)}.`,
		mend: `إن كان ذلك صحيحًا فلا يلزم أي إجراء، وإلا فيُرجى ${OTHER_DATES}.`
	}),
	'date-part-missing': ({ params }) => ({
		why: `هنا ${part(params.part)}، وليس معه ${part(params.missing)}.`,
		mend: 'يُرجى ملء الخلية الفارغة، أو إفراغ هذه.'
	}),
	'time-unreadable': () => ({
		why: 'لا يمكن قراءة هذا على أنه وقت.',
		mend: `يُكتب الوقت هكذا: ${own('14:30')} أو ${own('14:30:00')}.`
	}),
	'time-dropped': ({ params }) => ({
		why: `يؤرَّخ الحدث الممتد بالأيام. لذلك تُرك منه الوقت، وقُرئ ${own(params.date)}.`,
		mend: `${NOTHING_TO_DO} إن كان الحدث في لحظة واحدة فتُترك خلية النهاية فارغة.`
	}),
	'number-unreadable': () => ({
		why: 'لا يمكن قراءة هذا على أنه درجات.',
		mend: `تُكتب الدرجات هكذا: ${own('33.5138')} أو ${own('-70.25')}.`
	}),
	'coordinates-incomplete': () => ({
		why: 'لا يوجد هنا إلا أحد خطي العرض والطول.',
		mend: 'يُرجى كتابتهما معًا، أو ترك الخليتين فارغتين إن كان الموقع غير معروف.'
	}),
	'coordinates-unreadable': () => ({
		why: 'لا يمكن قراءة هذا على أنه موقع.',
		mend: `يُكتب خط العرض ثم خط الطول بالدرجات: ${own('33.5138, 36.2765')}.`
	}),
	'coordinates-order-unknown': () => ({
		why: 'لا شيء في العمود يبين هل يأتي خط العرض أولًا أم خط الطول.',
		mend: 'يُرجى اختيار ما يأتي أولًا في هذا العمود.'
	}),
	'coordinates-lng-first': ({ value }) => ({
		why: `قُرئت مواقع هذا العمود على أن خط الطول يأتي أولًا: الرقم الأول في ${quoted(value)} لا يصلح خطَّ عرض.`,
		mend: 'إن كان ذلك صحيحًا فلا يلزم أي إجراء، وإلا فيُرجى اختيار ما يأتي أولًا في هذا العمود.'
	}),
	'geometry-reduced': ({ params }) => ({
		why: `المكان نقطة، وهذا ${SHAPES[String(params.type).toLowerCase()] ?? 'شكل'}: أُخذ وسطه.`,
		mend: `${NOTHING_TO_DO} إن كان الوسط مضللًا فيُرجى كتابة نقطة.`
	}),
	'geometry-part-unreadable': ({ params }) => ({
		why: `في هذا الشكل أجزاء لا يمكن قراءتها فتُركت، وأُخذ بالباقي: ${own(params.parts)}، والعدّ من 1.`,
		mend: 'يُرجى تصحيح الأجزاء المذكورة أو حذفها.'
	}),
	'ring-unclosed': ({ params }) => ({
		why: `يجب أن ينتهي المحيط حيث يبدأ. أُغلق في هذا الشكل ما لم يكن مغلقًا: ${outlines(params.count)}.`,
		mend: `${NOTHING_TO_DO} لإزالة هذه الرسالة يُرجى تكرار الموقع الأول من المحيط في آخره.`
	}),
	'ring-too-short': ({ params }) => ({
		why: `لا يحيط المحيط بشيء إن قلّت زواياه عن ثلاث، وأُخذ وسط الزوايا فيما هو كذلك: ${outlines(params.count)}.`,
		mend: 'يُرجى إضافة الزوايا الناقصة، أو كتابة نقطة أو خط.'
	}),
	'coordinates-maybe-swapped': ({ params }) => ({
		why: `في ${rows(params.rows)} من ${number(params.of)} يتجاوز خط العرض 90 درجة، والرقمان بالعكس موقع ممكن.`,
		mend: 'إن كانا معكوسين في هذا الملف فيُرجى اختيار «تبديل خط العرض وخط الطول»، وإلا فتصحيح الصفوف.'
	}),
	'title-made': ({ params }) => ({
		why: `لا عمود فيه العناوين. صُنعت للأحداث عناوين مثل ${quoted(params.example)}.`,
		mend: 'إن كان في عمود عناوين فيُرجى اختيار استخدامه للعنوان.'
	}),
	'sources-apart': () => ({
		why: 'تشير الأحداث إلى مصادرها بالمعرّفات، ولم يُفتح الملف الذي فيه هذه المصادر. فجاءت المعرّفات مكان العناوين والروابط.',
		mend: 'يُرجى فتح ملف المصادر مع هذا الملف.'
	}),
	'sources-none': () => ({
		why: 'لا عمود يبين مصادر الأحداث. تظهر الأحداث كلها بلا مصدر.',
		mend: 'يُرجى إضافة عمود فيه مصدر كل حدث، ويُفضل مع رابطه.'
	}),
	'categories-joined': ({ params }) => ({
		why: `عدد الفئات ${number(params.count)}، ولا يمكن تمييز أكثر من ${number(params.limit)}. وقد جُمعت أقلها ورودًا في فئة ${quoted(params.other)}: ${own(params.names)}.`,
		mend: 'إن كان للتمييز بينها أهمية فيُرجى تقليل القيم المختلفة في العمود.'
	}),
	'id-conflict': ({ params }) => ({
		why: `هناك صف آخر له المعرّف نفسه ومضمون مختلف (${named(params)}). ويظهر الاثنان.`,
		mend: 'يُرجى إعطاء أحدهما معرّفًا آخر، أو حذف الخطأ منهما.'
	}),
	'row-repeated': ({ params }) => ({
		why: `يطابق هذا الصف صفًا آخر في كل الأعمدة (${named(params)}). ودون معرّفات لا يمكن معرفة هل هما حدث واحد، فيظهر الاثنان.`,
		mend: 'إن كانا حدثًا واحدًا فيُرجى حذف أحدهما، وإلا فإعطاء كل منهما معرّفًا.'
	}),
	'xml-invalid': ({ params }) => ({
		why: `صيغة XML مختلة هنا، وهذه رسالة القارئ بالإنجليزية: ${quoted(params.reason)}.`,
		mend: 'يُرجى تصدير الملف من جديد، فقد يكون مبتورًا. لم يُقرأ منه شيء.'
	}),
	'xml-too-deep': ({ params }) => ({
		why: `تتداخل العناصر في أكثر من ${number(params.limit)} مستوى.`,
		mend: 'يُرجى وضع الأماكن في مجلدات أقل. لم يُقرأ من الملف شيء.'
	}),
	'calendar-invalid': ({ params }) => ({
		why: `لا يمكن قراءة هذا البند من التقويم، وهذه رسالة القارئ بالإنجليزية: ${quoted(params.reason)}.`,
		mend: 'يُرجى تصدير التقويم من جديد، أو حذف البند.'
	}),
	'extension-ignored': ({ params }) => ({
		why: `الإضافة ${quoted(params.name)} إلى الصيغة لا تُقرأ هنا. عدد مرات ورودها: ${number(params.count)}.`,
		mend: `إن كانت فيها أماكن أو أوقات فيُرجى تصديرها في عناصر ${own('Point')} أو ${own('LineString')} أو ${own('Polygon')} مع ${own('TimeStamp')} أو ${own('TimeSpan')}.`
	}),
	'recurrence-ignored': () => ({
		why: 'الحدث متكرر. ولم تُقرأ إلا مرته الأولى.',
		mend: 'إن كان لمراته الأخرى أهمية فيُرجى إضافتها أحداثًا مستقلة.'
	}),
	'zone-unknown': ({ params }) => ({
		why: `لا يبين الملف ما المنطقة الزمنية ${quoted(params.zone)}. وقد قُرئ الوقت كما هو مكتوب، كأنه بتوقيت غرينتش.`,
		mend: `يُرجى تصدير التقويم مع مناطقه الزمنية (${own('VTIMEZONE')})، أو كتابة الوقت بتوقيت غرينتش.`
	}),
	'when-misplaced': ({ params }) => ({
		why: `يقع ${quoted('when')} داخل ${quoted('properties')}، وعدد المرات: ${number(params.count)}. وقد قُرئ مع ذلك.`,
		mend: `يُرجى نقله من ${quoted('properties')} إلى جانب ${quoted('geometry')}.`
	})
};
