import type { picture as en } from '../en/picture.ts';
import { number } from './words.ts';

export const picture: typeof en = {
	title: 'Изображение',
	about: 'Карта и шкала времени, как они сейчас видны, с условиями фильтра, обозначениями, источниками и лицензией.',
	png: 'PNG',
	svg: 'SVG',
	use: { png: 'для статей и слайдов', svg: 'для правки, чёткое в любом размере' },
	making: 'Изображение создаётся',
	saved: (file) => `Файл ${file} сохранён.`,
	failed: 'Не удалось создать изображение. Может помочь окно поменьше или другой браузер.',
	sources: (titles) => `Источники: ${titles.join('; ')}.`,
	noMap: 'Этот браузер не рисует карту: вместо неё показан список событий.',
	moreRows: (rows) => `и ещё ${number(rows)}`,
	description: (title, shows, about) => `Карта и шкала времени «${title}»: ${shows.join('; ')}. ${about}`
};
