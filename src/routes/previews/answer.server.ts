import { error } from '@sveltejs/kit';
import { LOCALES, type Locale } from '$lib/i18n/locales.ts';
import { readPage } from '../dataset.server.ts';
import { siteAddress } from '../site.server.ts';
import { wordsOf } from '../words.server.ts';
import type { Subject } from './content.ts';
import { pictured } from './pictured.server.ts';
import { createPictures, type Pictures } from './pictures.server.ts';

/** What draws the pictures of a dataset, by the dataset: in development it is another one after each change. */
const drawing = new WeakMap<object, Promise<Pictures>>();

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
	const key = data.dataset;
	const made = drawing.get(key) ?? createPictures(data, (each) => wordsOf(each, data.dataset));
	drawing.set(key, made);
	const pictures = await made;
	const subject = find(pictures.catalogue);
	if (locale === undefined || subject === undefined) error(404, 'There is no such picture.');
	const file = await pictures.draw(subject, locale);
	return new Response(file, { headers: { 'content-type': 'image/png' } });
}

/** What whoever builds the site ought to know of its pictures; once in a build. */
export async function sayOfPictures(): Promise<void> {
	const data = readPage();
	const { tooMany } = pictured(data);
	const missing = (await drawing.get(data.dataset))?.missing() ?? '';
	const said = [
		...(siteAddress(data.dataset) === null
			? [
					'The address of the site is not known, so its pages name their pictures by relative addresses, which most networks do not follow: add --url https://…/, or "url" to dataset.json.'
				]
			: []),
		...(tooMany === null ? [] : [`With ${tooMany} events and places only the site itself has a picture for links.`]),
		...(missing === ''
			? []
			: [`Pictures for links leave out texts with letters that their fonts do not have: ${missing}`])
	];
	for (const line of said) process.stderr.write(`${line}\n`);
}
