export const media = {
	list: 'الصور والتسجيلات',
	load: {
		image: (host: string) => `تحميل الصورة من \u2068${host}\u2069`,
		video: (host: string) => `تحميل الفيديو من \u2068${host}\u2069`,
		audio: (host: string) => `تحميل التسجيل من \u2068${host}\u2069`
	},
	covered: {
		image: 'محجوبة: تُظهر هذه الصورة عنفًا أو موتًا.',
		video: 'محجوب: يُظهر هذا الفيديو عنفًا أو موتًا.',
		audio: 'محجوب: يُسمع في هذا التسجيل عنف أو موت.'
	},
	uncover: 'رفع الحجب',
	sure: 'قد يكون المحتوى قاسيًا. هل تريد تحميله مع ذلك؟',
	leave: 'إبقاؤه محجوبًا',
	loading: (host: string) => `جارٍ التحميل من \u2068${host}\u2069 …`,
	failed: {
		image: (host: string) => `تعذّر تحميل الصورة من \u2068${host}\u2069.`,
		video: (host: string) => `تعذّر تحميل الفيديو من \u2068${host}\u2069.`,
		audio: (host: string) => `تعذّر تحميل التسجيل من \u2068${host}\u2069.`
	},
	retry: 'إعادة المحاولة',
	open: (host: string) => `فتحه في \u2068${host}\u2069`,
	hide: 'إخفاء',
	credit: (name: string) => `المصدر: \u2068${name}\u2069`,
	onlyLink: (host: string) => `لا يُسمح لهذه الصفحة بتحميل شيء من \u2068${host}\u2069؛ الرابط يقود إليه.`
};
