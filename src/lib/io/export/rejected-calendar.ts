import { CALENDAR_REASONS } from '../exported.ts';
import { readEntries } from '../formats/icalendar-entries.ts';
import type { RejectedRecords } from './rejected-records.ts';

/** A calendar without the events that were loaded; time zones and all else are still there. */
export function rejectedCalendar({ table, reasons, unreadable }: RejectedRecords, text: string): string | null {
	const lines = text.split(/\r\n|\n|\r/);
	const kept = new Map<number, readonly string[]>(
		unreadable.flatMap(({ line }) => (line === null ? [] : [[line, []]]))
	);
	for (const [index, why] of reasons) kept.set(table.rows[index]?.line ?? 0, why);
	if (kept.size === 0) return null;
	const written: string[] = [];
	let at = 0;
	for (const { kind, line, lines: own } of readEntries(text).entries) {
		if (kind !== 'vevent') continue;
		written.push(...lines.slice(at, line - 1));
		at = line - 1 + own.length;
		const why = kept.get(line);
		if (why === undefined) continue;
		const [begin = '', ...rest] = withoutReasons(own);
		written.push(begin, ...(why.length === 0 ? [] : property(why)), ...rest);
	}
	return [...written, ...lines.slice(at)].join('\r\n');
}

/** What was said before goes, with the lines that it goes on in. */
function withoutReasons(lines: readonly string[]): string[] {
	let isOld = false;
	return lines.filter((line) => {
		isOld = isOld ? /^[ \t]/.test(line) : line.toUpperCase().startsWith(`${CALENDAR_REASONS}:`);
		return !isOld;
	});
}

/** RFC 5545, 3.1 and 3.3.11: special characters with a backslash, and lines of at most 75 bytes. */
function property(why: readonly string[]): string[] {
	const value = why
		.join(' / ')
		.replace(/[\\;,]/g, '\\$&')
		.replace(/\n/g, '\\n');
	const lines: string[] = [];
	let [line, bytes] = ['', 0];
	for (const character of `${CALENDAR_REASONS}:${value}`) {
		const size = new TextEncoder().encode(character).length;
		if (bytes + size > 75) {
			lines.push(line);
			[line, bytes] = [' ', 1];
		}
		line += character;
		bytes += size;
	}
	return [...lines, line];
}
