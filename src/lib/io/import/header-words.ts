import type { Target } from '../formats/format.ts';
import { plainWord } from './words.ts';

/** Names that people give to columns, in several languages; the first target with a name has it. Separated by `|`. */
const NAMES: readonly (readonly [Target, string])[] = [
	[
		'latitude',
		'latitude|lat|y|breite|breitengrad|latitud|latitudine|широта|lat dd|ycoord|y coord|gps lat|enlem|خط العرض|纬度|緯度'
	],
	[
		'longitude',
		'longitude|lon|lng|long|x|länge|längengrad|longitud|longitudine|долгота|lon dd|xcoord|x coord|gps lon|boylam|خط الطول|经度|経度'
	],
	[
		'coordinates',
		'coordinates|coords|coordinate|latlng|lat lng|lat lon|latlon|lat long|geolocation|gps|koordinaten|coordonnées|coordenadas|координаты|coordinate gps|geopoint|إحداثيات|الإحداثيات'
	],
	['geometry', 'geometry|geom|wkt|geojson|the geom|geowkt|geometrie|геометрия'],
	[
		'id',
		'id|event id|eventid|identifier|uid|uuid|guid|record id|incident id|unique id|kennung|nr|no|identifiant|identificador|identificativo|идентификатор|номер|المعرف|رقم'
	],
	[
		'title',
		'title|headline|event|event name|event title|name|heading|label|subject|titel|überschrift|ereignis|bezeichnung|titre|intitulé|événement|nom|título|titulo|evento|nombre|nome|titolo|название|заголовок|событие|العنوان|عنوان|الحدث|başlık|olay|标题|タイトル'
	],
	[
		'summary',
		'summary|description|text|desc|details|detail|abstract|body|note|notes|comment|comments|what happened|narrative|beschreibung|text des ereignisses|zusammenfassung|bemerkung|anmerkung|résumé|descripción|descripcion|detalles|descrição|descricao|descrizione|riassunto|описание|текст|примечание|الوصف|وصف|ملخص|açıklama|描述|説明'
	],
	[
		'start',
		'start|start date|startdate|date start|begin|beginn|begin date|from|from date|since|anfang|von|startdatum|début|debut|date de début|date debut|inicio|fecha de inicio|fecha inicio|início|data de início|inizio|data inizio|начало|дата начала|تاريخ البداية|البداية|start time|starttime|started at|starts at'
	],
	[
		'end',
		'end|end date|enddate|date end|finish|to|to date|until|till|ende|bis|enddatum|fin|date de fin|fecha de fin|fecha fin|fim|data de fim|fine|data fine|конец|окончание|дата окончания|تاريخ النهاية|النهاية|end time|endtime|ended at|ends at'
	],
	[
		'when',
		'when|date|datetime|date time|event date|incident date|timestamp|datum|zeitpunkt|zeit|wann|date de l événement|date événement|fecha|fecha del evento|data|data evento|дата|дата события|التاريخ|تاريخ|تاريخ الحدث|tarih|日期|日付|day of event|occurred|occurred at|date occurred'
	],
	[
		'when-inferred',
		'date inferred|inferred|is inferred|inferred date|when inferred|date is inferred|дата предположительная|предположительная дата|дата предположительно|التاريخ مستنتج|تاريخ مستنتج|مستنتج'
	],
	['year', 'year|jahr|année|annee|año|ano|anno|год|السنة|سنة|yıl|年|start year|begin year'],
	['month', 'month|monat|mois|mes|mês|mese|месяц|الشهر|شهر|ay|月|start month'],
	['day', 'day|tag|jour|día|dia|giorno|день|число|اليوم|يوم|gün|日|start day'],
	['end-year', 'end year|endjahr|année de fin|año fin|год окончания'],
	['end-month', 'end month|endmonat|mois de fin|mes fin|месяц окончания'],
	['end-day', 'end day|endtag|jour de fin|día fin|день окончания'],
	['time', 'time|time of day|event time|uhrzeit|heure|hora|ora|orario|время|الوقت|saat|时间|時刻|clock'],
	[
		'place',
		'place|place name|location|location name|site|venue|city|town|village|locality|where|address|ort|ortsname|stadt|schauplatz|lieu|ville|endroit|lugar|ciudad|localidad|local|cidade|luogo|città|место|город|населенный пункт|المكان|مكان|الموقع|المدينة|yer|şehir|konum|地点|場所'
	],
	[
		'place-inferred',
		'place inferred|inferred place|location inferred|place is inferred|место предположительно|предположительное место|المكان مستنتج|مكان مستنتج'
	],
	['place-id', 'place id|location id|geonameid|geoname id'],
	[
		'country',
		'country|country code|iso2|iso|nation|land|staat|pays|país|pais|paese|страна|البلد|الدولة|بلد|ülke|国家|国'
	],
	[
		'category',
		'category|type|event type|kind|class|group|kategorie|art|typ|ereignistyp|catégorie|genre|categoría|categoria|tipo|tipo de evento|категория|тип|вид|الفئة|النوع|kategori|tür|类别|種類'
	],
	[
		'actor',
		'actor|actors|actor 1|actor1|actor 2|actor2|participants|participant|people|person|persons|party|parties|perpetrator|organisation|organization|akteur|akteure|beteiligte|acteur|acteurs|participantes|actores|attori|участники|участник|الجهة|الأطراف|aktörler'
	],
	['status', 'status|event status|zustand|statut|estado|stato|статус|الحالة|durum'],
	[
		'source-url',
		'url|link|links|source url|source link|sourceurl|web|website|href|quelle url|lien|enlace|collegamento|ссылка|الرابط|رابط|bağlantı|链接|reference url|report url'
	],
	[
		'source-publisher',
		'publisher|source publisher|outlet|newspaper|herausgeber|medium|éditeur|editor|editore|издатель|الناشر'
	],
	[
		'source-date',
		'source date|published|publication date|date published|report date|veröffentlicht|date de publication|fecha de publicación|дата публикации|تاريخ النشر|تاريخ التقرير'
	],
	[
		'source',
		'source|sources|reference|references|citation|source title|source name|quelle|quellen|beleg|référence|fuente|fuentes|fonte|fonti|источник|источники|المصدر|مصدر|kaynak|来源|出典'
	],
	[
		'source-date-inferred',
		'source date inferred|published inferred|source date is inferred|дата публикации предположительна|предположительная дата публикации|تاريخ النشر مستنتج|تاريخ التقرير مستنتج'
	],
	[
		'says-date',
		'date in source|date in the source|date in report|date according to source|claim date|claimed date|says date|дата в источнике|дата по источнику|التاريخ في المصدر|التاريخ حسب المصدر'
	],
	['says-inferred', 'says inferred|claim inferred|claim is inferred|сказанное предположительно|القول مستنتج'],
	['says', 'says|claim|quote|report says|что сказано в источнике|что сказано|цитата|ما يقوله المصدر|اقتباس'],
	[
		'media',
		'media|image|image url|photo|picture|video|bild|foto|imagen|imagem|immagine|изображение|фото|صورة|الصورة|رابط الصورة'
	],
	[
		'media-alt',
		'alt|alt text|image alt|media alt|caption|media caption|bildbeschreibung|légende|описание изображения|подпись к фото|وصف الصورة'
	],
	[
		'media-credit',
		'credit|media credit|photo credit|image credit|bildnachweis|crédit|автор изображения|автор фото|صاحب الصورة|مصدر الصورة'
	]
];

/** Kept by target in `NAMES`; made once, as nothing changes it. */
const TARGETS_OF: ReadonlyMap<string, Target> = new Map(
	[...NAMES].reverse().flatMap(([target, names]) => names.split('|').map((name) => [plainWord(name), target] as const))
);

/** Words that tell what a longer name is about: `Date of the incident`, `Latitude (WGS 84)`. */
const PARTS: readonly (readonly [Target, RegExp])[] = [
	['latitude', /\b(?:latitude|lat|latitud)\b/u],
	['longitude', /\b(?:longitude|lon|lng|longitud)\b/u],
	['end', /\b(?:end|until|finish)\b.*\bdate\b|\bdate\b.*\b(?:end|until)\b/u],
	['start', /\b(?:start|begin|from)\b.*\bdate\b|\bdate\b.*\b(?:start|begin|from)\b/u],
	['when', /\b(?:date|datum|fecha)\b/u],
	['title', /\b(?:title|headline)\b/u],
	['source-url', /\b(?:url|link)\b/u],
	['summary', /\b(?:description|summary)\b/u],
	['category', /\bcategory\b/u]
];

const PLAIN: ReadonlySet<Target> = new Set([
	'latitude',
	'longitude',
	'coordinates',
	'geometry',
	'when',
	'start',
	'end',
	'country',
	'source-url'
]);

/** What a column's name says that it is. `whole`: the name is a known one, and does not only have a telling word in it. */
export function targetOfName(name: string): { readonly target: Target; readonly whole: boolean } | null {
	const plain = plainWord(name.slice(0, 100));
	const whole = TARGETS_OF.get(plain);
	if (whole !== undefined) return { target: whole, whole: true };
	// Of names within names the last one tells, where it is plain enough: `where.geolocation`, `period.from`.
	const last = TARGETS_OF.get(plainWord(name.slice(name.lastIndexOf('.') + 1).slice(0, 100)));
	if (name.includes('.') && last !== undefined && PLAIN.has(last)) return { target: last, whole: false };
	const part = PARTS.find(([, pattern]) => pattern.test(plain));
	return part === undefined ? null : { target: part[0], whole: false };
}
