import * as load from '../subjects/load.ts';
import { offer } from './harness.ts';

offer({
	chronotope: load.createOwn,
	'chronotope, every column': load.createEveryColumn,
	GeoJSON: load.createGeoJson,
	'Arrow IPC': load.createArrow
});
