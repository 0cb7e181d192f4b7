import type { cite as en } from '../en/cite.ts';
import { isolate } from './words.ts';

export const cite: typeof en = {
	open: 'استشهاد',
	plain: 'مرجع',
	copyPlain: 'نسخ المرجع',
	bibtex: 'BibTeX',
	copyBibtex: 'نسخ BibTeX',
	copied: 'تم النسخ.',
	notCopied: `لا يسمح المتصفح بالنسخ. النص محدَّد، ويُنسخ بالضغط على Ctrl+C، أو ${isolate('⌘C')} على أجهزة Mac.`,
	view: (title, version, publisher, filter, url, accessed) =>
		[
			publisher === '' ? '' : `${publisher}.`,
			`«${title}»، الإصدار ${isolate(version)}${filter === '' ? '' : ` (${filter})`}.`,
			url === '' ? `تاريخ الاطلاع: ${accessed}.` : `${isolate(url)} (تاريخ الاطلاع: ${accessed}).`
		]
			.filter(Boolean)
			.join(' '),
	event: (event, when, title, version, publisher, url, accessed) =>
		[
			`«${event}»${when === '' ? '' : `، ${when}`}.`,
			`في: «${title}»، الإصدار ${isolate(version)}.`,
			publisher === '' ? '' : `${publisher}.`,
			url === '' ? `تاريخ الاطلاع: ${accessed}.` : `${isolate(url)} (تاريخ الاطلاع: ${accessed}).`
		]
			.filter(Boolean)
			.join(' ')
};
