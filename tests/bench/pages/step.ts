import * as maplibre from '../subjects/maplibre.ts';
import * as usual from '../subjects/usual-page.ts';
import * as parts from '../subjects/parts.ts';
import { offer } from './harness.ts';
import { showBox } from './map-box.ts';

offer(
	{
		'chronotope, in parts': parts.createSubject,
		'chronotope, in parts, fewer': parts.createFewer,
		'chronotope, in parts, on a moving map': parts.createMoving,
		'chronotope, in parts, on a moving map, fewer': parts.createMovingFewer,
		'empty map': maplibre.createEmpty,
		'crossfilter2 + setData + DOM list': usual.createSubject
	},
	showBox
);
