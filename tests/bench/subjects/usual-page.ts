import { BINS, type BenchData } from '../data.ts';
import { createMap } from '../pages/map-box.ts';
import { createCrossfilter, toArray } from './crossfilter.ts';
import { placesBySetData } from './maplibre.ts';
import { createPanel } from './panel.ts';
import type { Subject } from './subject.ts';

/** The page that one writes first: crossfilter2 counts, the places are set as data, every listed event has a row. */
export async function createSubject(data: BenchData): Promise<Subject> {
	const box = await createMap('crossfilter2 + setData + DOM list');
	const filter = createCrossfilter(data);
	const panel = createPanel(data);
	const { show } = placesBySetData(data, box.map);
	await box.idle();
	return {
		step([from, to]) {
			filter.filter(from, to);
			const { places, bins } = filter.all();
			panel.draw(toArray(bins, BINS));
			panel.showAll(filter.listed());
			show(toArray(places, data.places));
			return box.idle();
		},
		drawn: () => box.drawnPixels(),
		free() {
			panel.free();
			box.free();
		}
	};
}
