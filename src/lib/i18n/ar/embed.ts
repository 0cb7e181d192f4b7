import type { embed as en } from '../en/embed.ts';

export const embed: typeof en = {
	fullPage: 'الصفحة الكاملة',
	fullPageName: 'الصفحة الكاملة، في علامة تبويب جديدة',
	credits: 'بيانات الخريطة'
};
