import {
	DATE_TARGETS,
	MANY,
	type Column,
	type ColumnUse,
	type FormatId,
	type Notation,
	type Table,
	type Target
} from '../formats/format.ts';
import {
	cellText,
	dateNotation,
	hasDecimalComma,
	isAddress,
	isDateLike,
	isNumber,
	isPair,
	isTime,
	samplesOf,
	shareOf,
	shortYearsIn,
	textsOf
} from './column-values.ts';
import { pairText, readDegrees, splitPair } from './coordinates.ts';
import type { Encoding } from './decode.ts';
import { plainDigits } from './digits.ts';
import { targetOfName } from './header-words.ts';
import { statusOf } from './status-words.ts';
import { plainWord } from './words.ts';

/** Why a column is taken for what it is taken for. Codes and facts; words for them are in `i18n`. */
export type Evidence =
	/** The format says so. */
	| { readonly code: 'format' }
	/** Its name is a known one for this. */
	| { readonly code: 'name' }
	/** Its name has a word in it that tells. */
	| { readonly code: 'name-part' }
	/** Its values are of this kind; `share` of those looked at, 0 to 1. */
	| { readonly code: 'values'; readonly share: number }
	/** A value that can be read in one order only decides for the column. */
	| { readonly code: 'order-proved'; readonly value: string }
	/** Dates with dots have the day first. */
	| { readonly code: 'order-dots'; readonly value: string }
	/** Numbers of this length are written in this notation. */
	| { readonly code: 'number'; readonly value: string }
	| { readonly code: 'decimal-comma' }
	/** Another column is this already. */
	| { readonly code: 'taken'; readonly by: string; readonly target: Target }
	/** A person said so. */
	| { readonly code: 'given' };

export interface ColumnMapping {
	readonly column: string;
	/** `null`: nothing is taken from the column. */
	readonly use: ColumnUse | null;
	readonly evidence: readonly Evidence[];
	/** The first three different values, whole. */
	readonly samples: readonly string[];
}

/** The `notation` of a column, or its `yearsFrom`. */
export type Answer = Notation | number;

/** What is offered of hundred years: this century, the one before, and what spreadsheets take two digits for. */
const HUNDREDS: readonly number[] = [2000, 1900, 1930];

/** What nobody but a person can answer. The answer to all but `swapped` is the `notation` of the column, to `century` its `yearsFrom`. */
export type Question =
	| {
			readonly kind: 'date-order' | 'date-kind' | 'coordinate-order' | 'century';
			readonly column: string;
			readonly options: readonly Answer[];
			readonly samples: readonly string[];
			/** Values that prove one answer each, where they contradict each other. */
			readonly proofs: readonly string[];
	  }
	| {
			/** Answered by the mapping's `swapped`. */
			readonly kind: 'swapped';
			readonly columns: readonly [latitude: string, longitude: string];
			/** Rows that are no position as they are, and are one the other way round. */
			readonly rows: number;
			readonly of: number;
			readonly samples: readonly string[];
	  };

/** How the text of a file is come by. */
export interface Reading {
	/** Only where a person chose it: another one that is guessed is right as long as the file is not saved anew. */
	readonly encoding?: Encoding;
	/** Of delimited text. */
	readonly delimiter?: string;
	/** Of delimited text: whether the first row has the names of the columns. */
	readonly header?: boolean;
}

/** How one file is understood. Plain data; a person may change `use` of the columns, `swapped` and `language`. */
export interface Mapping {
	readonly file: string;
	readonly format: FormatId;
	/** In the order of the file. */
	readonly columns: readonly ColumnMapping[];
	/** Latitude and longitude are the other way round in the whole file. */
	readonly swapped: boolean;
	/** BCP 47 tag of the texts; `und` when nobody said. */
	readonly language: string;
	/** How the file is read; what is left out is found out. */
	readonly reading?: Reading;
	/** What is still open; rows that depend on it are refused. */
	readonly questions: readonly Question[];
}

/** The reading of a table that its names and values speak for. What they leave open is asked and not guessed. */
export function suggestMapping(table: Table): Mapping {
	const texts = table.columns.map((_, index) => textsOf(table, index));
	const uses = suggestUses(table, texts);
	const columns = table.columns.map(({ name }, index): ColumnMapping => {
		const { use, evidence } = withNotation(uses[index] ?? NOTHING, texts[index] ?? []);
		return { column: name, use, evidence, samples: samplesOf(texts[index] ?? []) };
	});
	const { language = 'und' } = table.about;
	const reading = readingOf(table);
	const mapping = {
		file: table.file,
		format: table.format,
		columns,
		swapped: false,
		language,
		...(reading === null ? {} : { reading })
	};
	return { ...mapping, questions: questionsOf(table, mapping) };
}

/** Other formats have their delimiter from what they are. */
function readingOf({ format, dialect }: Table): Reading | null {
	return format === 'csv' && dialect !== undefined ? { delimiter: dialect.delimiter, header: dialect.hasHeader } : null;
}

interface Suggested {
	readonly use: ColumnUse | null;
	readonly evidence: readonly Evidence[];
}

const NOTHING: Suggested = { use: null, evidence: [] };

/** Formats with columns, beside their own, that people name. */
const FREE_NAMES: ReadonlySet<FormatId> = new Set<FormatId>(['csv', 'geojson', 'kml', 'json-records']);

function suggestUses(table: Table, texts: readonly (readonly string[])[]): readonly Suggested[] {
	const taken = new Map<Target, string>();
	const uses: Suggested[] = table.columns.map(() => NOTHING);
	const claim = ({ name }: Column, index: number, use: ColumnUse, evidence: Evidence): void => {
		const by = taken.get(use.target);
		if (by !== undefined && !MANY.has(use.target)) {
			uses[index] = { use: null, evidence: [{ code: 'taken', by, target: use.target }] };
			return;
		}
		taken.set(use.target, by ?? name);
		uses[index] = { use, evidence: [evidence] };
	};
	table.columns.forEach((column, index) => {
		if (column.use !== undefined) claim(column, index, column.use, { code: 'format' });
	});
	if (!FREE_NAMES.has(table.format)) return uses;
	for (const whole of [true, false]) {
		table.columns.forEach((column, index) => {
			if (uses[index] !== NOTHING) return;
			const named = targetOfName(column.name);
			if (named === null || named.whole !== whole) return;
			const use = fitted(named.target, column.name, texts[index] ?? []);
			if (use !== null && (whole || !taken.has(use.target)))
				claim(column, index, use, { code: whole ? 'name' : 'name-part' });
		});
	}
	suggestByValues(table, texts, taken, uses, claim);
	return uses;
}

/** Names that are used for other things as well: only values decide. Every other name stands, whatever is in the column. */
const DOUBTFUL = /^(?:x|y|long|from|to|since|von|bis|fin|fine|begin|start|end|finish|anfang|ende|data|zeit)$/;

/** What a column of this name is when one looks at its values; `null` when they speak against it. */
function fitted(target: Target, name: string, texts: readonly string[]): ColumnUse | null {
	if (texts.length === 0) return { target };
	const share = (holds: (text: string) => boolean) => shareOf(texts, holds);
	const isSure = targetOfName(name)?.whole === true && !DOUBTFUL.test(plainWord(name));
	switch (target) {
		case 'time':
		case 'end-time':
			return share(isTime) >= 0.5 ? { target } : isDates(texts) ? { target: target === 'time' ? 'when' : 'end' } : null;
		case 'when':
		case 'start':
		case 'end':
			if (share(isTime) >= 0.5) return { target: target === 'end' ? 'end-time' : 'time' };
			return isSure || isDates(texts) ? { target } : null;
		case 'latitude':
		case 'longitude':
			return isSure || share((text) => readDegrees(text, target, 'decimal-comma').ok) >= 0.5 ? { target } : null;
		case 'place':
		case 'coordinates':
			if (share(isPair) >= 0.5) return { target: 'coordinates' };
			return target === 'place' ? { target } : null;
		case 'source':
			return share(isAddress) >= 0.5 ? { target: 'source-url' } : { target };
		case 'status':
			return share((text) => statusOf(text) !== null) >= 0.5 ? { target } : null;
		case 'title':
		case 'summary':
			return share(isAddress) >= 0.5 ? null : { target };
		case 'actor':
			return share((text) => text.includes(';')) >= 0.1 ? { target, separator: ';' } : { target };
		default:
			return { target };
	}
}

function isDates(texts: readonly string[]): boolean {
	return shareOf(texts, isDateLike) >= 0.3 || shareOf(texts, isNumber) >= 0.5;
}

/** Where names say nothing: a column of dates, two of degrees side by side, and one of texts for the title. */
function suggestByValues(
	table: Table,
	texts: readonly (readonly string[])[],
	taken: ReadonlyMap<Target, string>,
	uses: readonly Suggested[],
	claim: (column: Column, index: number, use: ColumnUse, evidence: Evidence) => void
): void {
	const free = (index: number) => uses[index] === NOTHING && (texts[index]?.length ?? 0) > 0;
	const has = (...targets: Target[]) => targets.some((target) => taken.has(target));
	table.columns.forEach((column, index) => {
		if (!free(index)) return;
		const values = texts[index] ?? [];
		const share = (holds: (text: string) => boolean) => shareOf(values, holds);
		if (!has('when', 'start', 'year') && share(isDateLike) >= 0.9)
			claim(column, index, { target: 'when' }, { code: 'values', share: share(isDateLike) });
		else if (!has('latitude', 'longitude', 'coordinates', 'geometry')) {
			const next = table.columns[index + 1];
			// Without names there is nothing else to go by.
			const decimals = table.dialect?.hasHeader === false ? /[.\u066b]\p{Nd}/u : /[.\u066b]\p{Nd}{2}/u;
			const isDegrees = (text: string, limit: number) =>
				decimals.test(text) && isNumber(text) && Math.abs(Number(plainDigits(text))) <= limit;
			const [lat, lng] = [
				share((text) => isDegrees(text, 90)),
				shareOf(texts[index + 1] ?? [], (text) => isDegrees(text, 180))
			];
			if (next !== undefined && free(index + 1) && lat >= 0.9 && lng >= 0.9) {
				claim(column, index, { target: 'latitude' }, { code: 'values', share: lat });
				claim(next, index + 1, { target: 'longitude' }, { code: 'values', share: lng });
			}
		}
	});
	if (has('title')) return;
	const isText = (text: string) => /\p{L}{3}/u.test(text) && !isAddress(text) && !isDateLike(text);
	const title = table.columns.findIndex((_, index) => free(index) && shareOf(texts[index] ?? [], isText) >= 0.9);
	const column = table.columns[title];
	if (column !== undefined)
		claim(column, title, { target: 'title' }, { code: 'values', share: shareOf(texts[title] ?? [], isText) });
}

function withNotation({ use, evidence }: Suggested, texts: readonly string[]): Suggested {
	if (use === null || use.notation !== undefined) return { use, evidence };
	if (DATE_TARGETS.has(use.target)) {
		const found = dateNotation(texts);
		if (found.kind !== 'known') return { use, evidence };
		const code = found.by === 'order' ? 'order-proved' : found.by === 'dots' ? 'order-dots' : 'number';
		return { use: { ...use, notation: found.notation }, evidence: [...evidence, { code, value: found.proof }] };
	}
	if ((use.target === 'latitude' || use.target === 'longitude') && hasDecimalComma(texts))
		return { use: { ...use, notation: 'decimal-comma' }, evidence: [...evidence, { code: 'decimal-comma' }] };
	if (use.target === 'coordinates') {
		const proof = pairProof(texts);
		if (proof !== null)
			return {
				use: { ...use, notation: proof.notation },
				evidence: [...evidence, { code: 'order-proved', value: proof.value }]
			};
	}
	return { use, evidence };
}

/** A number beyond 90 or a letter can stand in one place only. */
function pairProof(texts: readonly string[]): { notation: Notation; value: string } | null {
	const proofs = new Map<Notation, string>();
	for (const value of texts) {
		const parts = splitPair(value);
		if (parts === null) continue;
		const [isLatFirst, isLngFirst] = [isPosition(parts[0], parts[1]), isPosition(parts[1], parts[0])];
		if (isLatFirst !== isLngFirst) proofs.set(isLatFirst ? 'lat-lng' : 'lng-lat', value);
	}
	const [only] = proofs;
	return only === undefined || proofs.size > 1 ? null : { notation: only[0], value: only[1] };
}

function isPosition(latitude: string, longitude: string): boolean {
	const [lat, lng] = [readDegrees(latitude, 'latitude'), readDegrees(longitude, 'longitude')];
	return lat.ok && lng.ok && Math.abs(lat.value) <= 90 && Math.abs(lng.value) <= 180;
}

/** What a mapping still leaves open about a table. */
export function questionsOf(table: Table, mapping: Pick<Mapping, 'columns' | 'swapped'>): Question[] {
	const questions: Question[] = [];
	mapping.columns.forEach(({ column, use }) => {
		if (use === null) return;
		const index = table.columns.findIndex(({ name }) => name === column);
		if (index < 0 || !(DATE_TARGETS.has(use.target) || use.target === 'coordinates')) return;
		const texts = textsOf(table, index);
		const ask = (
			kind: Exclude<Question['kind'], 'swapped'>,
			options: readonly Answer[],
			proofs: readonly string[] = [],
			values = texts
		) => questions.push({ kind, column, options, samples: samplesOf(values), proofs });
		const short = DATE_TARGETS.has(use.target) && hasNoYears(use) ? shortYearsIn(texts, use) : [];
		if (short.length > 0) ask('century', HUNDREDS, [], short);
		if (use.notation !== undefined) return;
		if (use.target === 'coordinates') {
			if (texts.length > 0 && pairProof(texts) === null) ask('coordinate-order', ['lat-lng', 'lng-lat']);
			return;
		}
		const found = dateNotation(texts);
		if (found.kind === 'order-unknown') ask('date-order', ['day-first', 'month-first'], found.proofs);
		if (found.kind === 'number-unknown') ask('date-kind', ['excel', 'excel-1904', 'epoch-s', 'epoch-ms', 'compact']);
	});
	const swapped = mapping.swapped ? null : askSwapped(table, mapping);
	return swapped === null ? questions : [...questions, swapped];
}

/** In the other notations there are no years of two digits, or they are a fault of their row. */
function hasNoYears({ notation, yearsFrom }: ColumnUse): boolean {
	return yearsFrom === undefined && [undefined, 'day-first', 'month-first'].includes(notation);
}

function askSwapped(table: Table, { columns }: Pick<Mapping, 'columns'>): Question | null {
	const indexOf = (target: Target) => {
		const found = columns.find(({ use }) => use?.target === target);
		return { use: found?.use, index: table.columns.findIndex(({ name }) => name === found?.column) };
	};
	const [lat, lng] = [indexOf('latitude'), indexOf('longitude')];
	const [latName, lngName] = [table.columns[lat.index]?.name, table.columns[lng.index]?.name];
	if (latName === undefined || lngName === undefined) return null;
	let [rows, of] = [0, 0];
	const samples: string[] = [];
	for (const { cells } of table.rows) {
		const [latText, lngText] = [cellText(cells[lat.index]), cellText(cells[lng.index])];
		if (latText === '' || lngText === '') continue;
		of++;
		const [y, x] = [
			readDegrees(latText, 'latitude', lat.use?.notation),
			readDegrees(lngText, 'longitude', lng.use?.notation)
		];
		if (!y.ok || !x.ok || Math.abs(y.value) <= 90 || Math.abs(y.value) > 180 || Math.abs(x.value) > 90) continue;
		rows++;
		if (samples.length < 3) samples.push(pairText(latText, lngText));
	}
	return rows === 0 ? null : { kind: 'swapped', columns: [latName, lngName], rows, of, samples };
}
