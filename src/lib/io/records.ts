import * as z from 'zod';
import type { LocalizedText } from '../core/model.ts';
import { nearest } from './nearest.ts';
import {
	PROBLEM_CODES,
	problemAt,
	type Problem,
	type ProblemCode,
	type ProblemParams,
	type RecordPlace
} from './problems.ts';

export type ReadResult<T> =
	| { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** Languages that the dataset declares; `null` when they are not known, and then nothing is said about them. */
export type Languages = readonly string[] | null;

/** Most values (texts, numbers, lists, ...) in one record. Far more findings than this and zod runs out of stack. */
export const MAX_RECORD_VALUES = 20_000;

/** What a schema finds in one record, and what is odd in its texts. Only errors make it fail. */
export function readRecord<T>(
	schema: z.ZodType<T>,
	raw: unknown,
	place: RecordPlace,
	languages: Languages
): ReadResult<T> {
	if (countValues(raw, MAX_RECORD_VALUES) > MAX_RECORD_VALUES) {
		const problem = problemAt(place, 'error', 'record-too-large', [], undefined, { limit: MAX_RECORD_VALUES });
		return { ok: false, problems: [problem] };
	}
	const result = schema.safeParse(raw);
	const texts = inspectTexts(raw, place);
	if (!result.success) {
		const problems = result.error.issues.flatMap((issue) => fromIssue(issue, schema, raw, place));
		const reported = new Set(problems.map(({ pointer }) => pointer));
		return {
			ok: false,
			problems: [...problems, ...texts.filter(({ code, pointer }) => code !== 'key-unknown' || !reported.has(pointer))]
		};
	}
	const problems = [...inspectLanguages(result.data, place, languages), ...texts];
	return problems.some(({ severity }) => severity === 'error')
		? { ok: false, problems }
		: { ok: true, value: result.data, problems };
}

/** How many values there are, counted up to just past the limit. */
function countValues(value: unknown, limit: number): number {
	if (value === null || typeof value !== 'object') return 1;
	let count = 1;
	for (const item of Object.values(value)) {
		count += countValues(item, limit - count);
		if (count > limit) break;
	}
	return count;
}

const KNOWN_CODES: ReadonlyMap<string, ProblemCode> = new Map(PROBLEM_CODES.map((code) => [code, code]));

function fromIssue(issue: z.core.$ZodIssue, schema: z.ZodType, raw: unknown, place: RecordPlace): Problem[] {
	const value = valueAt(raw, issue.path);
	const found = (code: ProblemCode, params: ProblemParams = {}, path = issue.path, shown = value) =>
		problemAt(place, 'error', code, path, shown, params);

	if (issue.code === 'unrecognized_keys') {
		const known = keysAt(schema, issue.path);
		return issue.keys.map((key) =>
			found('key-unknown', suggestion(key, known), [...issue.path, key], ownValue(value, key))
		);
	}
	if (issue.code === 'invalid_key') return [found('language-invalid', {}, issue.path, issue.path.at(-1))];
	const known = KNOWN_CODES.get(issue.message);
	if (known !== undefined) return [found(known, paramsOf(known, issue, value))];
	if (value === undefined) return [found('field-missing')];
	switch (issue.code) {
		case 'invalid_type':
			return [found('type-wrong', { expected: issue.expected, received: typeName(value) })];
		case 'invalid_value': {
			const values = issue.values.map(String);
			return [found('value-unknown', { allowed: values.join(', '), ...suggestion(value, values) })];
		}
		default:
			return [found('type-wrong', { expected: issue.code, received: typeName(value) })];
	}
}

function paramsOf(code: ProblemCode, issue: z.core.$ZodIssue, value: unknown): ProblemParams {
	if (issue.code === 'custom') return facts(issue.params ?? {});
	if (issue.code === 'too_big') {
		const length = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
		if (code === 'id-invalid') return slugSuggestion(value);
		return { limit: Number(issue.maximum), length };
	}
	if (code === 'id-invalid') return slugSuggestion(value);
	if (code === 'geometry-not-point') return { type: String(value) };
	return {};
}

function facts(params: Readonly<Record<string, unknown>>): ProblemParams {
	return Object.fromEntries(
		Object.entries(params).flatMap(([key, value]) =>
			typeof value === 'string' || typeof value === 'number' ? [[key, value]] : []
		)
	);
}

/** What a text would be as an id: `Tartous (port)` becomes `tartous-port`. */
export function slugSuggestion(value: unknown): ProblemParams {
	if (typeof value !== 'string') return {};
	const slug = value
		.slice(0, 500)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 80)
		.replace(/^-+|-+$/g, '');
	return slug === '' ? {} : { suggestion: slug };
}

export function suggestion(value: unknown, candidates: Iterable<string>): ProblemParams {
	const near = typeof value === 'string' ? nearest(value, candidates) : null;
	return near === null ? {} : { suggestion: near };
}

/** The names that an object at that path may have. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
		return keysAt(schema.unwrap(), path);
	}
	const [key, ...rest] = path;
	if (schema instanceof z.ZodArray && key !== undefined) return keysAt(schema.element, rest);
	if (!(schema instanceof z.ZodObject)) return [];
	return key === undefined ? Object.keys(schema.shape) : keysAt(ownValue(schema.shape, key), rest);
}

function ownValue(container: unknown, key: PropertyKey): unknown {
	if (container === null || typeof container !== 'object' || !Object.hasOwn(container, key)) return undefined;
	return Object.getOwnPropertyDescriptor(container, key)?.value;
}

export function valueAt(container: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>(ownValue, container);
}

function typeName(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	if (typeof value === 'number' && !Number.isFinite(value)) return 'infinity';
	return typeof value;
}

const TEXT_WARNINGS: readonly (readonly [ProblemCode, RegExp])[] = [
	['text-bidi-control', /[\u202a-\u202e\u2066-\u2069]/],
	// eslint-disable-next-line no-control-regex
	['text-control-character', /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/],
	['text-surrogate', /\p{Cs}/u],
	['text-html-entity', /&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,7}|#x[0-9a-f]{1,6});/i]
];

/** Finds whatever one of `TEXT_WARNINGS` may find: most texts have nothing of it. */
// eslint-disable-next-line no-control-regex
const MAYBE_ODD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f&\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/;

/** Oddities that load all the same, and `__proto__`, which is no name for anything. */
function inspectTexts(raw: unknown, place: RecordPlace): Problem[] {
	const problems: Problem[] = [];
	// One path for the whole walk: it is written down only where something is found.
	const path: (string | number)[] = [];
	const walk = (item: unknown): void => {
		if (typeof item === 'string') {
			if (MAYBE_ODD.test(item)) problems.push(...oddities(item, place, path));
		} else if (Array.isArray(item)) {
			item.forEach((member, index) => step(index, member));
		} else if (item !== null && typeof item === 'object') {
			for (const [key, member] of Object.entries(item)) {
				if (key === '__proto__') problems.push(problemAt(place, 'error', 'key-unknown', [...path, key], member));
				step(key, member);
			}
		}
	};
	const step = (key: string | number, member: unknown): void => {
		path.push(key);
		walk(member);
		path.pop();
	};
	walk(raw);
	return problems;
}

function oddities(text: string, place: RecordPlace, path: readonly (string | number)[]): Problem[] {
	return textOddities(text).map(({ code, index, character }) =>
		problemAt(place, 'warning', code, path, text, { at: index, character })
	);
}

/** Of each kind of what a text should not have, the first: where it is, and its code point (`U+202E`). */
export function textOddities(
	text: string
): readonly { readonly code: ProblemCode; readonly index: number; readonly character: string }[] {
	return TEXT_WARNINGS.flatMap(([code, pattern]) => {
		const index = text.search(pattern);
		return index < 0 ? [] : [{ code, index, character: codePoint(text, index) }];
	});
}

function codePoint(text: string, index: number): string {
	return `U+${(text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Fields that hold one text for each language, wherever they stand. */
const LOCALIZED: ReadonlySet<string> = new Set([
	'name',
	'title',
	'summary',
	'description',
	'says',
	'quoting',
	'alt',
	'withdrawn',
	'note'
]);

function inspectLanguages(value: unknown, place: RecordPlace, languages: Languages): Problem[] {
	if (languages === null) return [];
	const problems: Problem[] = [];
	eachLocalized(value, [], (path, text) => {
		const [first] = languages;
		if (first !== undefined && !Object.hasOwn(text, first))
			problems.push(problemAt(place, 'error', 'language-missing', path, text, { language: first }));
		for (const tag of Object.keys(text)) {
			if (languages.includes(tag)) continue;
			const params = { language: tag, declared: languages.join(', ') };
			problems.push(problemAt(place, 'warning', 'language-undeclared', [...path, tag], text[tag], params));
		}
	});
	return problems;
}

/** `path` is written on while the walk goes on: who keeps it copies it. */
function eachLocalized(
	value: unknown,
	path: (string | number)[],
	found: (path: readonly (string | number)[], text: LocalizedText) => void
): void {
	if (value === null || typeof value !== 'object') return;
	const isList = Array.isArray(value);
	// Without a list of pairs for each of what may be millions.
	for (const key of Object.keys(value)) {
		const item: unknown = Reflect.get(value, key);
		if (item === null || typeof item !== 'object') continue;
		path.push(isList ? Number(key) : key);
		if (!isList && LOCALIZED.has(key) && !Array.isArray(item)) found(path, item as LocalizedText);
		else eachLocalized(item, path, found);
		path.pop();
	}
}
