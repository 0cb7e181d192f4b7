import type { LngLat } from '../../core/model.ts';
import type { Notation } from '../formats/format.ts';
import type { CellResult } from './dates.ts';
import { plainDigits } from './digits.ts';

type Axis = 'latitude' | 'longitude';

/** Longest cell that is looked at: no number of degrees is longer. */
const MAX_LENGTH = 60;

const DECIMAL = /^[-+]?(?:\d{1,12}(?:\.\d*)?|\.\d+)$/;
const DEGREES =
	/^([NSEW])?\s*([-+]?\d{1,3}(?:\.\d+)?)\s*(?:°|deg|º)?\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’]\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:"|″|”|''|′′)\s*)?)?([NSEW])?$/i;

/**
 * A cell that is not empty as degrees. Read are decimals (`33.5138`, `-70.25`, with the minus sign U+2212 too), with a
 * comma where the column has one, and degrees with a letter or in minutes and seconds (`34.5°N`, `33°30'49"N`). Not read:
 * exponents, hexadecimals, anything else.
 */
export function readDegrees(cell: string, axis: Axis, notation?: Notation): CellResult<number> {
	const failed = { ok: false, code: 'number-unreadable', params: {} } as const;
	if (cell.length > MAX_LENGTH) return failed;
	const written = plainDigits(cell)
		.trim()
		.replace(/^\u2212/, '-');
	const text = notation === 'decimal-comma' ? written.replace(',', '.') : written;
	if (DECIMAL.test(text)) return { ok: true, value: Number(text) };
	const match = DEGREES.exec(text);
	if (match === null) return failed;
	const [, before = '', degrees = '', minutes = '0', seconds = '0', after = ''] = match;
	const letter = `${before}${after}`.toUpperCase();
	const letters = axis === 'latitude' ? 'NS' : 'EW';
	const isNegative = degrees.startsWith('-');
	if (letter.length > 1 || !letters.includes(letter) || (isNegative && letter !== '')) return failed;
	if (Number(minutes) >= 60 || Number(seconds) >= 60) return failed;
	const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3_600;
	return { ok: true, value: isNegative || letter === 'S' || letter === 'W' ? -size : size };
}

/** Both in one cell: `33.5138, 36.2765`, in brackets or not. Without a notation only what can be read in one way. */
export function readPair(cell: string, notation?: Notation): CellResult<LngLat> {
	const failed = { ok: false, code: 'coordinates-unreadable', params: {} } as const;
	const parts = splitPair(cell);
	if (parts === null) return failed;
	const [first, second] = parts;
	const read = (lat: string, lng: string): LngLat | null => {
		const [y, x] = [readDegrees(lat, 'latitude'), readDegrees(lng, 'longitude')];
		return y.ok && x.ok ? [x.value, y.value] : null;
	};
	const [latFirst, lngFirst] = [read(first, second), read(second, first)];
	if (notation === 'lng-lat') return lngFirst === null ? failed : { ok: true, value: lngFirst };
	if (notation === 'lat-lng') return latFirst === null ? failed : { ok: true, value: latFirst };
	const possible = [latFirst, lngFirst].filter((pair): pair is LngLat => pair !== null && Math.abs(pair[1]) <= 90);
	const [only] = possible;
	if (only === undefined) return failed;
	if (possible.length > 1) return { ok: false, code: 'coordinates-order-unknown', params: {} };
	return { ok: true, value: only };
}

/** Two cells as one text. Between numbers with a comma of their own stands another sign. */
export function pairText(first: string, second: string): string {
	return `${first}${/,/.test(first + second) ? ';' : ','} ${second}`;
}

/** The two parts of a cell with coordinates; `null` when there are not two. */
export function splitPair(cell: string): readonly [string, string] | null {
	if (cell.length > 2 * MAX_LENGTH) return null;
	const text = cell.trim().replace(/^[([]\s*|\s*[)\]]$/g, '');
	const parts = text.split(/\s*[,;]\s*/).filter((part) => part !== '');
	const [first, second, third] = parts.length === 1 ? text.split(/\s+/) : parts;
	return first === undefined || second === undefined || third !== undefined ? null : [first, second];
}
