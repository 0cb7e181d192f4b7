/** What a large dataset keeps the reader waiting for. */
export const opening = {
	opening: 'Loading all events',
	searching: 'Searching the texts',
	retry: 'Try again',
	unanswered: 'The texts to search could not be loaded. What is shown is from before.',
	fault: {
		offline: (file: string) => `The data could not be loaded: no connection (${file}).`,
		missing: (file: string) => `The data could not be loaded: the server does not have ${file}.`,
		damaged: (file: string) => `The data could not be loaded: ${file} is damaged.`
	},
	trouble: {
		restarted: 'A background worker stopped and was started again.',
		here: 'The background worker does not run here: filters and search may take a moment.'
	}
};
