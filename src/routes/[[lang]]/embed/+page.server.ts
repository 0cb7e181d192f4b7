import { readPage } from '../../dataset.server.ts';
import { frameHead, setHead } from '../../head.server.ts';
import { LANGUAGES, localeOf } from '../../published/published.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [...LANGUAGES];

export const load: PageServerLoad = ({ locals, params }) => {
	const locale = localeOf(params.lang);
	setHead(locals, frameHead(locale));
	return { ...readPage(), stories: [], locale };
};
