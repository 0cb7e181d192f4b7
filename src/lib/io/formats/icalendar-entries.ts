/** A calendar's text cut into its entries, so that one that cannot be read does not lose the others. */

export interface Entry {
	/** In small letters: `vevent`. */
	readonly kind: string;
	/** From 1, of its `BEGIN`. */
	readonly line: number;
	/** As in the file, still folded, from `BEGIN` to `END`; without `END` when that is missing. */
	readonly lines: readonly string[];
}

export interface Calendar {
	readonly entries: readonly Entry[];
	/** Lines about the calendar itself, unfolded. */
	readonly head: readonly string[];
}

export function readEntries(text: string): Calendar {
	const entries: Entry[] = [];
	const head: string[] = [];
	let lines: string[] | null = null;
	let depth = 0;
	text.split(/\r\n|\n|\r/).forEach((line, index) => {
		const ends = /^END:([^\s:;]{1,40})\s*$/i.exec(line)?.[1]?.toLowerCase();
		const begins = /^BEGIN:([^\s:;]{1,40})\s*$/i.exec(line)?.[1]?.toLowerCase();
		if (begins === 'vcalendar') return;
		// An event within an event: the one around it lacks its end.
		if (begins !== undefined && (lines === null || begins === 'vevent')) {
			lines = [line];
			depth = 1;
			entries.push({ kind: begins, line: index + 1, lines });
		} else if (lines === null) {
			// The end of an event whose beginning cannot be read.
			if (ends === 'vevent') entries.push({ kind: ends, line: index + 1, lines: [line] });
			else addUnfolded(head, line);
		} else {
			lines.push(line);
			if (begins !== undefined) depth += 1;
			else if (ends !== undefined) depth -= 1;
			if (depth > 0) return;
			lines = null;
			const last = entries.length - 1;
			const entry = entries[last];
			if (ends === 'vevent' && entry !== undefined) entries[last] = { ...entry, kind: ends };
		}
	});
	return { entries, head };
}

/** Lines that go on in the next ones as one. */
export function unfold(lines: readonly string[]): string[] {
	const whole: string[] = [];
	for (const line of lines) addUnfolded(whole, line);
	return whole;
}

function addUnfolded(whole: string[], line: string): void {
	const last = whole.length - 1;
	if (/^[ \t]/.test(line) && last >= 0) whole[last] += line.slice(1);
	else if (line.trim() !== '') whole.push(line);
}
