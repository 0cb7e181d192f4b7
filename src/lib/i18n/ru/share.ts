import type { share as en } from '../en/share.ts';
import { filters } from './filters.ts';
import { count, number } from './words.ts';

export const share: typeof en = {
	title: 'Поделиться',
	close: 'Закрыть',
	link: 'Ссылка на этот вид',
	copy: 'Копировать ссылку',
	copied: 'Ссылка скопирована.',
	notCopied: 'Браузер не разрешает копировать. Ссылка выделена: скопируйте её, нажав Ctrl+C или, на Mac, ⌘C.',
	tooLong: (length, max) =>
		`Этот вид не помещается в ссылку: в ней ${count(length, { one: '# символ', few: '# символа', many: '# символов', other: '# символа' })}, а надёжно работают ссылки не длиннее ${number(max)}. Уберите часть фильтров или сократите поисковый запрос.`,
	restores: 'По этой ссылке откроется:',
	events: filters.status,
	window: (window) => `период: ${window}`,
	filter: (name, values) => filters.value(name, values.join(', ')),
	// Without quotation marks, as titles may have some of their own.
	event: (title) => `подробности события: ${title}`,
	camera: 'карта в нынешнем положении',
	fitted: 'карта, на которой видны все эти события',
	newestFirst: 'список: сначала новые',
	linear: 'шкала времени без свёрнутых промежутков',
	theme: { light: 'светлая тема', dark: 'тёмная тема' },
	play: {
		window: '',
		cumulative: 'режим воспроизведения: рост периода',
		instant: 'режим воспроизведения: пошагово'
	},
	language: 'Она откроется на языке этой страницы, с теми же датами в любом часовом поясе.',

	notices: 'Об этой ссылке',
	dismiss: 'Скрыть',
	whatHappened: 'Что с ним произошло',
	parameter: {
		from: 'начало периода (from)',
		to: 'конец периода (to)',
		place: 'место',
		category: 'категория',
		actor: 'участник',
		source: 'источник',
		status: 'статус',
		q: 'поиск (q)',
		known: 'день «по состоянию на» (known)',
		bounds: 'область карты (bounds)',
		event: 'событие',
		map: 'положение карты (map)',
		order: 'порядок списка (order)',
		axis: 'вид шкалы времени (axis)',
		play: 'режим воспроизведения (play)',
		theme: 'тема'
	},
	notice: {
		malformed: (parameter, value) =>
			value === ''
				? `В этой ссылке нет значения: ${parameter}. Параметр пропущен.`
				: `В этой ссылке значение записано неверно: ${parameter}, ${value}. Параметр пропущен.`,
		unreadable: (parameter, value) => `Часть этой ссылки не читается: ${parameter}, ${value}. Она пропущена.`,
		swapped: (_parameter, value) =>
			`В этой ссылке конец периода раньше его начала (начало: ${value}). Даты переставлены.`,
		shortened: (parameter, value) => `В этой ссылке слишком длинное значение: ${parameter}. Оно сокращено: ${value}`,
		missing: (parameter, value) => `Ссылка указывает на то, чего в этой версии нет: ${parameter} ${value}.`,
		merged: (_parameter, value) =>
			`Ссылка указывает на событие ${value}. Оказалось, что это то же, что другое событие: показано оно.`,
		withdrawn: (_parameter, value) => `Ссылка указывает на событие ${value}, которое отозвано.`,
		duplicate: (parameter, value) =>
			`В этой ссылке значение указано несколько раз: ${parameter}. Действует только первое, а не ${value}.`
	}
};
