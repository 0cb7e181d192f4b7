import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined } from '../support/joined.ts';
import { problemWords } from '../../../src/lib/i18n/problem-text.ts';
import { loadDataset, RECORD_KINDS, type LoadResult } from '../../../src/lib/io/load.ts';
import { DATASET_FILES, PROBLEM_CODES, type WholeFile } from '../../../src/lib/io/problems.ts';
import { readTexts, ROOT, type Json, type Texts } from './support.ts';

const good = readTexts(`${ROOT}data`);
const GARBAGE: readonly Json[] = [
	null,
	true,
	0,
	-1,
	1e308,
	91,
	181,
	'',
	' ',
	'x',
	'damascus',
	'2025-13',
	'2025-10',
	'__proto__',
	'constructor',
	[],
	{},
	[[]],
	{ en: 1 },
	{ en: '' },
	{ de: 'x' },
	'\u202e',
	'\ud800',
	['damascus'],
	[0, 0],
	[200, 100],
	'javascript:alert(1)',
	'ahmed-al-sharaa'
];

/** One change to one value somewhere in a file. */
interface Mutation {
	readonly file: WholeFile;
	/** Choices on the way down from the root; each is taken modulo what there is. */
	readonly way: readonly number[];
	readonly kind: 'replace' | 'delete' | 'duplicate' | 'rename';
	readonly pick: number;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
	file: fc.constantFrom(...DATASET_FILES),
	way: fc.array(fc.nat(30), { minLength: 1, maxLength: 7 }),
	kind: fc.constantFrom('replace', 'delete', 'duplicate', 'rename'),
	pick: fc.nat(1000)
});

function mutate(texts: Texts, { file, way, kind, pick }: Mutation): Texts {
	const holder: { root: Json } = { root: JSON.parse(texts[file] ?? 'null') as Json };
	let parent: Record<string, Json> = holder;
	let key = 'root';
	for (const choice of way) {
		const child = parent[key];
		if (child === null || typeof child !== 'object') break;
		const keys = Object.keys(child);
		if (keys.length === 0) break;
		parent = child as Record<string, Json>;
		key = keys[choice % keys.length] ?? '';
	}
	const value = parent[key] ?? null;
	if (kind === 'replace') parent[key] = GARBAGE[pick % GARBAGE.length] ?? null;
	else if (kind === 'duplicate' && Array.isArray(parent)) parent.push(value);
	else if (kind === 'rename' && !Array.isArray(parent)) parent[`${key}x`] = value;
	else if (Array.isArray(parent)) parent.splice(Number(key), 1);
	else Reflect.deleteProperty(parent, key);
	return { ...texts, [file]: JSON.stringify(holder.root ?? null) };
}

function expectSound(result: LoadResult): void {
	for (const kind of RECORD_KINDS) {
		const { read, accepted, repaired, rejected } = result.counts[kind];
		expect(Math.min(read, accepted, repaired, rejected)).toBeGreaterThanOrEqual(0);
		expect(read).toBe(accepted + repaired + rejected);
	}
	expect(result.read).toBe(result.accepted + result.repaired + result.rejected);
	expect(result.read).toBe(RECORD_KINDS.reduce((sum, kind) => sum + result.counts[kind].read, 0));

	const errors = result.problems.filter(({ severity }) => severity === 'error');
	if (result.dataset === null || result.rejected > 0) expect(errors.length).toBeGreaterThan(0);
	if (result.repaired > 0) expect(result.problems.length).toBeGreaterThan(0);
	for (const problem of result.problems) {
		expect(PROBLEM_CODES).toContain(problem.code);
		expect(problemWords(problem).mend).not.toMatch(/undefined/);
	}
	if (result.dataset === null) return;
	const { events, places, actors, agencies, categories, sources } = result.dataset;
	const loaded = ({ accepted, repaired }: { accepted: number; repaired: number }) => accepted + repaired;
	expect(events).toHaveLength(loaded(result.counts.events));
	expect(places).toHaveLength(loaded(result.counts.places));
	expect(actors).toHaveLength(loaded(result.counts.actors));
	expect(agencies).toHaveLength(loaded(result.counts.agencies));
	expect(categories).toHaveLength(loaded(result.counts.categories));
	expect(sources.filter(({ language }) => language !== 'und')).toHaveLength(loaded(result.counts.sources));
	// Joins everything and throws where an id leads nowhere or a date does not parse.
	joined(result.dataset);
}

describe('loadDataset', () => {
	it('never throws, always adds up, and loads only what can be joined, whatever is changed', () => {
		let rejected = 0;
		let repaired = 0;
		fc.assert(
			fc.property(fc.array(mutation, { minLength: 1, maxLength: 5 }), (mutations) => {
				const result = loadDataset(mutations.reduce(mutate, good));
				rejected += result.rejected;
				repaired += result.repaired;
				expectSound(result);
			}),
			{ numRuns: 300 }
		);
		// The changes reach what they are meant to reach.
		expect(rejected).toBeGreaterThan(30);
		expect(repaired).toBeGreaterThan(10);
	}, 60_000);

	it('never throws on any four texts', () => {
		const content = fc.option(
			fc.oneof(fc.string(), fc.json({ maxDepth: 3 }), fc.constantFrom('[]', '{}', 'null', '[null]'))
		);
		fc.assert(
			fc.property(
				fc.record({
					'dataset.json': content,
					'places.geojson': content,
					'sources.json': content,
					'events.json': content
				}),
				(texts) => {
					expectSound(loadDataset(texts));
				}
			)
		);
	});

	it('gives the same answer twice', () => {
		const broken = mutate(good, { file: 'events.json', way: [3, 1], kind: 'replace', pick: 11 });
		expect(loadDataset(broken)).toEqual(loadDataset(broken));
	});

	it('does not pollute objects', () => {
		const text = (good['dataset.json'] ?? '').replace('"format": 1', '"format": 1, "__proto__": { "polluted": true }');
		const { dataset, problems } = loadDataset({ ...good, 'dataset.json': text });
		expect(dataset).toBeNull();
		expect(problems).toMatchObject([{ code: 'key-unknown', pointer: '/__proto__', value: '{"polluted":true}' }]);
		expect('polluted' in {}).toBe(false);
	});
});
