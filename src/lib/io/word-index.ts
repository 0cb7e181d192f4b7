import { foldText } from '../core/search.ts';
import type { LocalizedText } from '../core/model.ts';
import { packRows } from './varints.ts';

/**
 * An index of the words of texts. A word of a search has no white space, so it is a substring of a text exactly when it is
 * one of a piece of it between white space. `words/list.json` has these pieces, `words/0.bin` and so on the rows of each.
 */
export interface WordList {
	/** Folded pieces, each once, by their units, one a line: JSON, as halves of surrogate pairs have no UTF-8. */
	readonly pieces: string;
	/** Short words that would otherwise be found in very many pieces: one a line, after all pieces. */
	readonly short: string;
	/** Bytes that the rows of each take, of pieces first, then of short words. */
	readonly lengths: readonly number[];
	/** The first one in each file. */
	readonly firsts: readonly number[];
}

export interface WordFiles {
	readonly list: WordList;
	readonly files: readonly Uint8Array[];
}

/** A file ends when it is at least so long. */
const FILE_BYTES = 65_536;
/** A short word has rows of its own when those of its pieces would take more bytes than this, and than two bits a row. */
const SHORT_BYTES = 32_768;
const SHORT_LENGTH = 2;

/** What search finds in an event itself; names of what it refers to are looked up by their own lists. */
export function ownText({
	title,
	summary
}: {
	readonly title: LocalizedText;
	readonly summary: LocalizedText;
}): string {
	return foldText([...Object.values(title), ...Object.values(summary)].join('\n'));
}

/** `texts`: folded, one a row. */
export function indexWords(texts: Iterable<string>): WordFiles {
	const { pieces, rowsOf, rows } = collect(texts);
	const order = [...pieces.keys()].sort((a, b) => ((pieces[a] ?? '') < (pieces[b] ?? '') ? -1 : 1));
	const sorted = order.map((index) => pieces[index] ?? '');
	const packed = order.map((index) => packRows(rowsOf(index), rows));
	const grams = heavyGrams(sorted, packed, rows);
	const short = [...grams.keys()].sort();
	for (const gram of short)
		packed.push(
			packRows(
				unite(grams.get(gram) ?? [], (i) => rowsOf(order[i] ?? 0), rows),
				rows
			)
		);
	return { ...inFiles(packed, { pieces: sorted.join('\n'), short: short.join('\n') }) };
}

function inFiles(packed: readonly Uint8Array[], texts: Pick<WordList, 'pieces' | 'short'>): WordFiles {
	const [files, firsts]: [Uint8Array[], number[]] = [[], []];
	for (let first = 0; first < packed.length;) {
		let [end, length] = [first, 0];
		while (end < packed.length && length < FILE_BYTES) length += packed[end++]?.length ?? 0;
		const file = new Uint8Array(length);
		let at = 0;
		for (const bytes of packed.slice(first, end)) {
			file.set(bytes, at);
			at += bytes.length;
		}
		files.push(file);
		firsts.push(first);
		first = end;
	}
	return { list: { ...texts, lengths: packed.map(({ length }) => length), firsts }, files };
}

/** Pieces in order of their first row. */
function collect(texts: Iterable<string>) {
	const known = new Map<string, number>();
	const pieces: string[] = [];
	/** One after the other: piece, then for each row where its list ends. */
	const found = new Growing();
	const ends = new Growing();
	for (const text of texts) {
		for (const piece of new Set(text.split(/\s+/u))) {
			if (piece === '') continue;
			let index = known.get(piece);
			if (index === undefined) {
				index = pieces.length;
				// A slice would keep the whole text.
				pieces.push(piece);
				known.set(piece, index);
			}
			found.push(index);
		}
		ends.push(found.length);
	}
	const at = new Uint32Array(pieces.length + 1);
	for (let i = 0; i < found.length; i++) at[found.at(i) + 1] = (at[found.at(i) + 1] ?? 0) + 1;
	for (let i = 0; i < pieces.length; i++) at[i + 1] = (at[i + 1] ?? 0) + (at[i] ?? 0);
	const next = at.slice();
	const rows = new Uint32Array(found.length);
	for (let row = 0, i = 0; row < ends.length; row++)
		for (; i < ends.at(row); i++) {
			const index = found.at(i);
			const to = next[index] ?? 0;
			rows[to] = row;
			next[index] = to + 1;
		}
	return { pieces, rows: ends.length, rowsOf: (index: number) => rows.subarray(at[index], at[index + 1]) };
}

/** Short words with the pieces that they are in. */
function heavyGrams(pieces: readonly string[], packed: readonly Uint8Array[], rows: number): Map<string, number[]> {
	const found = new Map<string, { bytes: number; pieces: number[] }>();
	pieces.forEach((piece, index) => {
		const grams = new Set<string>();
		for (let length = 1; length <= SHORT_LENGTH; length++)
			for (let at = 0; at + length <= piece.length; at++) grams.add(piece.slice(at, at + length));
		for (const gram of grams) {
			const entry = found.get(gram) ?? { bytes: 0, pieces: [] };
			entry.bytes += packed[index]?.length ?? 0;
			entry.pieces.push(index);
			found.set(gram, entry);
		}
	});
	const limit = Math.max(SHORT_BYTES, rows / 4);
	return new Map([...found].flatMap(([gram, entry]) => (entry.bytes > limit ? [[gram, entry.pieces] as const] : [])));
}

function unite(indexes: readonly number[], rowsOf: (index: number) => Uint32Array, rows: number): Uint32Array {
	const has = new Uint8Array(rows);
	for (const index of indexes) for (const row of rowsOf(index)) has[row] = 1;
	let count = 0;
	for (const bit of has) count += bit;
	const united = new Uint32Array(count);
	for (let row = 0, at = 0; row < rows; row++) if (has[row] === 1) united[at++] = row;
	return united;
}

/** Numbers, as many as come. */
class Growing {
	#values = new Uint32Array(1024);
	length = 0;

	push(value: number): void {
		if (this.length === this.#values.length) {
			const larger = new Uint32Array(this.length * 2);
			larger.set(this.#values);
			this.#values = larger;
		}
		this.#values[this.length++] = value;
	}

	at(index: number): number {
		return this.#values[index] ?? 0;
	}
}
