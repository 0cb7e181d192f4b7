/** What is said of a dashboard of the reader's own data. The way there has words of its own (import.ts). */
export const ownData = {
	/** Of the line that says whose data is shown. */
	label: 'Your own data',
	/** Before the dataset's title. */
	shown: 'Your own data:',
	onlyHere: 'Only in this browser. A reload or another language shows the published data again.',
	change: 'Change the import',
	back: 'Back to the published data',
	/** While files are held over the page. */
	drop: 'Drop the files to open them',
	/** Instead of a link to share. */
	noLink: 'This data is only in this browser, so no link can show it to others.',
	publish: 'To publish it, run this command in the folder of this project, with the path of your file:',
	/** Before the button that saves it. */
	publishMapping: 'What was said of the columns is in a mapping. Save it in that folder first:',
	saveMapping: 'Save mapping'
};
