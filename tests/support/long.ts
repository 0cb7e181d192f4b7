import type { Dataset, EventId } from '../../src/lib/core/model.ts';
import { millennium } from './millennium.ts';

/** The thousand years four times over: 480 events, three pages of a list. */
export function long(): Dataset {
	const dataset = millennium();
	const copies = [1, 2, 3, 4].flatMap((copy) =>
		dataset.events.map((event) => ({ ...event, id: `${event.id}-${copy}` as EventId }))
	);
	return { ...dataset, title: { en: 'A long list' }, events: copies };
}
