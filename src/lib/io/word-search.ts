import type { Files } from './fetched.ts';
import type { Fetched, Waiting, WordIndex } from './paged.ts';
import { RowSet } from './varints.ts';
import type { WordList } from './word-index.ts';

/** Files asked for at once. */
const AT_ONCE = 6;

/** Reads what `indexWords` wrote: the list at the first search, rows as words need them. */
export function createWordIndex(rows: number, files: Files): WordIndex {
	let list: ReadList | null = null;

	const readList = async (signal: AbortSignal | undefined): Promise<Fetched<ReadList>> => {
		if (list !== null) return { ok: true, value: list };
		const answer = await files.json('words/list.json', isWordList, signal);
		if (!answer.ok) return answer;
		list = new ReadList(answer.value);
		return { ok: true, value: list };
	};

	return {
		async rowsWith(word, { signal, progress }: Waiting = {}) {
			const known = await readList(signal);
			if (!known.ok) return known;
			const wanted = known.value.find(word);
			const found = new RowSet(rows);
			let done = 0;
			const addFile = async ([file, spans]: readonly [number, readonly Span[]]): Promise<Fetched<null>> => {
				const name = `words/${file}.bin`;
				const answer = await files.bytes(name, signal === undefined ? {} : { signal });
				if (!answer.ok) return answer;
				try {
					for (const { at, length } of spans) found.add(answer.value.subarray(at, at + length));
				} catch {
					return files.damaged(name);
				}
				progress?.(++done / wanted.size);
				return { ok: true, value: null };
			};
			const all = [...wanted];
			for (let from = 0; from < all.length; from += AT_ONCE) {
				const answers = await Promise.all(all.slice(from, from + AT_ONCE).map(addFile));
				const fault = answers.find(({ ok }) => !ok);
				if (fault?.ok === false) return fault;
			}
			progress?.(1);
			return { ok: true, value: found.rows() };
		}
	};
}

interface Span {
	readonly at: number;
	readonly length: number;
}

class ReadList {
	readonly #list: WordList;
	/** Where each piece begins in the text of all, and its end. */
	readonly #starts: Uint32Array;
	readonly #short: ReadonlyMap<string, number>;

	constructor(list: WordList) {
		this.#list = list;
		const lines = list.pieces === '' ? [] : list.pieces.split('\n');
		const starts = new Uint32Array(lines.length + 1);
		lines.forEach((line, i) => (starts[i + 1] = (starts[i] ?? 0) + line.length + 1));
		this.#starts = starts;
		const short = list.short === '' ? [] : list.short.split('\n');
		this.#short = new Map(short.map((word, i) => [word, lines.length + i]));
	}

	/** By file, where the rows stand of all that has the word in it. */
	find(word: string): Map<number, Span[]> {
		const short = this.#short.get(word);
		const spans = new Map<number, Span[]>();
		for (const index of short === undefined ? this.#piecesWith(word) : [short]) {
			const file = lastUpTo(this.#list.firsts, index);
			let at = 0;
			for (let i = this.#list.firsts[file] ?? 0; i < index; i++) at += this.#list.lengths[i] ?? 0;
			const span = { at, length: this.#list.lengths[index] ?? 0 };
			const known = spans.get(file);
			if (known === undefined) spans.set(file, [span]);
			else known.push(span);
		}
		return spans;
	}

	#piecesWith(word: string): number[] {
		const { pieces } = this.#list;
		const found: number[] = [];
		if (word === '') return found;
		for (let at = pieces.indexOf(word); at >= 0;) {
			const index = lastUpTo(this.#starts, at);
			found.push(index);
			at = pieces.indexOf(word, this.#starts[index + 1] ?? Infinity);
		}
		return found;
	}
}

/** The last index whose value is at most `value`; the values rise. */
function lastUpTo(values: ArrayLike<number>, value: number): number {
	let [low, high] = [0, values.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((values[middle] ?? Infinity) <= value) low = middle;
		else high = middle - 1;
	}
	return low;
}

function isWordList(value: unknown): value is WordList {
	const list = value as Partial<WordList> | null;
	return (
		typeof list?.pieces === 'string' &&
		typeof list.short === 'string' &&
		Array.isArray(list.lengths) &&
		Array.isArray(list.firsts)
	);
}
