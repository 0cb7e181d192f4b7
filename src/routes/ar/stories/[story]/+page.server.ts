import { readStoryPage, storyEntries } from '../../../stories/story.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => storyEntries();

export const load: PageServerLoad = ({ params, locals }) => readStoryPage(params.story, 'ar', locals);
