/** What a host answers where there is nothing. */
export const notFound = {
	title: 'There is no page at this address',
	text: 'It may be mistyped or cut off. Links of earlier versions of this site go on working; a page that was withdrawn says so itself.',
	home: 'To the start page'
};
