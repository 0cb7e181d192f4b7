import type { empty as en } from '../en/empty.ts';
import { createCounter } from '../plural.ts';
import { fullStop } from './full-stop.ts';

const count = createCounter('ru');
const either = new Intl.ListFormat('ru', { type: 'disjunction' });

const events = (gain: number): string =>
	count(gain, { one: '# событие', few: '# события', many: '# событий', other: '# события' });

export const empty: typeof en = {
	emptyDataset: 'В этом наборе данных нет событий.',
	because: (rules) => fullStop(`Ни одно событие не отвечает всем условиям: ${rules.join('; ')}`),
	becauseOne: (rule) => fullStop(`Ни одно событие не отвечает условию: ${rule}`),
	rule: {
		window: (window) => `период ${window}`,
		places: (names) => `место ${either.format(names)}`,
		categories: (names) => `категория ${either.format(names)}`,
		actors: (names) => `участник ${either.format(names)}`,
		sources: (names) => `источник ${either.format(names)}`,
		statuses: (names) => `статус ${either.format(names.map((name) => `«${name}»`))}`,
		query: (text) => `поиск «${text}»`,
		known: (day) => `по состоянию на ${day}`,
		bounds: () => 'только видимое на карте'
	},
	extend: (window, gain) => `Расширить период (${window}): ${events(gain)}`,
	drop: {
		window: (gain) => `Всё время: ${events(gain)}`,
		places: (gain) => `Любое место: ${events(gain)}`,
		categories: (gain) => `Любая категория: ${events(gain)}`,
		actors: (gain) => `Любой участник: ${events(gain)}`,
		sources: (gain) => `Любой источник: ${events(gain)}`,
		statuses: (gain) => `Любой статус: ${events(gain)}`,
		query: (gain) => `Без поиска: ${events(gain)}`,
		known: (gain) => `По состоянию на любой день: ${events(gain)}`,
		bounds: (gain) => `Не только видимое на карте: ${events(gain)}`
	},
	clear: (gain) => `Сбросить все фильтры: ${events(gain)}`,
	everything: (gain) => `Сбросить все фильтры и период: ${events(gain)}`,
	events
};
