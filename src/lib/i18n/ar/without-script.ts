import type { withoutScript as en } from '../en/without-script.ts';
import { number } from './words.ts';

export const withoutScript: typeof en = {
	first: (shown, total) =>
		`الأحداث الأولى: ${number(shown)} من أصل ${number(total)}؛ ويحتاج عرض الباقي إلى JavaScript.`,
	fromDisk:
		'فُتحت هذه الصفحة من القرص، حيث لا تشغّل المتصفحات النصوص البرمجية، فلا يظهر منها سوى النص. في مجلد المشروع يعرضها كاملةً الأمر npm run preview، ويُنشئ الأمر npm run build -- --single ملفًا واحدًا يُفتح من القرص.'
};
