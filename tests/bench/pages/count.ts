import * as arquero from '../subjects/arquero.ts';
import * as chronotope from '../subjects/chronotope.ts';
import * as crossfilter from '../subjects/crossfilter.ts';
import * as duckdb from '../subjects/duckdb.ts';
import * as mosaic from '../subjects/mosaic.ts';
import * as scan from '../subjects/scan.ts';
import * as scatter from '../subjects/scatter.ts';
import { offer } from './harness.ts';

offer({
	chronotope: chronotope.createSubject,
	'chronotope, filtered': chronotope.createFilteredSubject,
	crossfilter2: crossfilter.createSubject,
	arquero: arquero.createSubject,
	mosaic: mosaic.createSubject,
	'duckdb-wasm': duckdb.createSubject,
	'full scan': scan.createSubject,
	'scatter limit': scatter.createSubject
});
