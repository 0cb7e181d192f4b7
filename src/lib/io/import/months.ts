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
	'январь|января|янв февраль|февраля|фев|февр март|марта|мар апрель|апреля|апр май|мая июнь|июня|июн июль|июля|июл август|августа|авг сентябрь|сентября|сен|сент октябрь|октября|окт ноябрь|ноября|ноя|нояб декабрь|декабря|дек',
	// Arabic, as in Egypt and the Gulf, as in the Levant and Iraq, and as in Algeria, Tunisia and Morocco
	'يناير فبراير مارس أبريل|إبريل مايو يونيو|يونيه يوليو|يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
	'كانون_الثاني|كانون_ثاني|كانون_ثان شباط آذار نيسان أيار|مايس حزيران تموز آب أيلول تشرين_الأول|تشرين_أول تشرين_الثاني|تشرين_ثاني|تشرين_ثان كانون_الأول|كانون_أول',
	'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر',
	'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر',
	// Turkish
	'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık'
] as const;

const MONTHS: ReadonlyMap<string, number> = new Map(
	NAMES.flatMap((language) =>
		language
			.split(' ')
			.flatMap((names, index) =>
				names.split('|').map((name) => [plainWord(name.replace('_', ' ')), index + 1] as const)
			)
	)
);

const WORD = String.raw`(?:(?:كانون|تشرين)\s+\p{L}+|\p{L}[\p{L}\p{M}]*)`;

/** A pattern for what may be the name of a month: one word, two in Arabic of the Levant, or both names of it. */
export const MONTH_WORDS = String.raw`${WORD}(?:\s*/\s*${WORD})?`;

/** 1 to 12, `null` for anything else. Of two names, as in `تشرين الأول/أكتوبر`, both must be of the same month. */
export function monthOf(words: string): number | null {
	const months = new Set(words.split('/').map((word) => MONTHS.get(plainWord(word)) ?? null));
	const [month = null] = months;
	return months.size === 1 ? month : null;
}
