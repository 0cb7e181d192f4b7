import type { timeline as en } from '../en/timeline.ts';
import type { PluralForms } from '../plural.ts';
import { dates } from './dates.ts';
import { fullStop } from './full-stop.ts';
import { count, events, eventsOf, number } from './words.ts';

/** The form `one` is that of 21 as well, while the last one of all has no number. */
const last = (value: number, single: string, forms: PluralForms<'ru'>): string =>
	value === 1 ? single : count(value, forms);

export const timeline: typeof en = {
	timeWindow: 'Период времени',
	from: 'Начало',
	to: 'Конец',
	fromDate: 'Дата начала',
	toDate: 'Дата конца',
	until: '—',
	handleHint: (field) =>
		`Стрелки сдвигают его на один шаг, Page Up и Page Down — на больший. Дату можно и ввести — в поле «${field}».`,
	openStart: 'без ограничения, с самого начала',
	openEnd: 'без ограничения, до самого конца',
	beginning: 'начало',
	end: 'конец',
	anyDay: 'любой день',
	play: 'Воспроизвести',
	pause: 'Пауза',
	earlier: 'Раньше',
	later: 'Позже',
	previousEvent: 'Предыдущее событие',
	nextEvent: 'Следующее событие',
	allTime: 'Всё время',
	unfoldGaps: 'Развернуть промежутки',
	unfoldGap: (length) => `Развернуть промежуток, в котором ничего не начинается и не кончается: ${length}`,
	foldGap: (length) => `Снова свернуть промежуток: ${length}`,
	stepEarlier: (end) => (end === 'from' ? 'Начало: на шаг раньше' : 'Конец: на шаг раньше'),
	stepLater: (end) => (end === 'from' ? 'Начало: на шаг позже' : 'Конец: на шаг позже'),
	axisTools: 'Вид шкалы времени',
	zoomIn: 'Приблизить шкалу времени',
	zoomOut: 'Отдалить шкалу времени',
	wholeAxis: 'Показать всю шкалу времени',
	overview: 'Видимая часть шкалы времени',
	overviewShows: (first, last) => dates.dash(first, last),
	rowsByCategory: 'Строки по категориям',
	countsTable: 'Таблица с числом событий',
	moment: 'Отдельный момент',
	period: 'Период',
	lastOfData: {
		hour: (hours) =>
			last(hours, 'последний час данных', {
				one: 'последний # час данных',
				few: 'последние # часа данных',
				many: 'последние # часов данных',
				other: 'последние # часа данных'
			}),
		day: (days) =>
			last(days, 'последний день данных', {
				one: 'последний # день данных',
				few: 'последние # дня данных',
				many: 'последние # дней данных',
				other: 'последние # дня данных'
			}),
		month: (months) =>
			last(months, 'последний месяц данных', {
				one: 'последний # месяц данных',
				few: 'последние # месяца данных',
				many: 'последние # месяцев данных',
				other: 'последние # месяца данных'
			})
	},
	pickLast: 'нажмите на другой период, чтобы закончить на нём',
	counted: (some, maybe, all) => {
		const text = some < all ? `${number(some)} из ${eventsOf(all)}` : events(some);
		return maybe === 0 ? text : `${text}, возможно — ${number(maybe)}`;
	},
	playMode: 'Режим воспроизведения',
	playModes: { window: 'Период движется', cumulative: 'Период растёт', instant: 'Пошагово' },
	speed: 'Скорость',
	speedTimes: (times) => `${times}×`,
	knownOn: 'По состоянию на',
	more: 'Ещё',
	badDate: (text) => `«${text}» — не дата: введите 2024, 2024-12 или 2024-12-08 либо оставьте поле пустым.`,
	marks: 'События на шкале времени',
	mark: (parts) => parts.filter((part) => part !== '').join(', '),
	planned: 'запланировано',
	notListed: 'нет в списке',
	reportsDiffer: 'сообщения расходятся',
	legend: 'Условные обозначения',
	forms: {
		planned: 'запланировано',
		approximate: 'примерно',
		unknown: 'начало или конец неизвестны',
		dispute: 'сообщения расходятся',
		uncertain: 'под вопросом',
		open: 'длится дальше',
		period: 'в пределах периода',
		choice: 'одна из дат',
		each: 'несколько дат',
		maybe: 'возможно или запланировано',
		bars: 'столбцы: все события',
		hidden: 'скрыто фильтрами'
	},
	today: 'Сегодня',
	oneInstant: 'Все события с датой приходятся на одно время, выбирать не из чего.',
	noDates: 'Ни у одного события нет даты, и на шкале времени показать нечего. В списке есть все события.',
	counts: {
		title: 'События по периодам',
		close: 'Закрыть',
		none: 'Событий нет.',
		bySeveral: 'по периодам',
		by: {
			minute: 'по минутам',
			'5-minutes': 'по 5 минут',
			'15-minutes': 'по четвертям часа',
			hour: 'по часам',
			'6-hours': 'по 6 часов',
			day: 'по дням',
			week: 'по неделям',
			month: 'по месяцам',
			quarter: 'по кварталам',
			year: 'по годам',
			'5-years': 'по 5 лет',
			decade: 'по десятилетиям',
			'50-years': 'по 50 лет',
			century: 'по векам',
			'500-years': 'по 500 лет',
			millennium: 'по тысячелетиям'
		},
		summary: (total, by, period) => `${events(total)} ${by}, ${period}`,
		most: (summary, period, _isDay, most) => `${summary}; больше всего — ${number(most)} (${period})`,
		sentence: fullStop,
		caption:
			'Событие, которое длится или дата которого известна лишь приблизительно, учтено в каждом периоде, к которому может относиться. ' +
			'Действуют все фильтры, кроме выбранного периода.',
		partOnly: 'Учтена только видимая часть шкалы времени.',
		choose: 'Нажмите на период, чтобы выбрать его.',
		period: 'Период',
		certain: 'Точно',
		possible: 'Возможно',
		total: 'Всего',
		skipped: (periods) =>
			count(periods, {
				one: 'Пропущен # период без событий.',
				few: 'Пропущены # периода без событий.',
				many: 'Пропущено # периодов без событий.',
				other: 'Пропущено # периода без событий.'
			}),
		firstOf: (shown, periods) =>
			`Показаны первые ${number(shown)} из ${count(periods, { one: '# периода', few: '# периодов', many: '# периодов', other: '# периодов' })} с событиями.`,
		more: (periods) => `Показать ещё ${number(periods)}`
	}
};
