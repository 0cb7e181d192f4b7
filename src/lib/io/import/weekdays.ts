import { monthOf } from './months.ts';
import { plainWord } from './words.ts';

/** Names of the days of the week by language, Monday first; short forms after `|`. */
const NAMES = [
	// English
	'monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thur|thurs friday|fri saturday|sat sunday|sun',
	// German
	'montag|mo dienstag|di mittwoch|mi donnerstag|do freitag|fr samstag|sonnabend|sa sonntag|so',
	// French
	'lundi|lun mardi mercredi|mer jeudi|jeu vendredi|ven samedi|sam dimanche|dim',
	// Spanish
	'lunes|lun martes miércoles|mié jueves|jue viernes|vie sábado|sáb domingo|dom',
	// Portuguese
	'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo',
	// Italian
	'lunedì|lun martedì mercoledì|mer giovedì|gio venerdì|ven sabato|sab domenica|dom',
	// Dutch
	'maandag|ma dinsdag woensdag|wo donderdag vrijdag|vr zaterdag|za zondag|zo',
	// Russian
	'понедельник|пн вторник|вт среда|ср четверг|чт пятница|пт суббота|сб воскресенье|вс',
	// Arabic
	'الاثنين|الإثنين الثلاثاء الأربعاء|الاربعاء الخميس الجمعة السبت الأحد|الاحد',
	// Turkish
	'pazartesi salı çarşamba perşembe cuma cumartesi pazar'
] as const;

const WEEKDAYS: ReadonlyMap<string, number> = new Map(
	NAMES.flatMap((language) =>
		language.split(' ').flatMap((names, index) => names.split('|').map((name) => [plainWord(name), index + 1] as const))
	)
);

const LEADING = /^(?:يوم\s+)?(\p{L}[\p{L}\p{M}]*(?:-feira)?)\.?[,\u060c]?\s+(\S.*)$/iu;

export interface Weekday {
	/** As it is written. */
	readonly name: string;
	/** 1, Monday, to 7, Sunday. */
	readonly number: number;
	/** What stands behind it. */
	readonly rest: string;
}

/** The day of the week with which a date begins: `Sunday, 8 December 2024`. `null` where it begins with none. */
export function leadingWeekday(text: string): Weekday | null {
	const [, name = '', rest = ''] = LEADING.exec(text) ?? [];
	const number = WEEKDAYS.get(plainWord(name));
	// A word that is a month as well stays one.
	return number === undefined || monthOf(name) !== null ? null : { name, number, rest };
}
