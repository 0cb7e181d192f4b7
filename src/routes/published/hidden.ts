/**
 * Holds what a page is rendered from on the server and nobody else is to have: it is not listed, so it is in no file of data
 * beside the page. For pages without scripts, which need none.
 */
export function hidden<Content>(content: Content): { readonly content: Content } {
	const held = { content };
	Object.defineProperty(held, 'content', { enumerable: false });
	return held;
}
