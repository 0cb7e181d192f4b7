/** Where a handle can be taken hold of, and where its grip is drawn: px from the left of the band. */
export interface HandleBox {
	readonly x: number;
	/** Middle of the grip. */
	readonly gripX: number;
}

/** From the handle's place to the inner edge of its box. */
const INNER_PX = 12;
/** Half a grip, and the least it stays from the edge of its box. */
const GRIP_PX = 8;

/**
 * The boxes of the left and the right handle, `hitPx` wide each: around their places, but never over each other, also
 * where both stand at one instant, and never outside the band of `widthPx`.
 */
export function handleBoxes(
	leftPx: number,
	rightPx: number,
	hitPx: number,
	widthPx: number
): { readonly left: HandleBox; readonly right: HandleBox } {
	const middle = (leftPx + rightPx) / 2;
	const rightX = Math.min(Math.max(rightPx - INNER_PX, middle), widthPx - hitPx);
	const leftEnd = Math.max(Math.min(leftPx + INNER_PX, middle, rightX), hitPx);
	const right = Math.max(rightX, leftEnd);
	return {
		left: { x: leftEnd - hitPx, gripX: Math.min(leftPx, leftEnd - GRIP_PX) },
		right: { x: right, gripX: Math.max(rightPx, right + GRIP_PX) }
	};
}
