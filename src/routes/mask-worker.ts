import { Masks, type TextIndex } from '$lib/core/masks.ts';
import { createWindowIndex } from '$lib/core/window-index.ts';
import type { Fault, Fetch, PagedDataset } from '$lib/io/paged.ts';
import { fetchFrom } from '$lib/io/memory-files.ts';
import { openPaged } from '$lib/io/paged-dataset.ts';
import type { FromMasks, ToMasks } from './mask-messages.ts';

/**
 * What takes longer than a frame at a million events, off the main thread: sorting them by time, and which rules each of them
 * breaks. It opens the same files as the page, which the browser then has already.
 */

/** The types are those of a page, whose `postMessage` takes the same options. */
function send(message: FromMasks, transfer: Transferable[] = []): void {
	postMessage(message, { transfer });
}

class FaultError extends Error {
	readonly fault: Fault;

	constructor(fault: Fault) {
		super(fault.file);
		this.fault = fault;
	}
}

let masks: Masks | null = null;
/** What is asked meanwhile waits: a worker that takes another's place is asked at once. */
let opened: Promise<void> = Promise.resolve();
/** The newest question: what an older one still fetches is no progress of it. */
let newest = 0;

addEventListener('message', ({ data }: MessageEvent<ToMasks>) => {
	const done = data.kind === 'open' ? (opened = open(data)) : update(data);
	// Else nobody would hear of it, and the page would wait for ever.
	done.catch(reportError);
});

async function open({ manifest, part, site, files }: Extract<ToMasks, { kind: 'open' }>): Promise<void> {
	const fetched: Fetch = files === null ? (url, init) => fetch(url, init) : fetchFrom(manifest.folder, files);
	const dataset = await openPaged(manifest, part, site, fetched);
	if (!dataset.ok) return send({ kind: 'fault', asked: 0, fault: dataset.fault });
	const { columns, head: whole } = dataset.value;
	masks = new Masks(columns, whole, textsOf(dataset.value));
	const index = createWindowIndex(columns, whole.categories.length);
	send({ kind: 'opened', index }, buffersOf(index));
}

function textsOf({ words }: PagedDataset): TextIndex {
	return {
		async rowsWith(word) {
			const progress = (share: number): void => send({ kind: 'progress', asked: newest, share });
			const found = await words.rowsWith(word, { progress });
			if (found.ok) return found.value;
			throw new FaultError(found.fault);
		}
	};
}

async function update({ asked, filter }: Extract<ToMasks, { kind: 'update' }>): Promise<void> {
	newest = asked;
	await opened;
	// The newest counts, and the others are waited for by nobody.
	if (newest !== asked) return;
	try {
		const broken = await masks?.update(filter);
		if (broken instanceof Uint16Array) send({ kind: 'mask', asked, broken });
	} catch (error) {
		if (!(error instanceof FaultError)) throw error;
		send({ kind: 'fault', asked, fault: error.fault });
	}
}

/** Every buffer of an object of typed arrays, each once. */
function buffersOf(value: unknown): ArrayBuffer[] {
	const buffers = new Set<ArrayBuffer>();
	const add = (item: unknown): void => {
		if (ArrayBuffer.isView(item)) {
			if (item.buffer instanceof ArrayBuffer) buffers.add(item.buffer);
		} else if (item !== null && typeof item === 'object') Object.values(item).forEach(add);
	};
	add(value);
	return [...buffers];
}
