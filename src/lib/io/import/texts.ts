const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The text that a piece of HTML shows: tags go, paragraphs and breaks become line breaks. Nothing of it is ever run. */
export function htmlText(html: string): string {
	if (!/[<&]/.test(html)) return html;
	let text = '';
	const lower = html.toLowerCase();
	for (let at = 0; at < html.length;) {
		const open = html.indexOf('<', at);
		if (open < 0) {
			text += html.slice(at);
			break;
		}
		text += html.slice(at, open);
		const close = html.indexOf('>', open);
		if (close < 0) {
			text += html.slice(open);
			break;
		}
		// A lone `<` is a character.
		if (!/[a-z/!?]/i.test(html.charAt(open + 1))) {
			text += '<';
			at = open + 1;
			continue;
		}
		const name = /^\/?([a-z0-9]*)/i.exec(html.slice(open + 1, open + 20))?.[1]?.toLowerCase() ?? '';
		if (/^(?:p|br|div|li|tr|h[1-6]|blockquote|ul|ol)$/.test(name)) text += '\n';
		at = close + 1;
		if ((name === 'script' || name === 'style') && html.charAt(open + 1) !== '/') {
			const end = lower.indexOf(`</${name}`, at);
			at = end < 0 ? html.length : end;
		}
	}
	return tidy(decodeEntities(text));
}

function decodeEntities(text: string): string {
	return text.replace(
		/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi,
		(whole, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
			const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
			const isCharacter = point > 0x1f && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
			return isCharacter ? String.fromCodePoint(point) : whole;
		}
	);
}

/** At most one empty line, none at the ends, no white space at the ends of lines. */
function tidy(text: string): string {
	const lines = text.split('\n').map((line) => line.trim());
	return lines
		.filter((line, index) => line !== '' || lines[index - 1] !== '')
		.join('\n')
		.trim();
}
