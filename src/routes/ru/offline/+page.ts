import { ru } from '$lib/i18n/ru/index.ts';
import { inLanguage } from '../../language.ts';
import type { PageLoad } from './$types';

/** A text, which needs no script. */
export const csr = false;

export const load: PageLoad = () => inLanguage({}, 'ru', ru);
