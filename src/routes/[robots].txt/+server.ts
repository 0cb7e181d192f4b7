import { error } from '@sveltejs/kit';
import { readRobots } from '../published/sitemap.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** A file that there is in some sites: its name is the parameter. */
export const entries: EntryGenerator = () => (readRobots() === null ? [] : [{ robots: 'robots' }]);

/** `/robots.txt` */
export const GET: RequestHandler = ({ params }) => {
	const file = params.robots === 'robots' ? readRobots() : null;
	if (file === null) error(404, 'There is no such file: it is of use at the root of a host alone.');
	return new Response(file, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
