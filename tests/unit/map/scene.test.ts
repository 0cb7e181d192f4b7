import { describe, expect, it } from 'vitest';
import type { Catalogue } from '$lib/core/catalogue.ts';
import { createColumns } from '$lib/core/create-columns.ts';
import type { Dataset, EventId, PlaceId } from '$lib/core/model.ts';
import { ScanEngine } from '$lib/core/scan-engine.ts';
import { createWindowIndex } from '$lib/core/window-index.ts';
import { flatViewport } from '$lib/map/projection.ts';
import { Scene } from '$lib/map/scene.svelte.ts';
import type { MapStage } from '$lib/map/stage.svelte.ts';
import { Explorer } from '$lib/state/explorer.svelte.ts';
import { many } from '../../support/many.ts';
import { joined } from '../support/joined.ts';

const viewport = flatViewport({ zoom: 1, lng: 0, lat: 0, bearing: 0, pitch: 0 }, { width: 800, height: 600 });

/** `events` of the made-up dataset, of which every other one is a journey, at the first `places` of its places. */
function dataset(events: number, places: number): Dataset {
	const all = many();
	const kept = all.places.slice(0, places);
	const ids = kept.map(({ id }) => id);
	const isJourney = (i: number): boolean => i % 2 === 0;
	return {
		...all,
		places: kept,
		events: all.events.slice(0, events).map((event, i) => ({
			...event,
			places: [
				{ place: ids[i % ids.length] as PlaceId, role: isJourney(i) ? ('from' as const) : ('at' as const) },
				{ place: ids[(7 * i + 1) % ids.length] as PlaceId, role: isJourney(i) ? ('to' as const) : ('at' as const) }
			]
		}))
	};
}

function sceneOf(data: Dataset, isPaged = false): { readonly scene: Scene; readonly explorer: Explorer } {
	const inline = joined(data);
	const columns = createColumns(inline);
	const index = createWindowIndex(columns, data.categories.length);
	const catalogue: Catalogue = isPaged ? { ...inline, columns, index } : inline;
	const explorer = new Explorer(catalogue, new ScanEngine(inline));
	return { scene: new Scene(explorer, { viewport } as MapStage), explorer };
}

const journey = 'event-3' as EventId;

describe('lines', () => {
	it('are drawn of all events, as long as these are few', () => {
		const { scene } = sceneOf(dataset(400, 100));
		expect(scene.ties).toHaveLength(200);
		expect(scene.tiesLeft).toBe(0);
	});

	it('are 300 of more, and it is known how many are not', () => {
		const { scene, explorer } = sceneOf(dataset(1000, 100));
		expect(scene.ties).toHaveLength(300);
		expect(scene.tiesLeft).toBe(200);
		explorer.setRule('categories', ['kind-1' as never]);
		const listed = scene.ties.length;
		expect(listed).toBeLessThan(300);
		expect(scene.tiesLeft).toBe(0);
	});

	it('of a large dataset are those of what is listed once that is little, and of what is chosen before', () => {
		const { scene, explorer } = sceneOf(dataset(1000, 100), true);
		expect([scene.ties.length, scene.tiesLeft]).toEqual([0, null]);
		explorer.select(journey);
		expect(scene.ties.map(({ event, isStrong }) => [event, isStrong])).toEqual([[journey, true]]);
		explorer.setRule('places', ['lonely' as PlaceId]);
		expect(scene.ties.length).toBeGreaterThan(1);
		expect(scene.tiesLeft).toBe(0);
	});

	it('are none where no event has any, and none are left out', () => {
		const data = dataset(400, 100);
		const events = data.events.map((event) => ({
			...event,
			places: event.places.map(({ place }) => ({ place, role: 'at' as const }))
		}));
		const { scene } = sceneOf({ ...data, events }, true);
		expect([scene.ties.length, scene.tiesLeft]).toEqual([0, 0]);
	});
});

describe('many places', () => {
	it('have no marks here; those of the chosen or pointed-at event have pins and lines', () => {
		const { scene, explorer } = sceneOf(dataset(1000, 400));
		const pins = (): readonly string[] => scene.pins(() => null).map(({ id }) => id);
		expect([scene.isMany, scene.marks.length, scene.ties.length, scene.tiesLeft]).toEqual([true, 0, 0, null]);
		expect(pins()).toEqual([]);
		explorer.select(journey);
		const own = explorer.selected?.places ?? [];
		expect(own).toHaveLength(2);
		expect(pins()).toEqual(own);
		expect(scene.ties.map(({ event, from, to }) => [event, from, to])).toEqual([[journey, ...own]]);
		expect(scene.pinsLeft).toBe(0);
		explorer.highlight.setEvent('event-4' as EventId);
		expect(pins()).not.toEqual(own);
		expect(scene.ties, 'two places where something was').toEqual([]);
		// A line is of what is listed; where the chosen event was can still be seen.
		explorer.highlight.setEvent(null);
		explorer.setWindow({ start: 0, end: 1 });
		expect([pins(), scene.ties.length]).toEqual([own, 0]);
	});

	it('say which pin is a mark of its own', () => {
		const { scene, explorer } = sceneOf(dataset(1000, 400));
		explorer.select(journey);
		const [first] = explorer.selected?.places ?? [];
		const pins = scene.pins((id) => (id === first ? 17 : null));
		expect(pins.map(({ isAlone }) => isAlone)).toEqual([true, false]);
		expect(pins[0]?.radius).toBe(17);
	});

	it('of one event have 200 pins at most, and it is known how many have none', () => {
		const data = dataset(1000, 400);
		const [first, ...rest] = data.events;
		if (first === undefined) throw new Error('No event.');
		const everywhere = { ...first, places: data.places.map(({ id }) => ({ place: id, role: 'at' as const })) };
		const { scene, explorer } = sceneOf({ ...data, events: [everywhere, ...rest] });
		explorer.select(everywhere.id);
		expect(scene.pins(() => null)).toHaveLength(200);
		expect(scene.pinsLeft).toBe(200);
	});
});
