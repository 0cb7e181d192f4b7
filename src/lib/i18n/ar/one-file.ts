import type { oneFile as en } from '../en/one-file.ts';

export const oneFile: typeof en = {
	link: 'هذه الصفحة ملف محفوظ على هذا الحاسوب، ولا يُفتح الرابط إلا عليه. لمشاركة العرض أرسل الملف ومعه ما يلي علامة «?» في الرابط.'
};
