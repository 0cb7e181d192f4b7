import { LOCALES } from '$lib/i18n/locales.ts';
import { answer } from '../../answer.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => LOCALES.map((language) => ({ language }));

/** `/previews/en/site.png`: what a link to the site is shown with. */
export const GET: RequestHandler = ({ params }) => answer(params.language, () => ({ kind: 'site' }));
