import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../../../src/lib/core/model.ts';
import { csvFile } from '../../../../src/lib/io/export/csv.ts';
import { geojsonFile } from '../../../../src/lib/io/export/geojson.ts';
import { corpus, hasCorpus } from '../formats/support.ts';
import { NAUGHTY, nastyDataset } from './arbitraries.ts';
import { held, imported, loaded, small } from './support.ts';

const FORMATS = [
	{ name: 'events.csv', write: (dataset: Dataset) => [...csvFile(dataset)].join(''), decimals: 12 },
	{ name: 'events.geojson', write: (dataset: Dataset) => [...geojsonFile(dataset)].join(''), decimals: 7 }
];

describe.each(FORMATS)('$name', ({ name, write, decimals }) => {
	function expectSame(dataset: Dataset): void {
		const text = write(dataset);
		const result = imported({ [name]: text });
		expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		if (result.dataset === null) throw new Error('There are events.');
		expect(held(result.dataset, decimals)).toEqual(held(dataset, decimals));
		expect(write(result.dataset)).toBe(text);
	}

	test('what it holds of a dataset is the same after a way through it, and so is the file', () => {
		expectSame(small());
	});

	test('so it is of any dataset', () => {
		fc.assert(
			fc.property(nastyDataset, (dataset) => {
				const good = loaded(dataset);
				if (good !== null && held(good, decimals).events.length > 0) expectSame(good);
			}),
			{ seed: 11, numRuns: 80 }
		);
	});

	test('what no report says does not leave as if one did, and comes back as what it is', () => {
		const dataset = small();
		const [event, other] = dataset.events;
		const [source] = dataset.sources;
		if (event === undefined || other === undefined || source === undefined) throw new Error('They are there.');
		const says = { [dataset.languages[0] ?? '']: 'It did.' };
		const claims = [
			{ source: source.id, says, when: '2001' },
			{ source: source.id, says, when: '2002', inferred: true }
		];
		const places = event.places.map((link) => ({ ...link, inferred: true }));
		const changed: Dataset = {
			...dataset,
			sources: dataset.sources.map((each) => (each === source ? { ...source, inferred: true } : each)),
			events: [
				{ ...event, when: '2000~', inferred: true, places, claims },
				{ ...other, when: '2000~', claims: [] }
			]
		};
		expectSame(changed);
		const [first, second] = imported({ [name]: write(changed) }).dataset?.events ?? [];
		expect(first).toMatchObject({ inferred: true, claims: [{}, { inferred: true }] });
		expect(first?.places.map(({ inferred }) => inferred)).toEqual(event.places.map(() => true));
		expect(first?.claims.map(({ when }) => when)).toEqual(['2001', '2002']);
		expect(first?.claims[0]).not.toHaveProperty('inferred');
		expect(second).not.toHaveProperty('inferred');
		const told = name.endsWith('.csv') ? /,true,(?:at|from|to|between|about),/ : /"when_inferred":true/;
		expect(write(changed)).toMatch(told);
		expect(write({ ...changed, events: changed.events.slice(1) })).not.toMatch(told);
	});

	test(`so it is of texts that break programs${NAUGHTY === null ? ' (skipped: there is no list of them here)' : ''}`, (context) => {
		if (NAUGHTY === null) return context.skip('There is no list of them here.');
		const [event] = small().events;
		if (event === undefined) throw new Error('There is an event.');
		const [language = ''] = small().languages;
		const events = NAUGHTY.filter((text) => /\S/.test(text)).map((text, index) => ({
			...event,
			id: `naughty-${index}` as typeof event.id,
			title: { [language]: text },
			summary: { [language]: text }
		}));
		expectSame({ ...small(), events });
	});

	test
		.skipIf(!hasCorpus)
		.each([
			'police-brutality-2020.json',
			'timelinejs-women-in-computing.csv',
			'time-stamp-point.kml',
			'usgs-feed.geojson'
		])(`so it is of what %s becomes${hasCorpus ? '' : ' (skipped: ../shared/corpora is not there)'}`, (other) => {
		const { dataset } = imported({ [other]: corpus(other).text });
		if (dataset === null) throw new Error('There are events.');
		expectSame(dataset);
	});
});
