import { readPage, readStoryLinks } from './dataset.server.ts';
import { frontHead, setHead } from './head.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	setHead(locals, frontHead('en'));
	return { ...readPage(), stories: readStoryLinks() };
};
