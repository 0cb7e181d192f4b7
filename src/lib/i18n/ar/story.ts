import type { story as en } from '../en/story.ts';
import { events, isolate, number } from './words.ts';

export const story: typeof en = {
	kind: 'قصة',
	stories: (stories) => (stories === 1 ? 'قصة:' : 'قصص:'),
	languages: 'هذه القصة بلغات أخرى',
	skipToStory: 'الانتقال إلى القصة',
	by: (author) => `بقلم ${author}`,
	notTranslated: (language) => `هذه القصة غير متاحة بالعربية، ولغتها هنا: ${language}.`,

	steps: 'خطوات القصة',
	previous: 'الخطوة السابقة',
	next: 'الخطوة التالية',
	place: (step, steps) => `الخطوة ${number(step)} من ${number(steps)}`,
	everything: 'كل الأحداث',
	search: (words) => `«${isolate(words)}»`,
	known: (day) => `المعروف حتى ${day}`,

	events: (count) => `على الخريطة والخط الزمني: ${events(count)}`,
	none: 'لا يطابق هذا العرض أي حدث.',
	more: (count) => `غير ذلك: ${events(count)}`,
	reports: 'ما تقوله التقارير',
	open: 'فتح هذا العرض',

	graphic: 'خريطة القصة وخطها الزمني',
	changed: 'لقد تغيّر العرض.',
	back: 'العودة إلى الخطوة',
	explore: 'استكشاف حر',
	exploreHint: 'تُفتح الخريطة والخط الزمني وقائمة الأحداث كلها على ما هو ظاهر الآن.',
	others: 'قصص أخرى',
	singleKeys: `اختصارات بمفتاح واحد: ${isolate('J')} للخطوة التالية و${isolate('K')} للسابقة`
};
