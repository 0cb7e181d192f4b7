/**
 * What was opened works without a network. Pages come from the network as long as there is one: nobody reads old data unknowingly.
 * A new version of this worker waits until no page of an older one is open, and changes nothing in any that is.
 */
import { build, files, version } from '$service-worker';
import { LOCALES } from './lib/i18n/locales.ts';
import { Keeper } from './lib/offline/keeper.ts';
import { languageOf } from './lib/offline/plan.ts';
import { isToWorker, type WorkerScope } from './lib/offline/worker-scope.ts';

declare const self: WorkerScope;

const here = self.location.href;
const root = new URL('./', here).href;
const absolute = (path: string): string => new URL(path, here).href;
const noticeIn = (tag: string): string => `${root}${tag === LOCALES[0] ? '' : `${tag}/`}offline/`;
const basemap = files.find((path) => path.endsWith('.pmtiles'));

const keeper = new Keeper({
	caches,
	fetch: (request, init) => fetch(request, init),
	root,
	files: build.map(absolute),
	basemap: basemap === undefined ? null : absolute(basemap),
	noticeFor: (url) => noticeIn(languageOf(url, root, LOCALES)),
	notices: LOCALES.map(noticeIn)
});

self.addEventListener('install', (event) => event.waitUntil(keeper.install()));

self.addEventListener('activate', (event) => {
	const begin = async (): Promise<void> => {
		// A page need not wait for the worker to start before it is asked for.
		await self.registration.navigationPreload?.enable();
		// The page that was open before there was any worker.
		await self.clients.claim();
	};
	event.waitUntil(begin().then(() => keeper.renew()));
});

self.addEventListener('fetch', (event) => {
	const answer = keeper.answer(event.request, event.preloadResponse ?? Promise.resolve(undefined), (work) =>
		event.waitUntil(work)
	);
	if (answer !== null) event.respondWith(answer);
});

self.addEventListener('message', (event) => {
	const { data } = event;
	if (!isToWorker(data)) return;
	if (data.kind === 'keep') event.waitUntil(keeper.keep(data.page, data.loaded, data.all));
	else event.waitUntil(takeOver(data.version));
});

/** At once if the only page that is open is of this version. */
async function takeOver(pageVersion: string): Promise<void> {
	if (pageVersion !== version) return;
	const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	if (pages.filter(({ url }) => url.startsWith(root)).length <= 1) await self.skipWaiting();
}
