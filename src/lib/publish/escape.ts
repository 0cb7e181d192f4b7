/** Text in the notations that are written by hand: nothing of it is ever markup. */

const MARKUP: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** What no XML 1.0 document may hold, not even as a reference, and what HTML calls an error: controls, halves of characters. */
const UNFIT = /[^\t\n\r\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text between tags or in a quoted attribute, of HTML and of XML. What neither can hold becomes `�`. */
export function escapeMarkup(text: string): string {
	return text.replace(UNFIT, '\uFFFD').replace(/[&<>"']/g, (char) => MARKUP[char] ?? char);
}

const SCRIPT: Readonly<Record<string, string>> = {
	'<': '\\u003c',
	'>': '\\u003e',
	'&': '\\u0026',
	'\u2028': '\\u2028',
	'\u2029': '\\u2029'
};

/** A value as JSON that may stand in a `script` element: it holds no `</script>` and no `<!--`. */
export function escapeJson(value: unknown): string {
	return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (char) => SCRIPT[char] ?? char);
}
