import type { filters as en } from '../en/filters.ts';
import { count, events, eventsOf, number } from './words.ts';

const KNOWN = 'По состоянию на';

export const filters: typeof en = {
	search: 'Поиск событий',
	title: 'Фильтры',
	close: 'Закрыть',
	status: (listed, total) => `${number(listed)} из ${eventsOf(total)}`,
	partial: 'Числа относятся лишь к части данных.',
	undated: (hidden) =>
		count(hidden, {
			one: 'Не показано # событие без даты',
			few: 'Не показаны # события без даты',
			many: 'Не показано # событий без даты',
			other: 'Не показано # события без даты'
		}),
	unreported: (hidden) =>
		count(hidden, {
			one: 'Не показано # событие без датированного источника',
			few: 'Не показаны # события без датированного источника',
			many: 'Не показано # событий без датированного источника',
			other: 'Не показано # события без датированного источника'
		}),
	unplaced: (hidden) =>
		count(hidden, {
			one: 'Не показано # событие с неизвестным местом',
			few: 'Не показаны # события с неизвестным местом',
			many: 'Не показано # событий с неизвестным местом',
			other: 'Не показано # события с неизвестным местом'
		}),
	active: 'Выбранные фильтры',
	clear: 'Сбросить фильтры',
	remove: (filter) => `Убрать фильтр: ${filter}`,
	value: (facet, value) => (facet === KNOWN ? `${facet} ${value}` : `${facet}: ${value}`),
	facet: {
		places: 'Места',
		categories: 'Категории',
		actors: 'Участники',
		sources: 'Источники',
		statuses: 'Статус'
	},
	statuses: {
		occurred: 'Произошло',
		planned: 'Запланировано',
		ongoing: 'Продолжается',
		reported: 'Сообщается'
	},
	window: 'Период',
	query: 'Поиск',
	known: KNOWN,
	bounds: 'Только видимое на карте',
	boundsUnavailable: 'Карта недоступна.',
	find: (facet) => `Найти: ${facet.toLowerCase()}`,
	showAll: (values) => `Показать все (${number(values)})`,
	showFewer: 'Показать меньше',
	nothingFound: 'Ничего не найдено.',
	events,
	show: (events) =>
		count(events, {
			one: 'Показать # событие',
			few: 'Показать # события',
			many: 'Показать # событий',
			other: 'Показать # события'
		})
};
