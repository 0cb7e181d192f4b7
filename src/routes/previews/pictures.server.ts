import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createCatalogue, type InlineCatalogue } from '$lib/core/catalogue.ts';
import type { I18n } from '$lib/i18n/index.ts';
import { LOCALE_FACTS, type Locale } from '$lib/i18n/locales.ts';
import { mapMessages } from '$lib/i18n/map.ts';
import type { Viewport } from '$lib/map/projection.ts';
import { attribution, countryNames } from '$lib/map/style.ts';
import type { PageDataset } from '../start.ts';
import { readBasemap } from './basemap.ts';
import { readColours } from './colours.ts';
import { createContents, type Subject } from './content.ts';
import { compose, density, viewportOf } from './picture.ts';
import { createRenderer } from './render.server.ts';

/** Drawing takes about a tenth of a second, so what has been drawn before is kept; by content, so it is never stale. */
const CACHE = path.resolve('node_modules', '.cache', 'chronotope', 'previews');

export interface Pictures {
	readonly catalogue: InlineCatalogue;
	/** A PNG file. */
	draw(subject: Subject, locale: Locale): Promise<Uint8Array<ArrayBuffer>>;
	/** Letters that are in texts and in none of the fonts, so far. */
	missing(): string;
}

/** Draws the pictures of a dataset in every language; nothing but the disk is read. */
export async function createPictures(
	data: PageDataset,
	wordsIn: (locale: Locale) => I18n,
	{ isCached = true } = {}
): Promise<Pictures> {
	const renderer = await createRenderer();
	const catalogue = createCatalogue(data.dataset, data.dates);
	const colours = readColours(readFileSync(path.resolve('src', 'lib', 'ui', 'tokens.css'), 'utf8'));
	const credits = attribution.map(({ text }) => text).join(' · ');
	const contents = new Map<Locale, ReturnType<typeof createContents>>();
	// The same place is looked at in every language.
	const shapes = new Map<string, ReturnType<typeof readBasemap>>();

	function contentsIn(locale: Locale) {
		const { m, dates, text } = wordsIn(locale);
		const words = { m, dates, text, locale, map: mapMessages[locale] };
		const made = contents.get(locale) ?? createContents(catalogue, words, data.paged?.rows ?? null);
		contents.set(locale, made);
		return made;
	}

	function basemapOf(viewport: Viewport) {
		const key = JSON.stringify(viewport.camera);
		const made = shapes.get(key) ?? readBasemap(viewport, density, renderer.readTile);
		shapes.set(key, made);
		return made;
	}

	return {
		catalogue,
		missing: () => [...renderer.type.missing].sort().slice(0, 20).join(' '),
		async draw(subject, locale) {
			const content = contentsIn(locale)(subject);
			const viewport = viewportOf(content, data.dataset);
			const svg = compose(
				{
					content,
					dir: LOCALE_FACTS[locale].dir,
					colours,
					attribution: credits,
					countryNames: countryNames(LOCALE_FACTS[locale].intl),
					type: renderer.type
				},
				viewport,
				await basemapOf(viewport)
			);
			return isCached ? cached(`${renderer.version} ${svg}`, () => renderer.png(svg)) : renderer.png(svg);
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
