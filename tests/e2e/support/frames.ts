import type { Page } from '@playwright/test';

/** The end of the next frame: what a gesture has come to is shown once a frame, and so after the events that it is made of. */
export function nextFrame(page: Page): Promise<void> {
	return page.evaluate(
		() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
	);
}
