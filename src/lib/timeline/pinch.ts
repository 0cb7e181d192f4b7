/** Two fingers on the axis: what is between them stays between them. */
export interface Pinch {
	/** Where the two are now, px; fewer or more are passed over. */
	move(fingersPx: readonly number[]): void;
}

export interface PinchTarget {
	zoomBy(factor: number, anchorPx: number): void;
	panBy(px: number): void;
}

/** Nearer than this, two fingers have no distance to speak of. */
const LEAST_PX = 24;

export function createPinch(fingersPx: readonly number[], target: PinchTarget): Pinch {
	let [middle, distance] = measure(fingersPx);
	return {
		move(fingers) {
			if (fingers.length !== 2) return;
			const [nextMiddle, nextDistance] = measure(fingers);
			target.panBy(nextMiddle - middle);
			target.zoomBy(nextDistance / distance, nextMiddle);
			[middle, distance] = [nextMiddle, nextDistance];
		}
	};
}

function measure([a = 0, b = 0]: readonly number[]): readonly [middle: number, distance: number] {
	return [(a + b) / 2, Math.max(LEAST_PX, Math.abs(a - b))];
}
