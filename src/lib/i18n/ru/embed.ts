import type { embed as en } from '../en/embed.ts';

export const embed: typeof en = {
	fullPage: 'Вся страница',
	fullPageName: 'Вся страница, в новой вкладке',
	credits: 'Данные карты'
};
