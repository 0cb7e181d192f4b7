/**
 * The one definition of the data format. Everything else (the loader, the published JSON Schema, the tests) comes from
 * here. An error message in this file is a problem code of `problems.ts`; words for it are in `i18n`.
 */
import * as z from 'zod';
import { parseEdtf } from '../core/edtf.ts';
import { MAX_ID_LENGTH } from '../core/id.ts';
import { CATEGORY_SHAPES, PLACE_PRECISIONS, PLACE_ROLES, STATUSES } from '../core/model.ts';
import { isSiteAddress, SITE_ADDRESS } from '../core/site-address.js';
import type { ProblemCode, ProblemParams } from './problems.ts';

// Compiling validators needs `eval`, which a strict content security policy forbids.
z.config({ jitless: true });

/** The version of the format that this code reads, and `"format"` in dataset.json. */
export const FORMAT = 1;
/** Longest text, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 10_000;
export const MAX_URL_LENGTH = 2_000;
export const MAX_CATEGORIES = CATEGORY_SHAPES.length;

/** `code` as an error message that no typing mistake survives. */
const code = (problem: ProblemCode): ProblemCode => problem;

type Context = z.core.$RefinementCtx<unknown>;

function refuse(context: Context, problem: ProblemCode, params: ProblemParams = {}, path: PropertyKey[] = []): void {
	context.addIssue({ code: 'custom', message: problem, params, path });
}

const text = z
	.string()
	.regex(/\S/, { error: code('text-empty'), abort: true })
	.max(MAX_TEXT_LENGTH, { error: code('text-too-long') });

export const language = z
	.string()
	.regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/, { error: code('language-invalid') })
	.describe('BCP 47 tag in its usual spelling: en, ar, pt-BR, zh-Hant.');

const localized = (description: string) =>
	z
		.record(language, text)
		.describe(`${description} One text for each language tag; the dataset’s first language is required.`);

const id = (description: string) =>
	z
		.string()
		.max(MAX_ID_LENGTH, { error: code('id-invalid') })
		.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: code('id-invalid'), abort: true })
		.describe(`${description} Lower-case Latin letters and digits, single hyphens between them.`);

const ids = (description: string, item: z.ZodType<string>) =>
	z
		.array(item)
		.check(noRepeats((value) => value))
		.describe(description);

const checkDate = createDateCheck();

const edtf = (description: string) => z.string().superRefine(checkDate).describe(`${description} EDTF (ISO 8601-2).`);

const day = (description: string) =>
	z
		.string()
		.regex(/^-?[0-9]{4}-[0-9]{2}-[0-9]{2}$/, { error: code('date-not-day'), abort: true })
		.superRefine(checkDate)
		.describe(`${description} A day: 2025-10-14.`);

const url = (description: string) =>
	z
		.string()
		.max(MAX_URL_LENGTH, { error: code('text-too-long') })
		.superRefine((value, context) => {
			const problem = urlProblem(value);
			if (problem !== null) refuse(context, problem);
		})
		.describe(`${description} An http or https address, at most ${MAX_URL_LENGTH} characters.`);

const inferred = (what: string) => z.boolean().describe(`true when ${what}`).optional();

const category = z
	.strictObject({
		id: id('Permanent name of the category.'),
		name: localized('The category’s name.')
	})
	.describe('A kind of event. Its place in the list decides its colour and sign.');

const actor = z
	.strictObject({
		id: id('Permanent name of the actor.'),
		name: localized('The actor’s name.'),
		description: localized('Who the actor is, in a sentence or two.').optional()
	})
	.describe('A person, party, state or body that takes part in events.');

const agency = z
	.strictObject({
		id: id('Permanent name of the agency.'),
		name: localized('The agency’s name.')
	})
	.describe('A news agency that sources quote.');

const changeNotes = (description: string, what: string) =>
	z
		.array(
			z
				.strictObject({ date: day('The day of the change.'), note: localized(what) })
				.describe('A change that readers are told of.')
		)
		.describe(description)
		.optional();

const head = {
	$schema: z.string().describe('Address of the JSON Schema, for editors that check while one types.').optional(),
	format: z.literal(FORMAT).describe('The version of this format.'),
	title: localized('The title over the page.'),
	description: localized('What the dataset is about and where it comes from.'),
	publisher: text.describe('Who publishes the dataset.').optional(),
	contact: text.describe('Where readers report mistakes: an address or a name, shown as text.').optional(),
	logo: text
		.regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[^\\:?#]+$/, { error: code('path-invalid') })
		.describe('Path of an image beside the dataset, below its folder.')
		.optional(),
	url: z
		.string()
		.regex(SITE_ADDRESS, { error: code('site-address-invalid'), abort: true })
		.refine(isSiteAddress, { error: code('site-address-invalid') })
		.describe(
			'Where the site will lie: https, a folder, and a slash at its end. For search engines, feeds and previews.'
		)
		.optional(),
	languages: z
		.array(language)
		.min(1, { error: code('list-empty') })
		.check(noRepeats((value) => value))
		.describe('Languages of the texts. Every text is there in the first one.'),
	changes: changeNotes(
		'Changes of the dataset as a whole, for the page “Changes and corrections”. What happened to single events stands with them.',
		'What was changed.'
	),
	licence: text.describe('Licence of the data: CC BY 4.0.'),
	version: text.describe('Version of the data, in the publisher’s own counting.'),
	opening: z
		.string()
		.max(MAX_URL_LENGTH, { error: code('text-too-long') })
		.regex(/^([^?#\s][^#\s]*)?$/, { error: code('opening-invalid') })
		.describe('The view that a bare address opens: the query of a shared link without its “?”; empty for everything.')
		.default('')
};

const datasetFile = z
	.strictObject({
		...head,
		categories: z
			.array(category)
			.min(1, { error: code('list-empty') })
			.max(MAX_CATEGORIES, { error: code('categories-too-many') })
			.describe(`Kinds of events, at most ${MAX_CATEGORIES}: more colours and signs cannot be told apart.`),
		actors: z.array(actor).describe('Whoever takes part in events.').default([]),
		agencies: z.array(agency).describe('Agencies that claims name in “via”.').default([])
	})
	.describe('dataset.json: what the dataset is, and the names that its records refer to.');

/** dataset.json with its lists left unread, so that one bad record does not lose the others. */
const datasetHead = z.strictObject({
	...head,
	categories: z.array(z.unknown()).min(1, { error: code('list-empty') }),
	actors: z.array(z.unknown()).default([]),
	agencies: z.array(z.unknown()).default([])
});

// RFC 7946, 5: two numbers for each of two or three axes.
const bbox = z
	.array(z.number())
	.refine((value) => value.length === 4 || value.length === 6, { error: code('coordinates-invalid') })
	.describe('Bounding box of RFC 7946. Not used.')
	.optional();

const geometry = z
	.strictObject({
		type: z.literal('Point', { error: code('geometry-not-point') }).describe('Places are points.'),
		coordinates: z
			.array(z.number({ error: code('coordinates-invalid') }), { error: code('coordinates-invalid') })
			.min(2, { error: code('coordinates-invalid') })
			.describe('Longitude, then latitude, in degrees (WGS 84). Further numbers are dropped with a notice.'),
		bbox
	})
	.nullable()
	.describe('Where the place is; null when it is named but nobody knows where it is.');

const feature = z
	.strictObject({
		type: z.literal('Feature').describe('A GeoJSON Feature.'),
		id: id('Permanent name of the place.'),
		geometry,
		properties: z
			.strictObject({
				name: localized('The place’s name.'),
				kind: text.describe('What it is, in the editor’s words: city, naval base.').optional(),
				country: z
					.string()
					.regex(/^[A-Z]{2}$/, { error: code('country-invalid') })
					.describe('ISO 3166-1 alpha-2 code of the country: SY.')
					.optional(),
				precision: z.enum(PLACE_PRECISIONS).describe('How exactly the point is known; exact when absent.').optional()
			})
			.describe('The place itself.'),
		bbox
	})
	.describe('A place.');

const collectionHead = {
	$schema: head.$schema,
	type: z.literal('FeatureCollection').describe('A GeoJSON FeatureCollection (RFC 7946).'),
	name: z.string().describe('Name that a geographic program gave to the layer. Not used.').optional(),
	crs: z.unknown().describe('Only WGS 84, longitude first (CRS84), is read; best left out.').optional(),
	bbox
};

const placesFile = z
	.strictObject({ ...collectionHead, features: z.array(feature).describe('The places.') })
	.describe('places.geojson: the places of the dataset.');

const placesHead = z.strictObject({ ...collectionHead, features: z.array(z.unknown()) });

const source = z
	.strictObject({
		id: id('Permanent name of the source.'),
		title: text.describe('Title of the report as published, or a name that invents nothing.'),
		publisher: text.describe('Who published it; left out when unknown.').optional(),
		url: url('Where it is; left out when unknown.').optional(),
		archived: z
			.strictObject({ url: url('Where the copy is.'), date: day('When the copy was made.') })
			.describe('A copy that will stay.')
			.optional(),
		published: edtf('When it was published; left out when unknown.').optional(),
		inferred: inferred('“published” is the editor’s conclusion and not printed in the source.'),
		language: language.describe('The language it is written in, as a BCP 47 tag.')
	})
	.describe('A report that claims are taken from.');

const eventPlace = z
	.strictObject({
		place: id('Id of a place in places.geojson.'),
		role: z
			.enum(PLACE_ROLES)
			.describe('It happened at the place, went from it or to it, linked it with another (between), or was about it.'),
		inferred: inferred('no source names this place for the event and the editor concluded it.')
	})
	.describe('How the event is tied to a place.');

const via = z
	.strictObject({
		agency: id('Id of an agency in dataset.json.'),
		quoting: localized('Whom the agency quotes.').optional()
	})
	.describe('An agency that the source itself quotes.');

const claim = z
	.strictObject({
		source: id('Id of a source in sources.json.'),
		when: edtf('The date that this source gives; left out when it gives none.').optional(),
		says: localized('What the source says, in the editor’s own words.'),
		locator: text.describe('Where in the source: a page, a paragraph (¶4), a minute.').optional(),
		via: z
			.array(via)
			.check(noRepeats((value) => value.agency))
			.describe('Agencies that the source quotes for this.')
			.optional(),
		inferred: inferred('the date or the statement is the editor’s conclusion from the source.')
	})
	.describe('What one source says about the event.');

const media = z
	.strictObject({
		url: url('Where the file is. It is fetched only when a reader asks for it.'),
		kind: z.enum(['image', 'video', 'audio', 'document']).describe('What the file is.'),
		alt: localized('What it shows, for those who do not see it.'),
		credit: text.describe('Whom to name.').optional(),
		graphic: z.boolean().describe('true when it shows violence or death.').optional()
	})
	.describe('A picture, recording or document.');

const event = z
	.strictObject({
		id: id('Permanent name of the event; part of its address.'),
		when: edtf('The date that the editor adopts; left out when undated.').optional(),
		inferred: inferred('“when” is the editor’s conclusion and in no source.'),
		places: z
			.array(eventPlace)
			.check(noRepeats((value) => `${value.place} ${value.role}`))
			.describe('Where it took place; empty when unknown.'),
		category: id('Id of a category in dataset.json.'),
		actors: ids('Ids of actors in dataset.json.', id('Id of an actor.')),
		status: z.enum(STATUSES).describe('It occurred, is planned, is ongoing, or is reported without being confirmed.'),
		title: localized('The title, best under 60 characters.'),
		summary: localized('What happened, in a sentence or two.'),
		claims: z.array(claim).describe('What each source says, side by side.'),
		added: day('When the event entered the dataset.'),
		modified: day('When it was last changed; of an event that was merged or withdrawn, when that was.').optional(),
		corrections: changeNotes(
			'Corrections, for the event’s own page and the page “Changes and corrections”.',
			'What was wrong, and what is right.'
		),
		mergedInto: id('Id of the event that this one turned out to be.').optional(),
		withdrawn: localized('Why the event was withdrawn.').optional(),
		media: z.array(media).describe('Pictures, recordings, documents.').optional(),
		sourceId: text.describe('The id in the file that the event was imported from.').optional()
	})
	.describe('An event.');

const sourcesFile = z.array(source).describe('sources.json: the reports that claims are taken from.');
const eventsFile = z.array(event).describe('events.json: the events.');

/** Each file as a whole, for publishing and for tests. */
export const files = { dataset: datasetFile, places: placesFile, sources: sourcesFile, events: eventsFile };
/** What is read first, with the records still unread. */
export const heads = { dataset: datasetHead, places: placesHead };
/** One record of each kind, read one by one. */
export const records = {
	categories: category,
	actors: actor,
	agencies: agency,
	places: feature,
	sources: source,
	events: event
};

export type FeatureRecord = z.output<typeof feature>;

/** JSON Schema (draft 2020-12) of each file, by the name under which it is published. Plain JSON, the same every time. */
export function jsonSchemas(): Record<'dataset' | 'places' | 'sources' | 'events', object> {
	const convert = (schema: z.ZodType) => z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
	return {
		dataset: convert(datasetFile),
		places: convert(placesFile),
		sources: convert(sourcesFile),
		events: convert(eventsFile)
	};
}

/** Most texts that are remembered: of a million events all days of a century. */
const MAX_GOOD_DATES = 200_000;

/** Remembers which texts are dates: those of events and claims are the same few again and again. */
function createDateCheck() {
	const good = new Set<string>();
	return (value: string, context: Context): void => {
		if (good.has(value)) return;
		const result = parseEdtf(value);
		if (!result.ok) {
			const { code: reason, at, params } = result.problem;
			refuse(context, 'date-invalid', { ...params, reason, at });
		} else if (good.size < MAX_GOOD_DATES) good.add(value);
	};
}

/** Values are compared by `key`; the problem stands at the repetition and names the first one's index. */
function noRepeats<T>(key: (value: T) => string) {
	return z.superRefine<T[]>((values, context) => {
		const first = new Map<string, number>();
		values.forEach((value, index) => {
			const earlier = first.get(key(value));
			if (earlier === undefined) first.set(key(value), index);
			else refuse(context, 'list-repeats', { earlier }, [index]);
		});
	});
}

/** Why a text is no address that may become a link; `null` when it may. */
export function urlProblem(value: string): ProblemCode | null {
	// The URL parser drops white space and controls, so `java\nscript:` would pass for what it is not.
	if (/[\s\p{Cc}\p{Cf}\\]/u.test(value)) return 'url-invalid';
	if (!/^https?:\/\//i.test(value)) return /^[a-z][a-z0-9+.-]*:/i.test(value) ? 'url-not-http' : 'url-invalid';
	if (!URL.canParse(value)) return 'url-invalid';
	const { username, password } = new URL(value);
	return username === '' && password === '' ? null : 'url-userinfo';
}
