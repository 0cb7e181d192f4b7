import type { print as en } from '../en/print.ts';
import { createCounter } from '../plural.ts';
import { fullStop } from './full-stop.ts';

const count = createCounter('ru');
const number = (value: number): string => count(value, { other: '#' });

export const print: typeof en = {
	action: 'Печать',
	about: 'Всё, что есть в этом списке, полностью, с картой в нынешнем положении и источниками.',
	shows: 'Что на этой странице',
	joined: (parts) => parts.join(' · '),
	credits: (names) => `Картографические данные: ${names.join(', ')}.`,
	categories: 'Категории:',
	nothing: 'Под эти фильтры не подходит ни одно событие.',
	cut: (printed, listed) =>
		`Напечатаны не все события: только первые ${number(printed)}, а всего в списке ${number(listed)}. Если сузить период или добавить фильтры, событий останется меньше и они напечатаются полностью.`,
	sources: 'Источники',
	reference: (position) => `[${number(position)}]`,
	noAddress: 'адрес не указан',
	archivedAt: (archived) => `${archived}:`,
	data: 'Об этой странице',
	publisher: (name) => `Издатель: ${name}.`,
	contact: (contact) => `Контакты: ${contact}`,
	link: 'Этот вид в интернете:',
	printed: (date) => fullStop(`Дата печати: ${date}`)
};
