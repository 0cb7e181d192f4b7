import { describe, expect, test } from 'vitest';
import { datasetFiles } from '../../../src/lib/io/dataset-files.ts';
import { datasetNamed, folderOf, MADE, whyMissing, WRITTEN } from '../../support/datasets.ts';
import { checkFolder } from '../../../src/lib/io/folder.server.ts';
import { loadDataset } from '../../../src/lib/io/load.ts';
import type { WholeFile } from '../../../src/lib/io/problems.ts';
import { joined } from '../support/joined.ts';

/** What the other tests take for granted of the datasets they run on. */
test.each(WRITTEN)('the dataset %s loads without a problem', (name) => {
	expect(checkFolder(folderOf(name)).problems).toEqual([]);
});

// What is generated has been through the loader when it is a dataset.
const made = MADE.filter((name) => name !== 'generated');

// Twenty thousand records are compared, and other tests run beside this one.
describe.each(made.map((name) => ({ name, why: whyMissing(name) })))(
	'the dataset $name',
	{ timeout: 60_000 },
	({ name, why }) => {
		test(`is the same after a way through its files${why === null ? '' : ` (skipped: ${why})`}`, (context) => {
			if (why !== null) context.skip(why);
			const made = datasetNamed(name);
			const files = datasetFiles(made);
			const text = (name: WholeFile): string | null => files[name] ?? null;
			const { dataset, problems } = loadDataset({
				'dataset.json': text('dataset.json'),
				'places.geojson': text('places.geojson'),
				'sources.json': text('sources.json'),
				'events.json': text('events.json')
			});
			expect(problems).toEqual([]);
			expect(made.places.length).toBeLessThanOrEqual(2000);
			expect(dataset).toEqual(made);
			expect(JSON.stringify(datasetNamed(name)) === JSON.stringify(made)).toBe(true);
		});
	}
);

test('a thousand years are what they say', () => {
	const { events, extent } = joined(datasetNamed('millennium'));
	expect(events).toHaveLength(120);
	const years = extent === null ? 0 : (extent.end - extent.start) / (365.2425 * 86_400_000);
	expect(years).toBeGreaterThan(950);
	const precisions = new Set(
		events.map(({ when }) => (when?.node.type === 'period' ? when.node.precision : when?.node.type))
	);
	expect([...precisions].sort()).toEqual(['century', 'day', 'decade', 'interval', 'month', 'second', 'year']);
});
