/** What is said of newer versions, and where there is no network. */
export const offline = {
	news: {
		data: { text: 'Newer data is available.', load: 'Load it' },
		site: { text: 'A newer version of this page is available.', load: 'Load it' }
	},
	kept: 'No network. This is the copy kept on this device: what was never opened here may be missing.',
	/** In place of a page that was never opened. */
	title: 'This page is not available offline',
	why: 'There is no network, and this page has not been opened on this device before. Pages that were opened before can be read without a network.',
	again: 'Try again',
	home: 'To the map and timeline'
};
