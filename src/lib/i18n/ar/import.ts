import type { importing as en } from '../en/import.ts';
import { count, events, isolate, number } from './words.ts';

const rows = (value: number): string =>
	count(value, {
		zero: 'لا صفوف',
		one: 'صف واحد',
		two: 'صفان',
		few: '# صفوف',
		many: '# صفًا',
		other: '# صف'
	});

/** Behind a preposition. */
const rowsAfter = (value: number): string =>
	count(value, {
		zero: '# صفوف',
		one: 'صف واحد',
		two: 'صفين',
		few: '# صفوف',
		many: '# صفًا',
		other: '# صف'
	});

/** Of one event or none, of two, of more: behind the number. */
const said = (value: number, one: string, two: string, more: string): string =>
	count(value, { zero: one, one, two, few: more, many: more, other: more });

/** One answer serves the whole column. */
const ASKED = 'لا شيء في العمود يدل على ذلك. جواب واحد يكفي لكل صفوفه، وإلى أن يُعطى تُرفض هذه الصفوف.';

export const importing: typeof en = {
	title: 'فتح بياناتك الخاصة',
	close: 'إغلاق',
	cancel: 'إلغاء',
	stop: 'إيقاف',
	show: (shown) =>
		count(shown, {
			zero: 'لا أحداث للعرض',
			one: 'عرض حدث واحد',
			two: 'عرض حدثين',
			few: 'عرض # أحداث',
			many: 'عرض # حدثًا',
			other: 'عرض # حدث'
		}),
	failed:
		'لم يستطع المتصفح إتمام ذلك في محاولتين. ربما كانت الملفات أكبر مما تتسع له ذاكرته: يمكن تجربة ملفات أقل أو أصغر، أو متصفح آخر، أو سطر الأوامر.',

	choose: 'اختيار ملفات',
	chooseOthers: 'اختيار ملفات أخرى',
	drop: 'أو إفلاتها هنا.',
	dropNow: 'تُقرأ الملفات عند إفلاتها.',
	stays: 'لا يُرفع شيء إلى أي خادم. تُقرأ الملفات في هذا المتصفح وتبقى على هذا الجهاز.',
	reads: `ملفات CSV وTSV من أي برنامج جداول، وGeoJSON وKML وiCalendar وJSON؛ وما يُصدَّر من TimelineJS وStoryMapJS وtimemap وBellingcat وACLED وUCDP وGDELT وLinked Places؛ ومجموعات بيانات ${isolate('Chronotope')} نفسه.`,
	mappingToo: 'ويمكن أن يُختار معها ملف مطابقة الأعمدة المحفوظ هنا من قبل.',
	templates: 'للبدء من الصفر:',
	emptyTemplate: 'جدول فارغ (CSV)',
	exampleTemplate: 'جدول فيه ستة أمثلة (CSV)',
	chosen: 'الملفات',
	reading: (files) =>
		count(files, {
			zero: 'لا ملفات للقراءة',
			one: 'قراءة ملف واحد',
			two: 'قراءة ملفين',
			few: 'قراءة # ملفات',
			many: 'قراءة # ملفًا',
			other: 'قراءة # ملف'
		}),
	computing: 'تُقرأ الأحداث من جديد',
	done: (read, rejected, questions) =>
		`الأحداث المقروءة: ${number(read)}، والمرفوضة: ${number(rejected)}.${questions === 0 ? '' : ` الأسئلة: ${number(questions)}.`}`,
	stopped: 'توقفت القراءة.',

	attention: {
		title: 'قبل المتابعة',
		question: (column) => `يلزم تحديد طريقة قراءة العمود «${column}»`,
		swapped: (file) => `قد يكون خط العرض وخط الطول معكوسين في الملف «${file}»`,
		rejected: (rejected) =>
			count(rejected, {
				zero: 'لا أحداث مرفوضة',
				one: 'رُفض حدث واحد: الأسباب',
				two: 'رُفض حدثان: الأسباب',
				few: 'رُفضت # أحداث: الأسباب',
				many: 'رُفض # حدثًا: الأسباب',
				other: 'رُفض # حدث: الأسباب'
			}),
		unreadFile: (file) => `لم يُقرأ الملف «${file}»: الأسباب`,
		unread: 'لم يُقرأ أي حدث: الأسباب',
		nothing: 'ليس فيما اختير ملف يُقرأ. ومن المجلد يُقرأ ما يقع فيه مباشرة دون مجلداته الفرعية.',
		mappingAlone: 'هذا ملف مطابقة أعمدة. يُختار مع ملف بياناته.'
	},

	questions: {
		title: (questions) =>
			count(questions, {
				zero: 'لا أسئلة',
				one: 'سؤال واحد',
				two: 'سؤالان',
				few: '# أسئلة',
				many: '# سؤالًا',
				other: '# سؤال'
			}),
		answered: 'أجوبتك',
		inFile: (file) => `في الملف «${file}»`,
		'date-order': (column) => `أيهما يأتي أولًا في تواريخ العمود «${column}»: اليوم أم الشهر؟`,
		century: (column) => `إلى أي مئة سنة تعود السنوات المكتوبة برقمين في العمود «${column}»؟`,
		years: (first) => `من ${first} إلى ${first + 99}`,
		'date-kind': (column) => `تواريخ العمود «${column}» أرقام. ماذا تَعُدّ؟`,
		'coordinate-order': (column) => `أيهما يأتي أولًا في العمود «${column}»: خط العرض أم خط الطول؟`,
		why: {
			'date-order': ASKED,
			'date-kind': ASKED,
			'coordinate-order': ASKED,
			century: 'لا شيء في العمود يدل على ذلك. تُرفض الصفوف التي فيها سنوات كهذه إلى أن يُعطى الجواب.'
		},
		contradicted: (values) =>
			`في العمود تناقض: كل من ${values} لا يُقرأ إلا بترتيب واحد. تُرفض الصفوف التي لا توافق الجواب.`,
		unreadable: 'لا يُقرأ هكذا',
		same: (columns) =>
			count(columns, {
				zero: 'لا أعمدة أخرى',
				one: 'الجواب نفسه للعمود الآخر',
				two: 'الجواب نفسه للعمودين الآخرين',
				few: 'الجواب نفسه لـ# أعمدة أخرى',
				many: 'الجواب نفسه لـ# عمودًا آخر',
				other: 'الجواب نفسه لـ# عمود آخر'
			})
	},
	swap: {
		title: 'هل خط العرض وخط الطول معكوسان؟',
		why: (of, swapped) =>
			`في ${number(swapped)} من ${rowsAfter(of)} يتجاوز خط العرض 90 درجة. وإذا بُدّل الرقمان صارا موقعًا ممكنًا:`,
		action: 'تبديل خط العرض وخط الطول',
		undo: 'إعادتهما كما كانا',
		done: (file) => `بُدّل خط العرض وخط الطول في الملف «${file}» كله.`
	},
	position: (latitude, longitude) => `${latitude}، ${longitude}`,
	latitude: (degrees, isSouth) => `${isolate(`${degrees}°`)} ${isSouth ? 'جنوبًا' : 'شمالًا'}`,
	longitude: (degrees, isWest) => `${isolate(`${degrees}°`)} ${isWest ? 'غربًا' : 'شرقًا'}`,

	understood: {
		title: 'كيف فُهمت الملفات',
		native: `هذه مجموعة بيانات من ${isolate('Chronotope')} نفسه، ولا تحتاج إلى مطابقة.`,
		rows,
		used: (used, of) =>
			`يُستخدم ${number(used)} من ${count(of, {
				zero: '# أعمدة',
				one: 'عمود واحد',
				two: 'عمودين',
				few: '# أعمدة',
				many: '# عمودًا',
				other: '# عمود'
			})}`,
		delimitedBy: (delimiter) => `الفاصل: ${delimiter}`,
		noHeader: 'بلا صف للأسماء',
		reading: 'قراءة الملف بطريقة أخرى',
		readingRefused: 'لا يُقرأ الملف بهذه الطريقة. يُقرأ كما كان.',
		format: 'الصيغة',
		encoding: 'الترميز',
		delimiter: 'الفاصل',
		header: 'في الصف الأول أسماء الأعمدة',
		language: 'لغة النصوص',
		languageUnknown: 'غير معروفة',
		languageOther: 'لغة أخرى',
		languageTag: 'رمز اللغة',
		languageHint: `وفق BCP 47، مثل ${isolate('fr')} أو ${isolate('pt-BR')} أو ${isolate('zh-Hant')}`,
		languageInvalid: (tag) =>
			`«${tag}» ليس رمز لغة. يُكتب مثل ${isolate('fr')} أو ${isolate('pt-BR')} أو ${isolate('zh-Hant')}.`,
		leftOut: 'تُرك ما ليس أحداثًا:',
		columns: 'أعمدة الملف',
		column: 'العمود',
		use: 'الاستخدام',
		useOf: (column) => `استخدام العمود ${isolate(column)}`,
		notationOf: (column) => `طريقة كتابة ${isolate(column)}`,
		samples: 'القيم الأولى',
		why: 'السبب',
		noValues: 'بلا قيم',
		unused: 'غير مستخدم',
		moreColumns: (columns) =>
			count(columns, {
				zero: 'لا أعمدة أخرى.',
				one: 'عمود آخر لا يظهر هنا، ويُقرأ كما اقتُرح.',
				two: 'عمودان آخران لا يظهران هنا، ويُقرآن كما اقتُرح.',
				few: '# أعمدة أخرى لا تظهر هنا، وتُقرأ كما اقتُرح.',
				many: '# عمودًا آخر لا تظهر هنا، وتُقرأ كما اقتُرح.',
				other: '# عمود آخر لا تظهر هنا، وتُقرأ كما اقتُرح.'
			})
	},
	delimiter: { ',': 'فاصلة', ';': 'فاصلة منقوطة', '\t': 'علامة جدولة', '|': 'خط عمودي' },
	leftOut: {
		'title-slide': (value) =>
			count(value, {
				zero: 'لا شرائح عنوان',
				one: 'شريحة عنوان واحدة',
				two: 'شريحتا عنوان',
				few: '# شرائح عنوان',
				many: '# شريحة عنوان',
				other: '# شريحة عنوان'
			}),
		'overview-slide': (value) =>
			count(value, {
				zero: 'لا شرائح عامة',
				one: 'شريحة عامة واحدة',
				two: 'شريحتان عامتان',
				few: '# شرائح عامة',
				many: '# شريحة عامة',
				other: '# شريحة عامة'
			}),
		era: (value) =>
			count(value, {
				zero: 'لا حقب',
				one: 'حقبة واحدة',
				two: 'حقبتان',
				few: '# حقب',
				many: '# حقبة',
				other: '# حقبة'
			}),
		association: (value) =>
			count(value, {
				zero: 'لا روابط بين الأحداث',
				one: 'رابط واحد بين الأحداث',
				two: 'رابطان بين الأحداث',
				few: '# روابط بين الأحداث',
				many: '# رابطًا بين الأحداث',
				other: '# رابط بين الأحداث'
			}),
		overlay: (value) =>
			count(value, {
				zero: 'لا طبقات مصوّرة',
				one: 'طبقة مصوّرة واحدة',
				two: 'طبقتان مصوّرتان',
				few: '# طبقات مصوّرة',
				many: '# طبقة مصوّرة',
				other: '# طبقة مصوّرة'
			}),
		'network-link': (value) =>
			count(value, {
				zero: 'لا وصلات شبكية',
				one: 'وصلة شبكية واحدة',
				two: 'وصلتان شبكيتان',
				few: '# وصلات شبكية',
				many: '# وصلة شبكية',
				other: '# وصلة شبكية'
			}),
		tour: (value) =>
			count(value, {
				zero: 'لا جولات',
				one: 'جولة واحدة',
				two: 'جولتان',
				few: '# جولات',
				many: '# جولة',
				other: '# جولة'
			}),
		'to-do': (value) =>
			count(value, {
				zero: 'لا مهام',
				one: 'مهمة واحدة',
				two: 'مهمتان',
				few: '# مهام',
				many: '# مهمة',
				other: '# مهمة'
			}),
		'journal-entry': (value) =>
			count(value, {
				zero: 'لا مدخلات يوميات',
				one: 'مدخل يوميات واحد',
				two: 'مدخلا يوميات',
				few: '# مدخلات يوميات',
				many: '# مدخل يوميات',
				other: '# مدخل يوميات'
			}),
		'changed-occurrence': (value) =>
			count(value, {
				zero: 'لا مواعيد معدّلة',
				one: 'موعد معدّل واحد',
				two: 'موعدان معدّلان',
				few: '# مواعيد معدّلة',
				many: '# موعدًا معدّلًا',
				other: '# موعد معدّل'
			})
	},
	format: {
		csv: 'نص بفواصل (CSV وTSV)',
		geojson: 'GeoJSON',
		'linked-places': 'Linked Places',
		'lp-tsv': 'LP-TSV',
		'timelinejs-sheet': 'جدول TimelineJS',
		timelinejs: 'TimelineJS (JSON)',
		storymapjs: 'StoryMapJS',
		timemap: 'timemap (Forensic Architecture)',
		bellingcat: 'Bellingcat',
		'json-records': 'سجلات JSON',
		kml: 'KML',
		acled: 'ACLED',
		'ucdp-ged': 'UCDP GED',
		gdelt: 'GDELT',
		icalendar: 'iCalendar'
	},
	targetGroup: { what: 'ماذا حدث', when: 'متى', where: 'أين', source: 'من أورده', media: 'الصور' },
	target: {
		id: 'المعرّف',
		'original-id': 'المعرّف في الملف الأصلي',
		title: 'العنوان',
		summary: 'الوصف',
		category: 'الفئة',
		actor: 'الأطراف',
		status: 'الحالة',
		when: 'التاريخ',
		start: 'تاريخ البداية',
		end: 'تاريخ النهاية',
		year: 'السنة',
		month: 'الشهر',
		day: 'اليوم',
		time: 'الوقت',
		'end-year': 'النهاية: السنة',
		'end-month': 'النهاية: الشهر',
		'end-day': 'النهاية: اليوم',
		'end-time': 'النهاية: الوقت',
		'start-latest': 'آخر بداية ممكنة',
		'end-earliest': 'أول نهاية ممكنة',
		'when-precision': 'دقة التاريخ',
		'when-inferred': 'التاريخ مستنتج',
		place: 'اسم المكان',
		'place-role': 'صلة الحدث بالمكان',
		'place-id': 'معرّف المكان',
		latitude: 'خط العرض',
		longitude: 'خط الطول',
		coordinates: 'خط العرض وخط الطول',
		geometry: 'الشكل الهندسي (GeoJSON أو WKT)',
		country: 'البلد',
		'place-precision': 'دقة المكان',
		'place-inferred': 'المكان مستنتج',
		source: 'عنوان التقرير',
		'source-url': 'رابط التقرير',
		'source-publisher': 'الناشر',
		'source-date': 'تاريخ التقرير',
		'source-date-inferred': 'تاريخ التقرير مستنتج',
		says: 'ما يقوله التقرير',
		'says-date': 'التاريخ الذي يذكره التقرير',
		'says-inferred': 'ما يقوله التقرير مستنتج',
		media: 'رابط صورة',
		'media-alt': 'وصف الصورة',
		'media-credit': 'صاحب الصورة',
		'media-graphic': 'الصورة قد تكون صادمة'
	},
	asWritten: 'كما كُتب',
	notation: {
		iso: isolate('2024-12-31'),
		'day-first': `${isolate('31/12/2024')}، اليوم أولًا`,
		'month-first': `${isolate('12/31/2024')}، الشهر أولًا`,
		'epoch-s': 'ثوانٍ منذ 1970',
		'epoch-ms': 'أجزاء الألف من الثانية منذ 1970',
		excel: 'أيام كما في Excel (1900)',
		'excel-1904': 'أيام كما في Excel لأجهزة Mac (1904)',
		compact: '20241231',
		'iso-exclusive': `${isolate('2024-12-31')}، اليوم التالي للأخير`,
		'lat-lng': 'خط العرض أولًا',
		'lng-lat': 'خط الطول أولًا',
		'decimal-comma': `فاصلة عشرية: ${isolate('34,5')}`,
		html: 'HTML',
		'acled-time': 'رموز ACLED',
		'acled-place': 'رموز ACLED',
		'ucdp-time': 'رموز UCDP',
		'ucdp-place': 'رموز UCDP',
		'gdelt-place': 'رموز GDELT',
		'ucdp-violence': 'رموز UCDP',
		'gdelt-quad-class': 'رموز GDELT',
		'cameo-root': 'رموز CAMEO'
	},
	evidence: {
		format: 'هكذا تحدده الصيغة',
		name: 'اسمه',
		'name-part': 'كلمة في اسمه',
		values: {
			date: (share) => `${isolate(share)} من قيمه تواريخ`,
			degrees: (share) => `${isolate(share)} من قيمه درجات`,
			pair: (share) => `${isolate(share)} من قيمه أزواج من الدرجات`,
			text: (share) => `${isolate(share)} من قيمه نصوص مختلفة`,
			other: (share) => `${isolate(share)} من قيمه مناسبة`
		},
		only: {
			'day-first': (value) => `لا يمكن في ${value} إلا أن يكون اليوم أولًا`,
			'month-first': (value) => `لا يمكن في ${value} إلا أن يكون الشهر أولًا`,
			'lat-lng': (value) => `لا يمكن في ${value} إلا أن يكون خط العرض أولًا`,
			'lng-lat': (value) => `لا يمكن في ${value} إلا أن يكون خط الطول أولًا`
		},
		dots: (value) => `اليوم أولًا في التواريخ المفصولة بنقاط، مثل ${value}`,
		number: {
			compact: (value) => `طول ${value} كطول سنة وشهر ويوم`,
			'epoch-s': (value) => `طول ${value} كطول الثواني منذ 1970`,
			'epoch-ms': (value) => `طول ${value} كطول أجزاء الألف من الثانية منذ 1970`
		},
		'decimal-comma': 'في أرقامه فاصلة عشرية',
		taken: (column, target) => `العمود «${column}» مستخدم من قبل: ${target}`,
		given: 'هذا اختيارك'
	},

	becomes: {
		title: 'ما ينتج عنها',
		unusable: 'لم يُقرأ أي حدث. يبقى المعروض الآن كما هو.',
		read: (value) =>
			count(value, {
				zero: 'حدث مقروء',
				one: 'حدث مقروء',
				two: 'حدثان مقروءان',
				few: 'أحداث مقروءة',
				many: 'حدثًا مقروءًا',
				other: 'حدث مقروء'
			}),
		accepted: (value) => said(value, 'مقبول', 'مقبولان', 'مقبولة'),
		repaired: (value) => said(value, 'مُصلَح', 'مُصلَحان', 'مُصلَحة'),
		rejected: (value) => said(value, 'مرفوض', 'مرفوضان', 'مرفوضة'),
		equals: '=',
		plus: '+',
		undated: (value) => `${events(value)} بلا تاريخ`,
		unplaced: (value) => `${events(value)} بلا موقع`,
		conflicts: (value) =>
			count(value, {
				zero: 'لا صفوف متعارضة',
				one: 'صف واحد له معرّف صف آخر ومضمون مختلف',
				two: 'صفان لهما معرّف صف آخر ومضمون مختلف',
				few: '# صفوف لها معرّف صف آخر ومضمون مختلف',
				many: '# صفًا لها معرّف صف آخر ومضمون مختلف',
				other: '# صف لها معرّف صف آخر ومضمون مختلف'
			}),
		repeats: (value) =>
			count(value, {
				zero: 'لا صفوف مكررة',
				one: 'صف واحد مكرر',
				two: 'صفان مكرران',
				few: '# صفوف مكررة',
				many: '# صفًا مكررًا',
				other: '# صف مكرر'
			}),
		places: (value) =>
			count(value, {
				zero: 'لا أماكن',
				one: 'مكان واحد',
				two: 'مكانان',
				few: '# أماكن',
				many: '# مكانًا',
				other: '# مكان'
			}),
		categories: (value) =>
			count(value, {
				zero: 'لا فئات',
				one: 'فئة واحدة',
				two: 'فئتان',
				few: '# فئات',
				many: '# فئة',
				other: '# فئة'
			}),
		sources: (value) =>
			count(value, {
				zero: 'لا مصادر',
				one: 'مصدر واحد',
				two: 'مصدران',
				few: '# مصادر',
				many: '# مصدرًا',
				other: '# مصدر'
			}),
		actors: (value) =>
			count(value, {
				zero: 'لا أطراف',
				one: 'طرف واحد',
				two: 'طرفان',
				few: '# أطراف',
				many: '# طرفًا',
				other: '# طرف'
			}),
		events,
		more: (value) => `و${number(value)} غيرها`,
		showMore: 'عرض المزيد',
		showFewer: 'عرض أقل'
	},

	problems: {
		title: 'ما يحتاج إلى انتباه',
		errors: (value) =>
			count(value, {
				zero: 'لا أخطاء',
				one: 'خطأ واحد',
				two: 'خطآن',
				few: '# أخطاء',
				many: '# خطأً',
				other: '# خطأ'
			}),
		warnings: (value) =>
			count(value, {
				zero: 'لا تحذيرات',
				one: 'تحذير واحد',
				two: 'تحذيران',
				few: '# تحذيرات',
				many: '# تحذيرًا',
				other: '# تحذير'
			}),
		error: 'خطأ',
		warning: 'تحذير',
		similar: 'وما شابهه',
		code: 'الرمز',
		where: 'الموضع',
		record: 'السجل',
		field: 'العمود',
		value: 'القيمة',
		why: 'الخلل',
		line: (line) => `السطر ${number(line)}`,
		wholeFile: 'الملف كله',
		nth: (index) => `رقم ${number(index)}`,
		more: (value) => `و${number(value)} غيرها من النوع نفسه. كلها في الملف الذي يحفظه زر «حفظ قائمة المشكلات».`
	},
	save: {
		rejected: 'حفظ الصفوف المرفوضة',
		'all-problems': 'حفظ قائمة المشكلات',
		mapping: 'حفظ مطابقة الأعمدة',
		native: 'حفظ بصيغة مجموعة بيانات',
		about: 'تُستخدم المطابقة مرة أخرى هنا مع الإصدار التالي من الملف، أو في سطر الأوامر.',
		saved: (file) => `حُفظ الملف ${isolate(file)}.`,
		nothing: 'لا شيء للحفظ.',
		failed: 'تعذّر الحفظ.'
	}
};
