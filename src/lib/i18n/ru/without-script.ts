import type { withoutScript as en } from '../en/without-script.ts';
import { eventsOf, number } from './words.ts';

export const withoutScript: typeof en = {
	first: (shown, total) => `Показано начало: ${number(shown)} из ${eventsOf(total)}; для остальных нужен JavaScript.`,
	fromDisk:
		'Страница открыта с диска, где браузеры не запускают скрипты, поэтому здесь только текст. В папке проекта «npm run preview» показывает её целиком, а «npm run build -- --single» создаёт один файл, который открывается с диска.'
};
