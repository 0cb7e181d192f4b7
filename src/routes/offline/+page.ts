import { en } from '$lib/i18n/en/index.ts';
import { inLanguage } from '../language.ts';
import type { PageLoad } from './$types';

/** A text, which needs no script. */
export const csr = false;

export const load: PageLoad = () => inLanguage({}, 'en', en);
