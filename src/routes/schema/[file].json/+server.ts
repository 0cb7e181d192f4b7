import { error } from '@sveltejs/kit';
import { jsonSchemas } from '$lib/io/schema.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => Object.keys(jsonSchemas()).map((file) => ({ file }));

/** `/schema/events.json`: the data format for editors and programs that check against JSON Schema. */
export const GET: RequestHandler = ({ params }) => {
	const schema = new Map(Object.entries(jsonSchemas())).get(params.file);
	if (schema === undefined) error(404, `There is no schema “${params.file}”.`);
	return new Response(`${JSON.stringify(schema, null, '\t')}\n`, {
		headers: { 'content-type': 'application/schema+json' }
	});
};
