import type { preview as en } from '../en/preview.ts';

export const preview: typeof en = {
	alt: (title) => `Карта рядом с заголовком «${title}»`
};
