/** The part of a service worker's world that is used; the types of pages, which the project has, know nothing of it. */
export interface WorkerScope {
	readonly location: { readonly href: string };
	readonly registration: {
		readonly navigationPreload?: { enable(): Promise<void> };
	};
	readonly clients: {
		claim(): Promise<void>;
		matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly { readonly url: string }[]>;
	};
	skipWaiting(): Promise<void>;
	addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
	addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
	addEventListener(type: 'message', listener: (event: MessageFromPage) => void): void;
}

interface Extendable {
	/** The worker lives on until it is done. */
	waitUntil(done: Promise<unknown>): void;
}

interface FetchEvent extends Extendable {
	readonly request: Request;
	/** What the browser has asked for meanwhile; `undefined`: it has not. */
	readonly preloadResponse?: Promise<Response | undefined>;
	respondWith(response: Promise<Response>): void;
}

interface MessageFromPage extends Extendable {
	readonly data: unknown;
}

/** What a page says to its worker. */
export type ToWorker =
	/** The page is here and at rest: what it is made of is to be kept. */
	| {
			readonly kind: 'keep';
			/** Its address. */
			readonly page: string;
			/** Addresses of what it has loaded. */
			readonly loaded: readonly string[];
			/** Also what it may yet load: the reader has not asked to save data. */
			readonly all: boolean;
	  }
	/** The page is of this version: the worker of the same version need not wait until it is closed. */
	| { readonly kind: 'take-over'; readonly version: string };

export function isToWorker(data: unknown): data is ToWorker {
	return (
		typeof data === 'object' && data !== null && 'kind' in data && (data.kind === 'keep' || data.kind === 'take-over')
	);
}
