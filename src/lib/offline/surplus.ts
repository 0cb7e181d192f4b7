/** A copy, and how large it is. */
export interface Kept {
	readonly url: string;
	readonly bytes: number;
}

/** What has to go of what is kept, oldest first, so that no more than `most` bytes and `count` copies are left. The newest stays. */
export function surplusOf(kept: readonly Kept[], most: number, count: number): readonly string[] {
	let bytes = 0;
	let left = 0;
	const gone: string[] = [];
	for (const copy of kept.toReversed()) {
		const fits = left === 0 || (bytes + copy.bytes <= most && left < count);
		if (!fits) gone.push(copy.url);
		else [bytes, left] = [bytes + copy.bytes, left + 1];
	}
	return gone.toReversed();
}
