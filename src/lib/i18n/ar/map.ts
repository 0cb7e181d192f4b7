import type { map as en } from '../en/map.ts';
import { count, events, INTL } from './words.ts';

const REST = 'الأماكن والقائمة والخط الزمني تعمل مع ذلك.';

export const map: typeof en = {
	title: 'الخريطة',
	canvas: 'خريطة الأساس: تحركها مفاتيح الأسهم، ومفتاحا زائد وناقص للتكبير والتصغير',
	description:
		'عند كل مكان دائرة يدل رقمها وحجمها على عدد أحداث القائمة المرتبطة به. وتصل الخطوط بين أماكن رحلة أو اتصال أو تصريح بشأن مكان آخر. وتضم القائمة الأحداث نفسها.',
	/** Behind the description, for those who can steer by it. */
	howTo:
		'وكل مكان زر: مفتاح Enter يعرض أحداثه وحدها في القائمة، ومع Control تُعرض أحداث عدة أماكن، ومفتاح Escape يعيدها كلها.',
	events,
	place: (name, number) => `${name}، ${events(number)}`,
	number: (events) => compact.format(events),
	zoomIn: 'تكبير',
	zoomOut: 'تصغير',
	fit: 'ضبط على الأحداث',
	reset: 'إعادة ضبط الخريطة',
	controls: 'أدوات الخريطة',
	pan: 'تحريك الخريطة',
	panUp: 'إلى أعلى',
	panDown: 'إلى أسفل',
	panLeft: 'إلى اليسار',
	panRight: 'إلى اليمين',
	places: 'الأماكن على الخريطة',
	attribution: 'بيانات الخريطة',
	notSingly: (places) =>
		`${count(places, {
			zero: 'كل الأماكن ظاهرة.',
			one: 'هناك مكان آخر لا يظهر منفردًا.',
			two: 'هناك مكانان آخران لا يظهران منفردين.',
			few: 'هناك # أماكن أخرى لا تظهر منفردة.',
			many: 'هناك # مكانًا آخر لا تظهر منفردة.',
			other: 'هناك # مكان آخر لا تظهر منفردة.'
		})} يمكن تكبير الخريطة أو استخدام القائمة.`,
	unsupported: `لا يرسم هذا المتصفح خريطة الأساس (WebGL 2 معطّل). ${REST}`,
	loadFailed: `تعذّر تحميل خريطة الأساس. ${REST}`,
	lost: 'الخريطة غير متاحة الآن',
	lostDetail: `توقفت بطاقة الرسومات عن عرضها. ${REST}`,
	reload: 'إعادة تحميل الخريطة',
	noBasemap: 'تعذّرت قراءة خريطة الأساس من هذا الخادم: اليابسة والحدود لا تظهران. الأماكن في مواضعها الصحيحة.'
};

const compact = new Intl.NumberFormat(INTL, { notation: 'compact', maximumFractionDigits: 0 });
