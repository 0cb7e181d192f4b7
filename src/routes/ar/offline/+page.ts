import { ar } from '$lib/i18n/ar/index.ts';
import { inLanguage } from '../../language.ts';
import type { PageLoad } from './$types';

/** A text, which needs no script. */
export const csr = false;

export const load: PageLoad = () => inLanguage({}, 'ar', ar);
