import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, toPointer } from '../../../src/lib/io/json.ts';
import { nearest } from '../../../src/lib/io/nearest.ts';
import { showValue } from '../../../src/lib/io/problems.ts';
import { readTexts, SMALL } from './support.ts';

function accepts(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

describe('parseJson', () => {
	it('A5 reads what JSON.parse reads, to the same value', () => {
		fc.assert(
			fc.property(fc.json({ maxDepth: 6 }), (text) => {
				expect(parseJson(text)).toMatchObject({ ok: true, value: JSON.parse(text) as unknown });
			})
		);
	});

	it('A5 accepts exactly what JSON.parse accepts, also of damaged texts, and names a place in all others', () => {
		const damaged = fc
			.tuple(
				fc.json({ maxDepth: 4 }),
				fc.nat(),
				fc.constantFrom('', ',', '"', '}', '[', '\\', '\n', '0', '-', '.', 'e', 'x', '\u0001')
			)
			.map(([text, at, put]) => {
				const index = at % (text.length + 1);
				return text.slice(0, index) + put + text.slice(index + (at % 2));
			});
		fc.assert(
			fc.property(fc.oneof(damaged, fc.string()), (text) => {
				const result = parseJson(text);
				expect(result.ok).toBe(accepts(text));
				if (result.ok) return;
				const lines = text.split(/\r\n|\n|\r/);
				const { line, column, found } = result.fault;
				expect(line).toBeLessThanOrEqual(lines.length);
				expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 2);
				if (found === null) expect(line).toBe(lines.length);
			}),
			{ numRuns: 3000 }
		);
	});

	it.each([
		'01',
		'-',
		'-01',
		'1.',
		'.5',
		'+1',
		'1e',
		'1e+',
		'0x10',
		'NaN',
		'Infinity',
		'nul',
		'truefalse',
		'"\t"',
		'"\\x"',
		'"\\u12"',
		'[1,]',
		'[,1]',
		'{"a"}',
		'{"a":}',
		'{"a":1,}',
		'{a:1}',
		"{'a':1}",
		'[1 2]',
		'',
		' ',
		'[1]]',
		'\ufeff[]',
		'\u00a0[]',
		'"a',
		'[',
		'{',
		'/**/1'
	])('refuses %j like JSON.parse', (text) => {
		expect(accepts(text)).toBe(false);
		expect(parseJson(text).ok).toBe(false);
	});

	it('says where a file cut off at any byte ends', () => {
		const text = readTexts(SMALL)['sources.json'] ?? '';
		for (let length = 0; length < text.trimEnd().length; length += 1) {
			const result = parseJson(text.slice(0, length));
			if (result.ok) throw new Error(`accepted ${length} characters`);
			const { line, column } = result.fault;
			const before = text.slice(0, length).split('\n');
			expect(line).toBeLessThanOrEqual(before.length);
			expect(line === before.length ? column : 0).toBeLessThanOrEqual((before.at(-1)?.length ?? 0) + 1);
			expect(result.fault.found === null || line === before.length).toBe(true);
		}
	});

	it.each(['\n', '\r\n', '\r'])('counts lines that end with %j', (newline) => {
		const result = parseJson(['[', '\t1,', '\t\t?', ']'].join(newline));
		expect(result).toEqual({ ok: false, fault: { expected: 'value', line: 3, column: 3, found: '?' } });
	});

	it('reports repeated keys by their path, escapes read', () => {
		const result = parseJson('[{"a": 1, "\\u0061": 2, "b": {"a": 1}, "__proto__": 1, "__proto__": 2}]');
		expect(result.ok && result.repeated).toEqual([
			[0, 'a'],
			[0, '__proto__']
		]);
	});

	it('goes 64 levels deep and no further', () => {
		expect(parseJson('['.repeat(64) + ']'.repeat(64)).ok).toBe(true);
		expect(parseJson('['.repeat(65) + ']'.repeat(65))).toMatchObject({ fault: { expected: 'shallower', column: 65 } });
	});
});

describe('toPointer', () => {
	it('escapes as RFC 6901 does', () => {
		expect(toPointer(['a/b', 'm~n', 0, ''])).toBe('/a~1b/m~0n/0/');
		expect(toPointer([])).toBe('');
	});
});

describe('showValue', () => {
	it.each([
		['plain', 'plain'],
		['a\u202eb', 'aU+202Eb'],
		['a\u00a0b\u2028c\ud800', 'aU+00A0bU+2028cU+D800'],
		[7, '7'],
		[Infinity, 'Infinity'],
		[null, 'null'],
		[{ a: [1] }, '{"a":[1]}'],
		['دمشق', 'دمشق'],
		['x'.repeat(80), 'x'.repeat(80)],
		['x'.repeat(81), `${'x'.repeat(79)}…`]
	])('%j is %s', (value, shown) => {
		expect(showValue(value)).toBe(shown);
	});

	it('is never longer than 80, on one line, and whole', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.jsonValue()), (value) => {
				const shown = showValue(value);
				expect(shown.length).toBeLessThanOrEqual(80);
				expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
			})
		);
	});
});

describe('nearest', () => {
	it.each([
		['infered', 'inferred'],
		['Titel', 'title'],
		['satus', 'status'],
		['source_id', 'source-id'],
		['something else', null],
		['x', null],
		['y'.repeat(101), null]
	])('%s: %s', (text, expected) => {
		expect(nearest(text, ['inferred', 'title', 'status', 'source-id', 'added'])).toBe(expected);
	});
});
