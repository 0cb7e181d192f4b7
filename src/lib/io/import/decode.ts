import { rowProblem, showValue, type Problem } from '../problems.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { isWebPage, signatureOf, type FileKind } from './signature.ts';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A file as it was chosen. */
export interface OpenedFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

export interface Decoded {
	/** Without a byte order mark; `null` when the file is none that can be read. */
	readonly text: string | null;
	readonly encoding: Encoding;
	readonly problems: readonly Problem[];
}

/** As messages have them. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
	'utf-8': 'UTF-8',
	'utf-16le': 'UTF-16 (little-endian)',
	'utf-16be': 'UTF-16 (big-endian)',
	'windows-1252': 'Windows-1252'
};

/** Bytes to text. Whatever was guessed is said; `encoding` names what a person knows better. Never throws on input. */
export function decodeFile({ name, bytes }: OpenedFile, encoding?: Encoding): Decoded {
	const refuse = (code: Problem['code'], params: Problem['params'] = {}): Decoded => ({
		text: null,
		encoding: 'utf-8',
		problems: [rowProblem({ file: name }, 'error', code, { params })]
	});
	if (bytes.length > MAX_FILE_BYTES) return refuse('limit-bytes', { limit: MAX_FILE_BYTES, length: bytes.length });
	const signature = signatureOf(bytes);
	if (signature !== null) return refuse('file-unsupported', { kind: signature });

	// Rejected rows of a file in another encoding are in UTF-8, and say so.
	const isNamed = encoding !== undefined && !hasMark(bytes);
	const decoded = isNamed ? { encoding, text: decode(bytes, encoding), said: true } : guess(bytes);
	const { text } = decoded;
	if (text.trim() === '') return refuse('file-empty');
	if (isWebPage(text)) return refuse('file-unsupported', { kind: 'html' satisfies FileKind });
	if (isBinary(text)) return refuse('file-unsupported', { kind: 'binary' satisfies FileKind });
	const problems = [...(decoded.said ? [] : [guessed(name, decoded)]), ...lostCharacters(name, text)];
	return { text, encoding: decoded.encoding, problems };
}

interface Guess {
	readonly encoding: Encoding;
	readonly text: string;
	/** True when the file itself says which encoding it has, or it can be no other. */
	readonly said: boolean;
}

/** Whether the file begins with the byte order mark of UTF-8, which in no other encoding begins a text. */
function hasMark([first, second, third]: Uint8Array): boolean {
	return first === 0xef && second === 0xbb && third === 0xbf;
}

function guess(bytes: Uint8Array): Guess {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', text: decode(bytes, 'utf-16le'), said: false };
	if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', text: decode(bytes, 'utf-16be'), said: false };
	const wide = wideWithoutMark(bytes);
	if (wide !== null) return { encoding: wide, text: decode(bytes, wide), said: false };
	try {
		return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), said: true };
	} catch {
		return { encoding: 'windows-1252', text: decode(bytes, 'windows-1252'), said: false };
	}
}

/** Latin letters in UTF-16 have a zero in every other byte. */
function wideWithoutMark(bytes: Uint8Array): Encoding | null {
	const sample = bytes.subarray(0, 2_000);
	const zeros = [0, 0];
	sample.forEach((byte, index) => {
		if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
	});
	const [even = 0, odd = 0] = zeros;
	const half = sample.length / 2;
	if (odd > half * 0.3 && even < half * 0.05) return 'utf-16le';
	if (even > half * 0.3 && odd < half * 0.05) return 'utf-16be';
	return null;
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
	return new TextDecoder(encoding).decode(bytes);
}

/** More than a stray one. */
function isBinary(text: string): boolean {
	const sample = text.slice(0, 10_000);
	let zeros = 0;
	for (let at = sample.indexOf('\0'); at >= 0; at = sample.indexOf('\0', at + 1)) zeros++;
	return zeros > sample.length / 20;
}

function guessed(file: string, { encoding, text }: Guess): Problem {
	const samples = wordsBeyondAscii(text).join(', ');
	const params = { encoding: ENCODING_NAMES[encoding], ...(samples === '' ? {} : { samples }) };
	return rowProblem({ file }, 'warning', 'encoding-guessed', { params });
}

/** Three different words that would be wrong if the encoding were. */
function wordsBeyondAscii(text: string): string[] {
	const words = new Set<string>();
	for (const [word] of text
		.slice(0, 1_000_000)
		.matchAll(/[\p{L}\p{M}\p{N}]{0,20}[^\p{ASCII}\p{Cc}][\p{L}\p{M}]{0,20}/gu)) {
		words.add(showValue([...word].slice(-24).join('')));
		if (words.size === 3) break;
	}
	return [...words];
}

function lostCharacters(file: string, text: string): Problem[] {
	const at = text.indexOf('\ufffd');
	if (at < 0) return [];
	const count = text.split('\ufffd').length - 1;
	const line = text.slice(0, at).split(/\r\n|\n|\r/).length;
	const value = text.slice(Math.max(0, at - 20), at + 20);
	return [rowProblem({ file, line }, 'warning', 'file-encoding', { value, params: { count } })];
}
