import { describe, expect, it } from 'vitest';
import { importProblems } from '../../../src/lib/i18n/en/import-problems.ts';
import { problems as words } from '../../../src/lib/i18n/en/problems.ts';
import { describeProblem } from '../../../src/lib/i18n/problem-text.ts';
import { loadDataset, type LoadResult } from '../../../src/lib/io/load.ts';
import {
	IMPORT_CODES,
	PROBLEM_CODES,
	type Problem,
	type ProblemCode,
	type WholeFile
} from '../../../src/lib/io/problems.ts';
import { faultsIn } from '../i18n/problem-sentences.ts';
import { readTexts, SMALL, valueIn, withValue, type Json, type Texts } from './support.ts';

const small = readTexts(SMALL);

interface Case {
	readonly name: string;
	readonly texts: Texts;
	/** Every problem that is expected, in order; only the members given are compared. */
	readonly problems: readonly (Partial<Problem> & { code: ProblemCode })[];
	/** How many records of all kinds are not simply accepted. */
	readonly repaired?: number;
	readonly rejected?: number;
	readonly unusable?: boolean;
}

const set = (file: WholeFile, pointer: string, value: Json | undefined, texts: Texts = small) =>
	withValue(texts, file, pointer, value);
const text = (file: WholeFile, content: string | null): Texts => ({ ...small, [file]: content });
const raw = (file: WholeFile): string => small[file] ?? '';

const cases: Record<(typeof PROBLEM_CODES)[number], readonly Case[]> = {
	'file-missing': [
		{
			name: 'no sources.json',
			texts: text('sources.json', null),
			problems: [
				{
					severity: 'error',
					code: 'file-missing',
					file: 'sources.json',
					line: null,
					pointer: '',
					record: null,
					field: null,
					value: null
				}
			],
			unusable: true
		}
	],
	'file-empty': [
		{
			name: 'nothing',
			texts: text('events.json', ''),
			problems: [{ code: 'file-empty', file: 'events.json' }],
			unusable: true
		},
		{
			name: 'white space after a byte order mark',
			texts: text('events.json', '\ufeff \n'),
			problems: [{ code: 'file-bom' }, { code: 'file-empty', file: 'events.json' }],
			unusable: true
		}
	],
	'file-too-large': [
		{
			name: '100,000,001 characters',
			texts: text('events.json', ' '.repeat(100_000_001)),
			problems: [{ code: 'file-too-large', params: { limit: 100_000_000, length: 100_000_001 } }],
			unusable: true
		}
	],
	'file-bom': [
		{
			name: 'byte order mark',
			texts: text('events.json', `\ufeff${raw('events.json')}`),
			problems: [{ severity: 'warning', code: 'file-bom', file: 'events.json' }]
		}
	],
	'file-encoding': [
		{
			name: 'a lost letter',
			texts: text('places.geojson', raw('places.geojson').replace('Lübeck', 'L\ufffdbeck')),
			problems: [{ severity: 'warning', code: 'file-encoding', pointer: '14:38', params: { count: 1 } }]
		}
	],
	'file-not-json': [
		{
			name: 'an error page',
			texts: text('events.json', '<!doctype html>\n<title>404</title>'),
			problems: [{ code: 'file-not-json', pointer: '1:1', params: { looksLike: 'HTML or XML' } }],
			unusable: true
		},
		{
			name: 'a table',
			texts: text('events.json', 'id,when,title\nstorm,1399,A storm\n'),
			problems: [{ code: 'file-not-json', params: { looksLike: 'CSV' } }],
			unusable: true
		},
		{
			name: 'a Git LFS pointer',
			texts: text('places.geojson', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\n'),
			problems: [{ code: 'file-not-json', params: { looksLike: 'a Git LFS pointer' } }],
			unusable: true
		}
	],
	'json-invalid': [
		{
			name: 'a comma too many',
			texts: text('sources.json', '[\n\t{ "id": "ledger", }\n]'),
			problems: [
				{ code: 'json-invalid', file: 'sources.json', pointer: '2:20', value: '}', params: { expected: 'key' } }
			],
			unusable: true
		},
		{
			name: 'cut off',
			texts: text('sources.json', '[{ "id": "led'),
			problems: [{ code: 'json-invalid', pointer: '1:14', value: null, params: { expected: 'closing-quote' } }],
			unusable: true
		}
	],
	'json-too-deep': [
		{
			name: '100,000 brackets',
			texts: text('events.json', '['.repeat(100_000)),
			problems: [{ code: 'json-too-deep', pointer: '1:65' }],
			unusable: true
		}
	],
	'json-repeated-key': [
		{
			name: 'a title twice',
			texts: text(
				'sources.json',
				raw('sources.json').replace('"title": "A diary"', '"title": "Lost", "title": "A diary"')
			),
			problems: [
				{
					severity: 'warning',
					code: 'json-repeated-key',
					file: 'sources.json',
					pointer: '/1/title',
					record: 'diary',
					field: 'title',
					value: 'title'
				}
			]
		}
	],
	'format-newer': [
		{
			name: 'format 2, where nothing else is said',
			texts: set('dataset.json', '/format', 2, text('events.json', '')),
			problems: [{ code: 'format-newer', field: 'format', value: '2', params: { format: 2, reads: 1 } }],
			unusable: true
		}
	],
	'field-missing': [
		{
			name: 'an event without a status',
			texts: set('events.json', '/1/status', undefined),
			problems: [{ code: 'field-missing', pointer: '/1/status', record: 'storm', field: 'status', value: null }],
			rejected: 1
		},
		{
			name: 'no format',
			texts: set('dataset.json', '/format', undefined),
			problems: [{ code: 'field-missing', pointer: '/format', record: null }],
			unusable: true
		}
	],
	'type-wrong': [
		{
			name: 'an id that is a number',
			texts: set('events.json', '/1/id', 7),
			problems: [
				{
					code: 'type-wrong',
					pointer: '/1/id',
					record: 1,
					field: 'id',
					value: '7',
					params: { expected: 'string', received: 'number' }
				}
			],
			rejected: 1
		},
		{
			name: 'events in an object',
			texts: text('events.json', '{"events": []}'),
			problems: [{ code: 'type-wrong', pointer: '', params: { expected: 'array', received: 'object' } }],
			unusable: true
		}
	],
	'key-unknown': [
		{
			name: 'a misspelt name',
			texts: set('events.json', '/0/infered', true),
			problems: [
				{
					code: 'key-unknown',
					pointer: '/0/infered',
					record: 'fleet-sails',
					field: 'infered',
					value: 'true',
					params: { suggestion: 'inferred' }
				}
			],
			rejected: 1
		},
		{
			name: '__proto__ as a name and as a language',
			texts: text(
				'sources.json',
				raw('sources.json').replace('"id": "diary"', '"id": "diary", "__proto__": { "polluted": true }')
			),
			problems: [
				{ code: 'key-unknown', pointer: '/1/__proto__', value: '{"polluted":true}' },
				{ code: 'reference-rejected', pointer: '/1/claims/0/source' }
			],
			rejected: 1,
			repaired: 1
		},
		{
			name: '__proto__ as a language',
			texts: text('events.json', raw('events.json').replace('"en": "A storm"', '"en": "A storm", "__proto__": "x"')),
			problems: [{ code: 'key-unknown', pointer: '/1/title/__proto__', field: 'title.__proto__' }],
			rejected: 1
		},
		{
			name: 'inside a place’s properties',
			texts: set('places.geojson', '/features/1/properties/precison', 'town'),
			problems: [
				{ code: 'key-unknown', pointer: '/features/1/properties/precison', params: { suggestion: 'precision' } },
				{ code: 'reference-rejected', pointer: '/0/places/1/place' }
			],
			rejected: 1,
			repaired: 1
		}
	],
	'value-unknown': [
		{
			name: 'a role that is none',
			texts: set('events.json', '/0/places/1/role', 'towards'),
			problems: [
				{
					code: 'value-unknown',
					field: 'places.1.role',
					value: 'towards',
					params: { allowed: 'at, from, to, between, about' }
				}
			],
			rejected: 1
		},
		{
			name: 'a misspelt status',
			texts: set('events.json', '/1/status', 'reportd'),
			problems: [
				{ code: 'value-unknown', params: { allowed: 'occurred, planned, ongoing, reported', suggestion: 'reported' } }
			],
			rejected: 1
		}
	],
	'list-empty': [
		{
			name: 'no languages',
			texts: set('dataset.json', '/languages', []),
			problems: [{ code: 'list-empty', pointer: '/languages', value: '[]' }],
			unusable: true
		}
	],
	'list-repeats': [
		{
			name: 'an actor twice',
			texts: set('events.json', '/0/actors/-', 'harbour-board'),
			problems: [{ code: 'list-repeats', pointer: '/0/actors/1', value: 'harbour-board', params: { earlier: 0 } }],
			rejected: 1
		}
	],
	'text-empty': [
		{
			name: 'a blank summary',
			texts: set('events.json', '/1/summary/en', ' \t'),
			problems: [{ code: 'text-empty', pointer: '/1/summary/en', value: ' U+0009' }],
			rejected: 1
		}
	],
	'text-too-long': [
		{
			name: '10,001 letters',
			texts: set('events.json', '/1/summary/en', 'x'.repeat(10_001)),
			problems: [{ code: 'text-too-long', value: `${'x'.repeat(79)}…`, params: { limit: 10_000, length: 10_001 } }],
			rejected: 1
		}
	],
	'text-bidi-control': [
		{
			name: 'an override in a title',
			texts: set('events.json', '/1/title/en', 'A\u202e storm'),
			problems: [
				{
					severity: 'warning',
					code: 'text-bidi-control',
					pointer: '/1/title/en',
					value: 'AU+202E storm',
					params: { at: 1, character: 'U+202E' }
				}
			]
		}
	],
	'text-control-character': [
		{
			name: 'NUL',
			texts: set('events.json', '/1/title/en', 'A\u0000'),
			problems: [{ severity: 'warning', code: 'text-control-character', value: 'AU+0000' }]
		}
	],
	'text-surrogate': [
		{
			name: 'half an emoji',
			texts: set('events.json', '/1/title/en', 'A\ud83d storm'),
			problems: [{ severity: 'warning', code: 'text-surrogate', value: 'AU+D83D storm' }]
		}
	],
	'text-html-entity': [
		{
			name: 'an ampersand',
			texts: set('events.json', '/1/title/en', 'Wind &amp; rain'),
			problems: [{ severity: 'warning', code: 'text-html-entity', value: 'Wind &amp; rain' }]
		}
	],
	'title-empty': [
		{
			name: 'blank in the first language',
			texts: set('events.json', '/1/title/en', ' '),
			problems: [{ severity: 'warning', code: 'title-empty', pointer: '/1/title/en', record: 'storm' }],
			repaired: 1
		},
		{
			name: 'blank in another language',
			texts: set('events.json', '/0/title/ar', ''),
			problems: [{ severity: 'warning', code: 'title-empty', pointer: '/0/title/ar', value: '' }],
			repaired: 1
		}
	],
	'language-invalid': [
		{
			name: 'a language in words',
			texts: set('events.json', '/1/title/english', 'A storm'),
			problems: [{ code: 'language-invalid', pointer: '/1/title/english', value: 'english' }],
			rejected: 1
		}
	],
	'language-missing': [
		{
			name: 'only in the second language',
			texts: set('events.json', '/1/summary', { ar: 'عاصفة' }),
			problems: [{ code: 'language-missing', pointer: '/1/summary', params: { language: 'en' } }],
			rejected: 1
		}
	],
	'language-undeclared': [
		{
			name: 'a language that the dataset does not have',
			texts: set('events.json', '/1/title/de', 'Ein Sturm'),
			problems: [
				{
					severity: 'warning',
					code: 'language-undeclared',
					pointer: '/1/title/de',
					value: 'Ein Sturm',
					params: { language: 'de', declared: 'en, ar' }
				}
			]
		}
	],
	'id-invalid': [
		{
			name: 'no slug',
			texts: set('events.json', '/1/id', 'Große Flut (1)'),
			problems: [
				{ code: 'id-invalid', pointer: '/1/id', value: 'Große Flut (1)', params: { suggestion: 'gro-e-flut-1' } }
			],
			rejected: 1
		},
		{
			name: '81 characters',
			texts: set('events.json', '/1/id', 'x'.repeat(81)),
			problems: [{ code: 'id-invalid', pointer: '/1/id' }],
			rejected: 1
		}
	],
	'id-repeated': [
		{
			name: 'two events that differ, neither of which is chosen',
			texts: set('events.json', '/1/id', 'fleet-sails'),
			problems: [
				{
					code: 'id-repeated',
					pointer: '/0/id',
					record: 'fleet-sails',
					value: 'fleet-sails',
					params: { others: '/1' }
				},
				{ code: 'id-repeated', pointer: '/1/id', record: 'fleet-sails', value: 'fleet-sails', params: { others: '/0' } }
			],
			rejected: 2
		}
	],
	'record-repeated': [
		{
			name: 'the same place twice, names in another order',
			texts: set('places.geojson', '/features/-', {
				properties: { country: 'NO', name: { en: 'Bergen' } },
				geometry: { coordinates: [5.33, 60.39], type: 'Point' },
				id: 'bergen',
				type: 'Feature'
			}),
			problems: [
				{ code: 'record-repeated', pointer: '/features/2/id', record: 'bergen', params: { others: '/features/0' } }
			],
			rejected: 1
		}
	],
	'record-too-large': [
		{
			name: '300,000 claims that are none',
			texts: set(
				'events.json',
				'/1/claims',
				Array.from({ length: 300_000 }, () => 1)
			),
			problems: [{ code: 'record-too-large', pointer: '/1', record: 'storm', field: null, params: { limit: 20_000 } }],
			rejected: 1
		},
		{
			name: 'in what dataset.json says of itself',
			texts: set(
				'dataset.json',
				'/languages',
				Array.from({ length: 300_000 }, () => 1)
			),
			problems: [{ code: 'record-too-large', pointer: '', record: null }],
			unusable: true
		}
	],
	'categories-too-many': [
		{
			name: 'nine',
			texts: set('dataset.json', '/categories', [
				{ id: 'trade', name: { en: 'Trade' } },
				{ id: 'weather', name: { en: 'Weather' } },
				...Array.from({ length: 7 }, (_, i) => ({ id: `more-${i}`, name: { en: `More ${i}` } }))
			]),
			problems: [
				{ code: 'categories-too-many', pointer: '/categories/8', record: 'more-6', field: null, params: { limit: 8 } }
			],
			rejected: 1
		}
	],
	'opening-invalid': [
		{
			name: 'with its question mark',
			texts: set('dataset.json', '/opening', '?from=1399'),
			problems: [{ severity: 'error', code: 'opening-invalid', pointer: '/opening', value: '?from=1399' }],
			unusable: true
		}
	],
	'opening-ignored': [
		{
			name: 'a place that is not there and a broken date',
			texts: set('dataset.json', '/opening', 'from=soon&place=paris,bergen'),
			problems: [
				{
					severity: 'warning',
					code: 'opening-ignored',
					value: 'soon',
					params: { parameter: 'from', reason: 'malformed' }
				},
				{
					severity: 'warning',
					code: 'opening-ignored',
					value: 'paris',
					params: { parameter: 'place', reason: 'missing' }
				}
			]
		}
	],
	'path-invalid': ['/etc/passwd', '../secret.svg', 'a/../b.svg', 'https://example.org/logo.svg', '//host/logo.svg'].map(
		(logo) => ({
			name: logo,
			texts: set('dataset.json', '/logo', logo),
			problems: [{ code: 'path-invalid' as const, pointer: '/logo', value: logo }],
			unusable: true
		})
	),
	'url-invalid': [
		'example.org',
		'//example.org/x',
		'https://',
		'https://exa mple.org',
		'java\nscript:alert(1)',
		'https:\\\\a'
	].map((url) => ({
		name: JSON.stringify(url),
		texts: set('sources.json', '/0/url', url),
		problems: [{ code: 'url-invalid' as const, pointer: '/0/url' }, { code: 'reference-rejected' as const }],
		rejected: 1,
		repaired: 1
	})),
	'url-not-http': [
		'javascript:alert(1)',
		'JavaScript:alert(1)',
		'data:text/html,x',
		'file:///etc/passwd',
		'blob:x',
		'ftp://a.b/'
	].map((url) => ({
		name: url,
		texts: set('sources.json', '/0/url', url),
		problems: [{ code: 'url-not-http' as const, value: url }, { code: 'reference-rejected' as const }],
		rejected: 1,
		repaired: 1
	})),
	'url-userinfo': [
		{
			name: 'a user name that looks like the host',
			texts: set('sources.json', '/1/url', 'https://bbc.co.uk@evil.example/'),
			problems: [{ code: 'url-userinfo', pointer: '/1/url' }, { code: 'reference-rejected' }],
			rejected: 1,
			repaired: 1
		}
	],
	'site-address-invalid': [
		'http://example.org/',
		'https://example.org/page',
		'https://example.org/?a=b',
		'https://example.org/#a',
		'https://user@example.org/',
		'//example.org/',
		'/folder/',
		' https://example.org/'
	].map((address) => ({
		name: address,
		texts: set('dataset.json', '/url', address),
		problems: [{ code: 'site-address-invalid' as const, pointer: '/url', value: address }],
		unusable: true
	})),
	'country-invalid': [
		{
			name: 'three letters',
			texts: set('places.geojson', '/features/0/properties/country', 'NOR'),
			problems: [
				{ code: 'country-invalid', pointer: '/features/0/properties/country', record: 'bergen', value: 'NOR' },
				{ code: 'reference-rejected', pointer: '/0/places/0/place' },
				{ code: 'reference-rejected', pointer: '/1/places/0/place' }
			],
			rejected: 1,
			repaired: 2
		}
	],
	'date-invalid': [
		{
			name: 'a day that is not in the calendar',
			texts: set('events.json', '/0/when', '1399-02-29'),
			problems: [{ code: 'date-invalid', pointer: '/0/when', field: 'when', value: '1399-02-29' }],
			rejected: 1
		},
		{
			name: 'in a claim',
			texts: set('events.json', '/0/claims/0/when', 'June 1399'),
			problems: [{ code: 'date-invalid', pointer: '/0/claims/0/when', value: 'June 1399' }],
			rejected: 1
		},
		{
			name: 'a right-to-left mark inside',
			texts: set('events.json', '/0/when', '1399\u200f-06'),
			problems: [{ code: 'date-invalid', value: '1399U+200F-06' }],
			rejected: 1
		},
		{
			name: '100 kB',
			texts: set('events.json', '/0/when', 'Y1'.repeat(50_000)),
			problems: [{ code: 'date-invalid' }],
			rejected: 1
		},
		{
			name: 'the day of entry',
			texts: set('events.json', '/0/added', '2026-02-30'),
			problems: [{ code: 'date-invalid', pointer: '/0/added' }],
			rejected: 1
		}
	],
	'date-not-day': [
		{
			name: 'a month where a day belongs',
			texts: set('events.json', '/1/added', '2026-11'),
			problems: [{ code: 'date-not-day', pointer: '/1/added', value: '2026-11' }],
			rejected: 1
		}
	],
	'crs-unsupported': [
		{
			name: 'Web Mercator',
			texts: set('places.geojson', '/crs', { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } }),
			problems: [{ code: 'crs-unsupported', pointer: '/crs', params: { crs: 'urn:ogc:def:crs:EPSG::3857' } }],
			unusable: true
		}
	],
	'geometry-null': [
		{
			name: 'a place that nobody can find',
			texts: set('places.geojson', '/features/0/geometry', null),
			problems: [{ severity: 'warning', code: 'geometry-null', pointer: '/features/0/geometry', value: 'null' }]
		}
	],
	'geometry-not-point': [
		{
			name: 'a line',
			texts: set('places.geojson', '/features/1/geometry/type', 'LineString'),
			problems: [
				{
					code: 'geometry-not-point',
					pointer: '/features/1/geometry/type',
					value: 'LineString',
					params: { type: 'LineString' }
				},
				{ code: 'reference-rejected' }
			],
			rejected: 1,
			repaired: 1
		}
	],
	'coordinates-invalid': (
		[
			['one number', '/features/1/geometry/coordinates', [10.69]],
			['text', '/features/1/geometry/coordinates/0', '10,69'],
			['nothing', '/features/1/geometry/coordinates/1', null],
			['no list', '/features/1/geometry/coordinates', '10.69 53.87']
		] as const
	).map(([name, pointer, value]) => ({
		name,
		texts: set('places.geojson', pointer, Array.isArray(value) ? [...(value as number[])] : (value as Json)),
		problems: [{ code: 'coordinates-invalid' as const, pointer }, { code: 'reference-rejected' as const }],
		rejected: 1,
		repaired: 1
	})),
	'coordinates-swapped': [
		{
			name: 'outside its country, but inside when swapped',
			texts: set('places.geojson', '/features/1/geometry/coordinates', [53.87, 10.69]),
			problems: [
				{
					severity: 'error',
					code: 'coordinates-swapped',
					pointer: '/features/1/geometry/coordinates',
					record: 'lubeck',
					value: '[53.87,10.69]',
					params: { country: 'DE', suggestion: '[10.69, 53.87]' }
				},
				{ code: 'reference-rejected' }
			],
			rejected: 1,
			repaired: 1
		},
		{
			name: 'a latitude that can only be a longitude',
			texts: set('places.geojson', '/features/1', {
				type: 'Feature',
				id: 'lubeck',
				geometry: { type: 'Point', coordinates: [35.7, 139.7] },
				properties: { name: { en: 'X' } }
			}),
			problems: [
				{ code: 'coordinates-swapped', params: { suggestion: '[139.7, 35.7]' } },
				{ code: 'reference-rejected' }
			],
			rejected: 1,
			repaired: 1
		}
	],
	'coordinates-projected': [
		{
			name: 'metres',
			texts: set('places.geojson', '/features/1/geometry/coordinates', [1_190_005, 7_142_210]),
			problems: [{ code: 'coordinates-projected', value: '[1190005,7142210]' }, { code: 'reference-rejected' }],
			rejected: 1,
			repaired: 1
		}
	],
	'coordinates-extra': [
		{
			name: 'a height',
			texts: set('places.geojson', '/features/1/geometry/coordinates', [10.69, 53.87, 12]),
			problems: [{ severity: 'warning', code: 'coordinates-extra', params: { dropped: '12' } }],
			repaired: 1
		}
	],
	'latitude-out-of-range': [
		{
			name: 'beyond the pole',
			texts: set('places.geojson', '/features/1/geometry/coordinates', [100, 90.0001]),
			problems: [{ code: 'latitude-out-of-range', params: { latitude: 90.0001 } }, { code: 'reference-rejected' }],
			rejected: 1,
			repaired: 1
		}
	],
	'longitude-wrapped': [
		{
			name: 'once round the globe',
			texts: set('places.geojson', '/features/1/geometry/coordinates', [370.5, 53.87]),
			problems: [{ severity: 'warning', code: 'longitude-wrapped', params: { longitude: 10.5 } }],
			repaired: 1
		}
	],
	'null-island': [
		{
			name: '0, 0',
			texts: set('places.geojson', '/features/1/geometry/coordinates', [0, 0]),
			problems: [{ severity: 'warning', code: 'null-island', value: '[0,0]' }]
		}
	],
	'country-mismatch': [
		{
			name: 'in another country',
			texts: set('places.geojson', '/features/1/geometry/coordinates', [-70, -30]),
			problems: [{ severity: 'warning', code: 'country-mismatch', params: { country: 'DE' } }]
		}
	],
	'reference-missing': [
		{
			name: 'a place that is not there',
			texts: set('events.json', '/0/places/0/place', 'bergn'),
			problems: [
				{
					severity: 'error',
					code: 'reference-missing',
					pointer: '/0/places/0/place',
					record: 'fleet-sails',
					field: 'places.0.place',
					value: 'bergn',
					params: { to: 'places', suggestion: 'bergen' }
				}
			],
			repaired: 1
		},
		{
			name: 'an actor and an agency',
			texts: set('events.json', '/0/actors/0', 'nobody', set('events.json', '/0/claims/0/via/0/agency', 'post')),
			problems: [
				{ code: 'reference-missing', field: 'actors.0', params: { to: 'actors' } },
				{ code: 'reference-missing', field: 'claims.0.via.0.agency', params: { to: 'agencies' } }
			],
			repaired: 1
		},
		{
			name: 'a category, without which an event cannot be shown',
			texts: set('events.json', '/1/category', 'wether'),
			problems: [{ code: 'reference-missing', field: 'category', params: { to: 'categories', suggestion: 'weather' } }],
			rejected: 1
		},
		{
			name: 'the event that another was merged into',
			texts: set('events.json', '/1/mergedInto', 'flood'),
			problems: [{ code: 'reference-missing', field: 'mergedInto', params: { to: 'events' } }],
			repaired: 1
		},
		{
			name: '“constructor”, which every object has',
			texts: set('events.json', '/0/claims/0/source', 'constructor'),
			problems: [{ code: 'reference-missing', value: 'constructor', params: { to: 'sources' } }],
			repaired: 1
		}
	],
	'reference-rejected': [
		{
			name: 'a source that is there but not good',
			texts: set('sources.json', '/0/published', 'May'),
			problems: [
				{ code: 'date-invalid', file: 'sources.json', pointer: '/0/published' },
				{
					code: 'reference-rejected',
					file: 'events.json',
					pointer: '/0/claims/0/source',
					value: 'ledger',
					params: { to: 'sources' }
				}
			],
			rejected: 1,
			repaired: 1
		}
	],
	'merge-cycle': [
		{
			name: 'two events merged into each other',
			texts: set('events.json', '/1/mergedInto', 'fleet-sails', set('events.json', '/0/mergedInto', 'storm')),
			problems: [
				{
					code: 'merge-cycle',
					pointer: '/0/mergedInto',
					value: 'storm',
					params: { circle: 'fleet-sails → storm → fleet-sails' }
				},
				{ code: 'merge-cycle', pointer: '/1/mergedInto', value: 'fleet-sails' }
			],
			repaired: 2
		},
		{
			name: 'an event merged into itself',
			texts: set('events.json', '/1/mergedInto', 'storm'),
			problems: [{ code: 'merge-cycle', params: { circle: 'storm → storm' } }],
			repaired: 1
		}
	],
	'claims-none': [
		{
			name: 'an event without a source',
			texts: set('events.json', '/1/claims', []),
			problems: [{ severity: 'warning', code: 'claims-none', pointer: '/1/claims', value: '[]' }]
		}
	],
	'source-predates-event': [
		{
			name: 'a report from before the event',
			texts: set('sources.json', '/0/published', '1399-05-31'),
			problems: [
				{
					severity: 'warning',
					code: 'source-predates-event',
					file: 'events.json',
					pointer: '/0/claims/0/source',
					value: 'ledger',
					params: { when: '1399-06', published: '1399-05-31' }
				}
			]
		},
		{
			name: 'a report from before the date that its claim gives',
			texts: set('events.json', '/0/claims/0/when', '1400-06'),
			problems: [
				{
					severity: 'warning',
					code: 'source-predates-event',
					record: 'fleet-sails',
					field: 'claims.0.source',
					value: 'ledger',
					params: { when: '1400-06', published: '1400-05' }
				}
			]
		}
	]
};

describe.each(PROBLEM_CODES)('%s', (code) => {
	it.each(cases[code])('$name', ({ texts, problems, repaired = 0, rejected = 0, unusable = false }) => {
		const result = loadDataset(texts);
		expect(result.problems).toMatchObject(problems);
		expect(result.problems.map((problem) => problem.code)).toEqual(problems.map((problem) => problem.code));
		expect(result.problems.some((problem) => problem.code === code)).toBe(true);
		expect(result.dataset === null).toBe(unusable);
		if (!unusable) expect({ repaired: result.repaired, rejected: result.rejected }).toEqual({ repaired, rejected });
		for (const problem of result.problems) expectReadable(problem);
	});
});

function expectReadable(problem: Problem): void {
	expect(faultsIn(problem)).toEqual([]);
	expect(describeProblem(problem)).not.toMatch(/\n/);
	expect(problem.value?.length ?? 0).toBeLessThanOrEqual(80);
}

it('a report may be older than a plan, and than a date that its own claim disagrees with', () => {
	const codes = (texts: Texts): readonly string[] => loadDataset(texts).problems.map(({ code }) => code);
	const later = set('events.json', '/0/when', '1401');
	expect(codes(later)).toEqual([]);
	const silent = set('events.json', '/0/claims/0/when', undefined, later);
	expect(codes(silent)).toEqual(['source-predates-event']);
	expect(codes(set('events.json', '/0/status', 'planned', silent))).toEqual([]);
});

describe('what stays', () => {
	const load = (texts: Texts): NonNullable<LoadResult['dataset']> => {
		const { dataset } = loadDataset(texts);
		if (dataset === null) throw new Error('unusable');
		return dataset;
	};

	it('has words for every code and for nothing else', () => {
		expect(Object.keys(words).sort()).toEqual([...PROBLEM_CODES].sort());
		expect(Object.keys(importProblems).sort()).toEqual([...IMPORT_CODES].sort());
	});

	it('calls an event without a title by its id and keeps its other languages', () => {
		expect(load(set('events.json', '/1/title/en', ' ')).events[1]?.title).toEqual({ en: 'Untitled event storm' });
		const both = set('events.json', '/0/title/en', '');
		expect(load(both).events[0]?.title).toEqual({ en: 'Untitled event fleet-sails', ar: 'الأسطول يبحر' });
	});

	it('keeps the claim of a source that is missing, and adds nothing to what is known of it', () => {
		const { events, sources } = load(set('events.json', '/0/claims/0/source', 'letter'));
		expect(events[0]?.claims[0]).toMatchObject({ source: 'letter', says: { en: 'Six ships left.' } });
		expect(sources.at(-1)).toEqual({ id: 'letter', title: 'letter', language: 'und' });
	});

	it('takes out a link that leads nowhere and leaves the others', () => {
		const { events } = load(set('events.json', '/0/places/0/place', 'paris'));
		expect(events[0]?.places).toEqual([{ place: 'lubeck', role: 'to', inferred: true }]);
	});

	it('shows events that were merged in a circle', () => {
		expect(load(set('events.json', '/1/mergedInto', 'storm')).events[1]).not.toHaveProperty('mergedInto');
	});

	it('leaves a merge that leads into a circle without being part of it', () => {
		const events = valueIn(small, 'events.json', '') as Json[];
		const copy = { ...(events[1] as Record<string, Json>), id: 'gale', mergedInto: 'storm' };
		const texts = set('events.json', '/1/mergedInto', 'storm', set('events.json', '/-', copy));
		expect(load(texts).events.map(({ id, mergedInto }) => [id, mergedInto])).toEqual([
			['fleet-sails', undefined],
			['storm', undefined],
			['gale', 'storm']
		]);
	});

	it('survives more findings than fit on the stack', () => {
		const many = Array.from({ length: 200_000 }, () => 1);
		const { counts, problems } = loadDataset(text('sources.json', JSON.stringify(many)));
		expect(counts.sources).toEqual({ read: 200_000, accepted: 0, repaired: 0, rejected: 200_000 });
		expect(problems.filter(({ file }) => file === 'sources.json')).toHaveLength(200_000);
	});

	it('keeps colours where they are when a category is bad', () => {
		const { categories } = load(
			set('dataset.json', '/categories/0/id', 'Trade', set('events.json', '/0/category', 'weather'))
		);
		expect(categories).toEqual([{ id: 'weather', name: { en: 'Weather' }, slot: 1 }]);
	});

	it('reads 190 and -540 degrees as the same meridian', () => {
		const at = (lng: number) => {
			const bare = { type: 'Feature', id: 'lubeck', properties: { name: { en: 'X' } } };
			const feature = { ...bare, geometry: { type: 'Point', coordinates: [lng, 10] } };
			return load(set('places.geojson', '/features/1', feature)).places[1]?.point;
		};
		expect(at(190)).toEqual([-170, 10]);
		expect(Math.abs(at(-540)?.[0] ?? 0)).toBe(180);
		expect(at(180)).toEqual([180, 10]);
		expect(at(-180)).toEqual([-180, 10]);
	});

	it('accepts CRS84, which some programs write although GeoJSON has no other', () => {
		const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } };
		expect(loadDataset(set('places.geojson', '/crs', crs)).problems).toEqual([]);
	});

	it('does not mind that a plan is reported beforehand', () => {
		const planned = set('events.json', '/0/status', 'planned', set('sources.json', '/0/published', '1399-05'));
		expect(loadDataset(planned).problems).toEqual([]);
	});

	it('reports one file’s faults without blaming the others for them', () => {
		const { problems } = loadDataset(text('places.geojson', ''));
		expect(problems.map(({ code }) => code)).toEqual(['file-empty']);
		expect(valueIn(small, 'events.json', '/0/places/0/place')).toBe('bergen');
	});

	it('lists problems in order of file and record', () => {
		let texts = set('events.json', '/1/status', 'x');
		texts = set('events.json', '/0/status', 'x', texts);
		texts = set('sources.json', '/1/language', 'x', texts);
		texts = set('dataset.json', '/version', '', texts);
		texts = set('dataset.json', '/agencies/0/id', 'X', texts);
		expect(loadDataset(texts).problems.map(({ file, pointer }) => file + pointer)).toEqual([
			'dataset.json/version',
			'dataset.json/agencies/0/id',
			'sources.json/1/language',
			'events.json/0/status',
			'events.json/1/status'
		]);
	});
});
