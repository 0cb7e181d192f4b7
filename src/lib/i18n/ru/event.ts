import type { event as en } from '../en/event.ts';
import { fullStop } from './full-stop.ts';

const either = new Intl.ListFormat('ru', { type: 'disjunction' });

export const event: typeof en = {
	details: 'Подробности события',
	close: 'Закрыть',

	statusMeaning: {
		occurred: 'Произошло, как говорится в сообщениях.',
		planned: 'Запланировано: ни в одном из сообщений не говорится, что событие состоялось.',
		ongoing: 'Продолжалось на последнюю известную дату.',
		reported: 'Об этом сообщается, но подтверждения нет.'
	},
	inferred: 'предположительно',
	// Before names of places, which stay in the nominative.
	role: { at: 'место:', from: 'откуда:', to: 'куда:', between: 'связаны:', about: 'тема:' },
	precision: { region: 'известен только регион', country: 'известна только страна' },

	where: 'Где',
	who: 'Кто',
	says: 'Что говорится в сообщениях',
	noClaims: 'Сообщений об этом событии не приведено.',
	undatedEvent: 'Дата неизвестна.',
	whenInferred: 'предположительно: этой даты нет ни в одном сообщении',
	reportsDiffer: (dates) => fullStop(`Сообщения расходятся: ${either.format(dates)}`),
	reportsPrecision: (dates) =>
		fullStop(`Сообщения не противоречат друг другу, но одни точнее других: ${dates.join('; ')}`),
	noClaimDate: 'дата не указана',
	through: (agency) => `через агентство ${agency}`,
	quoting: (agency, whom) => `через агентство ${agency}; источник: ${whom}`,
	published: (date) => `опубликовано: ${date}`,
	publishedInferred: (date) => `опубликовано: ${date} (предположительно)`,
	publishedUnknown: 'дата публикации неизвестна',
	publisherUnknown: 'издание неизвестно',
	publishedAfter: (length, bound) =>
		`, ${{ exact: '', least: 'как минимум ', about: 'примерно ' }[bound]}через ${length} после события`,
	reportOlder: (published, when) =>
		`Сообщение вышло раньше события, о котором говорит. ${fullStop(`Дата публикации: ${published}; дата события: ${when}`)} Вероятно, одна из дат ошибочна.`,
	cited: (title, locator) => `${title}, ${locator}`,
	archived: (date) => `архивная копия: ${date}`,
	corrected: (date) => `Исправлено ${date}:`,
	onlySource: 'Только события из этого сообщения',
	media: { image: 'Изображение', video: 'Видео', audio: 'Запись', document: 'Документ' },
	graphic: 'может шокировать',
	permalink: 'Ссылка на событие',
	showOnMap: 'Показать на карте',
	notOnMap: 'Ни одно из мест события нельзя показать на карте.',
	notListed: 'Нет в списке: не входит в период или скрыто фильтрами.'
};
