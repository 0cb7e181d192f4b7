import { contains } from './bounds.ts';
import type { Columns } from './columns.ts';
import { FACETS, type Facet } from './facets.ts';
import { NO_FILTER, RULE, type Filter, type Rule } from './filter.ts';
import { STATUSES, type DatasetHead, type LocalizedText } from './model.ts';
import { foldText, queryWords } from './search.ts';

/** Says which rules rows break. A worker can stand behind it. */
export interface MaskSource {
	/**
	 * Bits of `RULE` for each row, the window aside; the same array as long as no other rule changes, and never written to
	 * once it is given out. A promise where that takes longer; `null` when a later call has taken its place.
	 */
	update(filter: Filter): Uint16Array | Promise<Uint16Array | null>;
}

/** Where the words of the events themselves are: titles and summaries in all languages, folded by `foldText`. */
export interface TextIndex {
	/** The rows in whose texts a folded word without white space occurs, each once. */
	rowsWith(word: string): Uint32Array | Promise<Uint32Array>;
}

/** What columns point to. */
export type Dimensions = Pick<DatasetHead, 'places' | 'categories' | 'actors' | 'sources'>;

type Words = ReadonlyMap<string, Uint32Array>;
type MaskRule = Exclude<Rule, 'window'>;

/** Words whose rows are kept, for the next letter typed. */
const MAX_WORDS = 8;
const MASK_RULES = [...FACETS, 'query', 'known', 'bounds'] as const satisfies readonly MaskRule[];

/**
 * The rules over columns, each by itself: when one changes, the bits of the others stay. It equals `compileFilter` row by
 * row. A few milliseconds a rule for a million rows; at once, unless the text index takes its time.
 */
export class Masks implements MaskSource {
	readonly #columns: Columns;
	readonly #dimensions: Dimensions;
	readonly #texts: TextIndex;
	readonly #words = new Map<string, Uint32Array | Promise<Uint32Array>>();
	#names: Names | null = null;
	#filter: Filter = NO_FILTER;
	#broken: Uint16Array;
	#asked = 0;

	constructor(columns: Columns, dimensions: Dimensions, texts: TextIndex) {
		this.#columns = columns;
		this.#dimensions = dimensions;
		this.#texts = texts;
		this.#broken = new Uint16Array(columns.rows);
	}

	update(filter: Filter): Uint16Array | Promise<Uint16Array | null> {
		const asked = ++this.#asked;
		// Whoever moves the window hands on the rest as it was.
		if (MASK_RULES.every((rule) => filter[rule] === this.#filter[rule])) return this.#broken;
		const words = queryWords(filter.query);
		if (sameWords(words, queryWords(this.#filter.query))) return this.#apply(filter, new Map());
		const found = words.map((word) => this.#rowsWith(word));
		const here = found.filter((rows) => rows instanceof Uint32Array);
		const table = (rows: readonly Uint32Array[]): Words =>
			new Map(words.map((word, i) => [word, rows[i] ?? new Uint32Array(0)]));
		if (here.length === found.length) return this.#apply(filter, table(here));
		return Promise.all(found.map((rows) => Promise.resolve(rows))).then((rows) =>
			asked === this.#asked ? this.#apply(filter, table(rows)) : null
		);
	}

	#rowsWith(word: string): Uint32Array | Promise<Uint32Array> {
		const known = this.#words.get(word);
		if (known !== undefined) return known;
		const rows = this.#texts.rowsWith(word);
		this.#words.set(word, rows);
		const [oldest] = this.#words.keys();
		if (this.#words.size > MAX_WORDS && oldest !== undefined) this.#words.delete(oldest);
		if (rows instanceof Uint32Array) return rows;
		const keep = (found: Uint32Array | null): void => {
			if (this.#words.get(word) !== rows) return;
			if (found === null) this.#words.delete(word);
			else this.#words.set(word, found);
		};
		// A word that did not come is asked for again.
		void rows.then(keep, () => keep(null));
		return rows;
	}

	#apply(filter: Filter, words: Words): Uint16Array {
		const changed = MASK_RULES.filter((rule) => !sameRule(rule, filter, this.#filter));
		this.#filter = filter;
		if (changed.length === 0) return this.#broken;
		const broken = this.#broken.slice();
		for (const rule of changed) this.#rewrite(rule, filter, words, broken);
		return (this.#broken = broken);
	}

	#rewrite(rule: MaskRule, filter: Filter, words: Words, broken: Uint16Array): void {
		const { category, status, placeAt, place, actorAt, actor, sourceAt, source } = this.#columns;
		const bit = RULE[rule];
		if (isIdle(rule, filter)) return clearBit(broken, bit);
		if (rule === 'categories') return byValue(broken, bit, category, this.#asks(rule, filter));
		if (rule === 'statuses') return byValue(broken, bit, status, this.#asks(rule, filter));
		if (rule === 'places') return byList(broken, bit, placeAt, place, this.#asks(rule, filter));
		if (rule === 'actors') return byList(broken, bit, actorAt, actor, this.#asks(rule, filter));
		if (rule === 'sources') return byList(broken, bit, sourceAt, source, this.#asks(rule, filter));
		if (rule === 'known') return byReport(broken, this.#columns.reportedBy, filter.known ?? Infinity);
		if (rule === 'bounds') return byList(broken, bit, placeAt, place, this.#inside(filter));
		return byFlags(broken, bit, this.#withWords(words));
	}

	/** 1 for each value of a facet that the filter asks for. */
	#asks(facet: Facet, filter: Filter): Uint8Array {
		const ids: readonly string[] = facet === 'statuses' ? STATUSES : this.#dimensions[facet].map(({ id }) => id);
		const asked = new Set<string>(filter[facet]);
		return Uint8Array.from(ids, (id) => (asked.has(id) ? 1 : 0));
	}

	#inside({ bounds }: Filter): Uint8Array {
		const isInside = bounds === null ? () => true : contains.bind(null, bounds);
		return Uint8Array.from(this.#dimensions.places, ({ point }) => (point !== null && isInside(point) ? 1 : 0));
	}

	/** 1 for each row in whose text every word occurs. */
	#withWords(words: Words): Uint8Array {
		const { rows, placeAt, place, actorAt, actor, sourceAt, source } = this.#columns;
		const all = new Uint8Array(rows).fill(1);
		const names = (this.#names ??= foldNames(this.#dimensions));
		for (const [word, found] of words) {
			const one = new Uint8Array(rows);
			for (const row of found) one[row] = 1;
			addRows(one, placeAt, place, having(names.places, word));
			addRows(one, actorAt, actor, having(names.actors, word));
			addRows(one, sourceAt, source, having(names.sources, word));
			for (let row = 0; row < rows; row++) all[row] = (all[row] ?? 0) & (one[row] ?? 0);
		}
		return all;
	}
}

interface Names {
	readonly places: readonly string[];
	readonly actors: readonly string[];
	readonly sources: readonly string[];
}

function foldNames({ places, actors, sources }: Dimensions): Names {
	const fold = ({ name }: { readonly name: LocalizedText }): string => foldText(Object.values(name).join('\n'));
	return {
		places: places.map(fold),
		actors: actors.map(fold),
		sources: sources.map(({ title, publisher }) => foldText(`${title}\n${publisher ?? ''}`))
	};
}

/** 1 for each text that has the word; `null`: none has. */
function having(texts: readonly string[], word: string): Uint8Array | null {
	const flags = Uint8Array.from(texts, (text) => (text.includes(word) ? 1 : 0));
	return flags.includes(1) ? flags : null;
}

function addRows(flags: Uint8Array, at: Uint32Array, values: Uint32Array, wanted: Uint8Array | null): void {
	if (wanted === null) return;
	for (let row = 0; row < flags.length; row++) {
		const last = at[row + 1] ?? 0;
		for (let i = at[row] ?? 0; i < last; i++) if (wanted[values[i] ?? 0] === 1) flags[row] = 1;
	}
}

function clearBit(broken: Uint16Array, bit: number): void {
	for (let row = 0; row < broken.length; row++) broken[row] = (broken[row] ?? 0) & ~bit;
}

function byValue(broken: Uint16Array, bit: number, values: Uint8Array, asked: Uint8Array): void {
	// By value what to set: a look-up and no branch.
	const bits = new Uint16Array(256).fill(bit);
	asked.forEach((is, value) => is === 1 && (bits[value] = 0));
	for (let row = 0; row < broken.length; row++)
		broken[row] = ((broken[row] ?? 0) & ~bit) | (bits[values[row] ?? 0] ?? 0);
}

function byList(broken: Uint16Array, bit: number, at: Uint32Array, values: Uint32Array, asked: Uint8Array): void {
	let next = 0;
	for (let row = 0; row < broken.length; row++) {
		const last = at[row + 1] ?? 0;
		let has = 0;
		for (; next < last; next++) has |= asked[values[next] ?? 0] ?? 0;
		broken[row] = ((broken[row] ?? 0) & ~bit) | ((1 - has) * bit);
	}
}

function byReport(broken: Uint16Array, reportedBy: Float64Array, known: number): void {
	for (let row = 0; row < broken.length; row++)
		broken[row] = ((broken[row] ?? 0) & ~RULE.known) | ((reportedBy[row] ?? NaN) > known ? RULE.known : 0);
}

function byFlags(broken: Uint16Array, bit: number, passes: Uint8Array): void {
	for (let row = 0; row < broken.length; row++)
		broken[row] = ((broken[row] ?? 0) & ~bit) | ((1 - (passes[row] ?? 0)) * bit);
}

function isIdle(rule: MaskRule, filter: Filter): boolean {
	if (rule === 'query') return queryWords(filter.query).length === 0;
	if (rule === 'known' || rule === 'bounds') return filter[rule] === null;
	return filter[rule].length === 0;
}

function sameRule(rule: MaskRule, a: Filter, b: Filter): boolean {
	if (a[rule] === b[rule]) return true;
	if (rule === 'query') return sameWords(queryWords(a.query), queryWords(b.query));
	if (rule === 'known') return false;
	if (rule !== 'bounds') return sameWords(a[rule], b[rule]);
	if (a.bounds === null || b.bounds === null) return false;
	const { west, south, east, north } = a.bounds;
	return west === b.bounds.west && south === b.bounds.south && east === b.bounds.east && north === b.bounds.north;
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((word, i) => word === b[i]);
}
