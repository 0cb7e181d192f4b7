import type { Filter } from '$lib/core/filter.ts';
import type { Dataset } from '$lib/core/model.ts';
import type { WindowIndex } from '$lib/core/window-index.ts';
import type { MemoryFiles } from '$lib/io/memory-files.ts';
import type { Fault, PagedManifest } from '$lib/io/paged.ts';

/** To the worker. Of two filters the newer one counts: an older one may stay without an answer. */
export type ToMasks =
	| {
			readonly kind: 'open';
			readonly manifest: PagedManifest;
			readonly part: Dataset;
			readonly site: string;
			/** What need not be fetched; `null`: all has to be. */
			readonly files: MemoryFiles | null;
	  }
	| { readonly kind: 'update'; readonly asked: number; readonly filter: Filter };

export type FromMasks =
	| { readonly kind: 'opened'; readonly index: WindowIndex }
	/** From 0 to 1. */
	| { readonly kind: 'progress'; readonly asked: number; readonly share: number }
	| { readonly kind: 'mask'; readonly asked: number; readonly broken: Uint16Array }
	/** `asked` is 0 where the dataset itself could not be opened. */
	| { readonly kind: 'fault'; readonly asked: number; readonly fault: Fault };
