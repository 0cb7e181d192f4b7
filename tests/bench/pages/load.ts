import * as load from '../subjects/load.ts';
import { offer } from './harness.ts';

offer({ chronotope: load.createOwn, GeoJSON: load.createGeoJson, 'Arrow IPC': load.createArrow });
