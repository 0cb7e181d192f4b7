import type { Dataset } from '../../src/lib/core/model.ts';

/** Side of a cell of the grid that the epicentres are gathered in, in degrees. */
const CELL = 5;
const BANDS = [
	{ id: 'moderate', name: 'Magnitude 5 to 5.9', below: 6 },
	{ id: 'strong', name: 'Magnitude 6 to 6.9', below: 7 },
	{ id: 'major', name: 'Magnitude 7 to 7.9', below: 8 },
	{ id: 'great', name: 'Magnitude 8 and more', below: Infinity }
] as const;

/**
 * Earthquakes in the native form. `csv`: a line of headings, then date (`MM/DD/YYYY`, or an ISO time), latitude, longitude,
 * magnitude. One event a line; its place is its cell of a grid of 5 degrees.
 */
export function quakes(csv: string): Dataset {
	const rows = csv.trim().split(/\r?\n/).slice(1).map(readRow);
	const cells = new Map(rows.map(({ cell }) => [cell.id, cell]));
	const plain = {
		title: { en: 'Earthquakes' },
		description: { en: 'Significant earthquakes, gathered in cells of five degrees.' },
		languages: ['en'],
		licence: 'Public domain',
		version: '1',
		opening: '',
		categories: BANDS.map(({ id, name }, slot) => ({ id, name: { en: name }, slot })),
		actors: [],
		agencies: [],
		sources: [{ id: 'catalogue', title: 'A catalogue of earthquakes', language: 'en' }],
		places: [...cells.values()],
		events: rows.map(({ when, cell, magnitude, band }, i) => ({
			id: `quake-${i + 1}`,
			when,
			places: [{ place: cell.id, role: 'at' }],
			category: band,
			actors: [],
			status: 'occurred',
			title: { en: `Magnitude ${magnitude}` },
			summary: { en: `An earthquake of magnitude ${magnitude}.` },
			claims: [{ source: 'catalogue', says: { en: `Magnitude ${magnitude}.` } }],
			added: '2026-11-26'
		}))
	};
	// Ids are branded, which nothing made of plain texts is.
	return plain as unknown as Dataset;
}

function readRow(row: string) {
	const [date = '', latitude = '', longitude = '', magnitude = ''] = row.split(',');
	const [, month, day, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(date) ?? [];
	const band = BANDS.find(({ below }) => Number(magnitude) < below);
	if (band === undefined) throw new Error(`"${row}" has no magnitude.`);
	return {
		when: year === undefined ? date.slice(0, 10) : `${year}-${month}-${day}`,
		cell: cellAt(Number(latitude), Number(longitude)),
		magnitude,
		band: band.id
	};
}

/** The cell that a point lies in, as a place at its centre. */
function cellAt(latitude: number, longitude: number) {
	const centre = (degrees: number): number => Math.floor(degrees / CELL) * CELL + CELL / 2;
	// The antimeridian itself belongs to the cell east of it.
	const [lng, lat] = [centre(longitude === 180 ? -180 : longitude), centre(latitude)];
	const [north, east] = [lat < 0 ? 'S' : 'N', lng < 0 ? 'W' : 'E'];
	const digits = (degrees: number): string => String(Math.abs(degrees)).replace('.', '-');
	return {
		id: `cell-${digits(lat)}-${north}-${digits(lng)}-${east}`.toLowerCase(),
		name: { en: `Around ${Math.abs(lat)}° ${north}, ${Math.abs(lng)}° ${east}` },
		precision: 'region',
		point: [lng, lat]
	};
}
