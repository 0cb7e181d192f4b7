import { NO_FILTER, RULES, type Filter, type Rule } from '$lib/core/filter.ts';
import type { MaskSource } from '$lib/core/masks.ts';
import type { WindowIndex } from '$lib/core/window-index.ts';
import type { Fault } from '$lib/io/paged.ts';
import type { FromMasks, ToMasks } from './mask-messages.ts';

/** A worker, or what stands for one. */
export type MaskPort = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export interface MaskOptions {
	readonly start: () => MaskPort;
	readonly open: Extract<ToMasks, { kind: 'open' }>;
	/** Masks on this thread, for when there is no worker to be had. */
	readonly here: () => MaskSource;
	/** How far the newest question has come, from 0 to 1; `null`: it is answered. */
	readonly onProgress: (share: number | null) => void;
	/** The worker has died: it is started again, or from now on this thread does its work. */
	readonly onTrouble: (what: 'restarted' | 'here') => void;
}

/** A question that could not be answered, as a file of words did not come. */
export class MaskFault extends Error {
	readonly fault: Fault;

	constructor(fault: Fault) {
		super(`${fault.file}: ${fault.reason}`);
		this.fault = fault;
	}
}

interface Question {
	readonly asked: number;
	readonly filter: Filter;
	readonly resolve: (broken: Uint16Array | null) => void;
	readonly reject: (error: Error) => void;
}

/**
 * Masks from a worker. The newest question counts: one that is overtaken is answered with `null`. A worker that dies is
 * started once more, and what was asked is asked again; after that this thread does it.
 */
export class MaskClient implements MaskSource {
	/** What the worker has sorted; `null`: it could not, or there is none. */
	readonly index: Promise<WindowIndex | null>;
	readonly #options: MaskOptions;
	#port: MaskPort | null = null;
	/** The worker is gone for good. */
	#isAlone = false;
	#here: MaskSource | null = null;
	#restarts = 0;
	#asked = 0;
	#question: Question | null = null;
	#answered: { readonly filter: Filter; readonly broken: Uint16Array };
	#settleIndex: (index: WindowIndex | null) => void = () => undefined;

	constructor(options: MaskOptions) {
		this.#options = options;
		this.#answered = { filter: NO_FILTER, broken: new Uint16Array(options.open.manifest.rows) };
		this.index = new Promise((resolve) => (this.#settleIndex = resolve));
		this.#start();
	}

	update(filter: Filter): Uint16Array | Promise<Uint16Array | null> {
		const known = this.#answered;
		if (sameRules(known.filter, filter)) {
			if (this.#question !== null) this.#options.onProgress(null);
			this.#overtake();
			return known.broken;
		}
		if (this.#isAlone) return (this.#here ??= this.#options.here()).update(filter);
		const pending = this.#question;
		// A window that moves while words are looked up is no new question.
		const isAsked = pending !== null && sameRules(pending.filter, filter);
		this.#overtake();
		return new Promise((resolve, reject) => {
			const asked = isAsked ? pending.asked : ++this.#asked;
			this.#question = { asked, filter, resolve, reject };
			if (!isAsked) this.#send({ kind: 'update', asked, filter });
		});
	}

	/** Nothing more is heard of it. */
	close(): void {
		if (this.#port === null) return;
		[this.#port.onmessage, this.#port.onerror] = [null, null];
		this.#port.terminate();
		this.#port = null;
	}

	#overtake(): void {
		const question = this.#question;
		this.#question = null;
		question?.resolve(null);
	}

	#start(): void {
		try {
			const port = this.#options.start();
			port.onmessage = ({ data }: MessageEvent<FromMasks>) => this.#receive(data);
			port.onerror = (event) => {
				event.preventDefault();
				this.#onDeath();
			};
			this.#port = port;
			this.#send(this.#options.open);
			if (this.#question !== null) {
				const { asked, filter } = this.#question;
				this.#send({ kind: 'update', asked, filter });
			}
		} catch {
			this.#onDeath();
		}
	}

	#send(message: ToMasks): void {
		this.#port?.postMessage(message);
	}

	#onDeath(): void {
		this.close();
		if (this.#restarts++ === 0) {
			this.#options.onTrouble('restarted');
			this.#start();
		} else this.#goOnHere();
	}

	#goOnHere(): void {
		this.close();
		this.#settleIndex(null);
		this.#options.onTrouble('here');
		this.#isAlone = true;
		const question = this.#question;
		this.#question = null;
		if (question !== null) Promise.resolve(this.update(question.filter)).then(question.resolve, question.reject);
	}

	#receive(message: FromMasks): void {
		if (message.kind === 'opened') return this.#settleIndex(message.index);
		if (message.kind === 'fault' && message.asked === 0) return this.#goOnHere();
		const question = this.#question;
		if (question === null || message.asked !== question.asked) return;
		if (message.kind === 'progress') return this.#options.onProgress(message.share);
		this.#question = null;
		this.#options.onProgress(null);
		if (message.kind === 'fault') return question.reject(new MaskFault(message.fault));
		this.#answered = { filter: question.filter, broken: message.broken };
		question.resolve(message.broken);
	}
}

/** Whether two filters ask the same, the window aside. What has not changed is the same object, or asks for nothing. */
function sameRules(a: Filter, b: Filter): boolean {
	return RULES.every(
		(rule) => rule === 'window' || a[rule] === b[rule] || (asksNothing(a[rule]) && asksNothing(b[rule]))
	);
}

function asksNothing(value: Filter[Rule]): boolean {
	return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
