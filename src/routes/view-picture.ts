import type { CatalogueEvent } from '$lib/core/catalogue.ts';
import type { SourceId } from '$lib/core/model.ts';
import type { I18n } from '$lib/i18n/index.ts';
import { mapMessages } from '$lib/i18n/map.ts';
import { pictureMessages } from '$lib/i18n/picture.ts';
import { printMessages } from '$lib/i18n/print.ts';
import { shareMessages } from '$lib/i18n/share.ts';
import { saveFile } from '$lib/import/save-file.ts';
import { slugOf } from '$lib/io/import/slugs.ts';
import { attribution } from '$lib/map/style.ts';
import { describeFilter } from '$lib/share/describe-view.ts';
import { embedFonts } from '$lib/share/picture/embedded-fonts.ts';
import type { PictureFormat } from '$lib/share/picture/picture-file.ts';
import { withTexts } from '$lib/share/picture/png-texts.ts';
import { rasterize } from '$lib/share/picture/raster.ts';
import {
	composeView,
	CONTENT_WIDTH,
	VIEW_PX,
	type Drawing,
	type PictureColours,
	type ViewPicture
} from '$lib/share/picture/view-picture.ts';
import type { Explorer } from '$lib/state/explorer.svelte.ts';
import type { MapPort } from '$lib/state/map-port.svelte.ts';
import { withoutInvalid } from '$lib/ui/markup.ts';
import { SLOTS } from '$lib/ui/shapes.ts';
import { styledCopy } from '$lib/ui/styled-copy.ts';

/** What of the page a picture is made of. */
export interface Seen {
	readonly explorer: Explorer;
	readonly port: MapPort;
	readonly i18n: I18n;
	/** Of the view; `null`: no link leads to it. */
	readonly link: string | null;
}

/** Rows of a picture that has no map. */
const MAX_ROWS = 12;
/** Sources that are named one by one. */
const MAX_SOURCES = 12;

/** What the name of a place looks like on a map, beside its colours. */
const NAME = {
	'stroke-width': '3',
	'stroke-linejoin': 'round',
	'paint-order': 'stroke',
	'font-weight': '600',
	'text-anchor': 'middle',
	'dominant-baseline': 'central'
};

/** Makes a picture of the view and hands it to the browser as a download; resolves to the file's name. */
export async function savePicture(format: PictureFormat, seen: Seen): Promise<string> {
	// All of the page that it shows is read at once, before anything on it can change.
	const view = readView(seen);
	const texts = JSON.stringify(Object.values(view));
	const { css, samples } = await embedFonts(texts, document.styleSheets);
	const { svg, height } = composeView({ ...view, fonts: css }, createMeasure());
	const { dataset } = seen.explorer.catalogue;
	const title = slugOf(dataset.title[dataset.languages[0] ?? ''] ?? '') || 'dataset';
	const { count, total } = seen.explorer.result;
	const parts = [title, slugOf(dataset.version), count === total ? 'all' : 'filtered'];
	const name = parts.filter((part) => part !== '').join('-') + `.${format}`;
	const blob =
		format === 'svg'
			? new Blob([svg], { type: 'image/svg+xml' })
			: described(view, await (await rasterize(svg, VIEW_PX, height, samples)).arrayBuffer());
	saveFile({ name, blob });
	return name;
}

/** What the picture says for those who do not see it, and whose it is, stand in the file as well. */
function described({ title, description, foot, link }: ViewPicture, png: ArrayBuffer): Blob {
	return withTexts(new Uint8Array(png), [
		['Title', title],
		['Description', description],
		['Copyright', foot.join('\n')],
		['Comment', link ?? '']
	]);
}

/** In the light theme, as the map on paper: a picture stands on anybody's page. */
function readView({ explorer, port, i18n, link }: Seen): ViewPicture {
	const { locale, dir, m, text, dates } = i18n;
	const { catalogue, result, view } = explorer;
	const { dataset } = catalogue;
	const [words, shareWords, printWords, mapWords] = [
		pictureMessages[locale],
		shareMessages[locale],
		printMessages[locale],
		mapMessages[locale]
	];
	const drawn = inLight(() => {
		const colours = readColours();
		return { colours, map: readMap(port, colours), timeline: readTimeline(port) };
	});
	const listed = Array.from({ length: result.count }, (_, index) => result.rowAt(index));
	const items = listed.slice(0, 1000).flatMap((row) => catalogue.records.at(row) ?? []);
	const shows = [
		shareWords.events(result.count, result.total),
		...describeFilter(view.filter, catalogue, i18n, shareWords)
	];
	const data = [
		m.page.data(dataset.version, dataset.licence),
		...(dataset.publisher === undefined ? [] : [printWords.publisher(dataset.publisher)])
	].join(' ');
	const credits = drawn.map === null ? [] : [printWords.credits(attribution.map((credit) => credit.text))];
	const title = text(dataset.title);
	const rowOf = ({ event, when }: CatalogueEvent): ViewPicture['rows'][number] => ({
		slot: catalogue.categoryById.get(event.category)?.slot ?? 0,
		isPlanned: event.status === 'planned',
		text: `${when === null ? m.list.undated : dates.label(when, 'short')}: ${text(event.title)}`
	});
	const planned = items.find(({ event }) => event.status === 'planned');
	const rows = drawn.map === null ? items.slice(0, MAX_ROWS) : [];
	const more =
		drawn.map === null && result.count > rows.length ? ` (${words.moreRows(result.count - rows.length)})` : '';
	return {
		lang: locale,
		dir,
		title,
		shows,
		map: drawn.map,
		notice: drawn.map === null ? words.noMap + more : drawn.map.ground === null ? mapWords.noBasemap : null,
		timeline: drawn.timeline,
		rows: rows.map(rowOf),
		legend: [
			...dataset.categories.map(({ slot, name }) => ({ slot, isPlanned: false, text: text(name) })),
			...(planned === undefined ? [] : [{ ...rowOf(planned), text: m.list.status.planned }])
		],
		foot: [sourcesOf(items, explorer, words.sources), data, ...credits].filter((line) => line !== ''),
		link,
		description: words.description(title, shows, data),
		colours: drawn.colours,
		fonts: ''
	};
}

function sourcesOf(
	items: readonly CatalogueEvent[],
	{ catalogue }: Explorer,
	say: (titles: readonly string[]) => string
): string {
	const ids = new Set<SourceId>(items.flatMap(({ sources }) => sources));
	const titles = [...ids].map((id) => {
		const source = catalogue.sourceById.get(id);
		return source?.publisher === undefined ? (source?.title ?? id) : `${source.title}, ${source.publisher}`;
	});
	if (titles.length === 0) return '';
	return say(titles.length > MAX_SOURCES ? [...titles.slice(0, MAX_SOURCES), '…'] : titles);
}

/** The page is as before when it returns, and the browser has shown nothing of it. */
function inLight<T>(read: () => T): T {
	const { dataset } = document.documentElement;
	const { theme } = dataset;
	dataset.theme = 'light';
	try {
		return read();
	} finally {
		if (theme === undefined) delete dataset.theme;
		else dataset.theme = theme;
	}
}

function readColours(): PictureColours {
	const probe = document.createElement('span');
	document.body.append(probe);
	const token = (name: string): string => {
		probe.style.color = `var(--${name})`;
		return getComputedStyle(probe).color;
	};
	const colours = {
		panel: token('panel'),
		ink: token('ink'),
		muted: token('muted'),
		hairline: token('hairline'),
		land: token('land'),
		categories: Array.from({ length: SLOTS }, (_, slot) => token(`category-${slot}`))
	};
	probe.remove();
	return colours;
}

function readMap(port: MapPort, { ink, land }: PictureColours): ViewPicture['map'] {
	const picture = port.picture();
	if (picture === null) return null;
	// Style sheets know what it looks like while it is on the page, beside it.
	const holder = document.createElement('div');
	holder.inert = true;
	holder.style.position = 'fixed';
	holder.style.insetBlockStart = '-10000px';
	holder.style.direction = 'ltr';
	holder.append(picture.overlay);
	document.body.append(holder);
	const copy = styledCopy(picture.overlay);
	holder.remove();
	// Names of places, as on paper; numbers stand in their marks.
	for (const name of copy?.querySelectorAll(':scope > text') ?? []) {
		for (const [attribute, value] of Object.entries(NAME)) name.setAttribute(attribute, value);
		name.setAttribute('fill', ink);
		name.setAttribute('stroke', land);
	}
	return {
		markup: inside(copy),
		ground: picture.ground,
		widthPx: picture.widthPx,
		heightPx: picture.heightPx
	};
}

function readTimeline(port: MapPort): Drawing | null {
	const picture = port.drawTimeline?.(CONTENT_WIDTH) ?? null;
	if (picture === null) return null;
	return { markup: inside(picture.drawing), widthPx: picture.widthPx, heightPx: picture.heightPx };
}

/** The children of a drawing as markup; what they hold of texts is escaped by the browser. */
function inside(drawing: SVGElement | null): string {
	const serializer = new XMLSerializer();
	return withoutInvalid(Array.from(drawing?.children ?? [], (child) => serializer.serializeToString(child)).join(''));
}

function createMeasure(): (text: string, sizePx: number, weight: 400 | 600) => number {
	const context = document.createElement('canvas').getContext('2d');
	const family = getComputedStyle(document.body).fontFamily;
	return (text, sizePx, weight) => {
		if (context === null) return text.length * sizePx * 0.56;
		context.font = `${weight} ${sizePx}px ${family}`;
		return context.measureText(text).width;
	};
}
