import { parseEdtf } from '../core/edtf.ts';
import type { DateLabels } from '../i18n/dates.ts';
import type { ImportMessages } from '../i18n/import.ts';
import type { Notation } from '../io/formats/format.ts';
import { readDegrees, readPair } from '../io/import/coordinates.ts';
import { readDate, type Written } from '../io/import/dates.ts';

/**
 * What a value of a date column is when it is written so, in words; `null` when it cannot be read so. Of one that another
 * question is open about, what is certain: its year, or its day and month.
 */
export function dateAs(value: string, written: Written, dates: DateLabels): string | null {
	const read = readDate(value, written);
	if (read.ok) return labelOf(read.value.text, dates);
	if (read.code === 'date-order-unknown') return labelOf(String(read.params.first).slice(0, 4), dates);
	if (read.code !== 'date-year-short') return null;
	const some = readDate(value, { ...written, yearsFrom: 2000 });
	// Nobody knows yet of which century it is, and so not its day of the week.
	const day = some.ok ? some.value.text : some.code === 'date-weekday-differs' ? String(some.params.date) : null;
	return day === null ? null : dayLabel(day, dates.locale);
}

/** `3 April`, or `April`. */
function dayLabel(text: string, locale: string): string | null {
	const parsed = parseEdtf(text);
	const start = parsed.ok ? (parsed.date.intervals[0]?.start ?? null) : null;
	if (start === null) return null;
	const day = /^\d{4}-\d\d-\d\d/.test(text) ? 'numeric' : undefined;
	return new Intl.DateTimeFormat(locale, {
		day,
		month: 'long',
		calendar: 'gregory',
		timeZone: 'UTC'
	}).format(start);
}

function labelOf(text: string, dates: DateLabels): string | null {
	const parsed = parseEdtf(text);
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
