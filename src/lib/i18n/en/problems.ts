import { degrees, isOwn, type ProblemFacts, type WriteProblem } from '../problem-facts.ts';
import { count, country, didYouMean, named, number } from './problem-parts.ts';

const JSON_EXPECTATIONS: Readonly<Record<string, string>> = {
	value: 'a value (text in double quotes, number, true, false, null, list or object)',
	key: 'a name in double quotes',
	colon: 'a colon after the name',
	'comma-or-bracket': 'a comma or “]”',
	'comma-or-brace': 'a comma or “}”',
	end: 'the end of the file',
	number: 'a number as JSON writes it (no leading zero, no bare point)',
	escape: 'an escape that JSON knows (\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000)',
	'closing-quote': 'the closing quote (a line break inside a text is written \\n)'
};

const LISTS: Readonly<Record<string, string>> = {
	categories: 'the categories of dataset.json',
	actors: 'the actors of dataset.json',
	agencies: 'the agencies of dataset.json',
	places: 'places.geojson',
	sources: 'sources.json',
	events: 'events.json'
};

const OPENING_REASONS: Readonly<Record<string, string>> = {
	malformed: 'The opening view has a value that cannot be read',
	unreadable: 'The opening view has characters that cannot be read',
	swapped: 'The opening view begins after it ends; the two were swapped',
	shortened: 'The opening view searches for a text that is too long; it was cut',
	missing: 'The opening view names something that this dataset does not have',
	merged: 'The opening view names an event that has become another one',
	withdrawn: 'The opening view names an event that was withdrawn',
	duplicate: 'The opening view says something twice; only the first counts'
};

function listName({ to }: ProblemFacts['params']): string {
	return LISTS[String(to)] ?? String(to);
}

function typeWords(name: string | number | undefined): string {
	const words: Readonly<Record<string, string>> = {
		string: 'text in double quotes',
		number: 'a number without quotes',
		boolean: 'true or false without quotes',
		array: 'a list in [ ]',
		object: 'an object in { }',
		record: 'an object in { }',
		null: 'null',
		infinity: 'a number beyond all limits'
	};
	return words[String(name)] ?? 'a value of another kind';
}

export const problems = {
	'file-missing': ({ file }) => ({
		why: `There is no ${file} in the folder.`,
		mend: 'A dataset is four files: dataset.json, places.geojson, sources.json and events.json, in lower case. Add it; a list may be empty.'
	}),
	'file-empty': ({ file }) => ({
		why: 'The file is empty.',
		mend: `Check that this is the right file, and save ${file} again with the data in it.`
	}),
	'file-too-large': ({ params }) => ({
		why: `The file has ${number(params.length)} characters; ${number(params.limit)} is the limit.`,
		mend: 'Split the dataset, or shorten its texts.'
	}),
	'file-bom': () => ({
		why: 'The file begins with an invisible byte order mark, which JSON does not allow. It was skipped.',
		mend: 'Save the file as “UTF-8”, not as “UTF-8 with BOM”.'
	}),
	'file-encoding': ({ params }) => ({
		why: `${count(Number(params.count), { one: 'One character is lost; “�” stands in its place', other: '# characters are lost; “�” stands in their place' })}. The file was likely not saved as UTF-8.`,
		mend: 'Save the original again as UTF-8. What is lost here cannot be read back.'
	}),
	'file-not-json': ({ params }) => ({
		why: `The file is not JSON; it looks like ${params.looksLike}.`,
		mend: 'Put the JSON file itself in its place.'
	}),
	'json-invalid': ({ value, params }) => ({
		why: `The JSON breaks here: it needs ${JSON_EXPECTATIONS[String(params.expected)] ?? params.expected}, ${value === null ? 'but the file ends' : `not “${value}”`}.`,
		mend: 'Look at this line and the end of the one before it; a comma too many or too few is the usual cause.'
	}),
	'json-too-deep': () => ({
		why: 'Lists and objects stand inside each other more than 64 levels deep.',
		mend: 'Check for brackets that never close: such data needs eight levels at most.'
	}),
	'json-repeated-key': ({ value }) => ({
		why: `“${value}” is given twice within the same { }; only the last one counts.`,
		mend: 'Delete the one that is wrong.'
	}),
	'format-newer': ({ params }) => ({
		why: `The dataset is in format ${params.format}; this version reads format ${params.reads}.`,
		mend: `Update this software, or save the dataset in format ${params.reads}.`
	}),
	'field-missing': ({ field }) => ({ why: `“${field}” is missing.`, mend: `Add “${field}” with its value.` }),
	'type-wrong': ({ params }) => ({
		why: `This is ${typeWords(params.received)}.`,
		mend: `Write ${typeWords(params.expected)}.`
	}),
	'key-unknown': ({ field, params }) => ({
		why: field === null ? 'The format has no such name here.' : `The format has no name “${field}” here.`,
		mend: `Correct the name or delete it.${didYouMean(params)}`
	}),
	'value-unknown': ({ params }) => ({
		why: `This is none of the values that the format knows here.${params.taken === undefined ? '' : ` It was read as “${params.taken}”.`}`,
		mend: `Write one of: ${params.allowed}.${didYouMean(params)}`
	}),
	'list-empty': () => ({ why: 'The list is empty.', mend: 'Write at least one entry into it.' }),
	'list-repeats': ({ params }) => ({
		why: `This is in the list already, as entry ${number(Number(params.earlier) + 1)}.`,
		mend: 'Delete one of the two.'
	}),
	'text-empty': () => ({ why: 'The text is empty.', mend: 'Write the text, or leave the whole field out.' }),
	'text-too-long': ({ params }) => ({
		why: `The text has ${number(params.length)} characters; ${number(params.limit)} is the limit.`,
		mend: 'Shorten it.'
	}),
	'text-bidi-control': ({ params }) => ({
		why: `The text has an invisible mark of writing direction (${params.character}), which can make it read as something else.`,
		mend: 'Delete it; the page sets the direction itself.'
	}),
	'text-control-character': ({ params }) => ({
		why: `The text has an invisible control character (${params.character}).`,
		mend: 'Delete it, or type the text again; such characters often come in by copying.'
	}),
	'text-surrogate': ({ params }) => ({
		why: `The text has half a character (${params.character}).`,
		mend: 'Type the character again.'
	}),
	'text-html-entity': () => ({
		why: 'The text has a character written in HTML, as in &amp;, which is shown letter for letter.',
		mend: 'Write the character itself: & instead of &amp;.'
	}),
	'title-empty': () => ({
		why: 'The title is empty. An event without any title gets a makeshift one.',
		mend: 'Write a title of at most 60 characters.'
	}),
	'language-invalid': () => ({
		why: 'This is no language code in its usual spelling.',
		mend: 'Write it as in: en, ar, ru, pt-BR, zh-Hant.'
	}),
	'language-missing': ({ params }) => ({
		why: `The text is not there in “${params.language}”, the dataset’s first language.`,
		mend: 'Add it, or change the order of “languages” in dataset.json.'
	}),
	'language-undeclared': ({ params }) => ({
		why: `“${params.language}” is not among the dataset’s languages (${params.declared}).`,
		mend: 'Add the language to “languages” in dataset.json, or correct the code.'
	}),
	'id-invalid': ({ params }) => ({
		why: 'An id has only lower-case Latin letters, digits and single hyphens between them, 80 characters at most.',
		mend: `Choose a short plain id that can stay for good: it becomes part of addresses.${didYouMean(params)}`
	}),
	'id-repeated': ({ params }) => ({
		why: `Another record with different content has the same id (${named(params)}). Neither was chosen.`,
		mend: 'Give one of them another id, or delete the one that is wrong.'
	}),
	'record-repeated': ({ params }) => ({
		why: `The same record is there already (${named(params)}). This one was left out.`,
		mend: 'Delete it, if it is there by mistake.'
	}),
	'record-too-large': ({ params }) => ({
		why: `The record holds more than ${number(params.limit)} values.`,
		mend: 'Split it into several records.'
	}),
	'categories-too-many': ({ params }) => ({
		why: `There are more than ${number(params.limit)} categories: further colours and signs could not be told apart.`,
		mend: 'Join categories, or use actors for the finer distinction.'
	}),
	'opening-invalid': () => ({
		why: 'This is not what stands after the “?” of a link.',
		mend: 'Take a link from “Share” and copy what stands after its “?”.'
	}),
	'opening-ignored': ({ params }) => ({
		why: `${OPENING_REASONS[String(params.reason)] ?? params.reason} (“${params.parameter}”).`,
		mend: 'Take a new link from “Share” and copy what stands after its “?”.'
	}),
	'path-invalid': () => ({
		why: 'This is not the path of a file below the dataset’s folder.',
		mend: 'Write it as in: logo.svg or images/logo.svg.'
	}),
	'url-invalid': () => ({
		why: 'This is not a web address.',
		mend: 'Write it whole, as in: https://example.org/report.'
	}),
	'url-not-http': () => ({
		why: 'Only http and https addresses become links.',
		mend: 'Use the https address of the page, or leave the field out.'
	}),
	'url-userinfo': () => ({
		why: 'The address has a user name before “@”, which hides where it really leads.',
		mend: 'Delete everything from after “//” up to and with “@”.'
	}),
	'site-address-invalid': () => ({
		why: 'This is not an address where a site can lie.',
		mend: 'It begins with “https://”, names a folder, ends in “/”, and has no “?” and no “#”: https://example.org/syria/. Without it the site still works everywhere.'
	}),
	'country-invalid': () => ({
		why: 'This is not a two-letter country code.',
		mend: 'Write the ISO 3166-1 code in capitals, as in: SY, RU, US.'
	}),
	'date-invalid': ({ explanation }) => ({
		why: explanation,
		mend: 'Write dates as in: 2024, 2024-12, 2024-12-08, 2000~ (about 2000), 2024-12/2025-01 (from, to), [2024-12,2025-01] (one of these).'
	}),
	'date-not-day': () => ({ why: 'This is not a whole day.', mend: 'Write year, month and day: 2025-10-14.' }),
	'crs-unsupported': ({ params }) => ({
		why: `The coordinates are in another reference system (${params.crs}). GeoJSON has longitude and latitude on WGS 84.`,
		mend: 'Export the file again in WGS 84 (EPSG:4326), in degrees.'
	}),
	'geometry-null': ({ field }) => ({
		why: 'The place has no position. Its events are listed, and nothing of it is on the map.',
		mend: isOwn(field)
			? 'Add a Point when the position becomes known.'
			: 'Add latitude and longitude when the position becomes known.'
	}),
	'geometry-not-point': ({ params }) => ({
		why: `A place is a Point; this is ${params.type}.`,
		mend: 'Use a point inside the area, and “precision” to say how large the area is.'
	}),
	'coordinates-invalid': () => ({
		why: 'Coordinates are two numbers: longitude, then latitude.',
		mend: 'Write decimal degrees without quotes, as in: [36.2765, 33.5138].'
	}),
	'coordinates-swapped': ({ field, params }) => ({
		why:
			params.country === undefined
				? 'Latitude goes from -90 to 90. Longitude and latitude look swapped.'
				: `The point lies outside ${country(params)}; with longitude and latitude swapped it lies inside.`,
		mend: isOwn(field)
			? `GeoJSON has longitude first. If that is it, write ${params.suggestion}.`
			: 'If they are swapped in the whole file, choose to swap latitude and longitude. If only here, swap the two values.'
	}),
	'coordinates-projected': () => ({
		why: 'These numbers are no degrees; they look like metres of a map projection.',
		mend: 'Export the data again with coordinates in WGS 84 (EPSG:4326), in degrees.'
	}),
	'coordinates-extra': ({ params }) => ({
		why: `A point has two numbers here; the rest was left out (${params.dropped}).`,
		mend: 'Delete the further numbers.'
	}),
	'latitude-out-of-range': ({ field, params }) => ({
		why: `Latitude goes from -90 to 90; this is ${degrees(params.latitude)}.`,
		mend: isOwn(field) ? 'Correct the second number.' : 'Correct the latitude.'
	}),
	'longitude-wrapped': ({ params }) => ({
		why: `Longitude goes from -180 to 180. It was read as ${degrees(params.longitude)}, the same meridian.`,
		mend: `Write ${degrees(params.longitude)}.`
	}),
	'null-island': ({ field }) => ({
		why: 'The point is 0, 0, in the sea off Africa: usually a position that is not known.',
		mend: isOwn(field)
			? 'Write the position, or "geometry": null.'
			: 'Write the position, or leave both cells empty if it is not known.'
	}),
	'country-mismatch': ({ params }) => ({
		why: `The point lies far outside ${country(params)}.`,
		mend: 'Check the point and the country code.'
	}),
	'reference-missing': ({ params }) => ({
		why: `Nothing in ${listName(params)} has this id.`,
		mend: `Correct the id or add the record.${didYouMean(params)}`
	}),
	'reference-rejected': ({ params }) => ({
		why: `The record with this id in ${listName(params)} was rejected.`,
		mend: 'Mend that record first; this reference is then right.'
	}),
	'merge-cycle': ({ params }) => ({
		why: `The events are merged in a circle: ${params.circle}.`,
		mend: 'Delete “mergedInto” from the event that stays.'
	}),
	'claims-none': ({ field }) => ({
		why: 'No source says anything about this event. It is shown as without a source.',
		mend:
			field === 'claims'
				? 'Add a claim with the source that reports it.'
				: 'Write which source reports it, best with its address.'
	}),
	'source-predates-event': ({ params }) => ({
		why: `The source was published (${params.published}) before what it reports (${params.when}).`,
		mend: 'Check both dates. An event that was only announced has the status “planned”.'
	})
} satisfies Readonly<Record<string, WriteProblem>>;

/** Every language has words for the same codes. */
export type DatasetProblems = Readonly<Record<keyof typeof problems, WriteProblem>>;
