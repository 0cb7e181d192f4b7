export const FRAME_HEIGHTS = [400, 500, 600, 700, 800] as const;

export interface EmbedCode {
	/** Of the page for frames, with the view. */
	readonly address: string;
	/** Of the script beside it; `null`: without. */
	readonly script: string | null;
	/** Says what is in the frame, to those who cannot see it. */
	readonly title: string;
	/** px. */
	readonly height: number;
}

/**
 * What goes into an article. Width and border are attributes, which a page whose policy forbids inline style takes as well, and
 * most editing systems leave alone. No address of the article goes along (`no-referrer`): it may not be published yet.
 */
export function embedCode({ address, script, title, height }: EmbedCode): string {
	const attributes: readonly (readonly [name: string, value: string])[] = [
		...(script === null ? [] : [['data-chronotope', ''] as const]),
		['src', address],
		['title', title],
		['width', '100%'],
		['height', String(height)],
		['frameborder', '0'],
		['loading', 'lazy'],
		['allow', 'fullscreen; clipboard-write'],
		['referrerpolicy', 'no-referrer']
	];
	const written = attributes.map(([name, value]) =>
		value === '' ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`
	);
	const frame = `<iframe${written.join('')}></iframe>`;
	return script === null ? frame : `${frame}\n<script async src="${escapeAttribute(script)}"></script>`;
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** One line in double quotes. What HTML has no place for becomes `�`. */
function escapeAttribute(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd')
		.replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? sign);
}
