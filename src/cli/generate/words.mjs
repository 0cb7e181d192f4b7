/** The words that generated datasets are made of, each in English, Arabic and Russian. */

/** @typedef {Record<'en' | 'ar' | 'ru', string>} Words */

/** @type {(en: string, ar: string, ru: string) => Words} */
const w = (en, ar, ru) => ({ en, ar, ru });

/** Of names of places: one to begin with, one or two to go on. */
export const SYLLABLES = [
	w('Ka', 'كا', 'Ка'),
	w('Mar', 'مار', 'Мар'),
	w('Tel', 'تل', 'Тел'),
	w('Sal', 'سال', 'Сал'),
	w('Bor', 'بور', 'Бор'),
	w('Du', 'دو', 'Ду'),
	w('Nar', 'نار', 'Нар'),
	w('Ze', 'زي', 'Зе'),
	w('Lin', 'لين', 'Лин'),
	w('Or', 'أور', 'Ор'),
	w('Fa', 'فا', 'Фа'),
	w('Hal', 'حل', 'Хал'),
	w('Ri', 'ري', 'Ри'),
	w('Shan', 'شان', 'Шан'),
	w('Ves', 'فيس', 'Вес'),
	w('Ul', 'أول', 'Ул')
];
export const ENDINGS = [
	w('dara', 'دارا', 'дара'),
	w('vik', 'فيك', 'вик'),
	w('min', 'مين', 'мин'),
	w('rosa', 'روسا', 'роса'),
	w('bad', 'باد', 'бад'),
	w('lova', 'لوفا', 'лова'),
	w('tan', 'تان', 'тан'),
	w('mera', 'ميرا', 'мера'),
	w('sk', 'سك', 'ск'),
	w('nia', 'نيا', 'ния'),
	w('gar', 'غار', 'гар'),
	w('ton', 'تون', 'тон'),
	w('lisa', 'ليسا', 'лиса'),
	w('kand', 'كند', 'канд'),
	w('port', 'بورت', 'порт'),
	w('wa', 'وا', 'ва')
];

/** Categories, each with what happens in it. */
export const CATEGORIES = [
	{
		id: 'diplomacy',
		name: w('Diplomacy', 'الدبلوماسية', 'Дипломатия'),
		phrases: [
			w('envoys meet behind closed doors', 'لقاء مبعوثين خلف أبواب مغلقة', 'встреча посланников за закрытыми дверями'),
			w('a border agreement is signed', 'توقيع اتفاق حدودي', 'подписано соглашение о границе'),
			w('talks are broken off', 'انقطاع المحادثات', 'переговоры прерваны'),
			w('a consulate opens', 'افتتاح قنصلية', 'открыто консульство')
		]
	},
	{
		id: 'elections',
		name: w('Elections', 'الانتخابات', 'Выборы'),
		phrases: [
			w('council election is held', 'إجراء انتخابات المجلس', 'проходят выборы в совет'),
			w('recount of votes ordered', 'الأمر بإعادة فرز الأصوات', 'назначен пересчёт голосов'),
			w('candidates debate in public', 'مناظرة علنية بين المرشحين', 'публичные дебаты кандидатов'),
			w('mayor steps down', 'استقالة رئيس البلدية', 'мэр уходит в отставку')
		]
	},
	{
		id: 'protests',
		name: w('Protests', 'الاحتجاجات', 'Протесты'),
		phrases: [
			w('teachers march for higher pay', 'مسيرة معلمين للمطالبة برفع الأجور', 'шествие учителей за повышение оплаты'),
			w('sit-in at the town hall', 'اعتصام أمام مبنى البلدية', 'сидячая забастовка у ратуши'),
			w('port workers go on strike', 'إضراب عمال الميناء', 'забастовка портовых рабочих'),
			w('vigil on the main square', 'وقفة بالشموع في الساحة الرئيسية', 'бдение на главной площади')
		]
	},
	{
		id: 'weather',
		name: w('Weather', 'الطقس', 'Погода'),
		phrases: [
			w('river floods the lower town', 'فيضان النهر في المدينة السفلى', 'река затопила нижний город'),
			w('storm damages roofs', 'عاصفة تلحق أضرارا بالأسطح', 'буря повредила крыши'),
			w('drought warning issued', 'إصدار تحذير من الجفاف', 'объявлено предупреждение о засухе'),
			w('snow closes the pass', 'الثلوج تغلق الممر الجبلي', 'снег закрыл перевал')
		]
	},
	{
		id: 'transport',
		name: w('Transport', 'النقل', 'Транспорт'),
		phrases: [
			w('bridge reopens after repair', 'إعادة فتح الجسر بعد ترميمه', 'мост открыт после ремонта'),
			w('new tram line begins to run', 'بدء تشغيل خط ترام جديد', 'запущена новая линия трамвая'),
			w('ferry service suspended', 'تعليق خدمة العبارات', 'паромное сообщение приостановлено'),
			w('railway station is renamed', 'تغيير اسم محطة القطار', 'железнодорожная станция переименована')
		]
	},
	{
		id: 'health',
		name: w('Health', 'الصحة', 'Здравоохранение'),
		phrases: [
			w('clinic extends its hours', 'عيادة تمدد ساعات عملها', 'клиника продлевает часы приёма'),
			w('vaccination campaign starts', 'انطلاق حملة تطعيم', 'началась кампания вакцинации'),
			w('water declared safe again', 'إعلان المياه صالحة مجددا', 'вода вновь признана безопасной'),
			w('hospital wing is inaugurated', 'افتتاح جناح في المستشفى', 'открыто крыло больницы')
		]
	},
	{
		id: 'culture',
		name: w('Culture', 'الثقافة', 'Культура'),
		phrases: [
			w('book fair draws a crowd', 'معرض الكتاب يجذب حشدا', 'книжная ярмарка собрала публику'),
			w('museum returns a bronze', 'متحف يعيد قطعة برونزية', 'музей возвращает бронзу'),
			w('theatre season begins', 'بدء الموسم المسرحي', 'открыт театральный сезон'),
			w('old quarter is listed', 'إدراج الحي القديم في قائمة التراث', 'старый квартал взят под охрану')
		]
	},
	{
		id: 'courts',
		name: w('Courts', 'المحاكم', 'Суды'),
		phrases: [
			w('trial of a customs officer opens', 'بدء محاكمة موظف جمارك', 'начался суд над таможенником'),
			w('appeal is rejected', 'رفض الاستئناف', 'апелляция отклонена'),
			w('land dispute settled', 'تسوية نزاع على الأراضي', 'земельный спор урегулирован'),
			w('inquiry hears witnesses', 'لجنة تحقيق تستمع إلى الشهود', 'комиссия заслушала свидетелей')
		]
	}
];

/** Of summaries; `#` is a number, `@` an actor. */
export const DETAILS = [
	w('@ counted # people.', '@: عددهم # شخصا.', '@: насчитано # человек.'),
	w('@ put the cost at # million.', '@: الكلفة # مليونا.', '@: стоимость составила # миллионов.'),
	w('It had been put off # times, says @.', '@: تأجل # مرات.', '@: откладывалось # раз.'),
	w('@ expects # more to follow.', '@: يتوقع أن يتبعه # أخرى.', '@: ожидается ещё #.'),
	w('About # households are concerned, says @.', '@: يعني نحو # أسرة.', '@: касается около # семей.'),
	w('@ had asked for it in # letters.', '@: طلب ذلك في # رسالة.', '@: об этом просили в # письмах.')
];

export const BODIES = [
	w('Council', 'مجلس', 'Совет'),
	w('Union', 'اتحاد', 'Союз'),
	w('Committee', 'لجنة', 'Комитет'),
	w('Chamber', 'غرفة', 'Палата'),
	w('Office', 'مكتب', 'Бюро')
];

/** Parts of continents without much water, of two or three thousand places each at most in sight: centre and spread, degrees. */
export const REGIONS = [
	{ lng: 37.5, lat: 34.8, spread: 1.2 },
	{ lng: 44.2, lat: 33.2, spread: 1.8 },
	{ lng: 36.5, lat: 55.5, spread: 4 },
	{ lng: 31.5, lat: 49.2, spread: 2.5 },
	{ lng: 9.5, lat: 50.2, spread: 2.5 },
	{ lng: 1.8, lat: 47.2, spread: 2 },
	{ lng: -3.8, lat: 40.2, spread: 1.8 },
	{ lng: 31.1, lat: 28.8, spread: 1 },
	{ lng: 7.8, lat: 9.6, spread: 2.2 },
	{ lng: 78.2, lat: 23.5, spread: 3.5 },
	{ lng: 113.5, lat: 32.5, spread: 4 },
	{ lng: -90.5, lat: 39.5, spread: 4.5 },
	{ lng: -99.8, lat: 20.6, spread: 1.6 },
	{ lng: -50.5, lat: -16.5, spread: 4 }
];
