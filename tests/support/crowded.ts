import type { Dataset } from '../../src/lib/core/model.ts';
import { mulberry32 } from './random.ts';

const YEARS = [2011, 2012, 2013, 2014, 2015, 2016] as const;
const A_YEAR = 100;
/** Places lie in three groups, on a grid of so many degrees: too near each other for each to have a mark of its own. */
const CELL = 5;
/** Of a hundred events, how many are of a category. */
const CATEGORIES = [
	['common', 'Common', 70],
	['rarer', 'Rarer', 20],
	['rare', 'Rare', 10]
] as const;

/** 600 made-up events at 144 places in six years: the timeline has bars, the list has pages, and the map is full. */
export function crowded(): Dataset {
	const random = mulberry32(2016);
	const below = (limit: number): number => Math.floor(random() * limit);
	const pad = (value: number): string => String(value).padStart(2, '0');
	const places = new Map<string, object>();
	const placeAt = (column: number, row: number): string => {
		const id = `cell-${column}-${row}`;
		const point = [column * CELL - 172.5, row * CELL - 17.5];
		places.set(id, { id, name: { en: `Cell ${column}, ${row}` }, precision: 'region', point });
		return id;
	};
	const categoryOf = (hundredth: number): string => {
		let left = hundredth;
		for (const [id, , share] of CATEGORIES) {
			left -= share;
			if (left < 0) return id;
		}
		return CATEGORIES[0][0];
	};
	const events = YEARS.flatMap((year) =>
		Array.from({ length: A_YEAR }, (_, i) => ({
			id: `event-${year}-${i + 1}`,
			when: `${year}-${pad(1 + below(12))}-${pad(1 + below(28))}`,
			places: [{ place: placeAt(30 * below(3) + below(6), below(8)), role: 'at' }],
			category: categoryOf(below(100)),
			actors: [],
			status: 'occurred',
			title: { en: `Entry ${i + 1} of ${year}` },
			summary: { en: 'One of many.' },
			claims: [{ source: 'register', says: { en: 'So it is written.' } }],
			added: '2026-11-26'
		}))
	);
	const plain = {
		title: { en: 'Crowded years' },
		description: { en: 'Made-up events, too many to be drawn one by one.' },
		languages: ['en'],
		licence: 'CC0 1.0',
		version: '1',
		opening: '',
		categories: CATEGORIES.map(([id, name], slot) => ({ id, name: { en: name }, slot })),
		actors: [],
		agencies: [],
		sources: [{ id: 'register', title: 'Register', language: 'en' }],
		places: [...places.values()],
		events
	};
	// Ids are branded, which nothing made of plain texts is.
	return plain as unknown as Dataset;
}
