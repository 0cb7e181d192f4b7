import { error } from '@sveltejs/kit';
import { readSitemap } from '../published/sitemap.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** A file that there is in some sites: its name is the parameter. */
export const entries: EntryGenerator = () => (readSitemap() === null ? [] : [{ sitemap: 'sitemap' }]);

/** `/sitemap.xml` */
export const GET: RequestHandler = ({ params }) => {
	const file = params.sitemap === 'sitemap' ? readSitemap() : null;
	if (file === null) error(404, 'There is no such file: a sitemap needs the address of the site.');
	return new Response(file, { headers: { 'content-type': 'application/xml' } });
};
