import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseEdtf } from '../../../../src/lib/core/edtf.ts';
import {
	PLACE_PRECISIONS,
	PLACE_ROLES,
	STATUSES,
	type Dataset,
	type HistoricalEvent,
	type Place,
	type Source
} from '../../../../src/lib/core/model.ts';
import { ROOT } from '../support.ts';

/** Datasets whose texts are as bad as texts get and still load: formulas, quotes, line breaks, controls, both directions of writing. */

const LETTERS = [
	...'=+-@\t\r\n\'",;|\\<>&^~',
	...[
		'\u0000',
		'\u0007',
		'\ufeff',
		'\u00a0',
		'\u2028',
		'\u202e',
		'\u200f',
		'\u2066',
		'\u0301',
		'\ud83d\udc69\u200d\ud83d\ude80'
	],
	...['＝', '＋', '－', '＠', 'É', 'é', 'ش', 'م', 'Ж', '字', '0', '7', 'a', 'b', ' ', ' ']
];

const TEXTS = [
	'007',
	'1e5',
	'9007199254740993',
	'1.0',
	'-5',
	'-0044-03-15',
	"'=1+1",
	"''=1+1",
	"'-5",
	'=HYPERLINK("http://example.org")',
	'@SUM(A1)',
	'+1',
	'-1-1',
	'TRUE',
	'null',
	'..',
	'2024-01-02',
	'03/04/2024',
	'"',
	'""',
	'a;b',
	'a\\;b',
	'دمشق',
	'שלום',
	'\u202eabc',
	'a\r\nb\rc\nd',
	'a\n\n\nb',
	'sep=;',
	'<b>x</b>&amp;',
	'__proto__',
	'constructor',
	'chronotope:reasons'
];

/** A list of texts that break programs; `null` where it is not there. */
export const NAUGHTY: readonly string[] | null = readNaughty();

function readNaughty(): readonly string[] | null {
	for (const name of ['blns.json', 'naughty-strings/blns.json', 'texts/blns.json']) {
		const file = `${ROOT}../shared/corpora/${name}`;
		if (existsSync(file))
			return (JSON.parse(readFileSync(file, 'utf8')) as string[]).filter((text) => text.length < 5_000);
	}
	return null;
}

const letters = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 12 });
/** Any text that is more than white space. */
export const text: fc.Arbitrary<string> = fc
	.oneof(
		fc.constantFrom(...TEXTS, ...(NAUGHTY ?? [])),
		letters,
		fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
		fc.string({ unit: 'binary', minLength: 1, maxLength: 10 }),
		fc.tuple(fc.constantFrom(...TEXTS), letters).map(([a, b]) => a + b)
	)
	.filter((value) => /\S/.test(value));

const DATES = [
	'-0044-03-15',
	'-0499',
	'0000',
	'0950',
	'198',
	'198X',
	'19XX',
	'1849~',
	'1850?',
	'1851%',
	'2024',
	'2024-05',
	'2024-05-12',
	'2024-05-12T18:30:00Z',
	'2024-05-12T18:30:00+02:00',
	'2024-05-12T18:30:00',
	'2024-21',
	'2024/2025',
	'2024-01-01/..',
	'../2024',
	'2024/',
	'/2024-03',
	'[2024-11..2024-12]',
	'{2020,2022}',
	'2004-06-XX/2004-07-03',
	'Y170002',
	'20240501',
	'45292'
].filter((date) => parseEdtf(date).ok);

const when = fc.constantFrom(...DATES);
const day = fc.constantFrom('2024-03-06', '1891-01-01', '-0044-03-16');
const url = fc.constantFrom(
	'https://example.org/a',
	'https://example.org/?a=1,2;3|4',
	'http://example.org/%22=',
	"https://example.org/'x'",
	'https://example.org/a,https://example.org/b'
);

const localized = (languages: readonly string[]) =>
	fc.tuple(text, text).map(([first, second]): Record<string, string> => ({
		[languages[0] ?? 'en']: first,
		...(languages[1] === undefined ? {} : { [languages[1]]: second })
	}));

const degrees = (limit: number) =>
	fc.oneof(
		fc.constantFrom(0, limit, -limit, 33.5138073, -0.0000001, 1e-9),
		fc.double({ min: -limit, max: limit, noNaN: true }).map((value) => Math.round(value * 1e9) / 1e9 + 0)
	);

const ids = <T extends string>(prefix: string, count: number): readonly T[] =>
	Array.from({ length: count }, (_, i) => `${prefix}-${i}` as T);

function optional<T extends object, K extends keyof T>(
	members: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
	required: readonly K[]
) {
	return fc.record(members, { requiredKeys: [...required], noNullPrototype: true });
}

function eventOf(id: string, languages: readonly string[], count: Counts): fc.Arbitrary<HistoricalEvent> {
	const words = localized(languages);
	const of = <T extends string>(prefix: string, number: number) => fc.constantFrom(...ids<T>(prefix, number));
	const claim = optional(
		{
			source: of<Source['id']>('source', count.sources),
			says: words,
			when,
			locator: text,
			inferred: fc.boolean()
		},
		['source', 'says']
	);
	const media = optional(
		{
			url,
			kind: fc.constantFrom('image' as const, 'video' as const, 'document' as const),
			alt: words,
			credit: text,
			graphic: fc.boolean()
		},
		['url', 'kind', 'alt']
	);
	return optional(
		{
			id: fc.constant(id as HistoricalEvent['id']),
			when,
			inferred: fc.boolean(),
			places: fc.uniqueArray(
				optional(
					{
						place: of<Place['id']>('place', count.places),
						role: fc.constantFrom(...PLACE_ROLES),
						inferred: fc.boolean()
					},
					['place', 'role']
				),
				{ maxLength: 3, selector: (link) => `${link.place} ${link.role}` }
			),
			category: of<HistoricalEvent['category']>('category', count.categories),
			actors: fc.uniqueArray(of<HistoricalEvent['actors'][number]>('actor', count.actors), { maxLength: 3 }),
			status: fc.constantFrom(...STATUSES),
			title: words,
			summary: words,
			claims: fc.array(claim, { maxLength: 3 }),
			added: day,
			modified: day,
			corrections: fc.array(fc.record({ date: day, note: words }, { noNullPrototype: true }), { maxLength: 2 }),
			// Of some, so that a dataset of withdrawn events is rare.
			...(id.endsWith('-3') ? { withdrawn: words } : {}),
			media: fc.array(media, { maxLength: 2 }),
			sourceId: fc.oneof(text, fc.constantFrom('007', '1e5', '9007199254740993', id))
		},
		['id', 'places', 'category', 'actors', 'status', 'title', 'summary', 'claims', 'added']
	);
}

interface Counts {
	readonly sources: number;
	readonly places: number;
	readonly categories: number;
	readonly actors: number;
}

const COUNTS: Counts = { sources: 4, places: 5, categories: 3, actors: 4 };

export const nastyDataset: fc.Arbitrary<Dataset> = fc
	.constantFrom(['en'], ['ar', 'en'], ['und'])
	.chain((languages): fc.Arbitrary<Dataset> => {
		const words = localized(languages);
		const place = (id: Place['id']): fc.Arbitrary<Place> =>
			optional(
				{
					id: fc.constant(id),
					name: words,
					kind: text,
					country: fc.constantFrom('SY', 'NA', 'NO'),
					precision: fc.constantFrom(...PLACE_PRECISIONS),
					point: fc.option(fc.tuple(degrees(180), degrees(90)))
				},
				['id', 'name', 'point']
			);
		const source = (id: Source['id']): fc.Arbitrary<Source> =>
			optional(
				{
					id: fc.constant(id),
					title: text,
					publisher: text,
					url,
					archived: fc.record({ url, date: day }, { noNullPrototype: true }),
					published: fc.constantFrom(...DATES.filter((date) => !date.includes('T'))),
					inferred: fc.boolean(),
					language: fc.constantFrom('en', 'ar')
				},
				['id', 'title', 'language']
			);
		return optional(
			{
				title: words,
				description: words,
				publisher: text,
				contact: text,
				languages: fc.constant(languages),
				licence: text,
				version: text,
				opening: fc.constant(''),
				categories: fc.tuple(
					...ids<HistoricalEvent['category']>('category', COUNTS.categories).map((id, slot) =>
						words.map((name) => ({ id, name, slot }))
					)
				),
				actors: fc.tuple(
					...ids<HistoricalEvent['actors'][number]>('actor', COUNTS.actors).map((id) =>
						words.map((name) => ({ id, name }))
					)
				),
				agencies: fc.constant([]),
				sources: fc.tuple(...ids<Source['id']>('source', COUNTS.sources).map(source)),
				places: fc.tuple(...ids<Place['id']>('place', COUNTS.places).map(place)),
				events: fc
					.integer({ min: 1, max: 8 })
					.chain((count) => fc.tuple(...ids('event', count).map((id) => eventOf(id, languages, COUNTS))))
			},
			[
				'title',
				'description',
				'languages',
				'licence',
				'version',
				'opening',
				'categories',
				'actors',
				'agencies',
				'sources',
				'places',
				'events'
			]
		);
	});
