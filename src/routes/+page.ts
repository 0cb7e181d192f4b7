import { en } from '$lib/i18n/en/index.ts';
import { inLanguage } from './language.ts';
import { inAskedLanguage } from './one-file.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ data }) => (__ONE_FILE__ ? inAskedLanguage(data) : inLanguage(data, 'en', en));
