import { daysInMonth } from '../../src/lib/core/instant.ts';
import type { Dataset } from '../../src/lib/core/model.ts';
import { mulberry32 } from './random.ts';

const FIRST_YEAR = 1026;
const YEARS = 1000;
const SCATTERED = 88;
/** Months with many days close together: where an axis of a thousand years has to be looked into. */
const CLUSTERS = [
	{ month: '1348-06', days: 12 },
	{ month: '1815-06', days: 10 },
	{ month: '1989-11', days: 10 }
] as const;
/** How many of a hundred scattered dates are of each kind. */
const KINDS = { day: 28, month: 16, year: 26, decade: 10, century: 8, years: 8, time: 4 } as const;
type Kind = keyof typeof KINDS;

const CATEGORIES = ['trade', 'weather', 'building', 'letters'];
const PLACES = [
	['bergen', 'Bergen', 'NO', 5.33, 60.39],
	['lubeck', 'Lübeck', 'DE', 10.69, 53.87],
	['visby', 'Visby', 'SE', 18.29, 57.64],
	['riga', 'Riga', 'LV', 24.11, 56.95],
	['london', 'London', 'GB', -0.08, 51.51],
	['bruges', 'Bruges', 'BE', 3.22, 51.21]
] as const;

const pad = (value: number): string => String(value).padStart(2, '0');

/** 120 made-up events over a thousand years, known to the century, to the second and to anything between. */
export function millennium(): Dataset {
	const random = mulberry32(1026);
	const below = (limit: number): number => Math.floor(random() * limit);
	const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
	const dates = [
		...Array.from({ length: SCATTERED }, () => scattered(below)),
		...CLUSTERS.flatMap(({ month, days }) => Array.from({ length: days }, () => `${month}-${pad(1 + below(30))}`))
	];
	const plain = {
		title: { en: 'A thousand years' },
		description: { en: 'Made-up events over a thousand years.' },
		languages: ['en'],
		licence: 'CC0 1.0',
		version: '1',
		opening: '',
		categories: CATEGORIES.map((id, slot) => ({ id, name: { en: capital(id) }, slot })),
		actors: [],
		agencies: [],
		sources: [{ id: 'annals', title: 'Annals', language: 'en' }],
		places: PLACES.map(([id, name, country, lng, lat]) => ({ id, name: { en: name }, country, point: [lng, lat] })),
		events: dates.map((when, i) => {
			const category = pick(CATEGORIES);
			return {
				id: `entry-${i + 1}`,
				when,
				places: [{ place: pick(PLACES)[0], role: 'at' }],
				category,
				actors: [],
				status: 'occurred',
				title: { en: `${capital(category)}, entry ${i + 1}` },
				summary: { en: `The annals date it ${when}.` },
				claims: [{ source: 'annals', when, says: { en: 'So it is written.' } }],
				added: '2026-11-26'
			};
		})
	};
	// Ids are branded, which nothing made of plain texts is.
	return plain as unknown as Dataset;
}

function scattered(below: (limit: number) => number): string {
	const year = FIRST_YEAR + below(YEARS);
	const month = 1 + below(12);
	const day = 1 + below(daysInMonth(year, month));
	const texts: Record<Kind, string> = {
		day: `${year}-${pad(month)}-${pad(day)}`,
		month: `${year}-${pad(month)}`,
		year: `${year}${below(4) === 0 ? '~' : ''}`,
		decade: `${Math.floor(year / 10)}X`,
		century: `${Math.floor(year / 100)}XX`,
		years: `${year}/${year + 1 + below(25)}`,
		time: `${year}-${pad(month)}-${pad(day)}T${pad(below(24))}:${pad(below(60))}:00Z`
	};
	return texts[kindAt(below(100))];
}

/** The kind that a number from 0 to 99 falls to. */
function kindAt(hundredth: number): Kind {
	let left = hundredth;
	for (const [kind, share] of Object.entries(KINDS)) {
		left -= share;
		if (left < 0) return kind as Kind;
	}
	throw new Error('The shares of KINDS make less than a hundred.');
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
