import type { WriteProblem } from '../problem-facts.ts';
import { count, didYouMean, named, number, rows } from './problem-parts.ts';

const ORDERS: Readonly<Record<string, string>> = {
	'day-first': 'day before the month',
	'month-first': 'month before the day'
};

const PARTS: Readonly<Record<string, string>> = { year: 'year', month: 'month', day: 'day', time: 'time of day' };

const part = (name: string | number | undefined): string => PARTS[String(name)] ?? String(name);

const SHAPES: Readonly<Record<string, string>> = {
	polygon: 'area',
	multipolygon: 'group of areas',
	linestring: 'line',
	multilinestring: 'group of lines',
	multipoint: 'group of points',
	geometrycollection: 'group of shapes'
};

const UNITS: Readonly<Record<string, string>> = { s: 'seconds', ms: 'milliseconds' };

const SAVE_AS_CSV =
	'Open it in the spreadsheet program, choose “Save as” and the format “CSV UTF-8”, and open the file that this makes.';
const UNPACK = 'Unpack it and open the files that are in it.';
const EXPORT = 'Export the table as CSV.';

type Kind = readonly [what: string, mend: string];
const KINDS: Readonly<Record<string, Kind>> & { readonly binary: Kind } = {
	gzip: ['a gzip archive', UNPACK],
	bzip2: ['a bzip2 archive', UNPACK],
	'7z': ['a 7-Zip archive', UNPACK],
	rar: ['a RAR archive', UNPACK],
	xz: ['an XZ archive', UNPACK],
	zip: ['a ZIP archive', UNPACK],
	kmz: ['a KMZ archive', 'Unpack it as a ZIP archive and open the KML file in it.'],
	xlsx: ['an Excel file (XLSX)', SAVE_AS_CSV],
	xls: ['an old Excel or Word file', SAVE_AS_CSV],
	ods: ['an OpenDocument spreadsheet (ODS)', SAVE_AS_CSV],
	docx: ['a Word document', 'Copy the table into a spreadsheet and save that as CSV.'],
	pdf: ['a PDF document', 'Use the table or data that it was made from.'],
	sqlite: ['an SQLite database', EXPORT],
	parquet: ['a Parquet file', EXPORT],
	picture: ['a picture', 'Use the data that the picture shows.'],
	'git-lfs': ['a Git LFS pointer and not the file itself', 'Fetch the file with the command git lfs pull.'],
	html: [
		'a web page (HTML)',
		'Often a server sends one in place of the data: look at it in a browser and fetch the data again.'
	],
	binary: ['not text', 'Save the data as CSV, GeoJSON or another text format.']
};

/** What files of other formats can have, beside what every dataset can. */
export const importProblems = {
	'file-unsupported': ({ params }) => {
		const [what, mend] = KINDS[String(params.kind)] ?? KINDS.binary;
		return { why: `Whatever its name says, the file is ${what}; that is not read.`, mend };
	},
	'file-repeated': ({ params }) => ({
		why: `The file has the same content as ${params.other}. It was read once.`,
		mend: 'Leave one of the two out.'
	}),
	'file-unreadable': () => ({
		why: 'The file cannot be read: it has changed or gone since it was chosen, or this browser may not read it.',
		mend: 'Check that it is still there, and choose it again.'
	}),
	'dataset-among-others': () => ({
		why: 'This is a dataset of Chronotope itself, and was chosen with other files. It was not read, as the two cannot be joined.',
		mend: 'Open it by itself. To make one dataset of both, save the dataset as CSV and open that file with the others.'
	}),
	'mapping-second': () => ({
		why: 'This is a mapping file, and another one is in use already. It was not read.',
		mend: 'Put all files into one mapping file, or leave this one out.'
	}),
	'format-unknown': () => ({
		why: 'The content is in none of the formats that are read.',
		mend: 'Save it as CSV, with one event to a row and the names of the columns in the first row.'
	}),
	'records-none': () => ({
		why: 'There is no event in the file.',
		mend: 'Put one event to a row below the names of the columns.'
	}),
	'encoding-guessed': ({ params }) => ({
		why: `The file is not saved as UTF-8. It was read as ${params.encoding}${params.samples === undefined ? '' : `, which gives: ${params.samples}`}.`,
		mend: `If ${params.samples === undefined ? 'the texts look' : 'these words are'} right, nothing has to be done. If not, choose another encoding, or save the file as UTF-8.`
	}),
	'limit-bytes': ({ params }) => ({
		why: `The file has ${number(params.length)} bytes; ${number(params.limit)} is the limit.`,
		mend: 'Split it into several files.'
	}),
	'limit-total': ({ params }) => ({
		why: `With this file all files together have more than ${number(params.limit)} bytes, and no more are read at once. It was not read.`,
		mend: 'Choose fewer files, and open the others apart.'
	}),
	'limit-files': ({ params }) => ({
		why: `More than ${number(params.limit)} files were chosen, and no more are read at once. Those before this one were read.`,
		mend: 'Choose fewer files, or put their rows together.'
	}),
	'limit-rows': ({ params }) => ({
		why: `A file may have ${number(params.limit)} rows; ${rows(params.left)} after them ${params.left === 1 ? 'was' : 'were'} not read.`,
		mend: 'Split it into several files.'
	}),
	'limit-columns': ({ params }) => ({
		why: `The file has ${number(params.count)} columns; ${number(params.limit)} is the limit.`,
		mend: 'Delete the columns that are not needed. If the table has fewer, choose another separator.'
	}),
	'limit-cell': ({ params }) => ({
		why: `The cell has ${number(params.length)} characters; ${number(params.limit)} is the limit.`,
		mend: 'Shorten it. If the text is not that long, a quote in or before it is not closed.'
	}),
	'header-missing': () => ({
		why: 'The first row looks like data. The columns are numbered, and the first row is read as an event.',
		mend: 'Put a row with the names of the columns on top, or choose what each column is used as.'
	}),
	'header-blank': ({ field, params }) => ({
		why: `Column ${number(params.column)} has no name. It is called “${field}” here.`,
		mend: 'Write its name in the first row.'
	}),
	'header-repeated': ({ field, params }) => ({
		why: `Columns ${number(params.first)} and ${number(params.column)} have the same name. The second is called “${field}” here.`,
		mend: 'Give one of them another name.'
	}),
	'header-below': ({ value, params }) => ({
		why: `The names of the columns stand in line ${number(params.line)}. ${count(Number(params.count), { one: 'The line', other: '# lines' })} above them ${params.count === 1 ? 'was' : 'were'} skipped: “${value}”.`,
		mend: 'Nothing has to be done. If it is an event, delete the row of names or move it to the top.'
	}),
	'row-too-short': ({ params }) => ({
		why: `The row has ${count(Number(params.fields), { one: 'one cell', other: '# cells' })}, the first row of the file ${number(params.columns)}. What is missing at the end was read as empty.`,
		mend: 'Add the missing separators, or check whether a text lost its closing quote.'
	}),
	'row-too-long': ({ params }) => ({
		why: `The row has ${number(params.fields)} cells, the first row of the file ${number(params.columns)}. Nobody can tell which cell belongs to which column.`,
		mend: 'Put double quotes around the text that has a separator in it, or delete the separators that are too many.'
	}),
	'quote-unclosed': ({ params }) => ({
		why: `A quote opens here and is never closed.${params.left === undefined ? '' : ` After many of these, ${rows(params.left)} more ${params.left === 1 ? 'was' : 'were'} not read.`}`,
		mend: 'Close it with another quote. If it belongs to the text, write it twice ("") and put the whole text in quotes.'
	}),
	'quote-stray': () => ({
		why: 'Within a text in quotes stands a quote that is not doubled. It was read as part of the text.',
		mend: 'Check how the text was read. A quote within a text is written twice ("").'
	}),
	'column-missing': ({ value, params }) => ({
		why: `The mapping names a column “${value}” that the file does not have.`,
		mend: `Correct the name in the mapping, or choose anew what the columns are used as.${didYouMean(params)}`
	}),
	'column-unused': ({ params }) => ({
		why: `Nothing was taken from ${count(Number(params.count), { one: 'one column', other: '# columns' })}: ${params.names}.`,
		mend: 'If such a column matters, choose what it is used as.'
	}),
	'dates-and-places-none': () => ({
		why: 'No column has dates or places. The events can be shown neither on the timeline nor on the map.',
		mend: 'Check that this is the right file and that its first row has the names of the columns, or choose which columns are used as date and place.'
	}),
	'date-unreadable': ({ params }) => ({
		why: `This cannot be read as a date.${didYouMean(params)}`,
		mend: 'Write it as in: 2024, 2024-12, 2024-12-08, 2024-12-08T14:30:00Z. If the date is not known, leave the cell empty.'
	}),
	'date-order-unknown': ({ params }) => ({
		why: `This is ${params.first} or ${params.second}: nothing in the column tells whether the day or the month comes first.`,
		mend: 'Choose for this column which comes first, or write its dates as in: 2024-12-08.'
	}),
	'date-order-contradicted': ({ params }) => ({
		why: `The column is written with the ${ORDERS[String(params.order)] ?? params.order}; this can only be the other way round.`,
		mend: 'Write the date as in: 2024-12-08.'
	}),
	'date-year-short': ({ params }) => ({
		why: `The year has two digits (${params.year}); nobody can tell its century.`,
		mend: 'Say for this column of which hundred years they are, or write years with four digits.'
	}),
	'date-weekday-differs': ({ params }) => ({
		why: `The date ${params.date} is on another day of the week than “${params.weekday}”; nobody can tell which of them is wrong.`,
		mend: `Correct the date, or leave the day of the week out.${params.calendar === 'julian' ? ' A date of the Julian calendar has to be turned into one of the Gregorian calendar first.' : ''}`
	}),
	'date-unknown': () => ({
		why: 'This says that the date or a part of it is not known. It was read as an empty cell.',
		mend: 'Nothing has to be done. An empty cell says the same.'
	}),
	'date-kind-unknown': ({ params }) => ({
		why: `This is a number, and nothing in the column tells what it counts.${params.excel === '?' ? '' : ` As a spreadsheet counts days it would be ${params.excel}.`}`,
		mend: 'Choose what the numbers of this column count: days, as spreadsheets do, or seconds or milliseconds since 1970. Or write its dates as in: 2024-12-08.'
	}),
	'epoch-implausible': ({ value, params }) => ({
		why: `All numbers of this column were read as ${UNITS[String(params.unit)] ?? 'time'} since 1970, and give years that are hardly meant: “${value}” is ${params.date}.`,
		mend:
			params.other === undefined
				? 'Choose for this column what the numbers are.'
				: `Choose ${UNITS[String(params.other)] ?? 'another unit'} for this column, or what else the numbers are.`
	}),
	'date-notation-differs': ({ params }) => ({
		why: `The date is written in another way than the rest of the column. It can mean only one thing and was read as ${params.date}.`,
		mend: 'If that is right, nothing has to be done. If not, write it as in: 2024-12-08.'
	}),
	'date-part-missing': ({ params }) => ({
		why: `There is a ${part(params.part)} but no ${part(params.missing)} that it belongs to.`,
		mend: 'Fill the empty cell, or empty this one.'
	}),
	'time-unreadable': () => ({
		why: 'This cannot be read as a time of day.',
		mend: 'Write it as in: 14:30 or 14:30:00.'
	}),
	'time-dropped': ({ params }) => ({
		why: `An event that lasts is dated in days. Its times of day were left out; it was read as ${params.date}.`,
		mend: 'Nothing has to be done. If the event has one moment, leave the end empty.'
	}),
	'number-unreadable': () => ({
		why: 'This cannot be read as degrees.',
		mend: 'Write it as in: 33.5138 or -70.25.'
	}),
	'coordinates-incomplete': () => ({
		why: 'Only one of latitude and longitude is there.',
		mend: 'Write both, or leave both empty if the position is not known.'
	}),
	'coordinates-unreadable': () => ({
		why: 'This cannot be read as a position.',
		mend: 'Write latitude and longitude in degrees: 33.5138, 36.2765.'
	}),
	'coordinates-order-unknown': () => ({
		why: 'Nothing in the column tells whether latitude or longitude comes first.',
		mend: 'Choose for this column which comes first.'
	}),
	'coordinates-lng-first': ({ value }) => ({
		why: `The positions of this column were read with the longitude first: in “${value}” the first number is no latitude.`,
		mend: 'If that is right, nothing has to be done. If not, choose for this column which comes first.'
	}),
	'geometry-reduced': ({ params }) => ({
		why: `A place is a point; of this ${SHAPES[String(params.type).toLowerCase()] ?? 'shape'} the middle was taken.`,
		mend: 'Nothing has to be done. If the middle is misleading, write a point.'
	}),
	'geometry-part-unreadable': ({ params }) => ({
		why: `Parts of this shape cannot be read and were left out: ${params.parts}, counted from 1. The others were used.`,
		mend: 'Correct the parts that are named, or take them out.'
	}),
	'ring-unclosed': ({ params }) => ({
		why: `An outline has to end where it begins. ${count(Number(params.count), { one: 'One outline of this shape was', other: '# outlines of this shape were' })} closed.`,
		mend: 'Nothing has to be done. To be rid of this message, repeat the first position of the outline at its end.'
	}),
	'ring-too-short': ({ params }) => ({
		why: `An outline needs at least three corners to enclose anything. ${count(Number(params.count), { one: 'One outline of this shape has', other: '# outlines of this shape have' })} fewer: the middle of the corners was taken.`,
		mend: 'Add the corners that are missing, or write a point or a line.'
	}),
	'coordinates-maybe-swapped': ({ params }) => ({
		why: `In ${rows(params.rows)} of ${number(params.of)} the latitude is beyond 90 degrees, and the two numbers would be a position the other way round.`,
		mend: 'If they are swapped in this file, choose to swap latitude and longitude. If not, correct the rows.'
	}),
	'title-made': ({ params }) => ({
		why: `No column has titles. The events are called “${params.example}” and the like.`,
		mend: 'If a column has the titles, choose to use it as title.'
	}),
	'sources-apart': () => ({
		why: 'The events name their sources by id, and the file with these sources was not opened. The ids stand in place of titles and addresses.',
		mend: 'Open the file with the sources along with this one.'
	}),
	'sources-none': () => ({
		why: 'No column says where the reports come from. All events are shown as without a source.',
		mend: 'Add a column with the source of each event, best with its address.'
	}),
	'categories-joined': ({ params }) => ({
		why: `There are ${number(params.count)} categories; ${number(params.limit)} can be told apart. The rarest were joined as “${params.other}”: ${params.names}.`,
		mend: 'Give the column fewer different values, if the distinction matters.'
	}),
	'id-conflict': ({ params }) => ({
		why: `Another row has the same id and says something else (${named(params)}). Both are shown.`,
		mend: 'Give one of them another id, or delete the one that is wrong.'
	}),
	'row-repeated': ({ params }) => ({
		why: `The row says the same as the one at ${named(params)} in every column. Without ids nobody can tell whether it is the same event; both are shown.`,
		mend: 'Delete one of the two if it is the same event, or give each an id.'
	}),
	'xml-invalid': ({ params }) => ({
		why: `The XML breaks here: ${params.reason}.`,
		mend: 'Export the file again, as it may have been cut off. Nothing of it was read.'
	}),
	'xml-too-deep': ({ params }) => ({
		why: `Elements stand inside each other more than ${number(params.limit)} levels deep.`,
		mend: 'Put the places into fewer folders. Nothing of the file was read.'
	}),
	'calendar-invalid': ({ params }) => ({
		why: `This entry of the calendar cannot be read: ${params.reason}.`,
		mend: 'Export the calendar again, or delete the entry.'
	}),
	'extension-ignored': ({ params }) => ({
		why: `“${params.name}” is an extension of the format that is not read. It occurs ${count(Number(params.count), { one: 'once', other: '# times' })}.`,
		mend: 'If it holds places or times, export them as Point, LineString or Polygon with TimeStamp or TimeSpan.'
	}),
	'recurrence-ignored': () => ({
		why: 'The event repeats. Only its first occurrence was read.',
		mend: 'Add the other occurrences as events of their own if they matter.'
	}),
	'zone-unknown': ({ params }) => ({
		why: `The file does not say what the time zone “${params.zone}” is. The time was read as it stands, like UTC.`,
		mend: 'Export the calendar with its time zones (VTIMEZONE), or write the time in UTC.'
	}),
	'when-misplaced': ({ params }) => ({
		why: `“when” stands within “properties” in ${count(Number(params.count), { one: 'one feature', other: '# features' })}. It was read all the same.`,
		mend: 'Move it out of “properties”, beside “geometry”.'
	})
} satisfies Readonly<Record<string, WriteProblem>>;

/** Every language has words for the same codes. */
export type ImportProblems = Readonly<Record<keyof typeof importProblems, WriteProblem>>;
