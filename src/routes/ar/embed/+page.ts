import { ar } from '$lib/i18n/ar/index.ts';
import { inLanguage } from '../../language.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ data }) => inLanguage(data, 'ar', ar);
