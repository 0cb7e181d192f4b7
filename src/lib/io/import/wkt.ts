/** How many lists stand around the numbers of a position. */
const DEPTHS: ReadonlyMap<string, number> = new Map([
	['point', 0],
	['multipoint', 1],
	['linestring', 1],
	['multilinestring', 2],
	['polygon', 2],
	['multipolygon', 3]
]);

const HEAD =
	/^\s*(?:SRID=4326;)?\s*(multipoint|multilinestring|multipolygon|point|linestring|polygon|geometrycollection)\s*(?:ZM|Z|M)?\s*(EMPTY\s*$|\()/i;

/**
 * Well-known text as the GeoJSON that says the same, its type written as it is there; `null` where it is none. What is no
 * number stays a text in the position that it stands in.
 */
export function geometryOfWkt(text: string): object | null {
	const [head, type = '', body] = HEAD.exec(text) ?? [];
	if (head === undefined || body === undefined) return null;
	const depth = DEPTHS.get(type.toLowerCase());
	const items = body === '(' ? itemsOf(text.slice(head.length - 1)) : [];
	if (items === null) return null;
	if (depth === undefined) return { type, geometries: items.map(geometryOfWkt) };
	if (depth === 0)
		return { type, coordinates: items.length === 0 ? [] : items.length === 1 ? position(items[0]) : null };
	return { type, coordinates: items.map((item) => listOf(item, depth - 1)) };
}

function listOf(text: string, depth: number): unknown {
	if (depth === 0) return position(text);
	return itemsOf(text)?.map((item) => listOf(item, depth - 1)) ?? null;
}

/** Of a MultiPoint a position may stand in brackets. */
function position(text = ''): unknown {
	const inner = /^\s*\(([^()]*)\)\s*$/.exec(text)?.[1] ?? text;
	return inner
		.trim()
		.split(/\s+/)
		.map((part) => (part !== '' && Number.isFinite(Number(part)) ? Number(part) : part));
}

/** What stands in the brackets around a text, cut at the commas that are in no brackets of their own; `null`: they do not match. */
function itemsOf(text: string): string[] | null {
	const trimmed = text.trim();
	if (/^EMPTY$/i.test(trimmed)) return [];
	if (!trimmed.startsWith('(') || !trimmed.endsWith(')')) return null;
	const items: string[] = [];
	let [depth, begin] = [0, 1];
	for (let at = 1; at < trimmed.length; at++) {
		const character = trimmed[at];
		const isEnd = at === trimmed.length - 1;
		if (character === '(') depth++;
		else if (character === ')' && !isEnd && --depth < 0) return null;
		if ((character === ',' && depth === 0) || isEnd) {
			items.push(trimmed.slice(begin, at));
			begin = at + 1;
		}
	}
	return depth === 0 ? items : null;
}
