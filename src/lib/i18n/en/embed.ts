/** Of the page that stands in a frame of another one. */
export const embed = {
	fullPage: 'Full page',
	/** The link's name: it begins with what is seen. */
	fullPageName: 'Full page, in a new tab',
	credits: 'Map data'
};
