import { LANGUAGES, localeOf } from '../../../published/published.server.ts';
import { readStoryPage, storyEntries } from '../../../stories/story.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	storyEntries().flatMap((entry) => LANGUAGES.map((language) => ({ ...entry, ...language })));

export const load: PageServerLoad = ({ params, locals }) => readStoryPage(params.story, localeOf(params.lang), locals);
