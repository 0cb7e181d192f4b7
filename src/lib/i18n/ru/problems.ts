import type { DatasetProblems } from '../en/problems.ts';
import { degrees, isOwn, type ProblemParams } from '../problem-facts.ts';
import { characters, count, country, didYouMean, named, number } from './problem-parts.ts';

const JSON_EXPECTATIONS: Readonly<Record<string, string>> = {
	value: 'значение (текст в двойных кавычках, число, true, false, null, список или объект)',
	key: 'имя в двойных кавычках',
	colon: 'двоеточие после имени',
	'comma-or-bracket': 'запятая или «]»',
	'comma-or-brace': 'запятая или «}»',
	end: 'конец файла',
	number: 'число, как его пишут в JSON (без нуля в начале и без одиночной точки)',
	escape: 'экранированный символ, известный JSON (\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000)',
	'closing-quote': 'закрывающая кавычка (перевод строки внутри текста пишется как \\n)'
};

const LOOKS: Readonly<Record<string, string>> = {
	'HTML or XML': 'HTML или XML',
	'a Git LFS pointer': 'указатель Git LFS',
	'a ZIP archive': 'архив ZIP',
	'a gzip archive': 'архив gzip',
	'UTF-16 text': 'текст в кодировке UTF-16',
	CSV: 'таблицу CSV'
};

/** Behind `в`. */
const LISTS: Readonly<Record<string, string>> = {
	categories: 'категориях из dataset.json',
	actors: 'участниках из dataset.json',
	agencies: 'агентствах из dataset.json',
	places: 'places.geojson',
	sources: 'sources.json',
	events: 'events.json'
};

const OPENING_REASONS: Readonly<Record<string, string>> = {
	malformed: 'В начальном виде есть значение, которое не читается',
	unreadable: 'В начальном виде есть символы, которые не читаются',
	swapped: 'В начальном виде конец периода раньше начала; даты переставлены',
	shortened: 'В начальном виде слишком длинный поисковый запрос; он сокращён',
	missing: 'Начальный вид указывает на то, чего в этих данных нет',
	merged: 'В начальном виде названо событие, объединённое с другим',
	withdrawn: 'В начальном виде названо событие, которое отозвано',
	duplicate: 'В начальном виде одно и то же указано дважды; действует только первое'
};

const TYPES: Readonly<Record<string, string>> = {
	string: 'текст в двойных кавычках',
	number: 'число без кавычек',
	boolean: 'true или false без кавычек',
	array: 'список в [ ]',
	object: 'объект в { }',
	record: 'объект в { }',
	null: 'null',
	infinity: 'число больше всех пределов'
};

const NEW_LINK = 'Скопируйте новую ссылку через «Поделиться» и возьмите из неё то, что стоит после знака «?».';
const EXPORT_AGAIN = 'Выгрузите данные заново в системе WGS 84 (EPSG:4326), в градусах.';

function listName({ to }: ProblemParams): string {
	return LISTS[String(to)] ?? String(to);
}

function typeWords(name: string | number | undefined): string {
	return TYPES[String(name)] ?? 'значение другого типа';
}

export const problems: DatasetProblems = {
	'file-missing': ({ file }) => ({
		why: `В папке нет файла ${file}.`,
		mend: 'Набор данных — это четыре файла: dataset.json, places.geojson, sources.json и events.json, строчными буквами. Добавьте недостающий; список в нём может быть пустым.'
	}),
	'file-empty': ({ file }) => ({
		why: 'Файл пуст.',
		mend: `Проверьте, тот ли это файл, и сохраните ${file} заново вместе с данными.`
	}),
	'file-too-large': ({ params }) => ({
		why: `В файле ${characters(params.length)}, а предел — ${number(params.limit)}.`,
		mend: 'Разделите данные или сократите тексты.'
	}),
	'file-bom': () => ({
		why: 'В начале файла стоит невидимая метка порядка байтов (BOM), которой в JSON быть не должно. Она пропущена.',
		mend: 'Сохраните файл в кодировке «UTF-8», а не «UTF-8 with BOM».'
	}),
	'file-encoding': ({ params }) => ({
		why: `${count(Number(params.count), {
			one: 'Потерян # символ',
			few: 'Потеряны # символа',
			many: 'Потеряно # символов',
			other: 'Потеряно # символа'
		})}: вместо потерянного стоит «�». Скорее всего, файл сохранён не в кодировке UTF-8.`,
		mend: 'Сохраните исходный файл заново в кодировке UTF-8. То, что потеряно здесь, восстановить нельзя.'
	}),
	'file-not-json': ({ params }) => ({
		why: `Это не JSON; файл похож на ${LOOKS[String(params.looksLike)] ?? params.looksLike}.`,
		mend: 'Замените его самим файлом JSON.'
	}),
	'json-invalid': ({ value, params }) => ({
		why: `Здесь нарушен формат JSON. Ожидается ${JSON_EXPECTATIONS[String(params.expected)] ?? params.expected}, ${value === null ? 'но файл заканчивается' : `а стоит «${value}»`}.`,
		mend: 'Проверьте эту строку и конец предыдущей: обычно дело в лишней или пропущенной запятой.'
	}),
	'json-too-deep': () => ({
		why: 'Списки и объекты вложены друг в друга больше чем на 64 уровня.',
		mend: 'Поищите незакрытые скобки: таким данным хватает восьми уровней.'
	}),
	'json-repeated-key': ({ value }) => ({
		why: `Имя «${value}» указано дважды внутри одних и тех же { }; действует только последнее.`,
		mend: 'Удалите то, которое ошибочно.'
	}),
	'format-newer': ({ params }) => ({
		why: `Данные записаны в формате версии ${params.format}, а эта программа читает версию ${params.reads}.`,
		mend: `Обновите программу или сохраните данные в формате версии ${params.reads}.`
	}),
	'field-missing': ({ field }) => ({
		why: `Нет поля «${field}».`,
		mend: `Добавьте «${field}» и его значение.`
	}),
	'type-wrong': ({ params }) => ({
		why: `Здесь стоит ${typeWords(params.received)}.`,
		mend: `Нужно другое: ${typeWords(params.expected)}.`
	}),
	'key-unknown': ({ field, params }) => ({
		why: field === null ? 'Такого имени в формате здесь нет.' : `Имени «${field}» в формате здесь нет.`,
		mend: `Исправьте имя или удалите его.${didYouMean(params)}`
	}),
	'value-unknown': ({ params }) => ({
		why: `Такого значения формат здесь не знает.${params.taken === undefined ? '' : ` Оно прочитано как «${params.taken}».`}`,
		mend: `Напишите одно из значений: ${params.allowed}.${didYouMean(params)}`
	}),
	'list-empty': () => ({ why: 'Список пуст.', mend: 'Впишите в него хотя бы одно значение.' }),
	'list-repeats': ({ params }) => ({
		why: `Это уже есть в списке под номером ${number(Number(params.earlier) + 1)}.`,
		mend: 'Удалите одно из двух.'
	}),
	'text-empty': () => ({ why: 'Текст пуст.', mend: 'Напишите текст или уберите поле целиком.' }),
	'text-too-long': ({ params }) => ({
		why: `В тексте ${characters(params.length)}, а предел — ${number(params.limit)}.`,
		mend: 'Сократите его.'
	}),
	'text-bidi-control': ({ params }) => ({
		why: `В тексте есть невидимый знак направления письма (${params.character}), из-за которого он может читаться иначе.`,
		mend: 'Удалите его: направление страница задаёт сама.'
	}),
	'text-control-character': ({ params }) => ({
		why: `В тексте есть невидимый управляющий символ (${params.character}).`,
		mend: 'Удалите его или наберите текст заново: такие символы часто попадают при копировании.'
	}),
	'text-surrogate': ({ params }) => ({
		why: `В тексте есть половина символа (${params.character}).`,
		mend: 'Наберите этот символ заново.'
	}),
	'text-html-entity': () => ({
		why: 'В тексте есть символ, записанный как в HTML, например &amp;: он будет показан буква за буквой.',
		mend: 'Напишите сам символ: & вместо &amp;.'
	}),
	'title-empty': () => ({
		why: 'Заголовок пуст. Событие совсем без заголовка получает временный.',
		mend: 'Напишите заголовок не длиннее 60 символов.'
	}),
	'language-invalid': () => ({
		why: 'Это не код языка в его обычной записи.',
		mend: 'Пишите коды так: en, ar, ru, pt-BR, zh-Hant.'
	}),
	'language-missing': ({ params }) => ({
		why: `Нет текста на первом языке данных («${params.language}»).`,
		mend: 'Добавьте его или измените порядок языков в «languages» в dataset.json.'
	}),
	'language-undeclared': ({ params }) => ({
		why: `Языка «${params.language}» нет среди языков данных (${params.declared}).`,
		mend: 'Добавьте язык в «languages» в dataset.json или исправьте код.'
	}),
	'id-invalid': ({ params }) => ({
		why: 'В идентификаторе бывают только строчные латинские буквы, цифры и одиночные дефисы между ними, не больше 80 символов.',
		mend: `Выберите короткий и простой идентификатор, который не придётся менять: он входит в адреса.${didYouMean(params)}`
	}),
	'id-repeated': ({ params }) => ({
		why: `У другой записи с иным содержанием тот же идентификатор (${named(params)}). Не выбрана ни одна.`,
		mend: 'Дайте одной из них другой идентификатор или удалите ошибочную.'
	}),
	'record-repeated': ({ params }) => ({
		why: `Такая же запись уже есть (${named(params)}). Эта пропущена.`,
		mend: 'Удалите её, если она повторяется по ошибке.'
	}),
	'record-too-large': ({ params }) => ({
		why: `В записи больше значений, чем можно: предел — ${number(params.limit)}.`,
		mend: 'Разделите её на несколько записей.'
	}),
	'categories-too-many': ({ params }) => ({
		why: `Категорий больше, чем можно (${number(params.limit)}): новые цвета и знаки уже не различить.`,
		mend: 'Объедините категории, а для более тонких различий используйте участников.'
	}),
	'opening-invalid': () => ({ why: 'Это не то, что стоит в ссылке после знака «?».', mend: NEW_LINK }),
	'opening-ignored': ({ params }) => ({
		why: `${OPENING_REASONS[String(params.reason)] ?? params.reason} («${params.parameter}»).`,
		mend: NEW_LINK
	}),
	'path-invalid': () => ({
		why: 'Это не путь к файлу внутри папки данных.',
		mend: 'Пишите так: logo.svg или images/logo.svg.'
	}),
	'url-invalid': () => ({
		why: 'Это не адрес в интернете.',
		mend: 'Напишите его целиком, например: https://example.org/report.'
	}),
	'url-not-http': () => ({
		why: 'Ссылками становятся только адреса, которые начинаются с http или https.',
		mend: 'Укажите адрес страницы, который начинается с https, или не заполняйте поле.'
	}),
	'url-userinfo': () => ({
		why: 'В адресе перед «@» стоит имя пользователя, и не видно, куда он ведёт на самом деле.',
		mend: 'Удалите всё, что стоит после «//», до «@» включительно.'
	}),
	'site-address-invalid': () => ({
		why: 'По такому адресу сайт лежать не может.',
		mend: 'Адрес начинается с «https://», называет папку, кончается на «/» и не содержит ни «?», ни «#»: https://example.org/syria/. Без него сайт тоже работает где угодно.'
	}),
	'country-invalid': () => ({
		why: 'Это не двухбуквенный код страны.',
		mend: 'Напишите код ISO 3166-1 заглавными латинскими буквами, например: SY, RU, US.'
	}),
	'date-invalid': ({ explanation }) => ({
		why: explanation,
		mend: 'Пишите даты так: 2024, 2024-12, 2024-12-08, 2000~ (примерно 2000 год), 2024-12/2025-01 (от и до), [2024-12,2025-01] (одна из двух).'
	}),
	'date-not-day': () => ({ why: 'Это не полная дата.', mend: 'Напишите год, месяц и день: 2025-10-14.' }),
	'crs-unsupported': ({ params }) => ({
		why: `Координаты даны в другой системе (${params.crs}). В GeoJSON это долгота и широта в системе WGS 84.`,
		mend: EXPORT_AGAIN
	}),
	'geometry-null': ({ field }) => ({
		why: 'У места нет координат. Его события есть в списке, но на карте ничего не показано.',
		mend: isOwn(field)
			? 'Добавьте точку (Point), когда координаты станут известны.'
			: 'Добавьте широту и долготу, когда координаты станут известны.'
	}),
	'geometry-not-point': ({ params }) => ({
		why: `Место — это точка (Point), а здесь стоит ${params.type}.`,
		mend: 'Поставьте точку внутри территории, а в «precision» укажите, насколько территория велика.'
	}),
	'coordinates-invalid': () => ({
		why: 'Координаты — это два числа: долгота, затем широта.',
		mend: 'Пишите десятичные градусы без кавычек, например: [36.2765, 33.5138].'
	}),
	'coordinates-swapped': ({ field, params }) => ({
		why:
			params.country === undefined
				? 'Широта бывает от -90 до 90. Похоже, долгота и широта перепутаны.'
				: `Точка лежит за пределами страны (${country(params)}), а если переставить долготу и широту — внутри.`,
		mend: isOwn(field)
			? `В GeoJSON сначала идёт долгота. Если дело в этом, напишите ${params.suggestion}.`
			: 'Если они перепутаны во всём файле, выберите «Поменять широту и долготу местами». Если только здесь, поменяйте местами эти два значения.'
	}),
	'coordinates-projected': () => ({
		why: 'Эти числа — не градусы; похоже, это метры в проекции карты.',
		mend: EXPORT_AGAIN
	}),
	'coordinates-extra': ({ params }) => ({
		why: `У точки здесь два числа, остальное пропущено (${params.dropped}).`,
		mend: 'Удалите лишние числа.'
	}),
	'latitude-out-of-range': ({ field, params }) => ({
		why: `Широта бывает от -90 до 90, а здесь ${degrees(params.latitude)}.`,
		mend: isOwn(field) ? 'Исправьте второе число.' : 'Исправьте широту.'
	}),
	'longitude-wrapped': ({ params }) => ({
		why: `Долгота бывает от -180 до 180. Она прочитана как ${degrees(params.longitude)}: это тот же меридиан.`,
		mend: `Напишите ${degrees(params.longitude)}.`
	}),
	'null-island': ({ field }) => ({
		why: 'Точка 0, 0 лежит в море у берегов Африки: обычно это значит, что место неизвестно.',
		mend: isOwn(field)
			? 'Напишите координаты или "geometry": null.'
			: 'Напишите координаты, а если они неизвестны, оставьте обе ячейки пустыми.'
	}),
	'country-mismatch': ({ params }) => ({
		why: `Точка лежит далеко за пределами страны (${country(params)}).`,
		mend: 'Проверьте точку и код страны.'
	}),
	'reference-missing': ({ params }) => ({
		why: `В ${listName(params)} ничего с таким идентификатором нет.`,
		mend: `Исправьте идентификатор или добавьте запись.${didYouMean(params)}`
	}),
	'reference-rejected': ({ params }) => ({
		why: `Запись с этим идентификатором в ${listName(params)} отклонена.`,
		mend: 'Сначала исправьте ту запись, и эта ссылка на неё станет верной.'
	}),
	'merge-cycle': ({ params }) => ({
		why: `События объединены по кругу: ${params.circle}.`,
		mend: 'Удалите «mergedInto» у события, которое остаётся.'
	}),
	'claims-none': ({ field }) => ({
		why: 'Ни один источник не говорит об этом событии. Оно показано без источника.',
		mend:
			field === 'claims'
				? 'Добавьте в «claims» источник, который о нём сообщает.'
				: 'Укажите источник, который о нём сообщает, лучше вместе с адресом.'
	}),
	'source-predates-event': ({ params }) => ({
		why: `Источник вышел (${params.published}) раньше того, о чём сообщает (${params.when}).`,
		mend: 'Проверьте обе даты. У события, о котором только объявлено, статус «planned».'
	})
};
