/**
 * The data of a page as JSON that a browser reads as it is: what JSON has no word for is a number too large (`1e999` is read
 * as Infinity) or a map, which is written as its entries, with a list of where the maps are.
 */

/**
 * @typedef {readonly (string | number)[]} Path From the outside in.
 * @param {object} start
 * @returns {{ start: object, maps: readonly Path[] }} The same with arrays of entries for maps, and where these are, those inside
 *   of others first.
 */
export function packData(start) {
	/** @type {Path[]} */
	const maps = [];
	return { start: packed(start, [], maps), maps };
}

/**
 * @param {unknown} value
 * @param {Path} path
 * @param {Path[]} maps
 * @returns {any}
 */
function packed(value, path, maps) {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((inner, index) => packed(inner, [...path, index], maps));
	if (value instanceof Map) {
		const entries = packed([...value], path, maps);
		maps.push(path);
		return entries;
	}
	const prototype = Object.getPrototypeOf(value);
	if (prototype !== Object.prototype && prototype !== null) {
		throw new Error(`The data of a page has ${prototype.constructor.name} at ${path.join('.')}: see page-data.mjs.`);
	}
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, packed(inner, [...path, key], maps)]));
}

/**
 * @param {unknown} value Of `packData`.
 * @returns {string} JSON that may stand between tags: no sign in it begins one.
 */
export function jsonBlock(value) {
	return written(value).replaceAll('<', '\\u003c');
}

/** @type {(value: unknown) => string} */
function written(value) {
	if (typeof value === 'number') {
		if (Number.isNaN(value)) throw new Error('The data of a page has a number that is none.');
		if (Object.is(value, -0)) return '-0';
		return Number.isFinite(value) ? String(value) : value < 0 ? '-1e999' : '1e999';
	}
	if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
	if (typeof value !== 'object' || value === null) {
		const text = JSON.stringify(value);
		if (text !== undefined) return text;
		throw new Error(`The data of a page has a ${typeof value} in it, for which JSON has no word.`);
	}
	const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
	return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${written(inner)}`).join(',')}}`;
}
