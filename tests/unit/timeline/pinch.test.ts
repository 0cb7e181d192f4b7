import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPinch } from '../../../src/lib/timeline/pinch.ts';
import { panScale, zoomScale } from '../../../src/lib/timeline/viewport.ts';
import { pictureOf, realCatalogue } from './support.ts';

function recorded(fingers: readonly number[]) {
	const calls: (readonly [name: string, ...values: number[]])[] = [];
	const pinch = createPinch(fingers, {
		zoomBy: (factor, px) => calls.push(['zoom', factor, px]),
		panBy: (px) => calls.push(['pan', px])
	});
	return { calls, pinch };
}

describe('a pinch', () => {
	it('zooms by how much further the fingers are apart, around what is between them', () => {
		const { calls, pinch } = recorded([100, 200]);
		pinch.move([100, 300]);
		expect(calls).toEqual([
			['pan', 50],
			['zoom', 2, 200]
		]);
	});

	it('goes from move to move, whichever finger is first', () => {
		const { calls, pinch } = recorded([100, 200]);
		pinch.move([300, 100]);
		pinch.move([300, 100]);
		expect(calls.slice(2)).toEqual([
			['pan', 0],
			['zoom', 1, 200]
		]);
	});

	it('takes fingers that touch for a little apart, and passes over one and three', () => {
		const { calls, pinch } = recorded([100, 100]);
		pinch.move([100]);
		pinch.move([100, 200, 300]);
		expect(calls).toEqual([]);
		pinch.move([76, 124]);
		expect(calls).toEqual([
			['pan', 0],
			['zoom', 2, 100]
		]);
	});

	it('leaves under each finger what was there', () => {
		const at = fc.integer({ min: 300, max: 1100 });
		fc.assert(
			fc.property(fc.boolean(), at, at, at, at, (rtl, a, b, c, d) => {
				fc.pre(Math.abs(a - b) > 30 && Math.abs(c - d) > Math.abs(a - b) && a < b === c < d);
				let { scale } = pictureOf(realCatalogue, 1440, { rtl, folded: false, zoom: { factor: 20, at: 0.5 } });
				const instants = [scale.toInstant(a), scale.toInstant(b)];
				const pinch = createPinch([a, b], {
					zoomBy: (factor, px) => (scale = zoomScale(scale, factor, px)),
					panBy: (px) => (scale = panScale(scale, px))
				});
				for (const share of [0.25, 0.5, 0.75, 1]) pinch.move([a + (c - a) * share, b + (d - b) * share]);
				[c, d].forEach((px, i) => expect(Math.abs(scale.toPx(instants[i] ?? NaN) - px)).toBeLessThan(0.5));
			}),
			{ numRuns: 60 }
		);
	});
});
