/** Pictures and recordings of an event. A reader asks for each; `host` is who sends it. */
export const media = {
	list: 'Pictures and recordings',
	load: {
		image: (host: string) => `Load picture from ${host}`,
		video: (host: string) => `Load video from ${host}`,
		audio: (host: string) => `Load recording from ${host}`
	},
	/** On the cover over what may disturb, and when it is to be taken off. */
	covered: {
		image: 'Covered: this picture shows violence or death.',
		video: 'Covered: this video shows violence or death.',
		audio: 'Covered: violence or death can be heard in this recording.'
	},
	uncover: 'Take the cover off',
	sure: 'It may be hard to bear. Load it all the same?',
	leave: 'Leave it covered',
	loading: (host: string) => `Loading from ${host} …`,
	failed: {
		image: (host: string) => `The picture could not be loaded from ${host}.`,
		video: (host: string) => `The video could not be loaded from ${host}.`,
		audio: (host: string) => `The recording could not be loaded from ${host}.`
	},
	retry: 'Try again',
	open: (host: string) => `Open it at ${host}`,
	hide: 'Hide',
	credit: (name: string) => `Credit: ${name}`,
	/** Of what the reader opened in the browser. */
	onlyLink: (host: string) => `This page may load nothing from ${host}; the link leads there.`
};
