import { plainWord } from './words.ts';

/** Names of the days of the week by language, Monday first; other names and short forms after `|`. */
const NAMES = [
	// English
	'monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thur|thurs friday|fri saturday|sat sunday|sun',
	// German
	'montag|mo dienstag|di mittwoch|mi donnerstag|do freitag|fr samstag|sonnabend|sa sonntag|so',
	// French
	'lundi|lun mardi|mar|ma mercredi|mer|me jeudi|jeu|je vendredi|ven|ve samedi|sam|sa dimanche|dim|di',
	// Spanish
	'lunes|lun|lu martes|mar|ma miércoles|mié|mi jueves|jue|ju viernes|vie|vi sábado|sáb|sá domingo|dom|do',
	// Portuguese
	'segunda|segunda-feira|seg terça|terça-feira|ter quarta|quarta-feira|qua quinta|quinta-feira|qui sexta|sexta-feira|sex sábado|sáb domingo|dom',
	// Italian
	'lunedì|lun martedì|mar mercoledì|mer giovedì|gio venerdì|ven sabato|sab domenica|dom|do',
	// Dutch
	'maandag|ma dinsdag|di woensdag|wo donderdag|do vrijdag|vr zaterdag|za zondag|zo',
	// Russian
	'понедельник|пн вторник|вт среда|ср четверг|чт пятница|пт суббота|сб воскресенье|вс',
	// Arabic
	'الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
	// Turkish
	'pazartesi|pzt salı|sal çarşamba|çar perşembe|per cuma|cum cumartesi|cmt pazar|paz'
] as const;

const WEEKDAYS = numbersByName();

/** Some short forms are of two days, in two languages. */
function numbersByName(): ReadonlyMap<string, readonly number[]> {
	const found = new Map<string, number[]>();
	for (const language of NAMES)
		language.split(' ').forEach((names, index) => {
			for (const name of names.split('|').map(plainWord)) found.set(name, [...(found.get(name) ?? []), index + 1]);
		});
	return found;
}

const LEADING = /^(?:يوم\s+)?(\p{L}[\p{L}\p{M}]*(?:-feira)?)(?:\.?\s+|\.?[,\u060c]\s*)(\S.*)$/iu;

export interface Weekday {
	/** As it is written. */
	readonly name: string;
	/** 1, Monday, to 7, Sunday; of a short form all that it may stand for. */
	readonly numbers: readonly number[];
	/** What stands behind it. */
	readonly rest: string;
}

/** The day of the week with which a date begins: `Sunday, 8 December 2024`. `null` where it begins with none. */
export function leadingWeekday(text: string): Weekday | null {
	const [, name = '', rest = ''] = LEADING.exec(text) ?? [];
	const numbers = WEEKDAYS.get(plainWord(name));
	return numbers === undefined ? null : { name, numbers, rest };
}
