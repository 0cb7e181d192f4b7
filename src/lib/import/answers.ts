import { parseEdtf } from '../core/edtf.ts';
import type { DateLabels } from '../i18n/dates.ts';
import type { ImportMessages } from '../i18n/import.ts';
import type { Notation } from '../io/formats/format.ts';
import { readDegrees, readPair } from '../io/import/coordinates.ts';
import { readDate } from '../io/import/dates.ts';

/** What a value of a date column is in this notation, in words; `null` when it cannot be read so. */
export function dateAs(value: string, notation: Notation, dates: DateLabels): string | null {
	const read = readDate(value, notation);
	if (!read.ok) return null;
	const parsed = parseEdtf(read.value.text);
	return parsed.ok ? dates.label(parsed.date) : null;
}

/** The same of a column that has both coordinates in one cell. */
export function positionAs(value: string, notation: Notation, words: ImportMessages): string | null {
	const read = readPair(value, notation);
	if (!read.ok || Math.abs(read.value[1]) > 90) return null;
	return positionText(read.value[1], read.value[0], words);
}

/** `95.5, 33.1`, latitude first as it is taken now, the other way round; `null` when that is no position. */
export function swappedPosition(sample: string, words: ImportMessages): string | null {
	const [latitude = '', longitude = ''] = sample.split(/,\s+/);
	const written = (text: string): number | null => {
		const read = readDegrees(text, 'latitude', text.includes('.') ? undefined : 'decimal-comma');
		return read.ok ? read.value : null;
	};
	const [first, second] = [written(latitude), written(longitude)];
	return first === null || second === null ? null : positionText(second, first, words);
}

function positionText(latitude: number, longitude: number, words: ImportMessages): string {
	return words.position(
		words.latitude(degrees(latitude), latitude < 0),
		words.longitude(degrees(longitude), longitude < 0)
	);
}

/** About a metre: what a calculation has left behind it is of no use here. */
function degrees(value: number): string {
	return String(Math.abs(Number(value.toFixed(5))));
}
