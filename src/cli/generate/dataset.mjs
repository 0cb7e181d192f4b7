/**
 * Synthetic datasets in the product's own format: seeded, so that one request gives the same records everywhere, and made
 * event by event, so that a million of them need no memory. Nothing in them happened.
 */
import { BODIES, CATEGORIES, DETAILS, ENDINGS, REGIONS, SYLLABLES } from './words.mjs';

/** @typedef {import('./words.mjs').Words} Words */
/** @typedef {'en' | 'ar' | 'ru'} Language */

/**
 * @typedef {object} Request
 * @property {number} events
 * @property {number} places The k-th one has a share of 1/k of the events; they lie in clusters.
 * @property {number} seed
 * @property {number} from The first year.
 * @property {number} years
 * @property {number} durations Share of events that last, up to 30 days.
 * @property {number} uncertain Share of events whose date is approximate, uncertain, a month, a set, open, unknown or absent.
 * @property {number} planned Share of events that are planned, in the year after the last one.
 * @property {readonly Language[]} languages The first one is that of all texts.
 * @property {number} actors
 * @property {number} sources
 */

/** @type {Request} */
export const DEFAULTS = {
	events: 1_000_000,
	places: 1_000,
	seed: 1,
	from: 2015,
	years: 10,
	durations: 0.2,
	uncertain: 0.05,
	planned: 0.02,
	languages: ['en'],
	actors: 40,
	sources: 400
};

export const LANGUAGES = /** @type {const} */ (['en', 'ar', 'ru']);
const DAY_MS = 86_400_000;
/** A source comes out at most so many sources later than it could. */
const LATE = 3;

/**
 * Numbers from 0 up to 1 (Mulberry32).
 *
 * @param {number} seed
 */
function createRandom(seed) {
	let state = Math.imul(seed, 0x9e3779b1) | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/**
 * The records of a dataset, as its files have them.
 *
 * @param {Partial<Request>} [request]
 */
export function generateDataset(request = {}) {
	const asked = { ...DEFAULTS, ...request };
	const random = createRandom(asked.seed);
	const make = createMaker(asked, random);
	const places = list(asked.places, (i) => make.place(i));
	const actors = list(asked.actors, (i) => make.actor(i));
	const sources = list(asked.sources, (i) => make.source(i));
	return {
		dataset: {
			format: 1,
			title: make.words({ en: 'Generated events', ar: 'أحداث مولدة', ru: 'Сгенерированные события' }),
			description: make.words({
				en: 'Made by a program to try the product out. Nothing in it happened.',
				ar: 'أنشأها برنامج لتجربة المنتج. لم يحدث شيء مما فيها.',
				ru: 'Созданы программой для пробы продукта. Ничего из этого не происходило.'
			}),
			languages: asked.languages,
			licence: 'CC0 1.0',
			version: `seed ${asked.seed}`,
			categories: CATEGORIES.map(({ id, name }) => ({ id, name: make.words(name) })),
			actors: actors.map(({ id, name }) => ({ id, name: make.words(name) }))
		},
		places: places.map(({ id, name, point }) => ({
			type: 'Feature',
			id,
			geometry: { type: 'Point', coordinates: point },
			properties: { name: make.words(name), precision: 'town' }
		})),
		sources,
		/** In no order of time, as editors leave them. */
		*events() {
			for (let i = 0; i < asked.events; i++) yield make.event(i, places, actors, sources);
		}
	};
}

/**
 * @param {Request} asked
 * @param {() => number} random
 */
function createMaker(asked, random) {
	const firstDay = Date.UTC(asked.from, 0, 1) / DAY_MS;
	const days = Date.UTC(asked.from + asked.years, 0, 1) / DAY_MS - firstDay;
	/** Between two sources; the last ones come out after the last event. */
	const interval = (days + 30) / Math.max(1, asked.sources - LATE - 1);

	/** @param {number} limit */
	const below = (limit) => Math.floor(random() * limit);
	/** @type {<T>(items: readonly T[]) => T} */
	const one = (items) => /** @type {any} */ (items[below(items.length)]);
	/** @param {number} day */
	const text = (day) => new Date((firstDay + day) * DAY_MS).toISOString().slice(0, 10);
	/** @type {(words: Words) => Partial<Words>} */
	const words = (all) => Object.fromEntries(asked.languages.map((language) => [language, all[language]]));
	/** @type {(join: (language: Language) => string) => Partial<Words>} */
	const phrase = (join) => Object.fromEntries(asked.languages.map((language) => [language, join(language)]));
	/** The k-th of a list is k times rarer than the first. @param {number} count */
	const zipf = (count) => Math.min(count, Math.floor((count + 1) ** random())) - 1;

	/** @param {number} i @returns {Words} */
	const name = (i) => {
		const parts = [SYLLABLES[i % 16], ENDINGS[(i >> 4) % 16], i < 256 ? undefined : ENDINGS[((i >> 8) + 5) % 16]];
		/** @type {(language: Language) => string} */
		const joined = (language) => parts.map((part) => part?.[language] ?? '').join('');
		const more = i < 4096 ? '' : ` ${(i >> 12) + 1}`;
		return { en: joined('en') + more, ar: joined('ar') + more, ru: joined('ru') + more };
	};
	/** Near its centre, never far. @param {number} spread */
	const scattered = (spread) => (random() + random() + random() - 1.5) * spread;

	/** @param {number} day */
	const when = (day) => {
		if (random() < asked.durations) return `${text(day)}/${text(day + 1 + below(30))}`;
		if (random() >= asked.uncertain) return text(day);
		const start = text(day);
		return one([
			`${start}~`,
			`${start}?`,
			start.slice(0, 7),
			`[${start},${text(day + 1 + below(40))}]`,
			`${start}/..`,
			`/${start}`,
			undefined
		]);
	};

	return {
		words,
		/** @param {number} i */
		place: (i) => {
			const region = REGIONS[below(REGIONS.length)] ?? { lng: 0, lat: 0, spread: 1 };
			const rounded = [scattered(region.spread) * 1.4 + region.lng, scattered(region.spread) + region.lat].map(
				(degrees) => Math.round(degrees * 1e4) / 1e4
			);
			return { id: `place-${i + 1}`, name: name(i), point: rounded };
		},
		/** @param {number} i */
		actor: (i) => {
			const [body, town] = [BODIES[i % BODIES.length], name(i * 7 + 3)];
			return {
				id: `actor-${i + 1}`,
				name: {
					en: `${town.en} ${body?.en}`,
					ar: `${body?.ar} ${town.ar}`,
					ru: `${body?.ru} ${town.ru}`
				}
			};
		},
		/** @param {number} i */
		source: (i) => ({
			id: `report-${i + 1}`,
			title: `Report no. ${i + 1}`,
			publisher: `${name(i % 12).en} Gazette`,
			published: text(Math.floor(i * interval)),
			language: 'en'
		}),
		/**
		 * @param {number} i
		 * @param {readonly { id: string, name: Words }[]} places
		 * @param {readonly { id: string, name: Words }[]} actors
		 * @param {readonly { id: string }[]} sources
		 */
		event: (i, places, actors, sources) => {
			const isPlanned = random() < asked.planned;
			const day = isPlanned ? days + below(365) : below(days);
			const category = one(CATEGORIES);
			const what = one(category.phrases);
			const detail = one(DETAILS);
			const number = String(2 + below(998));
			const at = places[zipf(places.length)];
			const other = random() < 0.1 ? places[zipf(places.length)] : undefined;
			const actor = actors[zipf(actors.length)];
			const date = when(day);
			const newest = Math.min(Math.ceil(Math.min(day, days) / interval), sources.length - LATE);
			const reports = new Set(list(random() < 0.2 ? 2 : 1, () => sources[Math.max(0, newest + below(LATE))]));
			return {
				id: `event-${i + 1}`,
				...(date === undefined ? {} : { when: date }),
				places: [
					...(at === undefined ? [] : [{ place: at.id, role: 'at' }]),
					...(other === undefined || other === at ? [] : [{ place: other.id, role: 'about' }])
				],
				category: category.id,
				actors: actor === undefined ? [] : [actor.id],
				status: isPlanned ? 'planned' : random() < 0.03 ? 'reported' : 'occurred',
				title: phrase((language) => `${at?.name[language] ?? '?'}: ${what[language]}`),
				summary: phrase((language) => detail[language].replace('#', number).replace('@', actor?.name[language] ?? '?')),
				claims: [...reports].flatMap((report) =>
					report === undefined
						? []
						: [{ source: report.id, says: phrase((language) => what[language]), locator: `¶${1 + below(9)}` }]
				),
				added: text(days)
			};
		}
	};
}

/** @type {<T>(count: number, make: (i: number) => T) => T[]} */
function list(count, make) {
	return Array.from({ length: count }, (_, i) => make(i));
}
