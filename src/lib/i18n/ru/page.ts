import type { page as en } from '../en/page.ts';
import { count, events as counted } from './words.ts';

export const page: typeof en = {
	skip: 'Быстрый переход',
	skipToTime: 'Перейти к выбору периода',
	skipToEvents: 'Перейти к событиям',
	skipToMap: 'Перейти к карте',
	holds: (events, places, reports) =>
		[
			counted(events),
			count(places, { one: '# место', few: '# места', many: '# мест', other: '# места' }),
			count(reports, { one: '# сообщение', few: '# сообщения', many: '# сообщений', other: '# сообщения' })
		].join(' · '),
	filters: 'Фильтры',
	share: 'Поделиться',
	openOwn: 'Открыть свои данные',
	language: 'Язык',
	theme: 'Тема',
	fullScreen: 'На весь экран',
	shortcuts: 'Сочетания клавиш',
	data: (version, licence) => `Версия данных ${version}, ${licence}.`,
	schema: 'Формат данных',
	accessibility: 'Доступность',
	licences: 'Лицензии компонентов этой страницы',
	partFailed: 'Эту часть страницы не удалось загрузить. Остальное работает, а в адресе сохранено то, что вы видите.',
	reload: 'Обновить страницу',
	noScript: 'Карте и шкале времени нужен JavaScript. Всё, что на них показано, есть в этом списке.'
};
