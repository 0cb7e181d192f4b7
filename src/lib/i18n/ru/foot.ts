import type { FootMessages } from '../en/foot.ts';

export const foot: FootMessages = {
	changes: 'Изменения',
	feed: 'Лента'
};
