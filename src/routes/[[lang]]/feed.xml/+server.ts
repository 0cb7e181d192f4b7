import { readFeed } from '../../published/feed.server.ts';
import { LANGUAGES, localeOf } from '../../published/published.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => [...LANGUAGES];

/** `/feed.xml`, `/ar/feed.xml` */
export const GET: RequestHandler = ({ params }) =>
	new Response(readFeed(localeOf(params.lang)), { headers: { 'content-type': 'application/atom+xml' } });
