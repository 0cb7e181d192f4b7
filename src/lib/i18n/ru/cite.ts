import type { cite as en } from '../en/cite.ts';
import { fullStop } from './full-stop.ts';

const seen = (url: string, accessed: string): string =>
	url === '' ? fullStop(`Дата обращения: ${accessed}`) : `${url} (дата обращения: ${accessed}).`;

export const cite: typeof en = {
	open: 'Сослаться',
	plain: 'Библиографическая ссылка',
	copyPlain: 'Копировать ссылку на источник',
	bibtex: 'BibTeX',
	copyBibtex: 'Копировать BibTeX',
	copied: 'Скопировано.',
	notCopied: 'Браузер не разрешает копирование. Текст выделен: скопируйте его клавишами Ctrl+C или ⌘C на Mac.',
	view: (title, version, publisher, filter, url, accessed) =>
		[
			publisher === '' ? '' : `${publisher}.`,
			`«${title}», версия ${version}${filter === '' ? '' : ` (${filter})`}.`,
			seen(url, accessed)
		]
			.filter(Boolean)
			.join(' '),
	event: (event, when, title, version, publisher, url, accessed) =>
		[
			fullStop(`«${event}»${when === '' ? '' : `, ${when}`}`),
			`В: «${title}», версия ${version}.`,
			publisher === '' ? '' : `${publisher}.`,
			seen(url, accessed)
		]
			.filter(Boolean)
			.join(' ')
};
