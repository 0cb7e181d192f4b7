import type { StoryProblems } from '../en/story-problems.ts';
import { count, didYouMean, number, own, quoted } from './problem-parts.ts';

const REASONS: Readonly<Record<string, string>> = {
	malformed: 'في عرض هذه الخطوة قيمة لا تُقرأ',
	unreadable: 'في عرض هذه الخطوة حروف لا تُقرأ',
	swapped: 'ينتهي عرض هذه الخطوة قبل أن يبدأ، وقد بُدّل التاريخان',
	shortened: 'في عرض هذه الخطوة نص بحث أطول من اللازم، وقد اختُصر',
	missing: 'يشير عرض هذه الخطوة إلى ما ليس في هذه البيانات',
	merged: 'يشير عرض هذه الخطوة إلى حدث دُمج في حدث آخر، والمعروض هو الآخر',
	withdrawn: 'يشير عرض هذه الخطوة إلى حدث سُحب',
	duplicate: 'في عرض هذه الخطوة قيمة مكررة، وتُعتمد الأولى وحدها'
};

const MARKUP: Readonly<Record<string, string>> = {
	html: `لا تقبل القصص وسوم ${own('HTML')}، وهي تُعرض كما كُتبت حرفًا حرفًا.`,
	image: 'لا تُحمَّل الصور في القصص، ولا يُعرض من هذه الصورة إلا وصفها.',
	heading: `عناوين القصة لخطواتها وحدها (${own('##')})، ويُعرض هذا العنوان نصًا بارزًا.`,
	code: 'ليس في القصص مقاطع برمجية، ويُعرض هذا المقطع نصًا عاديًا.',
	table: 'ليس في القصص جداول، ويُعرض هذا الجدول كما كُتب حرفًا حرفًا.',
	unspaced: `من دون مسافة بعد ${own('##')} ليس هذا عنوانًا، فلا تبدأ به خطوة، ويُعرض نصًا.`
};

const VIEW = `يُكتب تحت العنوان سطر مثل: ${own('[View](?from=2024-12&place=damascus)')}، أو يُلصق رابط من «مشاركة»، مع سطر فارغ قبله وبعده.`;
const STEP = `تتكون الخطوة من عنوان يبدأ بـ${own('##')}، وسطر فيه عرضها، ونص.`;

export const storyProblems: StoryProblems = {
	'story-head-open': () => ({
		why: `يبدأ الملف بسطر ${own('---')} ولا يوجد سطر ثانٍ يغلق ما فتحه.`,
		mend: `يُرجى وضع سطر ${own('---')} تحت العنوان والتاريخ وفوق النص.`
	}),
	'story-head-line': () => ({
		why: 'ليس هذا السطر اسمًا وقيمة.',
		mend: `يُكتب بين سطري ${own('---')} ما يشبه: ${own('title: The road to Moscow')}.`
	}),
	'story-head-repeated': ({ field }) => ({
		why: `ورد ${quoted(field)} مرتين، وتُعتمد الأولى وحدها.`,
		mend: 'يُرجى حذف القيمة الخاطئة.'
	}),
	'story-repeated': ({ params }) => ({
		why: `القصة نفسها باللغة نفسها موجودة في ${own(params.other)}، وقد أُهمل هذا الملف.`,
		mend: `يُرجى حذف أحد الملفين، أو تصحيح اللغة في اسمه، مثل: ${own('road.ar.md')}.`
	}),
	'story-steps-none': () => ({ why: 'ليس في القصة أي خطوة.', mend: STEP }),
	'story-steps-many': ({ params }) => ({
		why: `عدد خطوات القصة أكبر من الحد، وهو ${number(params.limit)}، وقد أُهمل الباقي.`,
		mend: 'يُرجى تقسيمها إلى قصتين.'
	}),
	'story-steps-differ': ({ params }) => ({
		why: `في هذه الترجمة ${count(Number(params.steps), {
			zero: 'صفر من الخطوات',
			one: 'خطوة واحدة',
			two: 'خطوتان',
			few: '# خطوات',
			many: '# خطوة',
			other: '# خطوة'
		})}، والعدد في ${own(params.other)} هو ${number(params.expected)}.`,
		mend: 'يُرجى التحقق مما إذا كانت خطوة ناقصة، أو أُهملت لسبب آخر مذكور هنا.'
	}),
	'story-step-untitled': () => ({
		why: 'عنوان هذه الخطوة فارغ، وقد أُهملت.',
		mend: `يُرجى كتابة عنوان قصير بعد ${own('##')}.`
	}),
	'story-step-empty': () => ({ why: 'ليس في هذه الخطوة نص، وقد أُهملت.', mend: STEP }),
	'story-view-missing': () => ({
		why: 'ليس لهذه الخطوة عرض، وقد أُهملت.',
		mend: `${VIEW} ولعرض كل شيء: ${own('[View](?)')}.`
	}),
	'story-view-ignored': ({ params }) => ({
		why: `${REASONS[String(params.reason)] ?? own(params.reason)} (${own(params.parameter)}).`,
		mend: `يُرجى تصحيح الرابط، أو أخذ رابط جديد من «مشاركة».${didYouMean(params)}`
	}),
	'story-markup': ({ params }) => ({
		why: MARKUP[String(params.what)] ?? 'ليس في القصص مثل هذا التنسيق.',
		mend:
			params.what === 'unspaced'
				? `يُرجى وضع مسافة بعد العلامات، مثل: ${own('## December 2024')}.`
				: `تُستعمل الفقرات و${own('*')}التمييز${own('*')} و${own('**')}النص البارز${own('**')} والروابط والقوائم والاقتباسات.`
	}),
	'story-too-deep': ({ params }) => ({
		why: `قوائم أو اقتباسات أو تمييز بعضها داخل بعض بأكثر من ${number(params.limit)} مستويات، وما زاد على ذلك يُعرض نصًا عاديًا.`,
		mend: 'يُرجى كتابته بمستويات أقل.'
	})
};
