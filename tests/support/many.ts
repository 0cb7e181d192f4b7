import type { Dataset } from '../../src/lib/core/model.ts';
import { mulberry32 } from './random.ts';

/** Middles of groups of places, in degrees, with how far they reach: continents, a region, a town. */
const GROUPS = [
	[10, 50, 14],
	[100, 30, 20],
	[-95, 38, 18],
	[-60, -12, 14],
	[25, 5, 16],
	[36.3, 33.5, 0.5],
	[55.75, 25.2, 0.02]
] as const;

const EVENTS = 1000;
/** Places of their own, apart from all others; the last two are at one point. */
const APART = [
	['lonely', 'Lonely', -150, -40],
	['twin-a', 'Twin A', 80, -40],
	['twin-b', 'Twin B', 80, -40]
] as const;

const JOURNEY = ['from', 'to', 'about'];

/** 1,000 made-up events at 2,000 places: too many places for each to have a mark of its own. */
export function many(): Dataset {
	const random = mulberry32(2000);
	const below = (limit: number): number => Math.floor(random() * limit);
	const pad = (value: number): string => String(value).padStart(2, '0');
	const grouped = Array.from({ length: 2 * EVENTS - APART.length }, (_, i) => {
		const [lng, lat, reach] = GROUPS[i % GROUPS.length] ?? GROUPS[0];
		const [angle, far] = [random() * 2 * Math.PI, reach * Math.sqrt(random())];
		const point = [lng + Math.cos(angle) * far, lat + Math.sin(angle) * far * 0.7];
		return { id: `place-${i + 1}`, name: { en: `Place ${i + 1}` }, point };
	});
	const apart = APART.map(([id, en, lng, lat]) => ({ id, name: { en }, point: [lng, lat] }));
	const places = [...apart, ...grouped];
	// Each place once, and some few again and again; now and then both of those at one point.
	const placesOf = (i: number): readonly number[] => {
		return [2 * i, 2 * i + 1, Math.floor(places.length * random() ** 4), ...(i % 20 === 3 ? [1, 2] : [])];
	};
	const events = Array.from({ length: EVENTS }, (_, i) => ({
		id: `event-${i + 1}`,
		when: `${2010 + Math.floor(i / 100)}-${pad(1 + below(12))}-${pad(1 + below(28))}`,
		// Every other one is a journey, and speaks of a third place.
		places: [...new Set(placesOf(i))].map((index, k) => ({
			place: places[index]?.id,
			role: (i % 2 === 0 ? JOURNEY[k] : undefined) ?? 'at'
		})),
		category: `kind-${1 + Math.floor(5 * random() ** 2)}`,
		actors: [],
		status: 'occurred',
		title: { en: `Entry ${i + 1}` },
		summary: { en: 'One of many.' },
		claims: [{ source: 'register', says: { en: 'So it is written.' } }],
		added: '2026-11-26'
	}));
	const plain = {
		title: { en: 'Many places' },
		description: { en: 'Made-up events at more places than a map has marks for.' },
		languages: ['en'],
		licence: 'CC0 1.0',
		version: '1',
		opening: '',
		categories: [1, 2, 3, 4, 5].map((kind, slot) => ({ id: `kind-${kind}`, name: { en: `Kind ${kind}` }, slot })),
		actors: [],
		agencies: [],
		sources: [{ id: 'register', title: 'Register', language: 'en' }],
		places,
		events
	};
	// Ids are branded, which nothing made of plain texts is.
	return plain as unknown as Dataset;
}
