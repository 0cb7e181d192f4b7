/**
 * Steps of a handle of the timeline by its own keys; runs in the page. All that the page does at a step is done at each; what it
 * looks like then is drawn at some of them, as without a graphics card a drawing takes as long as a hundred steps. Throws when a
 * step changes nothing.
 */
export async function stepHandle(node: Element, count: number): Promise<void> {
	for (let i = 1; i <= count; i++) {
		const before = node.getAttribute('aria-valuenow');
		const key = i % 40 < 20 ? 'ArrowLeft' : 'ArrowRight';
		node.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
		// What is shown is brought up to date in microtasks, each of which may ask for one more.
		for (let turn = 0; turn < 10; turn++) await Promise.resolve();
		if (node.getAttribute('aria-valuenow') === before) throw new Error(`Step ${i} changed nothing.`);
		if (i % 2000 === 0) await new Promise(requestAnimationFrame);
	}
}
