/** JSON of which only texts are wanted: numbers as the file has them, names of members that mean nothing to JavaScript. */
import type { Cell, ColumnUse, TextFile } from './format.ts';
import { cellOf, type RowWriter } from './table.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Its own member, never one that every object has (`constructor`). */
export function member(value: unknown, name: string): unknown {
	return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The member as a list; a value that is none is no list. */
export function listOf(value: unknown, name: string): readonly unknown[] {
	const list = member(value, name);
	return Array.isArray(list) ? list : [];
}

/** Stands before the text of a number that JavaScript would write in another way. */
const NUMBER_MARK = '\u0000#';

/** A number that JavaScript may write differently: many digits, an exponent, a zero at its end. */
const PERHAPS_INEXACT = /[0-9]{16}|[0-9.]{17}|[0-9][eE][-+]?[0-9]|\.[0-9]*0[\s,\]}]|-0[\s,\]}.]/;

/** The file's JSON of which `textOf` gives every number as it is written: `9007199254740993`, `1.0`. */
export function exactJson({ text, json }: TextFile): unknown {
	if (json === undefined || !PERHAPS_INEXACT.test(text)) return json;
	return JSON.parse(markNumbers(text));
}

/** `text` must be JSON. Numbers that would not survive become texts with a mark. */
function markNumbers(text: string): string {
	const next = /"|-?[0-9][-+.0-9eE]*/g;
	let marked = '';
	let copied = 0;
	for (let match = next.exec(text); match !== null; match = next.exec(text)) {
		const [token] = match;
		if (token === '"') next.lastIndex = endOfString(text, match.index);
		else if (String(Number(token)) !== token) {
			marked += `${text.slice(copied, match.index)}"\\u0000#${token}"`;
			copied = next.lastIndex;
		}
	}
	return marked + text.slice(copied);
}

/** The offset after the quote that closes the string which begins at `start`. */
function endOfString(text: string, start: number): number {
	for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
		let backslashes = 0;
		while (text[at - 1 - backslashes] === '\\') backslashes += 1;
		if (backslashes % 2 === 0) return at + 1;
	}
	return text.length;
}

/** The text of a number, `null` for any other value. */
export function numberText(value: unknown): string | null {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value.startsWith(NUMBER_MARK) ? value.slice(NUMBER_MARK.length) : null;
}

/** A value as the text of a cell; nothing for `null`, lists and objects as JSON. */
export function textOf(value: unknown): string {
	if (value === undefined || value === null) return '';
	return numberText(value) ?? (typeof value === 'object' ? writeJson(value) : String(value));
}

/** JSON with numbers as the file has them. The value must not be deeper than `MAX_JSON_DEPTH`. */
export function writeJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
	if (isObject(value)) {
		const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
		return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${writeJson(inner)}`).join(',')}}`;
	}
	return numberText(value) ?? JSON.stringify(value ?? null);
}

/** How deep the members of a record become columns of their own; what lies deeper is one text of JSON. */
const MAX_COLUMN_DEPTH = 8;
/** Most kinds of members of the objects in a list that become columns. */
const MAX_LIST_MEMBERS = 50;

export type UseOf = (name: string) => ColumnUse | undefined;

/** Every member of a value as a cell of its own, under names with dots; members of objects in a list as parallel lists. */
export function flatten(row: RowWriter, name: string, value: unknown, useOf: UseOf = () => undefined, depth = 0): void {
	const set = (cell: Cell) => row.set(name, cell, useOf(name));
	if (Array.isArray(value)) {
		// What a list that is empty would have held is not known.
		if (value.length === 0) return;
		if (value.every(isScalar)) set(cellOf(value.map(textOf).filter((text) => text !== '')));
		else if (!value.every(isObject)) set(textOf(value));
		else {
			const names = new Set(value.flatMap(Object.keys));
			if (names.size > MAX_LIST_MEMBERS) set(textOf(value));
			else for (const key of names) listMember(row, `${name}.${key}`, value, key, useOf);
		}
	} else if (isObject(value) && depth < MAX_COLUMN_DEPTH) {
		for (const [key, inner] of Object.entries(value)) flatten(row, `${name}.${key}`, inner, useOf, depth + 1);
	} else set(textOf(value));
}

function listMember(row: RowWriter, name: string, list: readonly JsonObject[], key: string, useOf: UseOf): void {
	row.set(name, cellOf(list.map((object) => textOf(member(object, key)))), useOf(name));
}

function isScalar(value: unknown): boolean {
	return typeof value !== 'object' || value === null;
}

/** The last part of a column's name in small letters and digits alone: `properties.Start_Date` is `startdate`. */
export function plainName(name: string): string {
	return name
		.slice(name.lastIndexOf('.') + 1)
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}
