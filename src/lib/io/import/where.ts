import { PLACE_ROLES, type LngLat, type PlacePrecision, type PlaceRole } from '../../core/model.ts';
import type { Notation, Row, Target } from '../formats/format.ts';
import { readPoint } from '../geometry.ts';
import { pairText, readDegrees, readPair } from './coordinates.ts';
import { readInferred } from './flags.ts';
import { textAt, textsAt, type Plan, type PlannedColumn } from './plan.ts';
import type { RowReport } from './row-report.ts';
import { readShape } from './shapes.ts';

/** Where the event of a row took place. */
export interface Where {
	readonly point: LngLat | null;
	/** From the smallest to the largest; may be empty when there is a point. */
	readonly names: readonly string[];
	/** ISO 3166-1 alpha-2. */
	readonly country: string | null;
	readonly precision: PlacePrecision | null;
}

/** A place and how the event of a row is tied to it. */
export interface Tied {
	readonly where: Where;
	readonly role: PlaceRole;
	/** No report names it for the event. */
	readonly inferred: boolean;
}

const OF_PLACE: readonly Target[] = [
	'place',
	'latitude',
	'longitude',
	'coordinates',
	'geometry',
	'country',
	'place-precision',
	'place-inferred',
	'place-role'
];

/** The places of a row: of one that says how it is tied to several as many as that, of every other one at most. */
export function readWheres(row: Row, plan: Plan, swapped: boolean, report: RowReport): Tied[] {
	const role = plan.one('place-role');
	const roles = role === undefined ? undefined : row.cells[role.index];
	const rows =
		roles === undefined || typeof roles === 'string' ? [row] : roles.map((_, index) => ofPlace(row, plan, index));
	return rows.flatMap((part): Tied[] => {
		const where = readWhere(part, plan, swapped, report);
		if (where === null) return [];
		const inferred = plan.one('place-inferred');
		return [
			{ where, role: readRole(part, role, report), inferred: readInferred(textAt(part, inferred), inferred, report) }
		];
	});
}

/** The row as if it had no other place than this one. */
function ofPlace(row: Row, plan: Plan, place: number): Row {
	const indexes = new Set(OF_PLACE.flatMap((target) => plan.many(target).map(({ index }) => index)));
	const cells = row.cells.map((cell, index) =>
		!indexes.has(index) ? cell : typeof cell !== 'string' ? (cell[place] ?? '') : place === 0 ? cell : ''
	);
	return { ...row, cells };
}

function readRole(row: Row, column: PlannedColumn | undefined, report: RowReport): PlaceRole {
	const text = textAt(row, column);
	if (text === '') return 'at';
	const role = PLACE_ROLES.find((known) => known === text.toLowerCase());
	if (role === undefined) report.repair('value-unknown', column, text, { allowed: PLACE_ROLES.join(', ') });
	return role ?? 'at';
}

/** The place of a row; `null` when it has none, or has one that cannot be read, which is then reported. */
function readWhere(row: Row, plan: Plan, swapped: boolean, report: RowReport): Where | null {
	const countryColumn = plan.one('country');
	const countryText = countryColumn === undefined ? '' : (textsAt(row, countryColumn)[0] ?? '');
	const country = /^[A-Z]{2}$/.test(countryText) ? countryText : null;
	const names = [
		...plan.many('place').flatMap((column) => textsAt(row, column)),
		...(country === null ? [countryText] : [])
	].filter((name, index, all) => name !== '' && all.indexOf(name) === index);
	const found = readPosition(row, plan, swapped, report);
	const point = found === null ? null : onGlobe(found.point, country, found.column, found.value, report);
	if (report.rejected) return null;
	if (point === null && names.length === 0 && country === null) return null;
	return {
		point,
		names: names.length > 0 || country === null ? names : point === null ? [country] : [],
		country,
		precision: precisionOf(row, plan, report)
	};
}

/** At most so many parts are named in one message. */
const MAX_NAMED = 10;

interface Position {
	readonly point: LngLat;
	readonly column: PlannedColumn;
	readonly value: string;
}

function readPosition(row: Row, plan: Plan, swapped: boolean, report: RowReport): Position | null {
	const [lat, lng] = [plan.one('latitude'), plan.one('longitude')];
	const [latText, lngText] = [textAt(row, lat), textAt(row, lng)];
	if (lat !== undefined && lng !== undefined && (latText !== '' || lngText !== '')) {
		if (latText === '' || lngText === '') {
			const [empty, value] = latText === '' ? [lat, lngText] : [lng, latText];
			report.error('coordinates-incomplete', empty, value);
			return null;
		}
		return readTwo({ column: lat, text: latText }, { column: lng, text: lngText }, swapped, report);
	}
	const pair = plan.one('coordinates');
	const pairText = textAt(row, pair);
	if (pair !== undefined && pairText !== '') {
		const read = readPair(pairText, pair.use.notation);
		if (read.ok) return { point: read.value, column: pair, value: pairText };
		report.error(read.code, pair, pairText, read.params);
		return null;
	}
	const shape = plan.one('geometry');
	const shapeText = textAt(row, shape);
	if (shape === undefined || shapeText === '' || shapeText === 'null') return null;
	const read = readShape(shapeText);
	if (!read.ok) {
		report.error(read.code, shape, shapeText, read.params);
		return null;
	}
	if (read.value === null) return null;
	if (read.value.extra !== null) report.leaveOut(shape, read.value.extra);
	const { type, bad, unclosed, short } = read.value;
	if (type !== null) report.repair('geometry-reduced', shape, shapeText, { type });
	if (bad.length > 0) {
		const parts = [...bad.slice(0, MAX_NAMED), ...(bad.length > MAX_NAMED ? ['…'] : [])].join(', ');
		report.repair('geometry-part-unreadable', shape, shapeText, { parts, count: bad.length });
	}
	if (unclosed > 0) report.repair('ring-unclosed', shape, shapeText, { count: unclosed });
	if (short > 0) report.repair('ring-too-short', shape, shapeText, { count: short });
	return { point: read.value.point, column: shape, value: shapeText };
}

interface CellOf {
	readonly column: PlannedColumn;
	readonly text: string;
}

function readTwo(first: CellOf, second: CellOf, swapped: boolean, report: RowReport): Position | null {
	const [lat, lng] = swapped ? [second, first] : [first, second];
	const y = readDegrees(lat.text, 'latitude', lat.column.use.notation);
	const x = readDegrees(lng.text, 'longitude', lng.column.use.notation);
	if (!y.ok) report.error(y.code, lat.column, lat.text, y.params);
	if (!x.ok) report.error(x.code, lng.column, lng.text, x.params);
	if (!y.ok || !x.ok) return null;
	return { point: [x.value, y.value], column: lat.column, value: pairText(lat.text, lng.text) };
}

/** What the loader finds in a place of its own, said of the row: a row without a place that holds is no good row. */
function onGlobe(
	point: LngLat,
	country: string | null,
	column: PlannedColumn,
	value: string,
	report: RowReport
): LngLat | null {
	const geometry = { type: 'Point' as const, coordinates: [...point] };
	const properties = { name: {}, ...(country === null ? {} : { country }) };
	const place = { file: 'places.geojson', path: [], record: null } as const;
	const read = readPoint({ type: 'Feature', id: '', geometry, properties }, place);
	for (const { severity, code, params } of read.problems) {
		if (severity === 'error') report.error(code, column, value, params);
		else if (code === 'longitude-wrapped') report.repair(code, column, value, params);
		else report.note(code, column, value, params);
	}
	return read.point;
}

type Precisions = Readonly<Record<string, PlacePrecision>>;
const PRECISIONS: Partial<Record<Notation, Precisions>> = {
	'acled-place': { 1: 'exact', 2: 'town', 3: 'region' },
	'ucdp-place': { 1: 'exact', 2: 'town', 3: 'district', 4: 'region', 5: 'region', 6: 'country', 7: 'region' },
	'gdelt-place': { 1: 'country', 2: 'region', 3: 'town', 4: 'town', 5: 'region' }
};
const WORDS: Precisions = {
	exact: 'exact',
	town: 'town',
	district: 'district',
	region: 'region',
	country: 'country'
};
/** Codes that say that nothing is known. */
const NOT_KNOWN: Partial<Record<Notation, string>> = { 'gdelt-place': '0' };

function precisionOf(row: Row, plan: Plan, report: RowReport): PlacePrecision | null {
	const column = plan.one('place-precision');
	if (column === undefined) return null;
	const { notation } = column.use;
	const text = textAt(row, column);
	if (text === '' || (notation !== undefined && NOT_KNOWN[notation] === text)) return null;
	const known = (notation === undefined ? undefined : PRECISIONS[notation]) ?? WORDS;
	const precision = Object.entries(known).find(([word]) => word === text.toLowerCase())?.[1];
	if (precision === undefined) report.repair('value-unknown', column, text, { allowed: Object.keys(known).join(', ') });
	return precision ?? null;
}
