import { createCounter } from '../plural.ts';

const count = createCounter('en');
const number = (value: number): string => count(value, { other: '#' });
const events = (value: number): string => count(value, { one: '# event', other: '# events' });
const rows = (value: number): string => count(value, { one: '# row', other: '# rows' });

export const importing = {
	title: 'Open your own data',
	close: 'Close',
	cancel: 'Cancel',
	stop: 'Stop',
	show: (shown: number) => `Show ${events(shown)}`,
	failed:
		'The browser could not finish this, twice. The files may be too large for its memory: try fewer or smaller ones, another browser, or the command line.',

	choose: 'Choose files',
	chooseOthers: 'Choose other files',
	drop: 'Or drop them here.',
	dropNow: 'Drop the files to read them.',
	stays: 'Nothing is uploaded. The files are read in this browser and stay on this device.',
	reads:
		'CSV and TSV from any spreadsheet, GeoJSON, KML, iCalendar, JSON; exports of TimelineJS, StoryMapJS, timemap, Bellingcat, ACLED, UCDP, GDELT and Linked Places; datasets of Chronotope itself.',
	mappingToo: 'A mapping saved here before may be chosen along with them.',
	templates: 'To start from nothing:',
	emptyTemplate: 'an empty table (CSV)',
	exampleTemplate: 'a table with six examples (CSV)',
	chosen: 'Files',
	reading: (files: number) => `Reading ${count(files, { one: '# file', other: '# files' })}`,
	computing: 'Reading the events anew',
	/** Said when all is read. */
	done: (read: number, rejected: number, questions: number) =>
		`${events(read)} read, ${number(rejected)} rejected.${questions === 0 ? '' : ` ${count(questions, { one: 'There is # question.', other: 'There are # questions.' })}`}`,
	stopped: 'Stopped.',

	attention: {
		title: 'Before you go on',
		question: (column: string) => `Say how “${column}” is to be read`,
		swapped: (file: string) => `Latitude and longitude may be swapped in “${file}”`,
		rejected: (rejected: number) =>
			count(rejected, { one: '# event was rejected: see why', other: '# events were rejected: see why' }),
		unreadFile: (file: string) => `“${file}” could not be read: see why`,
		unread: 'No event could be read: see why',
		/** Of nothing that could be read. */
		nothing: 'There is no file to read in what was chosen. Of a folder, only what lies directly in it is read.',
		mappingAlone: 'This is a mapping. Choose it together with its data file.'
	},

	questions: {
		title: (questions: number) => count(questions, { one: 'A question', other: '# questions' }),
		answered: 'Your answers',
		inFile: (file: string) => `In the file “${file}”`,
		'date-order': (column: string) => `Which comes first in the dates of “${column}”, the day or the month?`,
		century: (column: string) => `Of which hundred years are the years of two digits in “${column}”?`,
		/** Of the hundred years from this one. */
		years: (first: number) => `${first} to ${first + 99}`,
		'date-kind': (column: string) => `The dates of “${column}” are numbers. What do they count?`,
		'coordinate-order': (column: string) => `Which comes first in “${column}”, latitude or longitude?`,
		why: {
			'date-order': 'Nothing in the column tells. One answer serves all its rows; until then they are rejected.',
			'date-kind': 'Nothing in the column tells. One answer serves all its rows; until then they are rejected.',
			'coordinate-order': 'Nothing in the column tells. One answer serves all its rows; until then they are rejected.',
			century: 'Nothing in the column tells. Rows with such years are rejected until it is said.'
		},
		contradicted: (values: string) =>
			`The column contradicts itself: ${values} can each be read in one order only. Rows that do not follow your answer are rejected.`,
		unreadable: 'cannot be read this way',
		same: (columns: number) =>
			count(columns, { one: 'The same for the other column', other: 'The same for # other columns' })
	},
	swap: {
		title: 'Are latitude and longitude swapped?',
		why: (of: number, swapped: number) =>
			`In ${number(swapped)} of ${rows(of)} the latitude is beyond 90°. The other way round they are positions:`,
		action: 'Swap latitude and longitude',
		undo: 'Swap them back',
		done: (file: string) => `Latitude and longitude are swapped in the whole file “${file}”.`
	},
	position: (latitude: string, longitude: string) => `${latitude}, ${longitude}`,
	latitude: (degrees: string, isSouth: boolean) => `${degrees}° ${isSouth ? 'S' : 'N'}`,
	longitude: (degrees: string, isWest: boolean) => `${degrees}° ${isWest ? 'W' : 'E'}`,

	understood: {
		title: 'How it was understood',
		native: 'This is a dataset of Chronotope itself. There is nothing to match.',
		rows,
		used: (used: number, of: number) => `${number(used)} of ${count(of, { one: '# column', other: '# columns' })} used`,
		delimitedBy: (delimiter: string) => `separated by ${delimiter}`,
		noHeader: 'no row with names',
		reading: 'Read the file differently',
		readingRefused: 'The file cannot be read that way. It is read as before.',
		format: 'Format',
		encoding: 'Encoding',
		delimiter: 'Separator',
		header: 'The first row has the names of the columns',
		language: 'Language of the texts',
		languageUnknown: 'not known',
		languageOther: 'another language',
		languageTag: 'Language code',
		languageHint: 'As in: fr, pt-BR, zh-Hant',
		languageInvalid: (tag: string) => `“${tag}” is no language code. Write one like fr, pt-BR or zh-Hant.`,
		leftOut: 'Left out, as these are no events:',
		columns: 'Columns of the file',
		column: 'Column',
		use: 'Used as',
		useOf: (column: string) => `Use of the column ${column}`,
		notationOf: (column: string) => `How ${column} is written`,
		samples: 'First values',
		why: 'Because',
		noValues: 'no values',
		unused: 'not used',
		moreColumns: (columns: number) =>
			count(columns, {
				one: '# more column is not shown here. It is read as suggested.',
				other: '# more columns are not shown here. They are read as suggested.'
			})
	},
	delimiter: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' },
	leftOut: {
		'title-slide': (value: number) => count(value, { one: '# title slide', other: '# title slides' }),
		'overview-slide': (value: number) => count(value, { one: '# overview slide', other: '# overview slides' }),
		era: (value: number) => count(value, { one: '# era', other: '# eras' }),
		association: (value: number) => count(value, { one: '# association', other: '# associations' }),
		overlay: (value: number) => count(value, { one: '# overlay', other: '# overlays' }),
		'network-link': (value: number) => count(value, { one: '# network link', other: '# network links' }),
		tour: (value: number) => count(value, { one: '# tour', other: '# tours' }),
		'to-do': (value: number) => count(value, { one: '# to-do', other: '# to-dos' }),
		'journal-entry': (value: number) => count(value, { one: '# journal entry', other: '# journal entries' }),
		'changed-occurrence': (value: number) =>
			count(value, { one: '# changed occurrence', other: '# changed occurrences' })
	},
	format: {
		csv: 'Delimited text (CSV, TSV)',
		geojson: 'GeoJSON',
		'linked-places': 'Linked Places',
		'lp-tsv': 'LP-TSV',
		'timelinejs-sheet': 'TimelineJS spreadsheet',
		timelinejs: 'TimelineJS (JSON)',
		storymapjs: 'StoryMapJS',
		timemap: 'timemap (Forensic Architecture)',
		bellingcat: 'Bellingcat',
		'json-records': 'JSON records',
		kml: 'KML',
		acled: 'ACLED',
		'ucdp-ged': 'UCDP GED',
		gdelt: 'GDELT',
		icalendar: 'iCalendar'
	},
	targetGroup: { what: 'What happened', when: 'When', where: 'Where', source: 'Who reports it', media: 'Pictures' },
	target: {
		id: 'id',
		'original-id': 'id in the file it first came from',
		title: 'title',
		summary: 'description',
		category: 'category',
		actor: 'actors',
		status: 'status',
		when: 'date',
		start: 'start date',
		end: 'end date',
		year: 'year',
		month: 'month',
		day: 'day',
		time: 'time of day',
		'end-year': 'end: year',
		'end-month': 'end: month',
		'end-day': 'end: day',
		'end-time': 'end: time of day',
		'start-latest': 'latest start',
		'end-earliest': 'earliest end',
		'when-precision': 'precision of the date',
		'when-inferred': 'date is inferred',
		place: 'place name',
		'place-role': 'how it is tied to the place',
		'place-id': 'id of the place',
		latitude: 'latitude',
		longitude: 'longitude',
		coordinates: 'latitude and longitude',
		geometry: 'geometry (GeoJSON, WKT)',
		country: 'country',
		'place-precision': 'precision of the place',
		'place-inferred': 'place is inferred',
		source: 'title of the report',
		'source-url': 'address of the report',
		'source-publisher': 'publisher',
		'source-date': 'date of the report',
		'source-date-inferred': 'date of the report is inferred',
		says: 'what the report says',
		'says-date': 'date that the report gives',
		'says-inferred': 'what the report says is inferred',
		media: 'address of a picture',
		'media-alt': 'picture in words',
		'media-credit': 'credit of the picture',
		'media-graphic': 'picture may shock'
	},
	asWritten: 'as it is written',
	notation: {
		iso: '2024-12-31',
		'day-first': '31/12/2024, day first',
		'month-first': '12/31/2024, month first',
		'epoch-s': 'seconds since 1970',
		'epoch-ms': 'milliseconds since 1970',
		excel: 'days, as in Excel (1900)',
		'excel-1904': 'days, as in Excel for Mac (1904)',
		compact: '20241231',
		'iso-exclusive': '2024-12-31, the day after the last',
		'lat-lng': 'latitude first',
		'lng-lat': 'longitude first',
		'decimal-comma': 'decimal comma: 34,5',
		html: 'HTML',
		'acled-time': 'codes of ACLED',
		'acled-place': 'codes of ACLED',
		'ucdp-time': 'codes of UCDP',
		'ucdp-place': 'codes of UCDP',
		'gdelt-place': 'codes of GDELT',
		'ucdp-violence': 'codes of UCDP',
		'gdelt-quad-class': 'codes of GDELT',
		'cameo-root': 'codes of CAMEO'
	},
	evidence: {
		format: 'the format says so',
		name: 'its name',
		'name-part': 'a word in its name',
		values: {
			date: (share: string) => `${share} of its values are dates`,
			degrees: (share: string) => `${share} of its values are degrees`,
			pair: (share: string) => `${share} of its values are pairs of degrees`,
			text: (share: string) => `${share} of its values are texts of their own`,
			other: (share: string) => `${share} of its values fit`
		},
		only: {
			'day-first': (value: string) => `${value} can only be day first`,
			'month-first': (value: string) => `${value} can only be month first`,
			'lat-lng': (value: string) => `${value} can only be latitude first`,
			'lng-lat': (value: string) => `${value} can only be longitude first`
		},
		dots: (value: string) => `dates with dots, as ${value}, have the day first`,
		number: {
			compact: (value: string) => `${value} has the length of year, month and day`,
			'epoch-s': (value: string) => `${value} has the length of seconds since 1970`,
			'epoch-ms': (value: string) => `${value} has the length of milliseconds since 1970`
		},
		'decimal-comma': 'its numbers have a decimal comma',
		taken: (column: string, target: string) => `“${column}” is already used as: ${target}`,
		given: 'you said so'
	},

	becomes: {
		title: 'What it becomes',
		unusable: 'No event could be read. What is shown now stays.',
		/** The parts of a sum, each behind its number. */
		read: (value: number) => count(value, { one: 'event read', other: 'events read' }),
		accepted: (_: number) => 'accepted',
		repaired: (_: number) => 'repaired',
		rejected: (_: number) => 'rejected',
		equals: '=',
		plus: '+',
		undated: (value: number) => count(value, { one: '# event without a date', other: '# events without a date' }),
		unplaced: (value: number) =>
			count(value, { one: '# event without a position', other: '# events without a position' }),
		conflicts: (value: number) =>
			count(value, {
				one: '# row has the id of another and says something else',
				other: '# rows have the id of another and say something else'
			}),
		repeats: (value: number) => count(value, { one: '# row stands there twice', other: '# rows stand there twice' }),
		places: (value: number) => count(value, { one: '# place', other: '# places' }),
		categories: (value: number) => count(value, { one: '# category', other: '# categories' }),
		sources: (value: number) => count(value, { one: '# source', other: '# sources' }),
		actors: (value: number) => count(value, { one: '# actor', other: '# actors' }),
		events,
		more: (value: number) => `and ${number(value)} more`,
		showMore: 'Show more',
		showFewer: 'Show fewer'
	},

	problems: {
		title: 'What needs attention',
		errors: (value: number) => count(value, { one: '# error', other: '# errors' }),
		warnings: (value: number) => count(value, { one: '# warning', other: '# warnings' }),
		error: 'Error',
		warning: 'Warning',
		similar: 'and the like',
		code: 'Code',
		where: 'Where',
		record: 'Record',
		field: 'Column',
		value: 'Value',
		why: 'What is wrong',
		line: (line: number) => `line ${number(line)}`,
		wholeFile: 'whole file',
		nth: (index: number) => `no. ${number(index)}`,
		more: (value: number) => `And ${number(value)} more like these. “Save all problems” has them all.`
	},
	save: {
		rejected: 'Save rejected rows',
		'all-problems': 'Save all problems',
		mapping: 'Save mapping',
		native: 'Save as dataset',
		about: 'The mapping can be used again, here with the next version of the file or on the command line.',
		saved: (file: string) => `${file} is saved.`,
		nothing: 'There is nothing to save.',
		failed: 'It could not be saved.'
	}
};
