import { readFromPage, VERSION, type FromFrame } from './protocol.ts';

/** As in `FrameShell.svelte`: from here on the parts stand beside each other, and fill whatever height there is. */
const FILLING = '(width >= 640px)';

/** The script of the page around may come later than the frame: how long after each other it is told that the frame is here. */
const AGAIN_MS = [0, 500, 2000, 8000];

/** What is needed of the browser's window. */
type FrameWindow = Window & typeof globalThis;

/**
 * The frame's side. It hears its parent alone, and of the parent only the origin that has said hello first; it answers to that
 * origin and to no other. A page without one (a file, a sandbox) cannot be told apart from any other such, and is not heard.
 */
export class Messenger {
	readonly #window: FrameWindow;
	/** Shows a view, and returns the query it is then known by. */
	readonly #show: (query: string) => string;
	readonly #ending = new AbortController();
	#origin: string | null = null;
	/** The view that the page around knows. */
	#known: string;
	#height = -1;

	constructor(window: FrameWindow, query: string, show: (query: string) => string) {
		this.#window = window;
		this.#known = query;
		this.#show = show;
		const { signal } = this.#ending;
		window.addEventListener('message', (event) => this.#hear(event), { signal });
		for (const ms of AGAIN_MS) {
			const timer = setTimeout(() => {
				// To whoever it is: that there is a frame is no secret to the page it stands in.
				if (this.#origin === null) this.#post({ type: 'here' }, '*');
			}, ms);
			signal.addEventListener('abort', () => clearTimeout(timer));
		}
	}

	/** The reader's view, once it is another one. */
	tell(query: string): void {
		if (query === this.#known) return;
		this.#known = query;
		if (this.#origin !== null) this.#post({ type: 'view', view: query }, this.#origin);
	}

	end(): void {
		this.#ending.abort();
	}

	#hear({ source, origin, data }: MessageEvent<unknown>): void {
		if (source !== this.#window.parent || origin === 'null' || origin === '') return;
		if (this.#origin !== null && origin !== this.#origin) return;
		const message = readFromPage(data);
		if (message === null) return;
		if (message.type === 'knock') return this.#post({ type: 'here' }, '*');
		if (message.type === 'hello') {
			const isFirst = this.#origin === null;
			this.#origin = origin;
			if (isFirst) this.#followHeight();
			else this.#tellHeight(true);
		} else if (this.#origin === null) return;
		if (message.view !== null) this.#known = this.#show(message.view);
	}

	#followHeight(): void {
		const root = this.#window.document.querySelector('[data-frame]');
		if (root === null) return;
		const observer = new ResizeObserver(() => this.#tellHeight());
		observer.observe(root);
		this.#ending.signal.addEventListener('abort', () => observer.disconnect());
	}

	#tellHeight(again = false): void {
		const root = this.#window.document.querySelector('[data-frame]');
		if (root === null || this.#origin === null) return;
		const height = this.#window.matchMedia(FILLING).matches ? 0 : Math.ceil(root.getBoundingClientRect().height);
		if (height === this.#height && !again) return;
		this.#height = height;
		this.#post({ type: 'height', height }, this.#origin);
	}

	#post(message: FromFrame, origin: string): void {
		this.#window.parent.postMessage({ chronotope: VERSION, ...message }, origin);
	}
}
