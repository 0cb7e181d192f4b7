/** What is only true where the dashboard is one file. */
export const oneFile = {
	link: 'This page is a file on this computer, and the link opens on this computer only. To share the view, send the file, and with it what stands after the “?” in the link.'
};
