import { acled } from './acled.ts';
import { bellingcat } from './bellingcat.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { gdelt } from './gdelt.ts';
import { geojson } from './geojson.ts';
import { icalendar } from './icalendar.ts';
import { jsonRecords } from './json-records.ts';
import { kml } from './kml.ts';
import { linkedPlaces } from './linked-places.ts';
import { lpTsv } from './lp-tsv.ts';
import { storymapjs } from './storymapjs.ts';
import { timelinejs } from './timelinejs.ts';
import { timelinejsSheet } from './timelinejs-sheet.ts';
import { timemap } from './timemap.ts';
import { ucdpGed } from './ucdp-ged.ts';

/** Every format that is read. The surest about a file reads it; among equally sure ones the first. */
export const FORMATS: readonly Format[] = [
	linkedPlaces,
	geojson,
	timelinejs,
	storymapjs,
	timemap,
	bellingcat,
	acled,
	ucdpGed,
	gdelt,
	lpTsv,
	timelinejsSheet,
	kml,
	icalendar,
	jsonRecords,
	csv
];
