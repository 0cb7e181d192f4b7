import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { compileFilter, NO_FILTER } from '../../../../src/lib/core/filter.ts';
import { MAX_QUERY_LENGTH, normalizeQuery, queryWords } from '../../../../src/lib/core/search.ts';
import type { ImportResult } from '../../../../src/lib/io/import/import.ts';
import { datasetFiles } from '../../../../src/lib/io/dataset-files.ts';
import { loadDataset } from '../../../../src/lib/io/load.ts';
import { showValue, type WholeFile } from '../../../../src/lib/io/problems.ts';
import ArticleAlone from '../../list/ArticleAlone.svelte';
import { joined } from '../../support/joined.ts';
import { readTexts, SMALL, withValue } from '../support.ts';
import { checkWords, importCsv, importTexts, ofRows } from '../import/support.ts';

const HEAD = 'id,title,date,place,lat,lon,category,actors,source,url\n';
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const titled = (...titles: readonly string[]): ImportResult =>
	importCsv(`id,title,date,source\n${titles.map((title, index) => `${index},${quoted(title)},2024,R\n`).join('')}`);
const linked = (...urls: readonly string[]): ImportResult =>
	importCsv(
		`id,title,date,source,url\n${urls.map((url, index) => `${index},T,2024,R${index},${quoted(url)}\n`).join('')}`
	);

/** The markup of the details of every event. */
function articles({ dataset }: ImportResult): string {
	if (dataset === null) throw new Error('There is no dataset.');
	const catalogue = joined(dataset);
	return catalogue.events.map((item) => render(ArticleAlone, { props: { catalogue, item } }).body).join('\n');
}

/** The elements of a markup with the names of their attributes: what a text can change if it is taken for markup. */
const elementsOf = (markup: string): string[] =>
	[...markup.matchAll(/<([a-z][^\s>/]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
		([, name, attributes = '']) =>
			`${name} ${[...attributes.matchAll(/([^\s=]+)(?:="[^"]*")?/g)].map(([, key]) => key).join(' ')}`
	);

const texts = readTexts(SMALL);
const found = (file: WholeFile, pointer: string, value: Parameters<typeof withValue>[3]) =>
	loadDataset(withValue(texts, file, pointer, value));

describe('D1 what leads nowhere', () => {
	it('is told, and the event stays', () => {
		const { dataset, problems } = found('events.json', '/0/claims/0/source', 'gone');
		expect(problems).toMatchObject([{ code: 'reference-missing', record: 'fleet-sails', value: 'gone' }]);
		expect(dataset?.events.find(({ id }) => id === 'fleet-sails')?.claims[0]?.source).toBe('gone');
	});

	it('is said of a file whose events have no source', () => {
		const { problems, counts } = importCsv('id,title,date\n1,A,2024\n2,B,2024\n');
		expect(problems).toMatchObject([{ severity: 'warning', code: 'sources-none', line: null }]);
		expect(counts).toMatchObject({ read: 2, accepted: 2 });
	});
});

it('D2 one id with different content is a conflict: both are there', () => {
	const { dataset, problems } = importCsv('id,title,date,source\n1,Storm,2024,R\n1,Gale,2025,R\n');
	expect(dataset?.events.map(({ title, sourceId }) => [title.und, sourceId])).toEqual([
		['Storm', '1'],
		['Gale', '1']
	]);
	expect(problems).toMatchObject([{ code: 'id-conflict', line: 3, params: { others: '2' } }]);
});

/** What runs a script where a text is taken for markup, for an attribute, for an address or for a script. */
const PAYLOADS = [
	...[
		'<script>alert(1)</script>',
		'<img src=x onerror=alert(1)>',
		'<svg/onload=alert(1)>',
		'"><script>alert(1)</script>'
	],
	...[
		"'><img src=x onerror=alert(1)>",
		'" onmouseover="alert(1)',
		"' onfocus='alert(1)' autofocus='",
		'</title><script>alert(1)</script>'
	],
	...[
		'<iframe srcdoc="<script>alert(1)</script>">',
		'<a href="javascript:alert(1)">x</a>',
		'javascript:alert(1)',
		'<body onload=alert(1)>'
	],
	...[
		'<!--<img src="--><img src=x onerror=alert(1)//">',
		'{{constructor.constructor("alert(1)")()}}',
		'${alert(1)}',
		'{@html "<b>"}'
	],
	...[
		'<style>@import "//evil.example"</style>',
		'<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
		'\u003cscript\u003ealert(1)\u003c/script\u003e'
	],
	...[
		'&lt;script&gt;alert(1)&lt;/script&gt;',
		'<scr\0ipt>alert(1)</scr\0ipt>',
		'<ScRiPt>alert(1)</sCrIpT>',
		']]><script>alert(1)</script>'
	]
];

describe('D3 markup in any field is text', () => {
	it('in titles, places, categories, actors and sources, shown letter for letter', () => {
		const row = (text: string, index: number) =>
			[index, text, '2024-01-05', text, 1.5, 2.5, 'k', text, text, ''].map((cell) => quoted(String(cell))).join(',');
		const plain = importCsv(`${HEAD}${PAYLOADS.map((_, index) => row(`plain ${index}`, index)).join('\n')}\n`);
		const hostile = importCsv(`${HEAD}${PAYLOADS.map(row).join('\n')}\n`);
		expect(hostile.counts).toMatchObject({ read: PAYLOADS.length, rejected: 0 });
		expect(hostile.dataset?.events.map(({ title }) => title.und)).toEqual(PAYLOADS);
		expect(elementsOf(articles(hostile)).sort()).toEqual(elementsOf(articles(plain)).sort());
	});

	it('in names of files and columns, and in what is said of them', () => {
		const [name] = PAYLOADS;
		const { problems } = importTexts({ [`${name}.csv`]: `title,${quoted(name ?? '')},date\nA,x,soon\n` });
		expect(problems.map(({ file }) => file)).toEqual(problems.map(() => `${name}.csv`));
		problems.forEach(checkWords);
	});
});

/** What breaks programs that take texts for something else. */
const NAUGHTY = [
	...['undefined', 'null', 'NaN', 'true', '0', '-1', '1/0', '1e309', '0x0', '007', '1,000.00', '$1.00', 'Infinity'],
	...[
		'\\',
		'\\\\',
		"'",
		'"',
		'""',
		"''''\"",
		'`',
		'%s%s%n',
		'%',
		'{0}',
		'../../etc/passwd',
		'--version',
		'; DROP TABLE events',
		"1'; --"
	],
	...[
		'田中さん',
		'Ω≈ç√∫',
		'😍👩‍👩‍👧🏳️‍🌈',
		'הָיְתָהtestالصفحات',
		'مُنَاقَشَةُ',
		'\u200b',
		'﷽',
		'ﬀ',
		'İı',
		'ẞß',
		'\ufeffx',
		'｀ヽ(´ω｀)',
		'⁰⁴⁵',
		'𝕋𝕙𝕖'
	],
	...[
		'=1+1',
		'+1',
		'@SUM(A1)',
		'|cmd',
		'con',
		'aux.txt',
		'a\u0300\u0301\u0302\u0303',
		'\u2028x',
		'x\u00a0y',
		'<>?:"{}|_+',
		'(a+)+$',
		'[',
		'*',
		'.',
		'^$'
	]
];

it('D4 odd texts load, are exported and load again unchanged', () => {
	const result = titled(...NAUGHTY);
	expect(result.counts).toMatchObject({ read: NAUGHTY.length, rejected: 0 });
	const titles = result.dataset?.events.map(({ title }) => title.und);
	NAUGHTY.forEach((text, index) => {
		// One line, trimmed; what is then empty has a name instead.
		const line = text.replace(/\s+/g, ' ').trim();
		expect([text, titles?.[index]]).toEqual([text, line === '' ? expect.any(String) : line]);
	});
	if (result.dataset === null) return expect.fail('There is no dataset.');
	const files = datasetFiles(result.dataset);
	const again = loadDataset({
		'dataset.json': files['dataset.json'] ?? null,
		'places.geojson': files['places.geojson'] ?? null,
		'sources.json': files['sources.json'] ?? null,
		'events.json': files['events.json'] ?? null
	});
	expect(again.dataset).toEqual(result.dataset);
});

it('D5 addresses that are none of the web are text, with the reason', () => {
	const result = linked(
		...[
			'javascript:alert(1)',
			'JaVaScRiPt:alert(1)',
			'java\nscript:alert(1)',
			'\u0001javascript:alert(1)',
			'data:text/html,x'
		],
		...[
			'blob:https://example.org/1',
			'file:///etc/passwd',
			'//evil.example/',
			'vbscript:x',
			'https:example',
			'https://'
		]
	);
	expect(result.counts).toMatchObject({ read: 11, repaired: 11 });
	expect(result.dataset?.sources.filter(({ url }) => url !== undefined)).toEqual([]);
	expect(new Set(result.problems.map(({ code }) => code))).toEqual(new Set(['url-not-http', 'url-invalid']));
	expect(articles(result)).not.toMatch(/href="(?!\?|#)[^"]*(?:script|data|blob|file|evil)/i);
});

describe('D6 where an address leads is seen', () => {
	it('a user name is refused, and the host is written beside the link, letters of other scripts by their codes', () => {
		const result = linked('https://bbc.co.uk@evil.example/', 'https://аррӏе.com/', 'https://example.org/a');
		expect(ofRows(result)).toEqual(['2 url-userinfo url']);
		const markup = articles(result).replace(/<[^>]*>/g, '');
		expect(markup).toContain('(xn--80ak6aa92e.com)');
		expect(markup).toContain('(example.org)');
		expect(markup).not.toContain('(evil.example)');
	});

	it('an address of 10 kB is left out, and the event stays', () => {
		const long = `https://example.org/${'x'.repeat(10_000)}`;
		for (const text of [`id,title,date,source,url\n1,A,2024,R,${long}\n`, `id,title,date,url\n1,A,2024,${long}\n`]) {
			const result = importCsv(text);
			expect(result.counts).toMatchObject({ read: 1, repaired: 1, rejected: 0 });
			expect(result.problems).toMatchObject([{ severity: 'warning', code: 'text-too-long', field: 'url' }]);
			expect(result.dataset?.sources.map(({ url }) => url)).toEqual([undefined]);
		}
	});
});

it('D7 controls of writing direction are told and shown by their codes', () => {
	const controls = [...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'];
	const result = titled(...controls.map((control) => `a${control}b`));
	expect(result.counts).toMatchObject({ read: 9, rejected: 0 });
	expect(result.problems.map(({ code, value }) => [code, value])).toEqual(
		controls.map((control) => ['text-bidi-control', `a${showValue(control)}b`])
	);
});

it('D8 piles of accents, endless words, joined emoji, half characters and NUL', () => {
	const zalgo = `Z${'\u0300\u0301\u0334'.repeat(500)}`;
	const result = importTexts({
		'a.json': JSON.stringify(
			[zalgo, 'x'.repeat(9_000), '👩‍👩‍👧', 'A\ud83d', 'B\0'].map((title, id) => ({ id, title, date: '2024', source: 'R' }))
		)
	});
	expect(result.counts).toMatchObject({ read: 5, rejected: 0 });
	expect(result.problems.map(({ code, value }) => [code, value])).toEqual([
		['text-surrogate', 'AU+D83D'],
		['text-control-character', 'BU+0000']
	]);
	const files = datasetFiles(result.dataset ?? expect.fail('There is no dataset.'));
	for (const text of Object.values(files)) expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
	expect(titled('x'.repeat(90_000)).problems).toMatchObject([{ severity: 'error', code: 'text-too-long' }]);
});

it('D9 a title of the other direction stands apart from what is around it', () => {
	const markup = articles(titled('عاصفة (2024)!'));
	expect(markup).toMatch(/<(?:bdi|[a-z0-9]+ [^>]*dir="auto")[^>]*>(?:<!--[^>]*-->)*عاصفة \(2024\)!/);
});

it('D10 a quotation beyond the limit is told', () => {
	const { problems } = found('events.json', '/0/claims/0/says/en', 'q'.repeat(10_001));
	expect(problems).toMatchObject([{ code: 'text-too-long', params: { limit: 10_000, length: 10_001 } }]);
});

it('D11 pictures and films are links with their host, and nothing is fetched', () => {
	const result = importCsv('id,title,date,source,media\n1,A,2024,R,https://pictures.example/a.jpg\n');
	const markup = articles(result);
	expect(markup).toContain('href="https://pictures.example/a.jpg"');
	expect(markup).toContain('(pictures.example');
	expect(markup).not.toMatch(/<(?:img|video|audio|iframe|picture|source|object|embed)\b/);
});

it('D12 a dataset has no colours that could be anything else', () => {
	for (const colour of ['url(//evil.example)', 'expression(alert(1))', 'red']) {
		const { problems } = found('dataset.json', '/categories/0/color', colour);
		expect(problems[0]).toMatchObject({ code: 'key-unknown', field: 'color', value: colour });
	}
});

it('D13 what was escaped twice is shown letter for letter, with a warning', () => {
	const result = titled('A &amp;amp; B', 'C &lt;b&gt;', 'D & E', 'F &c; G');
	expect(result.dataset?.events.map(({ title }) => title.und)).toEqual([
		'A &amp;amp; B',
		'C &lt;b&gt;',
		'D & E',
		'F &c; G'
	]);
	expect(ofRows(result)).toEqual(['2 text-html-entity title', '3 text-html-entity title']);
	expect(articles(result)).toContain('A &amp;amp;amp; B');
});

it('D14 an event without a title is called by its id, which is said', () => {
	const result = titled('  ', '\u00a0');
	expect(result.dataset?.events.map(({ title }) => title.und)).toEqual(['Untitled event 0', 'Untitled event 1']);
	expect(ofRows(result)).toEqual(['2 title-empty title', '3 title-empty title']);
	expect(result.counts).toMatchObject({ repaired: 2 });
});

it('D15 ids are kept as they are written, through the export too', () => {
	const ids = ['007', '1e5', '0x10', '9007199254740993', '1.0', '-0', 'TRUE'];
	const { dataset, problems } = importCsv(`id,title,date,source\n${ids.map((id) => `${id},T${id},2024,R\n`).join('')}`);
	expect(problems).toEqual([]);
	expect(dataset?.events.map(({ sourceId }) => sourceId)).toEqual(ids);
	const files = datasetFiles(dataset ?? expect.fail('There is no dataset.'));
	const written: { sourceId: string }[] = JSON.parse(files['events.json'] ?? '[]');
	expect(written.map(({ sourceId }) => sourceId)).toEqual(ids);
});

it('D16 a search is for letters, whatever they are elsewhere', () => {
	const catalogue = joined(
		titled('Storm (a+)+$ [', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!').dataset ?? expect.fail('There is no dataset.')
	);
	const foundBy = (query: string) => {
		const breaks = compileFilter({ ...NO_FILTER, query: normalizeQuery(query) }, catalogue);
		return catalogue.events.filter((item) => breaks(item) === 0).map(({ event }) => event.sourceId);
	};
	expect(foundBy('(a+)+$')).toEqual(['0']);
	expect(foundBy('[')).toEqual(['0']);
	expect(foundBy('aaaa')).toEqual(['1']);
	expect(foundBy('a+')).toEqual(['0']);
	expect(foundBy('.*')).toEqual([]);
	expect(queryWords(normalizeQuery('x'.repeat(100_000))).join('').length).toBeLessThanOrEqual(MAX_QUERY_LENGTH);
});
