import type { importing as en } from '../en/import.ts';
import { count, events, number } from './words.ts';

const rows = (value: number): string =>
	count(value, { one: '# строка', few: '# строки', many: '# строк', other: '# строки' });

/** One answer serves the whole column. */
const ASKED = 'По самому столбцу этого не понять. Ответ действует для всех его строк; пока его нет, они отклоняются.';

export const importing: typeof en = {
	title: 'Открыть свои данные',
	close: 'Закрыть',
	cancel: 'Отмена',
	stop: 'Остановить',
	show: (shown) =>
		count(shown, {
			one: 'Показать # событие',
			few: 'Показать # события',
			many: 'Показать # событий',
			other: 'Показать # события'
		}),
	failed:
		'Браузер не справился с этим с двух попыток. Возможно, файлы слишком велики для его памяти: попробуйте выбрать меньше файлов или файлы поменьше, другой браузер или командную строку.',

	choose: 'Выбрать файлы',
	chooseOthers: 'Выбрать другие файлы',
	drop: 'Или перетащите их сюда.',
	dropNow: 'Отпустите файлы, чтобы их прочитать.',
	stays: 'Ничего не загружается на сервер. Файлы читает этот браузер, и они остаются на этом устройстве.',
	reads:
		'CSV и TSV из любой электронной таблицы, GeoJSON, KML, iCalendar, JSON; файлы TimelineJS, StoryMapJS, timemap, Bellingcat, ACLED, UCDP, GDELT и Linked Places; наборы данных самого Chronotope.',
	mappingToo: 'Вместе с ними можно выбрать и сопоставление столбцов, сохранённое здесь раньше.',
	templates: 'Чтобы начать с нуля:',
	emptyTemplate: 'пустая таблица (CSV)',
	exampleTemplate: 'таблица с шестью примерами (CSV)',
	chosen: 'Файлы',
	reading: (files) =>
		count(files, { one: 'Чтение # файла', few: 'Чтение # файлов', many: 'Чтение # файлов', other: 'Чтение # файла' }),
	computing: 'События читаются заново',
	done: (read, rejected, questions) =>
		`Прочитано событий: ${number(read)}, отклонено: ${number(rejected)}.${questions === 0 ? '' : ` Вопросов: ${number(questions)}.`}`,
	stopped: 'Остановлено.',

	attention: {
		title: 'Прежде чем продолжить',
		question: (column) => `Укажите, как читать столбец «${column}»`,
		swapped: (file) => `Возможно, в файле «${file}» перепутаны широта и долгота`,
		rejected: (rejected) =>
			count(rejected, {
				one: '# событие отклонено: посмотреть почему',
				few: '# события отклонены: посмотреть почему',
				many: '# событий отклонено: посмотреть почему',
				other: '# события отклонено: посмотреть почему'
			}),
		unreadFile: (file) => `Файл «${file}» прочитать не удалось: посмотреть почему`,
		unread: 'Не удалось прочитать ни одного события: посмотреть почему',
		nothing: 'Среди выбранного нет файла, который можно прочитать. Из папки читается только то, что лежит прямо в ней.',
		mappingAlone: 'Это сопоставление столбцов. Выберите его вместе с файлом данных.'
	},

	questions: {
		title: (questions) =>
			questions === 1
				? 'Один вопрос'
				: count(questions, { one: '# вопрос', few: '# вопроса', many: '# вопросов', other: '# вопроса' }),
		answered: 'Ваши ответы',
		inFile: (file) => `В файле «${file}»`,
		'date-order': (column) => `Что в датах столбца «${column}» стоит первым: день или месяц?`,
		century: (column) => `К какому столетию относятся годы из двух цифр в столбце «${column}»?`,
		years: (first) => `${first}–${first + 99}`,
		'date-kind': (column) => `Даты в столбце «${column}» — числа. Что они считают?`,
		'coordinate-order': (column) => `Что в столбце «${column}» стоит первым: широта или долгота?`,
		why: {
			'date-order': ASKED,
			'date-kind': ASKED,
			'coordinate-order': ASKED,
			century: 'По самому столбцу этого не понять. Пока ответа нет, строки с такими годами отклоняются.'
		},
		contradicted: (values) =>
			`Столбец противоречит сам себе: ${values} — каждое из этих значений читается только в одном порядке. Строки, которые не подходят к ответу, отклоняются.`,
		unreadable: 'так не читается',
		same: (columns) =>
			columns === 1
				? 'То же для другого столбца'
				: count(columns, {
						one: 'То же для ещё # столбца',
						few: 'То же для ещё # столбцов',
						many: 'То же для ещё # столбцов',
						other: 'То же для ещё # столбца'
					})
	},
	swap: {
		title: 'Широта и долгота перепутаны?',
		why: (of, swapped) =>
			`В ${count(swapped, { one: '# строке', few: '# строках', many: '# строках', other: '# строки' })} из ${number(of)} широта больше 90°. Если поменять числа местами, получаются возможные координаты:`,
		action: 'Поменять широту и долготу местами',
		undo: 'Вернуть как было',
		done: (file) => `Во всём файле «${file}» широта и долгота поменяны местами.`
	},
	position: (latitude, longitude) => `${latitude}, ${longitude}`,
	latitude: (degrees, isSouth) => `${degrees}° ${isSouth ? 'ю. ш.' : 'с. ш.'}`,
	longitude: (degrees, isWest) => `${degrees}° ${isWest ? 'з. д.' : 'в. д.'}`,

	understood: {
		title: 'Как это понято',
		native: 'Это набор данных самого Chronotope. Сопоставлять ничего не нужно.',
		rows,
		used: (used, of) =>
			`используется ${number(used)} из ${count(of, { one: '# столбца', few: '# столбцов', many: '# столбцов', other: '# столбца' })}`,
		delimitedBy: (delimiter) => `разделитель — ${delimiter}`,
		noHeader: 'нет строки с названиями',
		reading: 'Прочитать файл иначе',
		readingRefused: 'Так этот файл прочитать нельзя. Он читается как раньше.',
		format: 'Формат',
		encoding: 'Кодировка',
		delimiter: 'Разделитель',
		header: 'В первой строке — названия столбцов',
		language: 'Язык текстов',
		languageUnknown: 'не указан',
		languageOther: 'другой язык',
		languageTag: 'Код языка',
		languageHint: 'Как в BCP 47: fr, pt-BR, zh-Hant',
		languageInvalid: (tag) => `«${tag}» — не код языка. Напишите его так: fr, pt-BR или zh-Hant.`,
		leftOut: 'Пропущено, так как это не события:',
		columns: 'Столбцы файла',
		column: 'Столбец',
		use: 'Используется как',
		useOf: (column) => `Как используется столбец ${column}`,
		notationOf: (column) => `Как записан столбец ${column}`,
		samples: 'Первые значения',
		why: 'Потому что',
		noValues: 'нет значений',
		unused: 'не используется',
		moreColumns: (columns) =>
			count(columns, {
				one: 'Ещё # столбец здесь не показан. Он читается как предложено.',
				few: 'Ещё # столбца здесь не показаны. Они читаются как предложено.',
				many: 'Ещё # столбцов здесь не показано. Они читаются как предложено.',
				other: 'Ещё # столбца здесь не показано. Они читаются как предложено.'
			})
	},
	delimiter: { ',': 'запятая', ';': 'точка с запятой', '\t': 'табуляция', '|': 'вертикальная черта' },
	leftOut: {
		'title-slide': (value) =>
			count(value, {
				one: '# титульный слайд',
				few: '# титульных слайда',
				many: '# титульных слайдов',
				other: '# титульного слайда'
			}),
		'overview-slide': (value) =>
			count(value, {
				one: '# обзорный слайд',
				few: '# обзорных слайда',
				many: '# обзорных слайдов',
				other: '# обзорного слайда'
			}),
		era: (value) => count(value, { one: '# эпоха', few: '# эпохи', many: '# эпох', other: '# эпохи' }),
		association: (value) => count(value, { one: '# связь', few: '# связи', many: '# связей', other: '# связи' }),
		overlay: (value) =>
			count(value, { one: '# наложение', few: '# наложения', many: '# наложений', other: '# наложения' }),
		'network-link': (value) =>
			count(value, {
				one: '# сетевая ссылка',
				few: '# сетевые ссылки',
				many: '# сетевых ссылок',
				other: '# сетевой ссылки'
			}),
		tour: (value) => count(value, { one: '# тур', few: '# тура', many: '# туров', other: '# тура' }),
		'to-do': (value) => count(value, { one: '# задача', few: '# задачи', many: '# задач', other: '# задачи' }),
		'journal-entry': (value) =>
			count(value, {
				one: '# запись дневника',
				few: '# записи дневника',
				many: '# записей дневника',
				other: '# записи дневника'
			}),
		'changed-occurrence': (value) =>
			count(value, {
				one: '# изменённое повторение',
				few: '# изменённых повторения',
				many: '# изменённых повторений',
				other: '# изменённого повторения'
			})
	},
	format: {
		csv: 'Текст с разделителями (CSV, TSV)',
		geojson: 'GeoJSON',
		'linked-places': 'Linked Places',
		'lp-tsv': 'LP-TSV',
		'timelinejs-sheet': 'Таблица TimelineJS',
		timelinejs: 'TimelineJS (JSON)',
		storymapjs: 'StoryMapJS',
		timemap: 'timemap (Forensic Architecture)',
		bellingcat: 'Bellingcat',
		'json-records': 'Записи JSON',
		kml: 'KML',
		acled: 'ACLED',
		'ucdp-ged': 'UCDP GED',
		gdelt: 'GDELT',
		icalendar: 'iCalendar'
	},
	targetGroup: { what: 'Что произошло', when: 'Когда', where: 'Где', source: 'Кто сообщает', media: 'Изображения' },
	target: {
		id: 'идентификатор',
		'original-id': 'идентификатор в исходном файле',
		title: 'заголовок',
		summary: 'описание',
		category: 'категория',
		actor: 'участники',
		status: 'статус',
		when: 'дата',
		start: 'дата начала',
		end: 'дата конца',
		year: 'год',
		month: 'месяц',
		day: 'день',
		time: 'время суток',
		'end-year': 'конец: год',
		'end-month': 'конец: месяц',
		'end-day': 'конец: день',
		'end-time': 'конец: время суток',
		'start-latest': 'самое позднее начало',
		'end-earliest': 'самый ранний конец',
		'when-precision': 'точность даты',
		'when-inferred': 'дата предположительная',
		place: 'название места',
		'place-role': 'связь с местом',
		'place-id': 'идентификатор места',
		latitude: 'широта',
		longitude: 'долгота',
		coordinates: 'широта и долгота',
		geometry: 'геометрия (GeoJSON, WKT)',
		country: 'страна',
		'place-precision': 'точность места',
		'place-inferred': 'место предположительное',
		source: 'название публикации',
		'source-url': 'адрес публикации',
		'source-publisher': 'издатель',
		'source-date': 'дата публикации',
		'source-date-inferred': 'дата публикации предположительная',
		says: 'что сказано в публикации',
		'says-date': 'дата события по публикации',
		'says-inferred': 'сказанное в публикации — вывод редакции',
		media: 'адрес изображения',
		'media-alt': 'описание изображения',
		'media-credit': 'автор изображения',
		'media-graphic': 'изображение может шокировать'
	},
	asWritten: 'как записано',
	notation: {
		iso: '2024-12-31',
		'day-first': '31/12/2024, сначала день',
		'month-first': '12/31/2024, сначала месяц',
		'epoch-s': 'секунды с 1970 года',
		'epoch-ms': 'миллисекунды с 1970 года',
		excel: 'дни, как в Excel (1900)',
		'excel-1904': 'дни, как в Excel для Mac (1904)',
		compact: '20241231',
		'iso-exclusive': '2024-12-31, не включая этот день',
		'lat-lng': 'сначала широта',
		'lng-lat': 'сначала долгота',
		'decimal-comma': 'десятичная запятая: 34,5',
		html: 'HTML',
		'acled-time': 'коды ACLED',
		'acled-place': 'коды ACLED',
		'ucdp-time': 'коды UCDP',
		'ucdp-place': 'коды UCDP',
		'gdelt-place': 'коды GDELT',
		'ucdp-violence': 'коды UCDP',
		'gdelt-quad-class': 'коды GDELT',
		'cameo-root': 'коды CAMEO'
	},
	evidence: {
		format: 'так определяет формат',
		name: 'такое у него название',
		'name-part': 'слово в его названии',
		values: {
			date: (share) => `${share} значений — даты`,
			degrees: (share) => `${share} значений — градусы`,
			pair: (share) => `${share} значений — пары градусов`,
			text: (share) => `${share} значений — разные тексты`,
			other: (share) => `${share} значений подходят`
		},
		only: {
			'day-first': (value) => `в ${value} первым может быть только день`,
			'month-first': (value) => `в ${value} первым может быть только месяц`,
			'lat-lng': (value) => `в ${value} первой может быть только широта`,
			'lng-lat': (value) => `в ${value} первой может быть только долгота`
		},
		dots: (value) => `в датах с точками, как ${value}, первым стоит день`,
		number: {
			compact: (value) => `в ${value} столько цифр, сколько в годе, месяце и дне`,
			'epoch-s': (value) => `в ${value} столько цифр, сколько в секундах с 1970 года`,
			'epoch-ms': (value) => `в ${value} столько цифр, сколько в миллисекундах с 1970 года`
		},
		'decimal-comma': 'в числах десятичная запятая',
		taken: (column, target) => `столбец «${column}» уже используется как: ${target}`,
		given: 'так указали вы'
	},

	becomes: {
		title: 'Что из этого получится',
		unusable: 'Не удалось прочитать ни одного события. То, что показано сейчас, остаётся.',
		read: (value) =>
			value === 0
				? 'событий прочитано'
				: count(value, {
						one: 'событие прочитано',
						few: 'события прочитаны',
						many: 'событий прочитано',
						other: 'события прочитано'
					}),
		accepted: () => 'принято',
		repaired: () => 'исправлено',
		rejected: () => 'отклонено',
		equals: '=',
		plus: '+',
		undated: (value) => `${events(value)} без даты`,
		unplaced: (value) => `${events(value)} без координат`,
		conflicts: (value) =>
			count(value, {
				one: 'у # строки тот же идентификатор, что у другой, но иное содержание',
				few: 'у # строк тот же идентификатор, что у другой, но иное содержание',
				many: 'у # строк тот же идентификатор, что у другой, но иное содержание',
				other: 'у # строки тот же идентификатор, что у другой, но иное содержание'
			}),
		repeats: (value) =>
			count(value, {
				one: '# строка повторяется',
				few: '# строки повторяются',
				many: '# строк повторяется',
				other: '# строки повторяется'
			}),
		places: (value) => count(value, { one: '# место', few: '# места', many: '# мест', other: '# места' }),
		categories: (value) =>
			count(value, { one: '# категория', few: '# категории', many: '# категорий', other: '# категории' }),
		sources: (value) =>
			count(value, { one: '# источник', few: '# источника', many: '# источников', other: '# источника' }),
		actors: (value) =>
			count(value, { one: '# участник', few: '# участника', many: '# участников', other: '# участника' }),
		events,
		more: (value) => `и ещё ${number(value)}`,
		showMore: 'Показать больше',
		showFewer: 'Показать меньше'
	},

	problems: {
		title: 'На что обратить внимание',
		errors: (value) => count(value, { one: '# ошибка', few: '# ошибки', many: '# ошибок', other: '# ошибки' }),
		warnings: (value) =>
			count(value, {
				one: '# предупреждение',
				few: '# предупреждения',
				many: '# предупреждений',
				other: '# предупреждения'
			}),
		error: 'Ошибка',
		warning: 'Предупреждение',
		similar: 'и тому подобное',
		code: 'Код',
		where: 'Где',
		record: 'Запись',
		field: 'Столбец',
		value: 'Значение',
		why: 'Что не так',
		line: (line) => `строка ${number(line)}`,
		wholeFile: 'весь файл',
		nth: (index) => `№ ${number(index)}`,
		more: (value) => `И ещё ${number(value)} таких же. Все они попадут в файл по кнопке «Сохранить список проблем».`
	},
	save: {
		rejected: 'Сохранить отклонённые строки',
		'all-problems': 'Сохранить список проблем',
		mapping: 'Сохранить сопоставление столбцов',
		native: 'Сохранить как набор данных',
		about: 'Сопоставление можно использовать снова: здесь, со следующей версией файла, или в командной строке.',
		saved: (file) => `Файл сохранён: ${file}.`,
		nothing: 'Сохранять нечего.',
		failed: 'Сохранить не удалось.'
	}
};
