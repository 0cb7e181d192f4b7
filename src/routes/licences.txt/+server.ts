import { readLicences } from '../licences.server.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** `/licences.txt` */
export const GET: RequestHandler = () =>
	new Response(readLicences(), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
