export const preview = {
	/** What the picture of a page shows, for those who do not see it. */
	alt: (title: string) => `A map beside the title “${title}”`
};
