import { readPage } from '../../dataset.server.ts';
import { frameHead, setHead } from '../../head.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	setHead(locals, frameHead('ru'));
	return { ...readPage(), stories: [] };
};
