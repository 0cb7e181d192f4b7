import type { MetaTag, PageHead } from './head.ts';

/** The tags of a preview (Open Graph, Twitter) of a page. `address`: of the site, see `headTags`. */
export function previewTags(_head: PageHead, _address: string | null): readonly MetaTag[] {
	return [];
}
