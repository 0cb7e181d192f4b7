import type { longList as en } from '../en/long-list.ts';
import { number } from './words.ts';

export const longList: typeof en = {
	newestFirst: 'Сначала новые',
	oldestFirst: 'Сначала старые',

	shown: (first, last, total) => `Показаны ${number(first)}–${number(last)} из ${number(total)}`,
	previous: 'Назад',
	next: 'Далее',
	pages: 'Страницы списка',
	goTo: 'К строке',
	noRow: (last) => `Введите номер строки от 1 до ${number(last)}.`,

	onItsWay: 'Загрузка',
	notLoaded: 'Не загружено',
	failed: 'Некоторые из этих событий загрузить не удалось.',
	retry: 'Повторить'
};
