import type { Dataset } from '../../src/lib/core/model.ts';
import { mulberry32 } from '../support/random.ts';

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2015, 0, 1);
const DAYS = 3652;

/**
 * `events` events over ten years at `places` places (the k-th place is as frequent as 1/k), in eight categories; one in
 * five lasts up to thirty days.
 */
export function syntheticDataset(events: number, places: number): Dataset {
	const random = mulberry32(1);
	const below = (limit: number): number => Math.floor(random() * limit);
	const dayText = (day: number): string => new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
	const when = (): string => {
		const day = below(DAYS);
		return random() < 0.2 ? `${dayText(day)}/${dayText(day + 1 + below(30))}` : dayText(day);
	};
	const range = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
	const plain = {
		title: { en: 'Synthetic' },
		description: { en: 'Synthetic' },
		languages: ['en'],
		licence: 'CC0-1.0',
		version: '1',
		opening: '',
		actors: range(20, (i) => ({ id: `actor-${i}`, name: { en: `Actor ${i}` } })),
		agencies: [],
		sources: range(10, (i) => ({
			id: `source-${i}`,
			title: `Source ${i}`,
			published: dayText(below(DAYS)),
			language: 'en'
		})),
		categories: range(8, (slot) => ({ id: `category-${slot}`, name: { en: `Category ${slot}` }, slot })),
		places: range(places, (i) => ({
			id: `place-${i}`,
			name: { en: `Place ${i}` },
			point: [random() * 360 - 180, random() * 160 - 80]
		})),
		events: range(events, (i) => ({
			id: `event-${i}`,
			when: when(),
			places: [{ place: `place-${Math.floor(places ** random()) - 1}`, role: 'at' }],
			category: `category-${below(8)}`,
			actors: [`actor-${below(20)}`],
			status: 'occurred',
			title: { en: `Event ${i} of category and place` },
			summary: { en: 'A sentence that search has to look through.' },
			claims: [{ source: `source-${below(10)}`, says: { en: 'So it is said.' } }],
			added: '2026-01-01'
		}))
	};
	return plain as unknown as Dataset;
}
