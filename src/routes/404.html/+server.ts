import { LOCALE_FACTS, LOCALES, type Locale } from '$lib/i18n/locales.ts';
import { notFoundMessages } from '$lib/i18n/not-found.ts';
import { escapeMarkup } from '$lib/publish/escape.ts';
import { pages } from '$lib/publish/paths.ts';
import { readPage } from '../dataset.server.ts';
import { siteAddress } from '../site.server.ts';
import { wordsOf } from '../words.server.ts';
import sheet from './page.css?url&no-inline';
import type { RequestHandler } from './$types';

export const prerender = true;

/**
 * `/404.html`: what hosts send for every address where there is nothing, however deep. So nothing in it may be relative: its
 * links begin with the path of the site's address, or with `/` when nobody has said where the site will lie.
 */
export const GET: RequestHandler = () => {
	const { dataset } = readPage();
	const root = new URL(siteAddress(dataset) ?? 'http://unknown/').pathname;
	const title = wordsOf('en', dataset).text(dataset.title);
	const html = `<!doctype html>
<html lang="en" data-root="${escapeMarkup(root)}">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
		<meta name="color-scheme" content="light dark" />
		<meta name="robots" content="noindex" />
		<title>404 · ${escapeMarkup(title)}</title>
		<link rel="icon" href="${escapeMarkup(root)}icon.svg" type="image/svg+xml" />
		<link rel="stylesheet" href="${escapeMarkup(root + sheet.replace(/^\.?\//, ''))}" />
	</head>
	<body>
		<main>
${LOCALES.map((locale) => section(locale, root)).join('\n')}
		</main>
	</body>
</html>
`;
	return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
};

function section(locale: Locale, root: string): string {
	const m = notFoundMessages[locale];
	const heading = locale === LOCALES[0] ? 'h1' : 'h2';
	return `			<section lang="${locale}" dir="${LOCALE_FACTS[locale].dir}">
				<${heading}>${escapeMarkup(m.title)}</${heading}>
				<p>${escapeMarkup(m.text)}</p>
				<p><a href="${escapeMarkup(root + pages.front(locale))}">${escapeMarkup(m.home)}</a></p>
			</section>`;
}
