import type { ImportProblems } from '../en/import-problems.ts';
import { characters, count, didYouMean, named, number, rows } from './problem-parts.ts';

const ORDERS: Readonly<Record<string, string>> = {
	'day-first': 'сначала день, потом месяц',
	'month-first': 'сначала месяц, потом день'
};

const PARTS: Readonly<Record<string, string>> = { year: 'год', month: 'месяц', day: 'день', time: 'время суток' };

/** Behind `нет`. */
const PARTS_OF: Readonly<Record<string, string>> = { year: 'года', month: 'месяца', day: 'дня' };

const part = (parts: Readonly<Record<string, string>>, name: string | number | undefined): string =>
	parts[String(name)] ?? String(name);

/** Behind `вместо`. */
const SHAPES: Readonly<Record<string, string>> = {
	polygon: 'территории',
	multipolygon: 'группы территорий',
	linestring: 'линии',
	multilinestring: 'группы линий',
	multipoint: 'группы точек',
	geometrycollection: 'группы фигур'
};

const SAVE_AS_CSV =
	'Откройте его в программе для таблиц, выберите «Сохранить как» и формат «CSV UTF-8», а затем откройте здесь то, что получилось.';
const UNPACK = 'Распакуйте его и откройте файлы, которые в нём лежат.';
const EXPORT = 'Выгрузите таблицу в формате CSV.';

type Kind = readonly [what: string, mend: string];
const KINDS: Readonly<Record<string, Kind>> & { readonly binary: Kind } = {
	gzip: ['архив gzip', UNPACK],
	bzip2: ['архив bzip2', UNPACK],
	'7z': ['архив 7-Zip', UNPACK],
	rar: ['архив RAR', UNPACK],
	xz: ['архив XZ', UNPACK],
	zip: ['архив ZIP', UNPACK],
	kmz: ['архив KMZ', 'Распакуйте его как архив ZIP и откройте файл KML, который в нём лежит.'],
	xlsx: ['таблица Excel (XLSX)', SAVE_AS_CSV],
	xls: ['старый файл Excel или Word', SAVE_AS_CSV],
	ods: ['таблица OpenDocument (ODS)', SAVE_AS_CSV],
	docx: ['документ Word', 'Скопируйте таблицу в программу для таблиц и сохраните её в формате CSV.'],
	pdf: ['документ PDF', 'Возьмите таблицу или данные, из которых он сделан.'],
	sqlite: ['база данных SQLite', EXPORT],
	parquet: ['файл Parquet', EXPORT],
	picture: ['изображение', 'Возьмите данные, которые показаны на изображении.'],
	'git-lfs': ['указатель Git LFS, а не сам файл', 'Получите сам файл командой git lfs pull.'],
	html: [
		'веб-страница (HTML)',
		'Серверы часто присылают её вместо данных: посмотрите на неё в браузере и скачайте данные заново.'
	],
	binary: ['не текст', 'Сохраните данные в формате CSV, GeoJSON или другом текстовом формате.']
};

const cells = (value: string | number | undefined): string =>
	count(Number(value), { one: '# ячейка', few: '# ячейки', many: '# ячеек', other: '# ячейки' });

const columns = (value: string | number | undefined): string =>
	count(Number(value), { one: '# столбец', few: '# столбца', many: '# столбцов', other: '# столбца' });

const rowsNotRead = (left: string | number | undefined): string =>
	count(Number(left), {
		one: 'ещё # строка после них не прочитана',
		few: 'ещё # строки после них не прочитаны',
		many: 'ещё # строк после них не прочитано',
		other: 'ещё # строки после них не прочитано'
	});

export const importProblems: ImportProblems = {
	'file-unsupported': ({ params }) => {
		const [what, mend] = KINDS[String(params.kind)] ?? KINDS.binary;
		return { why: `Как бы файл ни назывался, на деле это ${what}; такие файлы здесь не читаются.`, mend };
	},
	'file-repeated': ({ params }) => ({
		why: `Содержимое файла то же, что у файла ${params.other}. Оно прочитано один раз.`,
		mend: 'Оставьте один из двух файлов.'
	}),
	'format-unknown': () => ({
		why: 'Содержимое не относится ни к одному из форматов, которые здесь читаются.',
		mend: 'Сохраните его в формате CSV: одно событие в строке, названия столбцов в первой строке.'
	}),
	'records-none': () => ({
		why: 'В файле нет ни одного события.',
		mend: 'Впишите события под названиями столбцов, по одному в строке.'
	}),
	'encoding-guessed': ({ params }) => ({
		why: `Файл сохранён не в UTF-8. Он прочитан в кодировке ${params.encoding}${params.samples === undefined ? '' : `, и получилось: ${params.samples}`}.`,
		mend: `Если ${params.samples === undefined ? 'тексты' : 'эти слова'} верны, делать ничего не нужно. Если нет, выберите другую кодировку или сохраните файл в UTF-8.`
	}),
	'limit-bytes': ({ params }) => ({
		why: `Размер файла в байтах — ${number(params.length)}, а предел — ${number(params.limit)}.`,
		mend: 'Разделите его на несколько файлов.'
	}),
	'limit-rows': ({ params }) => ({
		why: `В файле может быть ${count(Number(params.limit), { one: '# строка', few: '# строки', many: '# строк', other: '# строки' })}; ${rowsNotRead(params.left)}.`,
		mend: 'Разделите его на несколько файлов.'
	}),
	'limit-columns': ({ params }) => ({
		why: `В файле ${columns(params.count)}, а предел — ${number(params.limit)}.`,
		mend: 'Удалите ненужные столбцы. Если в таблице их меньше, выберите другой разделитель.'
	}),
	'limit-cell': ({ params }) => ({
		why: `В ячейке ${characters(params.length)}, а предел — ${number(params.limit)}.`,
		mend: 'Сократите её. Если текст не так длинен, в нём или перед ним не закрыта кавычка.'
	}),
	'header-missing': () => ({
		why: 'Похоже, в первой строке уже данные. Столбцы пронумерованы, а первая строка прочитана как событие.',
		mend: 'Добавьте сверху строку с названиями столбцов или выберите, для чего служит каждый столбец.'
	}),
	'header-blank': ({ field, params }) => ({
		why: `У столбца ${number(params.column)} нет названия. Здесь он назван «${field}».`,
		mend: 'Напишите его название в первой строке.'
	}),
	'header-repeated': ({ field, params }) => ({
		why: `У столбцов ${number(params.first)} и ${number(params.column)} одно название. Второй назван здесь «${field}».`,
		mend: 'Дайте одному из них другое название.'
	}),
	'row-too-short': ({ params }) => ({
		why: `В строке ${cells(params.fields)}, а в первой строке файла — ${number(params.columns)}. Те, которых не хватает в конце, прочитаны как пустые.`,
		mend: 'Добавьте недостающие разделители или проверьте, не потеряна ли закрывающая кавычка.'
	}),
	'row-too-long': ({ params }) => ({
		why: `В строке ${cells(params.fields)}, а в первой строке файла — ${number(params.columns)}. Нельзя понять, какая ячейка к какому столбцу относится.`,
		mend: 'Возьмите в двойные кавычки текст, внутри которого есть разделитель, или удалите лишние разделители.'
	}),
	'quote-unclosed': ({ params }) => ({
		why: `Здесь открыта кавычка, которая нигде не закрыта.${params.left === undefined ? '' : ` Таких кавычек много; ${rowsNotRead(params.left)}.`}`,
		mend: 'Закройте её второй кавычкой. Если она — часть текста, напишите её дважды ("") и возьмите весь текст в кавычки.'
	}),
	'quote-stray': () => ({
		why: 'В тексте, взятом в кавычки, стоит одиночная кавычка. Она прочитана как часть текста.',
		mend: 'Проверьте, как прочитан текст. Кавычку внутри текста пишут дважды ("").'
	}),
	'column-missing': ({ value, params }) => ({
		why: `В файле соответствий назван столбец «${value}», которого в этом файле нет.`,
		mend: `Исправьте название в файле соответствий или заново выберите, для чего служат столбцы.${didYouMean(params)}`
	}),
	'column-unused': ({ params }) => ({
		why: `${count(Number(params.count), {
			one: 'Не использован # столбец',
			few: 'Не использованы # столбца',
			many: 'Не использовано # столбцов',
			other: 'Не использовано # столбца'
		})}: ${params.names}.`,
		mend: 'Если такой столбец важен, выберите, для чего он служит.'
	}),
	'date-unreadable': () => ({
		why: 'Это не читается как дата.',
		mend: 'Пишите так: 2024, 2024-12, 2024-12-08, 2024-12-08T14:30:00Z. Если дата неизвестна, оставьте ячейку пустой.'
	}),
	'date-order-unknown': ({ params }) => ({
		why: `Это ${params.first} или ${params.second}: по столбцу не понять, что стоит первым — день или месяц.`,
		mend: 'Выберите, что в этом столбце стоит первым, или пишите даты так: 2024-12-08.'
	}),
	'date-order-contradicted': ({ params }) => ({
		why: `В этом столбце ${ORDERS[String(params.order)] ?? params.order}, а эту дату можно прочитать только наоборот.`,
		mend: 'Напишите её так: 2024-12-08.'
	}),
	'date-year-short': ({ params }) => ({
		why: `В годе две цифры (${params.year}); век понять нельзя.`,
		mend: 'Пишите год четырьмя цифрами.'
	}),
	'date-kind-unknown': ({ params }) => ({
		why: `Это число, и по столбцу не понять, что оно считает.${params.excel === '?' ? '' : ` Если это дни, как их считают программы для таблиц, получится ${params.excel}.`}`,
		mend: 'Выберите, что считают числа этого столбца: дни, как в программах для таблиц, или секунды либо миллисекунды с 1970 года. Или пишите даты так: 2024-12-08.'
	}),
	'date-notation-differs': ({ params }) => ({
		why: `Эта дата записана не так, как остальные в столбце. Понять её можно только одним способом; она прочитана как ${params.date}.`,
		mend: 'Если это верно, делать ничего не нужно. Если нет, напишите её так: 2024-12-08.'
	}),
	'date-part-missing': ({ params }) => ({
		why: `Здесь есть ${part(PARTS, params.part)}, но нет ${part(PARTS_OF, params.missing)}.`,
		mend: 'Заполните пустую ячейку или очистите эту.'
	}),
	'time-unreadable': () => ({
		why: 'Это не читается как время суток.',
		mend: 'Пишите так: 14:30 или 14:30:00.'
	}),
	'time-dropped': ({ params }) => ({
		why: `Если событие длится, его даты записывают днями. Время суток пропущено; прочитано ${params.date}.`,
		mend: 'Делать ничего не нужно. Если событие произошло в один момент, оставьте конец пустым.'
	}),
	'number-unreadable': () => ({
		why: 'Это не читается как градусы.',
		mend: 'Пишите так: 33.5138 или -70.25.'
	}),
	'coordinates-incomplete': () => ({
		why: 'Из широты и долготы есть только одна.',
		mend: 'Напишите обе, а если координаты неизвестны, оставьте обе ячейки пустыми.'
	}),
	'coordinates-unreadable': () => ({
		why: 'Это не читается как координаты.',
		mend: 'Напишите широту и долготу в градусах: 33.5138, 36.2765.'
	}),
	'coordinates-order-unknown': () => ({
		why: 'По столбцу не понять, что стоит первым — широта или долгота.',
		mend: 'Выберите, что в этом столбце стоит первым.'
	}),
	'geometry-reduced': ({ params }) => ({
		why: `Место — это точка; вместо ${SHAPES[String(params.type).toLowerCase()] ?? 'фигуры'} взята её середина.`,
		mend: 'Делать ничего не нужно. Если середина вводит в заблуждение, укажите точку.'
	}),
	'coordinates-maybe-swapped': ({ params }) => ({
		why: `В ${rows(params.rows)} из ${number(params.of)} широта больше 90 градусов, а наоборот эти два числа дают настоящее место.`,
		mend: 'Если в этом файле они перепутаны, выберите перестановку широты и долготы. Если нет, исправьте строки.'
	}),
	'title-made': ({ params }) => ({
		why: `Ни в одном столбце нет заголовков. События названы так: «${params.example}» и подобным образом.`,
		mend: 'Если заголовки в каком-то столбце есть, выберите его как заголовок.'
	}),
	'sources-none': () => ({
		why: 'Ни в одном столбце не сказано, откуда взяты сообщения. Все события показаны как события без источника.',
		mend: 'Добавьте столбец с источником каждого события, лучше вместе с адресом.'
	}),
	'categories-joined': ({ params }) => ({
		why: `Категорий ${number(params.count)}, а различить можно ${number(params.limit)}. Самые редкие объединены под названием «${params.other}»: ${params.names}.`,
		mend: 'Если различие важно, уменьшите число разных значений в столбце.'
	}),
	'id-conflict': ({ params }) => ({
		why: `У другой строки тот же идентификатор, но иное содержание (${named(params)}). Показаны обе.`,
		mend: 'Дайте одной из них другой идентификатор или удалите ошибочную.'
	}),
	'row-repeated': ({ params }) => ({
		why: `Во всех столбцах здесь то же, что и в другой строке (${named(params)}). Без идентификаторов не понять, одно ли это событие; показаны обе.`,
		mend: 'Если это одно событие, удалите одну из строк. Если нет, дайте каждой идентификатор.'
	}),
	'xml-invalid': ({ params }) => ({
		why: `Здесь нарушен формат XML. Сообщение программы чтения, по-английски: «${params.reason}».`,
		mend: 'Выгрузите файл заново: возможно, он обрезан. Из него ничего не прочитано.'
	}),
	'xml-too-deep': ({ params }) => ({
		why: `Элементы вложены друг в друга слишком глубоко: предел уровней — ${number(params.limit)}.`,
		mend: 'Разложите места по меньшему числу папок. Из файла ничего не прочитано.'
	}),
	'calendar-invalid': ({ params }) => ({
		why: `Эта запись календаря не читается. Сообщение программы чтения, по-английски: «${params.reason}».`,
		mend: 'Выгрузите календарь заново или удалите запись.'
	}),
	'extension-ignored': ({ params }) => ({
		why: `«${params.name}» — расширение формата, которое здесь не читается. Встречается ${count(Number(params.count), { one: '# раз', few: '# раза', many: '# раз', other: '# раза' })}.`,
		mend: 'Если в нём есть места или время, выгрузите их как Point, LineString или Polygon с TimeStamp или TimeSpan.'
	}),
	'recurrence-ignored': () => ({
		why: 'Событие повторяется. Прочитан только первый раз.',
		mend: 'Если остальные важны, добавьте их как отдельные события.'
	}),
	'zone-unknown': ({ params }) => ({
		why: `В файле не сказано, что такое часовой пояс «${params.zone}». Время прочитано как написано, будто по UTC.`,
		mend: 'Выгрузите календарь вместе с часовыми поясами (VTIMEZONE) или пишите время по UTC.'
	}),
	'when-misplaced': ({ params }) => ({
		why: `«when» стоит внутри «properties» ${count(Number(params.count), { one: 'у # объекта', few: 'у # объектов', many: 'у # объектов', other: 'у # объекта' })}. Оно всё равно прочитано.`,
		mend: 'Перенесите его из «properties» и поставьте рядом с «geometry».'
	})
};
