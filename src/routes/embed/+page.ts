import { en } from '$lib/i18n/en/index.ts';
import { inLanguage } from '../language.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ data }) => inLanguage(data, 'en', en);
