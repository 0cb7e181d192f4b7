import { plainWord } from './words.ts';

/** Names of the months by language, January first; short forms after `|`. */
const NAMES = [
	// English
	'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct november|nov december|dec',
	// German
	'januar|janner februar|feber märz|mrz april mai juni juli august september oktober|okt november dezember|dez',
	// French
	'janvier|janv février|févr|fév mars avril|avr mai juin juillet|juil août septembre octobre novembre décembre|déc',
	// Spanish
	'enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre diciembre|dic',
	// Portuguese
	'janeiro fevereiro|fev março abril maio|mai junho julho agosto|ago setembro|set outubro|out novembro dezembro|dez',
	// Italian
	'gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre|sett ottobre|ott novembre dicembre|dic',
	// Dutch
	'januari februari maart|mrt april mei juni juli augustus september oktober november december',
	// Russian
	'январь|января|янв февраль|февраля|фев март|марта|мар апрель|апреля|апр май|мая июнь|июня|июн июль|июля|июл август|августа|авг сентябрь|сентября|сен|сент октябрь|октября|окт ноябрь|ноября|ноя декабрь|декабря|дек',
	// Arabic, as in Egypt and the Gulf, and as in the Levant
	'يناير فبراير مارس أبريل|ابريل مايو يونيو يوليو أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر',
	// Turkish
	'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık'
] as const;

const MONTHS: ReadonlyMap<string, number> = new Map(
	NAMES.flatMap((language) =>
		language.split(' ').flatMap((names, index) => names.split('|').map((name) => [plainWord(name), index + 1] as const))
	)
);

/** 1 to 12, `null` for any other word. */
export function monthOf(word: string): number | null {
	return MONTHS.get(plainWord(word)) ?? null;
}
