/**
 * Has a page of text, which runs nothing else, kept by the service worker with its styles and fonts, so that it opens without a
 * network. Pages with a map do so by themselves, and have the map kept too. It is a file, as the policy allows none within a page.
 */
async function keep() {
	const { serviceWorker } = navigator;
	// What the page of somebody else shows in a frame is theirs to keep.
	if (serviceWorker === undefined || window.top !== window) return;
	const controlled = new Promise((resolve) => {
		if (serviceWorker.controller !== null) resolve();
		else serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
	});
	await serviceWorker.register(new URL('service-worker.js', import.meta.url));
	await controlled;
	const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
	serviceWorker.controller?.postMessage({ kind: 'keep', page: location.href, loaded, all: false });
}

// Refused by the reader's settings, or there is no such file: the page misses nothing.
keep().catch(() => {});
