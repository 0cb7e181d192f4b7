import type { PageLoad } from './$types';

/** A text, which needs no script. */
export const csr = false;

/** Loaded apart, so that nothing of it is in the scripts of the dashboard. */
export const load: PageLoad = async ({ data }) => {
	const { default: Page } = await import('../../published/StatementPage.svelte');
	return { Page, content: data.content };
};
