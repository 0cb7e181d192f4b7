/**
 * The pseudo-locale: English as a language would be that says everything in longer and accented words. Each text stands
 * between `‹` and `›`, so that what is not a message is seen. All characters are in the font of English itself: the widths
 * are the same on every machine.
 */

/** @type {Readonly<Record<string, string>>} Vowels are doubled, which makes a text 30 to 40 per cent longer. */
const LETTERS = {
	...{ a: 'áá', e: 'éé', i: 'íí', o: 'óó', u: 'úú', y: 'ý', c: 'ç', n: 'ñ' },
	...{ A: 'ÅÅ', E: 'ÉÉ', I: 'ÎÎ', O: 'ÔÔ', U: 'ÛÛ', Y: 'Ý', C: 'Ç', N: 'Ñ' }
};

/**
 * A text that has others in it is one text: what stands inside is neither marked nor made longer again. What has no letters
 * (`2×`, an empty text) is no words, and stays.
 *
 * @param {string} text
 */
export function pseudoText(text) {
	if (!/\p{L}/u.test(text)) return text;
	const long = text.replace(/[‹›]/g, '').replace(/[aeiouycn]/gi, (letter) => LETTERS[letter] ?? letter);
	return `‹${long}›`;
}

/**
 * Messages in the pseudo-locale: each text, and each text that a function returns, however deep.
 *
 * @template Value
 * @param {Value} value
 * @returns {Value}
 */
export function pseudo(value) {
	return /** @type {Value} */ (changed(value));
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function changed(value) {
	if (typeof value === 'string') return pseudoText(value);
	if (typeof value === 'function') return (/** @type {unknown[]} */ ...all) => changed(value(...all));
	if (Array.isArray(value)) return value.map(changed);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, changed(inner)]));
}

/**
 * A file of a dataset, as parsed JSON, with its English texts in the pseudo-locale, and the titles of its sources, which have
 * no language.
 *
 * @param {string} file
 * @param {unknown} json
 * @returns {unknown}
 */
export function pseudoData(file, json) {
	if (Array.isArray(json)) return json.map((inner) => pseudoData(file, inner));
	if (typeof json !== 'object' || json === null) return json;
	return Object.fromEntries(
		Object.entries(json).map(([key, inner]) => {
			const isText = typeof inner === 'string' && (key === 'en' || (key === 'title' && file === 'sources.json'));
			return [key, isText ? pseudoText(inner) : pseudoData(file, inner)];
		})
	);
}
