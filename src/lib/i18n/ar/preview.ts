import type { preview as en } from '../en/preview.ts';

export const preview: typeof en = {
	alt: (title) => `خريطة إلى جانب العنوان «${title}»`
};
