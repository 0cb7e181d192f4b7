import { readDelimited } from './delimited.ts';
import type { ColumnUse, Format } from './format.ts';

/** Columns of an actor's geography and the like; version 1 has no `ADM2Code`. */
const geography = (prefix: string, version: 1 | 2): string[] =>
	[
		'Type',
		'FullName',
		'CountryCode',
		'ADM1Code',
		...(version === 2 ? ['ADM2Code'] : []),
		'Lat',
		'Long',
		'FeatureID'
	].map((name) => `${prefix}Geo_${name}`);

const actor = (prefix: string): string[] =>
	[
		'Code',
		'Name',
		'CountryCode',
		'KnownGroupCode',
		'EthnicCode',
		'Religion1Code',
		'Religion2Code',
		'Type1Code',
		'Type2Code',
		'Type3Code'
	].map((name) => `${prefix}${name}`);

const EVENT = ['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass', 'GoldsteinScale'];
const MENTIONS = ['NumMentions', 'NumSources', 'NumArticles', 'AvgTone'];

const columnsOf = (version: 1 | 2): readonly string[] => [
	...['GlobalEventID', 'Day', 'MonthYear', 'Year', 'FractionDate'],
	...['Actor1', 'Actor2'].flatMap(actor),
	...EVENT,
	...MENTIONS,
	...['Actor1', 'Actor2', 'Action'].flatMap((prefix) => geography(prefix, version)),
	...['DATEADDED', 'SOURCEURL']
];

/** By the number of columns: version 1 and version 2 of the event database. */
const COLUMNS: ReadonlyMap<number, readonly string[]> = new Map([
	[58, columnsOf(1)],
	[61, columnsOf(2)]
]);

const USES: ReadonlyMap<string, ColumnUse> = new Map([
	['GlobalEventID', { target: 'id' }],
	['Day', { target: 'when', notation: 'compact' }],
	['Actor1Name', { target: 'actor' }],
	['Actor2Name', { target: 'actor' }],
	['EventRootCode', { target: 'title', notation: 'cameo-root' }],
	['QuadClass', { target: 'category', notation: 'gdelt-quad-class' }],
	['ActionGeo_Type', { target: 'place-precision', notation: 'gdelt-place' }],
	['ActionGeo_FullName', { target: 'place' }],
	['ActionGeo_Lat', { target: 'latitude' }],
	['ActionGeo_Long', { target: 'longitude' }],
	['ActionGeo_FeatureID', { target: 'place-id' }],
	['SOURCEURL', { target: 'source-url' }]
]);

/** GDELT's event files: tabs, no header, no quotes. Its country codes are FIPS and not ISO, so they are not the country. */
export const gdelt: Format = {
	id: 'gdelt',
	detect({ text }) {
		const lines = text.slice(0, 100_000).split(/\r\n?|\n/, 6);
		// The last one may be cut.
		const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
		const rows = whole.filter((line) => line !== '').map((line) => line.split('\t'));
		const isEvent = (cells: string[]) =>
			COLUMNS.has(cells.length) && /^\d+$/.test(cells[0] ?? '') && /^\d{8}$/.test(cells[1] ?? '');
		return rows.length > 0 && rows.every(isEvent) ? 0.98 : 0;
	},
	read(file) {
		const end = file.text.search(/[\r\n]/);
		const width = file.text.slice(0, end < 0 ? undefined : end).split('\t').length;
		const columns = COLUMNS.get(width) ?? columnsOf(2);
		const use = (name: string) => USES.get(name);
		return { table: readDelimited(file, { format: 'gdelt', delimiter: '\t', quotes: false, columns, use }) };
	}
};
