import { building } from '$app/environment';
import { error } from '@sveltejs/kit';
import { LOCALES, type Locale } from '$lib/i18n/locales.ts';
import type { PageDataset } from '../start.ts';
import { readPage } from '../dataset.server.ts';
import { wordsOf } from '../words.server.ts';
import type { Subject } from './content.ts';
import { pictured } from './pictured.server.ts';
import { createPictures, type Pictures } from './pictures.server.ts';

interface Drawing {
	readonly pictures: Promise<Pictures>;
	/** How many a build has still to make. */
	left: number;
}

/** By the dataset: in development it is another one after each change. */
const drawings = new WeakMap<object, Drawing>();

function drawingOf(data: PageDataset): Drawing {
	const { events, places } = pictured(data);
	const known = drawings.get(data.dataset) ?? {
		pictures: createPictures(data, (locale) => wordsOf(locale, data.dataset)),
		left: LOCALES.length * (1 + events.size + places.size)
	};
	drawings.set(data.dataset, known);
	return known;
}

/** Languages and ids of the pictures of events or places, for the build to make each. */
export function entriesOf(kind: 'events' | 'places'): { readonly language: Locale; readonly id: string }[] {
	return LOCALES.flatMap((language) => Array.from(pictured(readPage())[kind], (id) => ({ language, id })));
}

/** The picture as a PNG file; 404 for what has none. */
export async function answer(
	language: string,
	find: (catalogue: Pictures['catalogue']) => Subject | undefined
): Promise<Response> {
	const locale = LOCALES.find((tag) => tag === language);
	const data = readPage();
	const drawing = drawingOf(data);
	const pictures = await drawing.pictures;
	const subject = find(pictures.catalogue);
	if (locale === undefined || subject === undefined) error(404, 'There is no such picture.');
	const file = await pictures.draw(subject, locale);
	drawing.left -= 1;
	if (building && drawing.left === 0) sayOf(pictures, data);
	return new Response(file, { headers: { 'content-type': 'image/png' } });
}

/** What whoever builds the site ought to know of its pictures, when all are drawn. */
function sayOf(pictures: Pictures, data: PageDataset): void {
	const { tooMany } = pictured(data);
	const missing = pictures.missing();
	const said = [
		...(tooMany === null ? [] : [`With ${tooMany} events and places only the site itself has a picture for links.`]),
		...(missing === ''
			? []
			: [`Pictures for links leave out texts with letters that their fonts do not have: ${missing}`])
	];
	for (const line of said) process.stderr.write(`${line}\n`);
}
