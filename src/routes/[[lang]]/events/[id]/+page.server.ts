import { eventEntries, eventHead, readEvent } from '../../../published/event-page.server.ts';
import { hidden } from '../../../published/hidden.ts';
import { localeOf } from '../../../published/published.server.ts';
import { setHead } from '../../../head.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = eventEntries;

export const load: PageServerLoad = ({ locals, params }) => {
	const content = readEvent(localeOf(params.lang), params.id);
	setHead(locals, eventHead(content), 'EventPage');
	return hidden(content);
};
