/** How many of the sorted values are less than `limit`. */
export function countBelow(sorted: ArrayLike<number>, limit: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? Infinity) < limit) low = middle + 1;
		else high = middle;
	}
	return low;
}
