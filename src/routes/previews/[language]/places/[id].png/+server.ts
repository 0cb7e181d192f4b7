import { answer, entriesOf } from '../../../answer.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => entriesOf('places');

/** `/previews/en/places/moscow.png` */
export const GET: RequestHandler = ({ params }) =>
	answer(params.language, ({ dataset }) => {
		const place = dataset.places.find(({ id }) => id === params.id);
		return place === undefined ? undefined : { kind: 'place', place };
	});
