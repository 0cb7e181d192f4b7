import { LOCALES, type Locale } from '../i18n/locales.ts';
import { previewMessages } from '../i18n/preview.ts';
import type { MetaTag, PageHead } from './head.ts';
import { addressOf, type SitePath } from './paths.ts';

/** px of every picture: what networks ask for. */
export const PICTURE_PX = { width: 1200, height: 630 };

/** What a site has pictures of. */
export interface PicturedSite {
	/** The title of the dataset, in the language of the page. */
	readonly name: string;
	/** Whether an event or a place has a picture of its own. */
	readonly isPictured: (kind: 'events' | 'places', id: string) => boolean;
}

/** Languages with a country, as Open Graph has them. */
const OPEN_GRAPH: Readonly<Record<Locale, string>> = { en: 'en_GB', ar: 'ar_AR', ru: 'ru_RU' };
/** Pages that are texts of their own. */
const ARTICLE = /^(?:[a-z]{2}\/)?(?:events|places|stories)\/[^/]+\/$/;
const OWN_PAGE = /^(?:[a-z]{2}\/)?(events|places)\/([^/]+)\/$/;

/** Which picture a page has of its own, of the event or place that it is about: `events/x`; `null`: that of the site. */
function ownPicture({ path, isIndexed = true }: PageHead, locale: Locale, site: PicturedSite): string | null {
	const [, kind, id = ''] = OWN_PAGE.exec(path(locale)) ?? [];
	const hasOwn = isIndexed && (kind === 'events' || kind === 'places') && site.isPictured(kind, id);
	return hasOwn ? `${kind}/${id}` : null;
}

/** Where the picture of a page is: its own, else that of the site. */
export function picturePath(head: PageHead, locale: Locale, site: PicturedSite): SitePath {
	return `previews/${locale}/${ownPicture(head, locale, site) ?? 'site'}.png`;
}

/** The tags of a preview (Open Graph, Twitter) of a page. `address`: of the site, see `headTags`. */
export function previewTags(head: PageHead, address: string | null, site: PicturedSite): readonly MetaTag[] {
	const { locale, path, title, subject = title, description } = head;
	const at = path(locale);
	const from = head.at ?? at;
	// The title that stands in the picture.
	const alt = previewMessages[locale].alt(ownPicture(head, locale, site) === null ? site.name : subject);
	return [
		['og:type', ARTICLE.test(at) ? 'article' : 'website'],
		['og:site_name', site.name],
		// The site is named beside it.
		['og:title', subject],
		...(description === '' ? [] : [['og:description', description] as const]),
		// Only a whole address says where a page is to be found.
		...(address === null ? [] : [['og:url', addressOf(address, from, at)] as const]),
		['og:locale', OPEN_GRAPH[locale]],
		...LOCALES.filter((tag) => tag !== locale).map((tag) => ['og:locale:alternate', OPEN_GRAPH[tag]] as const),
		['og:image', addressOf(address, from, picturePath(head, locale, site))],
		['og:image:type', 'image/png'],
		['og:image:width', String(PICTURE_PX.width)],
		['og:image:height', String(PICTURE_PX.height)],
		['og:image:alt', alt],
		['twitter:card', 'summary_large_image'],
		['twitter:image:alt', alt]
	];
}
