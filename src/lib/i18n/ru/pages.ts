import type { pages as en } from '../en/pages.ts';
import { fullStop } from './full-stop.ts';
import { count, events } from './words.ts';

export const pages: typeof en = {
	title: (about, dataset) => `${about} · ${dataset}`,
	languages: 'Эта страница на других языках',
	about: 'Об этой странице',
	publisher: (name) => fullStop(`Издатель: ${name}`),
	mistake: (contact) => `Нашли ошибку? Напишите нам: ${contact}`,
	open: 'Открыть на карте и шкале времени',
	joined: (parts) => parts.join(' · '),

	event: {
		inTime: 'До и после',
		previous: 'Предыдущее событие',
		next: 'Следующее событие',
		added: (date) => `Добавлено ${date}`,
		modified: (date) => `последнее изменение: ${date}`,
		merged: 'Оказалось, что это то же, что другое событие. Всё, что о нём известно, теперь там:',
		withdrawn: 'Это событие отозвано. Его больше нет в списках, и оно не учитывается.',
		asItWas: 'Что стояло здесь раньше:',
		mergedHere: 'Записи, которые оказались этим событием:'
	},

	place: {
		precision: {
			exact: 'Точка указана точно.',
			town: 'Точка обозначает населённый пункт.',
			district: 'Точка находится где-то в пределах района.',
			region: 'Известен только регион: точка находится где-то в его пределах.',
			country: 'Известна только страна: точка находится где-то в её пределах.'
		},
		unknown: 'Где это место, неизвестно.',
		point: (latitude, isNorth, longitude, isEast) =>
			`${latitude}° ${isNorth ? 'с. ш.' : 'ю. ш.'}, ${longitude}° ${isEast ? 'в. д.' : 'з. д.'}`,
		description: (place, total) => `${place}: ${events(total)} с датами, сообщениями и источниками.`,
		events,
		none: 'С этим местом не связано ни одно событие.',
		role: {
			at: 'здесь',
			from: 'отсюда',
			to: 'сюда',
			between: 'между этим местом и другим',
			about: 'об этом месте'
		}
	},

	feed: 'Лента новых событий',

	changes: {
		title: 'Изменения и исправления',
		intro: (dataset) =>
			`Что в наборе «${dataset}» добавлено, изменено, исправлено или изъято, по дням, начиная с новых.`,
		kind: {
			added: 'Добавлено',
			modified: 'Изменено',
			corrected: 'Исправлено',
			merged: 'Объединено',
			withdrawn: 'Отозвано',
			dataset: 'Весь набор'
		},
		into: 'Это то же, что:',
		cut: (shown) =>
			`Показаны последние ${count(shown, { one: '# изменение', few: '# изменения', many: '# изменений', other: '# изменения' })}; более ранние сюда не вошли.`,
		none: 'Изменений пока нет.'
	}
};
