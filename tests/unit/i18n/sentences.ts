/** What messages that are functions are called with in `sentencesOf`, by their path; any other gets two texts. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
	'dates.uncertain': ['9', true],
	'dates.withParts': ['9', ['8']],
	'dates.parts': [['year', 'month'], '~'],
	'dates.oneOf': [['7', '8', '9']],
	'dates.allOf': [['7', '8', '9']],
	'dates.orEarlier': ['9', 'one'],
	'dates.orLater': ['9', 'all'],
	'dates.decade': ['1980'],
	'dates.code': [25, '2001'],
	'dates.at': ['9', '12:00', 'UTC'],
	'empty.because': [['7', '8']],
	'empty.extend': ['9', 5],
	'event.reportsDiffer': [['7', '8']],
	'event.reportsPrecision': [['7', '8']],
	'event.publishedAfter': ['9', 'about'],
	'filters.status': [3, 5],
	'list.either': [['7', '8']],
	'list.link': [['7', '8']],
	'list.reported': ['9', 'least'],
	'longList.shown': [1, 50, 90],
	'map.place': ['9', 5],
	'page.holds': [5, 5, 5],
	'share.tooLong': [2345, 2000],
	'share.events': [3, 5],
	'share.filter': ['7', ['8', '9']],
	'timeline.stepEarlier': ['from'],
	'timeline.stepLater': ['to'],
	'timeline.counted': [3, 2, 5],
	'timeline.mark': [['7', '8']],
	'timeline.counts.most': ['9', '8', true, 5],
	'timeline.counts.firstOf': [100, 350]
};

/** Those that are called with a number of things. */
const OF_COUNTS =
	/^(?:empty\.(?:drop\.\w+|rule\.bounds|clear|everything|events)|filters\.(?:undated|unreported|unplaced|showAll|events|show)|list\.sources|map\.(?:events|number|notSingly)|timeline\.(?:lastOfData\.\w+|counts\.(?:skipped|more)))$/;

const OF_LISTS = /^empty\.rule\.(?:places|categories|actors|sources|statuses)$/;

function say(path: string, message: (...words: readonly unknown[]) => unknown): string {
	const words = ARGUMENTS[path] ?? (OF_COUNTS.test(path) ? [5] : OF_LISTS.test(path) ? [['7', '8']] : ['7', '8', '9']);
	return String(message(...words));
}

/** Every message of a catalogue as one sentence, by its path: `timeline.counts.by.day`. */
export function sentencesOf(catalogue: object, path = ''): ReadonlyMap<string, string> {
	return new Map(
		Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
			const here = path === '' ? key : `${path}.${key}`;
			if (typeof value === 'string') return [[here, value] as const];
			if (typeof value === 'function') return [[here, say(here, value as () => unknown)] as const];
			return typeof value === 'object' && value !== null ? [...sentencesOf(value, here)] : [];
		})
	);
}
