import type { RowHeading } from './plain.ts';

/** A row at its position in the list, and what it stands under; `null`: not known as long as its record is not here. */
export interface Placed {
	readonly index: number;
	readonly row: number;
	readonly heading: RowHeading | null;
}

/** Rows under one heading. */
export interface Section<T extends Placed> {
	/** Unique in one list. */
	readonly key: string;
	/** `null`: these rows stand under what stood above before, or nothing is known of them. */
	readonly words: string | null;
	readonly continued: boolean;
	readonly rows: readonly T[];
}

/**
 * Consecutive rows under one heading each. A row of which nothing is known stands with the one before it. `before`: what
 * the row before the first one stands under.
 */
export function sectionsOf<T extends Placed>(rows: readonly T[], before: RowHeading | null): readonly Section<T>[] {
	const sections: { key: string; words: string | null; continued: boolean; rows: T[] }[] = [];
	const seen = new Map<string, number>();
	let last: string | null = null;
	for (const row of rows) {
		const { heading } = row;
		const name: string | null = heading === null ? last : heading.name;
		if (sections.length === 0 || name !== last) {
			const times = seen.get(name ?? '') ?? 0;
			seen.set(name ?? '', times + 1);
			const isFirst = sections.length === 0;
			sections.push({
				key: `${name} ${times}`,
				words: heading?.words ?? null,
				continued: times > 0 || (isFirst && before !== null && before.name === name),
				rows: []
			});
			last = name;
		}
		sections.at(-1)?.rows.push(row);
	}
	return sections;
}
