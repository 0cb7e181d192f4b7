import { answer, entriesOf } from '../../../answer.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => entriesOf('events');

/** `/previews/en/events/putin-call.png` */
export const GET: RequestHandler = ({ params }) =>
	answer(params.language, ({ events }) => {
		const item = events.find(({ id }) => id === params.id);
		return item === undefined ? undefined : { kind: 'event', item };
	});
