import { bench, describe } from 'vitest';
import { datasetNamed, whyMissing } from '../support/datasets.ts';
import { joined } from '../unit/support/joined.ts';
import { createPictures } from '../unit/timeline/support.ts';
import { Counter } from '../../src/lib/timeline/counter.ts';
import { syntheticDataset } from './synthetic.ts';

const why = whyMissing('quakes');
const sets = {
	'120 events in a thousand years': joined(datasetNamed('millennium')),
	...(why === null ? { '23,412 earthquakes': joined(datasetNamed('quakes')) } : {}),
	'23,000 synthetic events': joined(syntheticDataset(23_000, 1_000))
};
if (why !== null) process.stdout.write(`Without the earthquakes: ${why}\n`);

/** What one turn of the wheel costs: the axis is laid out again, and the marks or the bars on it. */
for (const [name, catalogue] of Object.entries(sets)) {
	const { extent } = catalogue;
	if (extent === null) continue;
	const part = (share: number): { start: number; end: number } => ({
		start: extent.start + 0.4 * (extent.end - extent.start),
		end: extent.start + (0.4 + share) * (extent.end - extent.start)
	});
	describe(`the picture of ${name}`, () => {
		const wide = createPictures(catalogue, 1440);
		const phone = createPictures(catalogue, 360);
		bench('the whole axis', () => void wide());
		bench('a tenth of it', () => void wide({ view: part(0.1) }));
		bench('a thousandth of it', () => void wide({ view: part(0.001) }));
		bench('the whole axis, 360 px', () => void phone());
		const { edges } = wide().bins;
		const counter = new Counter(catalogue);
		bench('its counts', () => void counter.count(edges, null));
	});
}
