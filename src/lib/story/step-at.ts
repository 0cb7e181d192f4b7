/** Where the steps stand on the screen, in px from its top. */
export interface Reading {
	/** The top of each step, rising. */
	readonly tops: readonly number[];
	/** Where the eye is: the step that this line runs through is the one being read. */
	readonly line: number;
	/** The page cannot be scrolled further. */
	readonly isAtEnd: boolean;
}

/** The index of the step that is being read. Before the first it is the first; at the end of the page the last. */
export function stepAt({ tops, line, isAtEnd }: Reading): number {
	const last = Math.max(0, tops.length - 1);
	if (isAtEnd) return last;
	const after = tops.findIndex((top) => top > line);
	return after < 0 ? last : Math.max(0, after - 1);
}

/** The step that the end of an address names (`#step-3`), as an index; `null`: it names none of so many. */
export function stepOfHash(hash: string, steps: number): number | null {
	const [, digits] = /^#step-([1-9]\d{0,3})$/.exec(hash) ?? [];
	const index = Number(digits ?? NaN) - 1;
	return index >= 0 && index < steps ? index : null;
}

export function idOfStep(index: number): string {
	return `step-${index + 1}`;
}

/** By how many steps a single key goes on; `null`: it is another key. By its place where a layout writes another alphabet. */
export function stepOfKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): -1 | 1 | null {
	const letter = /^[ -~]$/.test(key) ? key.toLowerCase() : { KeyJ: 'j', KeyK: 'k' }[code];
	return letter === 'j' ? 1 : letter === 'k' ? -1 : null;
}
