import { MAX_LINK_LENGTH } from '$lib/core/view-codec.ts';

/**
 * What the page for frames and `static/embed.js` say to each other, as plain objects that all have `chronotope: 1`.
 *
 *   frame to page   { type: 'here' }              the frame listens; said to whoever is around it, and holds nothing
 *   page to frame   { type: 'knock' }             whoever is there may say that it is
 *   page to frame   { type: 'hello', view? }      the page's origin is known from now on, and no other is heard
 *   frame to page   { type: 'view', view }        the reader has another view
 *   frame to page   { type: 'height', height }    px that its content takes; 0: any height does
 *   page to frame   { type: 'view', view }        show this view
 *
 * A view is the query string of a link, read like any link.
 */
export const VERSION = 1;

export type FromPage =
	| { readonly type: 'knock' }
	| { readonly type: 'hello'; readonly view: string | null }
	| { readonly type: 'view'; readonly view: string };

export type FromFrame =
	| { readonly type: 'here' }
	| { readonly type: 'view'; readonly view: string }
	| { readonly type: 'height'; readonly height: number };

/** `null`: it is none of ours, or not in order. Never throws. */
export function readFromPage(data: unknown): FromPage | null {
	if (typeof data !== 'object' || data === null || !('chronotope' in data) || data.chronotope !== VERSION) return null;
	if (!('type' in data)) return null;
	if (data.type === 'knock') return { type: 'knock' };
	const view: unknown = 'view' in data ? data.view : undefined;
	const isView = typeof view === 'string' && view.length <= MAX_LINK_LENGTH;
	if (data.type === 'hello') return { type: 'hello', view: isView ? view : null };
	return data.type === 'view' && isView ? { type: 'view', view } : null;
}
