import { element, escapeXml } from '$lib/ui/markup.ts';
import { shapePath } from '$lib/ui/shapes.ts';
import { wrapText } from '$lib/ui/wrap.ts';

/** A drawing in its own px, as markup. */
export interface Drawing {
	readonly markup: string;
	readonly widthPx: number;
	readonly heightPx: number;
}

export interface PictureColours {
	readonly panel: string;
	readonly ink: string;
	readonly muted: string;
	readonly hairline: string;
	readonly land: string;
	/** By slot. */
	readonly categories: readonly string[];
}

/** What a picture of a view is made of; texts are anybody's, drawings are ours. */
export interface ViewPicture {
	readonly lang: string;
	readonly dir: 'ltr' | 'rtl';
	readonly title: string;
	/** What of the dataset is shown, one statement each. */
	readonly shows: readonly string[];
	/** `ground`: land and water as a `data:` URL, the overlay above it. */
	readonly map: (Drawing & { readonly ground: string | null }) | null;
	/** Instead of a map, or below one without a ground. */
	readonly notice: string | null;
	readonly timeline: Drawing | null;
	/** The events, where there is no map: date and title. */
	readonly rows: readonly { readonly slot: number; readonly isPlanned: boolean; readonly text: string }[];
	readonly legend: readonly { readonly slot: number; readonly isPlanned: boolean; readonly text: string }[];
	/** Sources, data, licence, credits, one paragraph each. */
	readonly foot: readonly string[];
	/** The address of the view; `null`: none leads to it. */
	readonly link: string | null;
	/** What it shows, for those who do not see it. */
	readonly description: string;
	readonly colours: PictureColours;
	/** `@font-face` rules with the fonts in them. */
	readonly fonts: string;
}

/** Width in px of a line in the picture's fonts. */
export type MeasureLine = (text: string, sizePx: number, weight: 400 | 600) => number;

/** px: twice as many pixels as the page has for the same, so that it is sharp in an article. */
export const VIEW_PX = 1600;
const DENSITY = 2;
const WIDTH = VIEW_PX / DENSITY;
const PAD = 24;
/** px that drawings and lines may be wide. */
export const CONTENT_WIDTH = WIDTH - 2 * PAD;
const MAX_MAP_HEIGHT = 560;
const FAMILY = "'Noto Sans', 'Noto Sans Arabic', system-ui, sans-serif";
const LEADING = 1.45;

/** A whole SVG file: what the page shows, and in words what it is of; `height` in pixels. */
export function composeView(
	view: ViewPicture,
	measure: MeasureLine
): { readonly svg: string; readonly height: number } {
	const page = new Page(view, measure);
	page.text(view.title, { size: 22, weight: 600, lines: 4 });
	page.text(view.shows.join(SEPARATOR), { size: 13, lines: 6, muted: true, gap: 2 });
	page.space(12);
	if (view.map !== null) page.draw(mapOf(view.map, view.colours), view.map, MAX_MAP_HEIGHT);
	if (view.notice !== null) page.text(view.notice, { size: 12, lines: 3, muted: true, gap: 4 });
	for (const row of view.rows) page.signs([row], 13);
	if (view.timeline !== null) {
		page.space(8);
		page.draw(view.timeline.markup, view.timeline, Infinity);
	}
	page.space(8);
	page.signs(view.legend, 12.5);
	page.space(10);
	page.rule();
	for (const line of view.foot) page.text(line, { size: 12, lines: 5, muted: true, gap: 3 });
	if (view.link !== null) page.text(view.link, { size: 12, lines: 4, muted: true, gap: 3, isLtr: true });
	page.space(PAD - 8);
	return { svg: page.svg(), height: Math.ceil(page.height) * DENSITY };
}

/** Ends a line rather than begin one. */
const SEPARATOR = '\u00a0· ';

function mapOf(
	{ markup, ground, widthPx: width, heightPx: height }: NonNullable<ViewPicture['map']>,
	colours: PictureColours
): string {
	const plain = element('rect', { width, height, fill: colours.land });
	const image =
		ground === null ? plain : element('image', { width, height, href: ground, preserveAspectRatio: 'none' });
	const edge = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: 'none', stroke: colours.hairline };
	const clip = element('clipPath', { id: 'map' }, element('rect', { width, height }));
	return clip + element('g', { 'clip-path': 'url(#map)' }, image + markup) + element('rect', edge);
}

interface TextOptions {
	readonly size: number;
	readonly weight?: 400 | 600;
	/** At most; then the text ends in `…`. */
	readonly lines: number;
	readonly muted?: boolean;
	/** px above. */
	readonly gap?: number;
	readonly isLtr?: boolean;
}

interface Sign {
	readonly slot: number;
	readonly isPlanned: boolean;
	readonly text: string;
}

/** What has been put onto the picture so far, from the top down. */
class Page {
	readonly #view: ViewPicture;
	readonly #measure: MeasureLine;
	readonly #parts: string[] = [];
	#y = PAD - 6;

	constructor(view: ViewPicture, measure: MeasureLine) {
		this.#view = view;
		this.#measure = measure;
	}

	get height(): number {
		return this.#y;
	}

	space(px: number): void {
		this.#y += px;
	}

	rule(): void {
		const { hairline } = this.#view.colours;
		this.#parts.push(element('rect', { x: PAD, y: this.#y, width: CONTENT_WIDTH, height: 1, fill: hairline }));
		this.#y += 5;
	}

	text(text: string, { size, weight = 400, lines, muted = false, gap = 0, isLtr = false }: TextOptions): void {
		const { colours, dir } = this.#view;
		const measure = (line: string, px: number): number => this.#measure(line, px, weight);
		const set = wrapText(text, { widthPx: CONTENT_WIDTH, sizes: [{ size, lines }] }, measure);
		this.#y += set.lines.length === 0 ? 0 : gap;
		for (const line of set.lines) {
			this.#y += size * LEADING;
			const isFromRight = dir === 'rtl' && !isLtr;
			const at = { x: dir === 'rtl' ? WIDTH - PAD : PAD, y: this.#y - size * 0.35 };
			const anchor = dir === 'rtl' && isLtr ? 'end' : undefined;
			const look = {
				'font-size': size,
				'font-weight': weight === 400 ? undefined : weight,
				fill: muted ? colours.muted : colours.ink
			};
			const direction = isFromRight ? 'rtl' : 'ltr';
			this.#parts.push(element('text', { ...at, ...look, direction, 'text-anchor': anchor }, escapeXml(line)));
		}
	}

	/** One after the other, in as many lines as it takes. */
	signs(signs: readonly Sign[], size: number): void {
		const { colours, dir } = this.#view;
		let x = 0;
		if (signs.length > 0) this.#y += size * LEADING;
		for (const { slot, isPlanned, text } of signs) {
			const line =
				wrapText(text, { widthPx: CONTENT_WIDTH - 20, sizes: [{ size, lines: 1 }] }, (part, px) =>
					this.#measure(part, px, 400)
				).lines[0] ?? '';
			const width = 20 + this.#measure(line, size, 400);
			if (x > 0 && x + width > CONTENT_WIDTH) {
				x = 0;
				this.#y += size * LEADING;
			}
			const place = (px: number): number => (dir === 'rtl' ? WIDTH - PAD - x - px : PAD + x + px);
			const colour = colours.categories[slot % colours.categories.length] ?? colours.ink;
			const drawn = isPlanned
				? { fill: 'none', stroke: colour, 'stroke-width': 1.6, 'stroke-dasharray': '2.4 1.6' }
				: { fill: colour };
			const transform = `translate(${place(7)} ${this.#y - size * 0.68})`;
			this.#parts.push(element('path', { d: shapePath(slot, isPlanned ? 4.6 : 5), transform, ...drawn }));
			const at = { x: place(20), y: this.#y - size * 0.35, direction: dir };
			this.#parts.push(element('text', { ...at, 'font-size': size, fill: colours.ink }, escapeXml(line)));
			x += width + 18;
		}
	}

	/** As wide as the picture, and no higher than `most` px. */
	draw(markup: string, { widthPx, heightPx }: Pick<Drawing, 'widthPx' | 'heightPx'>, most: number): void {
		const scale = Math.min(CONTENT_WIDTH / widthPx, most / heightPx);
		const x = PAD + (CONTENT_WIDTH - widthPx * scale) / 2;
		// px of maps and axes count from the left in every language.
		this.#parts.push(
			element('g', { transform: `translate(${x} ${this.#y}) scale(${scale})`, direction: 'ltr' }, markup)
		);
		this.#y += heightPx * scale;
	}

	svg(): string {
		const { lang, title, description, colours, fonts } = this.#view;
		const height = Math.ceil(this.#y);
		return element(
			'svg',
			{
				xmlns: 'http://www.w3.org/2000/svg',
				width: VIEW_PX,
				height: height * DENSITY,
				viewBox: `0 0 ${WIDTH} ${height}`,
				'xml:lang': lang,
				role: 'img',
				'aria-labelledby': 'title description',
				'font-family': FAMILY
			},
			[
				element('title', { id: 'title' }, escapeXml(title)),
				element('desc', { id: 'description' }, escapeXml(description)),
				fonts === '' ? '' : element('style', {}, escapeXml(fonts)),
				element('rect', { width: WIDTH, height, fill: colours.panel }),
				...this.#parts
			].join('\n')
		);
	}
}
