import type { Locator, Page } from '@playwright/test';

/** Until fonts are there, nothing scrolls or is on its way, and the page is as long as it stays: what is measured then holds. */
export function atRest(page: Page): Promise<void> {
	return page.evaluate(async () => {
		await document.fonts.ready;
		const isMoving = (): boolean =>
			document
				.getAnimations()
				.some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
		for (let still = 0, last = ''; still < 4;) {
			await new Promise(requestAnimationFrame);
			const now = `${scrollX} ${scrollY} ${document.documentElement.scrollHeight}`;
			still = now === last && !isMoving() ? still + 1 : 0;
			last = now;
		}
	});
}

/** As long without a new picture is a map that has all it shows: a tile that comes, and a name that finds its place, makes one. */
const QUIET_MS = 1000;

/** Until a map has drawn all there is to draw: `canvas` is that of MapLibre. */
export function drawn(canvas: Locator): Promise<void> {
	return canvas.evaluate(async (node: HTMLCanvasElement, quietMs) => {
		const gl = node.getContext('webgl2');
		if (gl === null) throw new Error('The map draws in no context of WebGL 2.');
		const clear = gl.clear.bind(gl);
		let last = performance.now();
		gl.clear = (bits) => {
			last = performance.now();
			clear(bits);
		};
		// By frames: where the machine is so busy that none comes, nothing is known.
		for (let frames = 0; frames < 20 || performance.now() - last < quietMs; frames++) {
			const before = last;
			await new Promise(requestAnimationFrame);
			if (last !== before) frames = 0;
		}
		Reflect.deleteProperty(gl, 'clear');
	}, QUIET_MS);
}
