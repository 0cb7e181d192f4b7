import type { DateMessages, DatePart } from '../date-messages.ts';
import { isolate } from './words.ts';

const NAMES: Readonly<Record<number, string>> = {
	21: 'ربيع',
	22: 'صيف',
	23: 'خريف',
	24: 'شتاء',
	33: 'الربع الأول',
	34: 'الربع الثاني',
	35: 'الربع الثالث',
	36: 'الربع الرابع',
	37: 'الثلث الأول',
	38: 'الثلث الثاني',
	39: 'الثلث الأخير',
	40: 'النصف الأول',
	41: 'النصف الثاني'
};

const PARTS: Readonly<Record<DatePart, string>> = { year: 'السنة', month: 'الشهر', day: 'اليوم', season: 'الفصل' };

/** From the second decade of a century to its last. */
const DECADES = [
	'العقد الثاني من',
	'عشرينيات',
	'ثلاثينيات',
	'أربعينيات',
	'خمسينيات',
	'ستينيات',
	'سبعينيات',
	'ثمانينيات',
	'تسعينيات'
];

/** From the eleventh century on. */
const CENTURIES = [
	'الحادي عشر',
	'الثاني عشر',
	'الثالث عشر',
	'الرابع عشر',
	'الخامس عشر',
	'السادس عشر',
	'السابع عشر',
	'الثامن عشر',
	'التاسع عشر',
	'العشرين',
	'الحادي والعشرين'
];

/** `السنة والشهر تقريبيان`: two parts of which one is masculine are. */
function qualified(parts: readonly DatePart[], one: string, feminine: string, two: string): string {
	const names = parts.map((part) => PARTS[part]).join(' و');
	if (parts.length > 1) return `${names} ${two}`;
	return `${names} ${parts[0] === 'year' ? feminine : one}`;
}

export const dates: DateMessages = {
	bce: (text) => `${text} ق.م`,
	ce: (text) => `${text} م`,
	to: (first, last) => `من ${first} إلى ${last}`,
	dash: (first, last) => `${first} – ${last}`,
	// Without a letter of its own it would run the other way where a text's direction is taken from the text.
	years: (first, last) => `${first}\u200f–${last}`,
	from: (start) => `من ${start}`,
	until: (end) => `حتى ${end}`,
	allTime: 'كل الأوقات',
	endless: 'بلا نهاية',
	half: (whole) => `${whole} ونصف`,
	about: (text) => `نحو ${text}`,
	uncertain: (text, nested) => (nested ? `${text} (غير مؤكد)` : `${text}، غير مؤكد`),
	withParts: (text, parts) => `${text} (${parts.join('، ')})`,
	parts: (parts, qualifier) =>
		({
			'?': qualified(parts, 'غير مؤكد', 'غير مؤكدة', 'غير مؤكدين'),
			'~': qualified(parts, 'تقريبي', 'تقريبية', 'تقريبيان'),
			'%': qualified(parts, 'تقريبي وغير مؤكد', 'تقريبية وغير مؤكدة', 'تقريبيان وغير مؤكدين')
		})[qualifier],
	openEnd: (start) => `من ${start} فصاعدًا`,
	openStart: (end) => `حتى ${end}`,
	endUnknown: (start) => `من ${start}، النهاية مجهولة`,
	startUnknown: (end) => `حتى ${end}، البداية مجهولة`,
	oneOf: (members) => {
		if (members.length === 1) return `أحد التواريخ ${members.join('')}`;
		return members.length === 2 ? `إما ${members.join(' أو ')}` : `أحد التواريخ: ${members.join(' أو ')}`;
	},
	allOf: (members) => {
		if (members.length === 1) return `كل التواريخ ${members.join('')}`;
		return members.length === 2 ? members.join(' و') : `كل التواريخ: ${members.join(' و')}`;
	},
	orEarlier: (text, choice) => `${text} ${choice === 'one' ? 'أو ' : 'و'}ما قبله`,
	orLater: (text, choice) => `${text} ${choice === 'one' ? 'أو ' : 'و'}ما بعده`,
	decade: (year) => {
		const century = CENTURIES[Math.floor(Number(year) / 100) - 10];
		const decade = DECADES[(Number(year) % 100) / 10 - 1];
		return century === undefined || decade === undefined ? `عقد ${year}` : `${decade} القرن ${century}`;
	},
	code: (code, year) => {
		const name = NAMES[code < 25 || code > 32 ? code : ((code - 25) % 4) + 21] ?? '';
		const bare = code < 33 ? `ال${name}` : name;
		const named = year === null ? bare : code < 33 ? `${name} ${year}` : `${name} من ${year}`;
		return code < 25 || code > 32 ? named : `${named} (نصف الكرة ${code < 29 ? 'الشمالي' : 'الجنوبي'})`;
	},
	someDayIn: (text) => `أحد أيام ${text}`,
	someMonthIn: (text) => `أحد أشهر ${text}`,
	unknownYear: 'السنة غير معروفة',
	yearUnknown: (text, years) => (years === null ? `${text}، السنة غير معروفة` : `${text}، السنة غير معروفة (${years})`),
	monthUnknown: (day, year) => `اليوم ${day}، الشهر غير معروف (${year})`,
	digitsUnknown: (edtf) => `${isolate(edtf)} (كل X رقم غير معروف)`,
	estimate: (year, years) => `نحو ${year} (${years})`,
	at: (day, clock, zone) => {
		if (zone === '') return `${day}، ${clock}`;
		return `${day}، ${clock} ${zone === 'UTC' ? 'بتوقيت غرينتش' : `بتوقيت ${zone}`}`;
	}
};
