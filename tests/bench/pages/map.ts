import * as deck from '../subjects/deck.ts';
import * as layer from '../subjects/layer.ts';
import * as leaflet from '../subjects/leaflet.ts';
import * as maplibre from '../subjects/maplibre.ts';
import { offer } from './harness.ts';
import { showBox } from './map-box.ts';

offer(
	{
		chronotope: layer.createSubject,
		'empty map': maplibre.createEmpty,
		'deck.gl, a place each': deck.createSubject,
		'deck.gl, a place each, its own canvas': deck.createOwnCanvas,
		'setFeatureState, a place each': maplibre.createFeatureState,
		'setData, a place each': maplibre.createSetData,
		'Leaflet.timeline': leaflet.createSubject,
		'setFilter, an event each': maplibre.createSetFilter
	},
	showBox
);
