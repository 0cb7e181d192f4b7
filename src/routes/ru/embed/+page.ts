import { ru } from '$lib/i18n/ru/index.ts';
import { inLanguage } from '../../language.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ data }) => inLanguage(data, 'ru', ru);
