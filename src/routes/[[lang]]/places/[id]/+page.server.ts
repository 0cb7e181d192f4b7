import { placeEntries, placeHead, readPlace } from '../../../published/place-page.server.ts';
import { hidden } from '../../../published/hidden.ts';
import { localeOf } from '../../../published/published.server.ts';
import { setHead } from '../../../head.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = placeEntries;

export const load: PageServerLoad = ({ locals, params }) => {
	const content = readPlace(localeOf(params.lang), params.id);
	setHead(locals, placeHead(content), 'PlacePage');
	return hidden(content);
};
