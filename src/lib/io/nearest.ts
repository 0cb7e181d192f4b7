/**
 * The candidate that `text` was most likely meant to be: the fewest insertions, deletions, replacements and swaps of
 * neighbours away, at most one for every three characters. `null` when nothing is near, or `text` is longer than 100.
 */
export function nearest(text: string, candidates: Iterable<string>): string | null {
	if (text.length > 100) return null;
	const folded = fold(text);
	let best: string | null = null;
	let bestDistance = Math.max(1, Math.floor(text.length / 3)) + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - text.length) >= bestDistance) continue;
		const distance = editDistance(folded, fold(candidate));
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}

function fold(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\s_]+/g, '-');
}

/** Optimal string alignment distance. */
function editDistance(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, at(beforeLast, j - 2) + 1);
			}
			row.push(cost);
		}
		beforeLast = last;
		last = row;
	}
	return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
	return row[index] ?? Infinity;
}
