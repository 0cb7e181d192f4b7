import 'leaflet/dist/leaflet.css';
import L from 'leaflet';
import 'leaflet.timeline';
import { CATEGORIES, type BenchData } from '../data.ts';
import { createBox } from '../pages/map-box.ts';
import { collect, featureAt } from './maplibre.ts';
import type { Subject } from './subject.ts';

const COLOURS = ['#4e79a7', '#f28e2b', '#e15759', '#76b7b2', '#59a14f', '#edc948', '#b07aa1', '#ff9da7'];
const WINDOW_SECONDS = 30 * 86_400;

/**
 * Leaflet.timeline shows what is going on at one moment. Each event lasts thirty days longer here, so that the moment at the
 * end of a window of thirty days shows what overlaps it; a window of another width it cannot have.
 */
export function createSubject(data: BenchData): Subject {
	const map = L.map(createBox('Leaflet.timeline'), {
		preferCanvas: true,
		fadeAnimation: false,
		zoomAnimation: false,
		attributionControl: false
	});
	map.setView([20, 0], 1);
	const features = Array.from({ length: data.events }, (_, i) =>
		featureAt(data, data.place[i] ?? 0, i, {
			start: data.start[i] ?? 0,
			end: (data.end[i] ?? 0) + WINDOW_SECONDS,
			category: data.category[i] ?? 0
		})
	);
	const timeline = L.timeline(collect(features), {
		getInterval: ({ properties }) => ({ start: properties.start, end: properties.end }),
		pointToLayer: ({ properties }, at) =>
			L.circleMarker(at, { radius: 4, weight: 1, color: COLOURS[properties.category % CATEGORIES] ?? '#333' }),
		drawOnSetTime: true
	});
	timeline.addTo(map);
	const draw = (): void => {
		// Leaflet draws in the next frame: at once instead. Its pixels are not waited for, as reading a canvas back again and
		// again makes the browser draw it in another way.
		const renderer = map._renderer ?? Object.values(map._paneRenderers ?? {})[0];
		if (renderer?._redrawRequest) {
			L.Util.cancelAnimFrame(renderer._redrawRequest);
			renderer._redraw();
		}
	};
	return {
		scripts: ['slide', 'jump'],
		step([, to]) {
			timeline.setTime(to);
			draw();
		},
		free: () => void map.remove()
	};
}
