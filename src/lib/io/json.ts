/** Deepest nesting of arrays and objects that is read. The format itself needs 8. */
export const MAX_JSON_DEPTH = 64;

/** What the text should have had where it went wrong. */
export type JsonExpectation =
	| 'value'
	| 'key'
	| 'colon'
	| 'comma-or-bracket'
	| 'comma-or-brace'
	| 'end'
	| 'number'
	| 'escape'
	| 'closing-quote'
	| 'shallower';

export interface JsonFault {
	readonly expected: JsonExpectation;
	/** Both from 1; a line ends at LF, CR LF or CR. A column counts UTF-16 units. */
	readonly line: number;
	readonly column: number;
	/** The character found there; `null` at the end of the text. */
	readonly found: string | null;
}

/** Keys and indexes from the whole value down to one member. */
export type JsonPath = readonly (string | number)[];

export type JsonResult =
	| { readonly ok: true; readonly value: unknown; readonly repeated: readonly JsonPath[] }
	| { readonly ok: false; readonly fault: JsonFault };

/**
 * `JSON.parse` (RFC 8259, the same texts accepted) that says where a text breaks, refuses deep nesting before anything
 * recursive meets it, and reports keys that occur twice in one object, of which the last one wins.
 */
export function parseJson(text: string): JsonResult {
	const scanner = new Scanner(text);
	try {
		scanner.document();
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		return {
			ok: false,
			fault: { expected: error.expected, ...lineAndColumn(text, error.at), found: characterAt(text, error.at) }
		};
	}
	return { ok: true, value: JSON.parse(text), repeated: scanner.repeated };
}

/** Line and column, both from 1, of an offset in UTF-16 units. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
	let line = 1;
	let lineStart = 0;
	for (const match of text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) {
		line += 1;
		lineStart = match.index + match[0].length;
	}
	return { line, column: offset - lineStart + 1 };
}

/** RFC 6901. */
export function toPointer(path: readonly PropertyKey[]): string {
	return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The keys of a pointer, all as texts; of one that is empty none. */
export function fromPointer(pointer: string): string[] {
	return pointer
		.split('/')
		.slice(1)
		.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function characterAt(text: string, offset: number): string | null {
	const code = text.codePointAt(offset);
	return code === undefined ? null : String.fromCodePoint(code);
}

class Fault extends Error {
	readonly expected: JsonExpectation;
	readonly at: number;
	constructor(expected: JsonExpectation, at: number) {
		super(expected);
		this.expected = expected;
		this.at = at;
	}
}

const WHITE_SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
// Everything between quotes that needs no second look.
// eslint-disable-next-line no-control-regex
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

class Scanner {
	readonly repeated: JsonPath[] = [];
	readonly #text: string;
	readonly #path: (string | number)[] = [];
	#at = 0;

	constructor(text: string) {
		this.#text = text;
	}

	document(): void {
		this.#value();
		if (this.#at < this.#text.length) throw new Fault('end', this.#at);
	}

	#value(): void {
		this.#skip(WHITE_SPACE);
		const next = this.#text[this.#at];
		if (next === '{') this.#object();
		else if (next === '[') this.#array();
		else if (next === '"') this.#string();
		else if (next !== undefined && /[-0-9]/.test(next)) this.#number();
		else if (this.#skip(WORD) === 0) throw new Fault('value', this.#at);
		this.#skip(WHITE_SPACE);
	}

	#object(): void {
		const keys = new Set<string>();
		this.#members('}', 'comma-or-brace', () => {
			this.#skip(WHITE_SPACE);
			if (this.#text[this.#at] !== '"') throw new Fault('key', this.#at);
			const start = this.#at;
			this.#string();
			const key: unknown = JSON.parse(this.#text.slice(start, this.#at));
			this.#skip(WHITE_SPACE);
			if (this.#text[this.#at] !== ':') throw new Fault('colon', this.#at);
			this.#at += 1;
			this.#path.push(String(key));
			if (keys.has(String(key))) this.repeated.push([...this.#path]);
			keys.add(String(key));
			this.#value();
			this.#path.pop();
		});
	}

	#array(): void {
		let index = 0;
		this.#members(']', 'comma-or-bracket', () => {
			this.#path.push(index);
			this.#value();
			this.#path.pop();
			index += 1;
		});
	}

	#members(close: string, expected: JsonExpectation, member: () => void): void {
		if (this.#path.length >= MAX_JSON_DEPTH) throw new Fault('shallower', this.#at);
		this.#at += 1;
		this.#skip(WHITE_SPACE);
		if (this.#text[this.#at] === close) {
			this.#at += 1;
			return;
		}
		for (;;) {
			member();
			const next = this.#text[this.#at];
			if (next !== ',' && next !== close) throw new Fault(expected, this.#at);
			this.#at += 1;
			if (next === close) return;
		}
	}

	#string(): void {
		this.#at += 1;
		for (;;) {
			this.#skip(PLAIN);
			const next = this.#text[this.#at];
			if (next === '"') break;
			if (next !== '\\') throw new Fault('closing-quote', this.#at);
			if (this.#skip(ESCAPE) === 0) throw new Fault('escape', this.#at);
		}
		this.#at += 1;
	}

	#number(): void {
		const start = this.#at;
		const length = this.#skip(NUMBER);
		const next = this.#text[this.#at];
		if (length === 0 || (next !== undefined && /[-+.0-9eE]/.test(next))) throw new Fault('number', start);
	}

	/** Moves past what matches here; the number of characters passed. */
	#skip(pattern: RegExp): number {
		pattern.lastIndex = this.#at;
		const length = pattern.exec(this.#text)?.[0].length ?? 0;
		this.#at += length;
		return length;
	}
}
