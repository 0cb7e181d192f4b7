import { Masks, type TextIndex } from '$lib/core/masks.ts';
import { createWindowIndex } from '$lib/core/window-index.ts';
import type { Fault, PagedDataset } from '$lib/io/paged.ts';
import { openPaged } from '$lib/io/paged-dataset.ts';
import type { FromMasks, ToMasks } from './mask-messages.ts';

/**
 * What takes longer than a frame at a million events, off the main thread: sorting them by time, and which rules each of them
 * breaks. It opens the same files as the page, which the browser then has already.
 */

/** The parts of the global scope that are used; the library of types has one for pages or one for workers, not both. */
interface Scope {
	postMessage(message: FromMasks, transfer?: Transferable[]): void;
	onmessage: ((event: MessageEvent<ToMasks>) => void) | null;
}
const scope = self as unknown as Scope;

class FaultError extends Error {
	readonly fault: Fault;

	constructor(fault: Fault) {
		super(fault.file);
		this.fault = fault;
	}
}

let masks: Masks | null = null;
/** The newest question: what an older one still fetches is no progress of it. */
let newest = 0;

scope.onmessage = ({ data }) => {
	if (data.kind === 'open') void open(data);
	else void update(data);
};

async function open({ manifest, part, site }: Extract<ToMasks, { kind: 'open' }>): Promise<void> {
	const opened = await openPaged(manifest, part, site, (url, init) => fetch(url, init));
	if (!opened.ok) return scope.postMessage({ kind: 'fault', asked: 0, fault: opened.fault });
	const { columns, head: whole } = opened.value;
	masks = new Masks(columns, whole, textsOf(opened.value));
	const index = createWindowIndex(columns, whole.categories.length);
	scope.postMessage({ kind: 'opened', index }, buffersOf(index));
}

function textsOf({ words }: PagedDataset): TextIndex {
	return {
		async rowsWith(word) {
			const progress = (share: number): void => scope.postMessage({ kind: 'progress', asked: newest, share });
			const found = await words.rowsWith(word, { progress });
			if (found.ok) return found.value;
			throw new FaultError(found.fault);
		}
	};
}

async function update({ asked, filter }: Extract<ToMasks, { kind: 'update' }>): Promise<void> {
	newest = asked;
	try {
		const broken = await masks?.update(filter);
		if (broken instanceof Uint16Array) scope.postMessage({ kind: 'mask', asked, broken });
	} catch (error) {
		if (!(error instanceof FaultError)) throw error;
		scope.postMessage({ kind: 'fault', asked, fault: error.fault });
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
