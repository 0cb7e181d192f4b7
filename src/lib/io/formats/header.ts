/** The first row of a table: whether it names the columns, and under which names they are known. */
import { plainDigits } from '../import/digits.ts';
import { targetOfName } from '../import/header-words.ts';

export interface NamedColumn {
	/** Unique among the columns. */
	readonly name: string;
	/** As the file has it, white space at its ends and within made plain. */
	readonly written: string;
	readonly index: number;
	readonly problem: 'header-blank' | 'header-repeated' | null;
	/** Of a repeated name: the column that has it first. */
	readonly first: number | null;
}

/** Names for all columns: blank ones are numbered, repeated ones get a number in brackets. */
export function nameColumns(cells: readonly string[]): NamedColumn[] {
	const written = cells.map((cell) => cell.normalize('NFC').replace(/\s+/g, ' ').trim());
	const firsts = new Map<string, number>();
	const taken = new Set(written);
	return written.map((text, index): NamedColumn => {
		const first = firsts.get(text);
		if (text !== '' && first === undefined) {
			firsts.set(text, index);
			return { name: text, written: text, index, problem: null, first: null };
		}
		const base = text === '' ? `Column ${index + 1}` : text;
		let name = base;
		for (let number = 2; name === text || taken.has(name); number++) name = `${base} (${number})`;
		taken.add(name);
		return text === ''
			? { name, written: text, index, problem: 'header-blank', first: null }
			: { name, written: text, index, problem: 'header-repeated', first: first ?? null };
	});
}

/**
 * Whether the first of these rows is data and no header: it has a number, date or address where the rows below it have the
 * same kind, and no cell that names a column of which the rows below are numbers or dates.
 */
export function looksLikeData(rows: readonly (readonly string[])[]): boolean {
	const [first, ...rest] = rows;
	if (first === undefined) return false;
	const kinds = first.map((cell, index) => {
		const below = rest.map((cells) => cells[index] ?? '').filter((text) => text.trim() !== '');
		return { own: kindOf(cell), below: sameKind(below) };
	});
	const isNamed = kinds.some(({ own, below }) => own === 'text' && below !== null && below !== 'text');
	const isData = kinds.some(
		({ own, below }) => own !== 'text' && own !== 'empty' && (below === own || rest.length === 0)
	);
	return isData && !isNamed;
}

/** So many rows are looked at for one with names. */
const MAX_ABOVE = 10;

/**
 * How many of these rows stand above the one with the names of the columns: a title, a note. Only where there is no doubt:
 * each has one cell at most, and the row below has two known names or more and no number or date.
 */
export function linesAbove(rows: readonly (readonly string[])[]): number {
	const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '');
	const names = rows.slice(0, MAX_ABOVE + 1).findIndex((row) => filled(row).length > 1);
	const row = filled(rows[names] ?? []);
	if (names < 1 || row.some((cell) => kindOf(cell) !== 'text')) return 0;
	return row.filter((cell) => targetOfName(cell)?.whole === true).length > 1 ? names : 0;
}

type Kind = 'empty' | 'number' | 'date' | 'address' | 'text';

function sameKind(cells: readonly string[]): Kind | null {
	const kinds = new Set(cells.map(kindOf));
	const [kind] = kinds;
	return kinds.size === 1 && kind !== undefined ? kind : null;
}

function kindOf(cell: string): Kind {
	const text = plainDigits(cell.slice(0, 200)).trim().slice(0, 100);
	if (text === '') return 'empty';
	if (/^[-+\u2212]?\d+(?:[.,]\d+)?$/.test(text)) return 'number';
	if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ][\d:.Z+-]*)?$/.test(text)) return 'date';
	return /^https?:\/\//i.test(text) ? 'address' : 'text';
}
