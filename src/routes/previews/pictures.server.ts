import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createCatalogue } from '$lib/core/catalogue.ts';
import { createI18n, type Messages } from '$lib/i18n/index.ts';
import { LOCALE_FACTS, type Locale } from '$lib/i18n/locales.ts';
import { mapMessages } from '$lib/i18n/map.ts';
import { attribution, countryNames } from '$lib/map/style.ts';
import tokens from '$lib/ui/tokens.css?raw';
import type { PageDataset } from '../start.ts';
import { readBasemap } from './basemap.ts';
import { readColours } from './colours.ts';
import { createContents, type Subject } from './content.ts';
import { compose, density, viewportOf } from './picture.ts';
import { createRenderer } from './render.server.ts';

/** Drawing takes about a tenth of a second, so what has been drawn before is kept; by content, so it is never stale. */
const CACHE = path.resolve('node_modules', '.cache', 'chronotope', 'previews');

/** Draws the pictures of a dataset in every language; nothing but the disk is read. */
export async function createPictures(data: PageDataset, messages: Readonly<Record<Locale, Messages>>) {
	const renderer = await createRenderer();
	const catalogue = createCatalogue(data.dataset, data.dates);
	const contents = new Map<Locale, ReturnType<typeof createContents>>();
	const credits = attribution.map(({ text }) => text).join(' · ');

	function contentsIn(locale: Locale) {
		const { m, dates, text } = createI18n(locale, messages[locale], data.dataset.languages[0] ?? locale);
		const words = { m, dates, text, locale, map: mapMessages[locale] };
		const made = contents.get(locale) ?? createContents(catalogue, words, data.paged?.rows ?? null);
		contents.set(locale, made);
		return made;
	}

	return {
		catalogue,
		contentsIn,
		async draw(subject: Subject, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
			const content = contentsIn(locale)(subject);
			const viewport = viewportOf(content, data.dataset);
			const svg = compose(
				{
					content,
					dir: LOCALE_FACTS[locale].dir,
					colours: readColours(tokens),
					attribution: credits,
					countryNames: countryNames(LOCALE_FACTS[locale].intl),
					type: renderer.type
				},
				viewport,
				await readBasemap(viewport, density, renderer.readTile)
			);
			return cached(`${renderer.version} ${svg}`, () => renderer.png(svg));
		}
	};
}

function cached(key: string, make: () => Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	const file = path.join(CACHE, `${createHash('sha256').update(key).digest('hex')}.png`);
	try {
		return new Uint8Array(readFileSync(file));
	} catch {
		const made = make();
		try {
			mkdirSync(CACHE, { recursive: true });
			// Never half a file, even where two builds run at once or one is broken off.
			writeFileSync(`${file}.${process.pid}`, made);
			renameSync(`${file}.${process.pid}`, file);
		} catch {
			// A folder that cannot be written to makes the next build slower and no worse.
		}
		return made;
	}
}
