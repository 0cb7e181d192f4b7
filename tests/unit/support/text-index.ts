import type { InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import type { TextIndex } from '../../../src/lib/core/masks.ts';
import { foldText } from '../../../src/lib/core/search.ts';

/** Looks through the titles and summaries of a small dataset one by one. */
export function textIndexOf({ events }: InlineCatalogue): TextIndex {
	const texts = events.map(({ event: { title, summary } }) =>
		foldText([...Object.values(title), ...Object.values(summary)].join('\n'))
	);
	return { rowsWith: (word) => Uint32Array.from([...texts.keys()].filter((row) => texts[row]?.includes(word))) };
}

/** The same, a little later. */
export function slowly(texts: TextIndex): TextIndex {
	return { rowsWith: async (word) => await texts.rowsWith(word) };
}
