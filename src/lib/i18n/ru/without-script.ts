import type { withoutScript as en } from '../en/without-script.ts';
import { eventsOf, number } from './words.ts';

export const withoutScript: typeof en = {
	first: (shown, total) => `Показано начало: ${number(shown)} из ${eventsOf(total)}; для остальных нужен JavaScript.`
};
