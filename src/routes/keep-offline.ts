import { mayFetchAhead } from '$lib/offline/published.ts';
import type { ToWorker } from '$lib/offline/worker-scope.ts';

/**
 * Has the page and what it is made of kept by the service worker, so that it opens without a network. Not in a frame: what a
 * page of somebody else's shows is theirs to keep. Nothing else of the page needs it, so that a refusal is no fault.
 *
 * @param root Address of the site's root, absolute, with a slash at its end.
 * @param version Of the page.
 */
export async function keepOffline(root: string, version: string): Promise<void> {
	if (import.meta.env.DEV || !('serviceWorker' in navigator) || window.top !== window) return;
	try {
		const { serviceWorker } = navigator;
		// Where workers are blocked some say so by giving none.
		const registration: ServiceWorkerRegistration | undefined = await serviceWorker.register(
			`${root}service-worker.js`
		);
		if (registration === undefined) return;
		letTakeOver(registration, version);
		// From then on it sees all that is fetched; what was fetched before, the browser knows.
		await controlled(serviceWorker);
		const message: ToWorker = {
			kind: 'keep',
			page: location.href,
			loaded: performance.getEntriesByType('resource').map(({ name }) => name),
			all: mayFetchAhead('connection' in navigator ? navigator.connection : null)
		};
		serviceWorker.controller?.postMessage(message);
	} catch {
		// The reader's settings, or a host that has no such file.
	}
}

/** A worker of the version of this page need not wait until the page is closed. */
function letTakeOver(registration: ServiceWorkerRegistration, version: string): void {
	const message: ToWorker = { kind: 'take-over', version };
	const follow = (worker: ServiceWorker | null): void => {
		const offer = (): void => {
			if (worker?.state === 'installed') worker.postMessage(message);
		};
		offer();
		worker?.addEventListener('statechange', offer);
	};
	if (registration.active === null) return;
	follow(registration.waiting);
	follow(registration.installing);
	registration.addEventListener('updatefound', () => follow(registration.installing));
}

function controlled(serviceWorker: ServiceWorkerContainer): Promise<void> {
	return new Promise((resolve) => {
		if (serviceWorker.controller !== null) resolve();
		else serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
	});
}
