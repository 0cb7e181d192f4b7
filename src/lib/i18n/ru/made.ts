import type { made as en } from '../en/made.ts';
import { count } from './words.ts';

export const made: typeof en = {
	category: 'События',
	other: 'Прочее',
	untitled: (id) => `Событие без названия ${id}`,
	files: (files) => count(files, { one: '# файл', few: '# файла', many: '# файлов', other: '# файла' })
};
