import { changesHead, readChanges } from '../../published/changes-page.server.ts';
import { hidden } from '../../published/hidden.ts';
import { LANGUAGES, localeOf } from '../../published/published.server.ts';
import { setHead } from '../../head.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [...LANGUAGES];

export const load: PageServerLoad = ({ locals, params }) => {
	const content = readChanges(localeOf(params.lang));
	setHead(locals, changesHead(content), 'ChangesPage');
	return hidden(content);
};
