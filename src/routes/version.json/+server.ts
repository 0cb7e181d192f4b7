import { version } from '$app/environment';
import type { Stamp } from '$lib/offline/published.ts';
import { readPage } from '../dataset.server.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** `/version.json`: which version is published, for pages that are open meanwhile. */
export const GET: RequestHandler = () => {
	const stamp: Stamp = { code: version, data: readPage().stamp ?? '' };
	return new Response(`${JSON.stringify(stamp)}\n`, { headers: { 'content-type': 'application/json' } });
};
