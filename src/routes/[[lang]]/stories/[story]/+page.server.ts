import { LOCALES } from '$lib/i18n/locales.ts';
import { localeOf } from '../../../published/published.server.ts';
import { readStoryPage, storyEntries } from '../../../stories/story.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	storyEntries().flatMap((entry) => LOCALES.map((tag, index) => (index === 0 ? entry : { ...entry, lang: tag })));

export const load: PageServerLoad = ({ params, locals }) => readStoryPage(params.story, localeOf(params.lang), locals);
