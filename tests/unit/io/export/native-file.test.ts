import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from '../../../../src/lib/core/model.ts';
import { loadDataset, type ValuesResult } from '../../../../src/lib/io/load.ts';
import { isNativeFile, nativeFile, readNativeFile } from '../../../../src/lib/io/native-file.ts';
import { readTexts, SMALL } from '../support.ts';
import { nastyDataset } from './arbitraries.ts';
import { loaded, small } from './support.ts';

const NAME = 'my.chronotope.json';

function textOf(dataset: Dataset): string {
	return [...nativeFile(dataset)].join('');
}

function read(text: string): ValuesResult {
	const steps = readNativeFile(NAME, text);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

test('a dataset is the same after a way through its file, and so is the file', () => {
	const text = textOf(small());
	const result = read(text);
	expect(result.dataset).toEqual(small());
	expect(result.problems).toEqual([]);
	expect(result.counts.events.read).toBe(small().events.length);
	expect(isNativeFile(text)).toBe(true);
	expect(result.dataset === null ? '' : textOf(result.dataset)).toBe(text);
});

test('so is any dataset', () => {
	let [tried, whole] = [0, 0];
	fc.assert(
		fc.property(nastyDataset, (dataset) => {
			const good = loaded(dataset);
			tried++;
			if (good === null) return;
			whole++;
			const text = textOf(good);
			const again = read(text).dataset;
			expect(again).toEqual(good);
			expect(textOf(again ?? good)).toBe(text);
		}),
		{ seed: 5, numRuns: 60 }
	);
	expect(whole).toBe(tried);
});

test('each record is a line by itself', () => {
	const lines = textOf(small()).split('\n');
	const { events, sources, places } = small();
	for (const { id } of [...events, ...sources])
		expect(lines.filter((line) => line.startsWith(`{"id":"${id}"`))).toHaveLength(1);
	for (const { id } of places) expect(lines.filter((line) => line.includes(`"id":"${id}"`))).toHaveLength(1);
});

test('a dataset without any records has a file too', () => {
	const empty: Dataset = { ...small(), events: [], sources: [], places: [], actors: [] };
	expect(read(textOf(empty)).dataset).toEqual(empty);
});

test('problems point into the file, and are those of the folder', () => {
	const texts = readTexts(SMALL);
	const events = JSON.parse(texts['events.json'] ?? '') as { category: string; when?: string; places: object[] }[];
	const places = JSON.parse(texts['places.geojson'] ?? '') as { features: { geometry: object }[] };
	const [first, second] = events;
	const [place] = places.features;
	if (first === undefined || second === undefined || place === undefined) throw new Error('There are records.');
	first.when = '2024-02-30';
	second.category = 'nothing';
	place.geometry = { type: 'Point', coordinates: [1, 95] };
	const broken = {
		...texts,
		'events.json': JSON.stringify(events),
		'places.geojson': JSON.stringify(places)
	};
	const folder = loadDataset(broken);
	const whole = read(
		`{"chronotope": 1, "dataset": ${texts['dataset.json']}, "places": ${broken['places.geojson']},
		"sources": ${texts['sources.json']}, "events": ${broken['events.json']}}`
	);
	const member = {
		'dataset.json': 'dataset',
		'places.geojson': 'places',
		'sources.json': 'sources',
		'events.json': 'events'
	};
	expect(folder.problems.length).toBeGreaterThan(2);
	expect(whole.problems).toEqual(
		folder.problems.map((problem) => ({
			...problem,
			file: NAME,
			pointer: `/${member[problem.file as keyof typeof member]}${problem.pointer}`
		}))
	);
	expect(whole.counts).toEqual(folder.counts);
});

test.each([
	[
		'a member that is missing',
		'{"chronotope": 1, "dataset": {}, "places": {}, "events": []}',
		'field-missing',
		'/sources'
	],
	[
		'a member that nobody knows',
		'{"chronotope": 1, "dataset": {}, "places": {}, "sources": [], "event": [], "events": []}',
		'key-unknown',
		'/event'
	],
	['a newer format', '{"chronotope": 2, "dataset": {}}', 'format-newer', '/chronotope'],
	['a number that is no format', '{"chronotope": "one", "dataset": {}}', 'value-unknown', '/chronotope'],
	['a file cut short', '{"chronotope": 1, "dataset": {', 'json-invalid', '1:31']
])('%s is said', (_, text, code, pointer) => {
	expect(isNativeFile(text)).toBe(true);
	const { problems, dataset } = read(text);
	expect(dataset).toBeNull();
	expect(problems[0]).toMatchObject({ severity: 'error', code, pointer, file: NAME });
	if (pointer === '/chronotope') expect(problems).toHaveLength(1);
});

test('keys that occur twice are said of their record', () => {
	const text = textOf(small()).replace('"status":', '"status": "planned", "status":');
	const { problems } = read(text);
	const id = small().events.find(({ status }) => status)?.id;
	expect(problems[0]).toMatchObject({
		code: 'json-repeated-key',
		file: NAME,
		pointer: '/events/0/status',
		record: id,
		field: 'status'
	});
});

test.each(['{"type": "FeatureCollection", "chronotope": 1}', '[{"chronotope": 1}]', 'id,title', '', '{"dataset": {}}'])(
	'%j is no such file',
	(text) => {
		expect(isNativeFile(text)).toBe(false);
	}
);
