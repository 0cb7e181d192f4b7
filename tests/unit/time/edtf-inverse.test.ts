import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEdtf } from '../../../src/lib/core/edtf.ts';
import type { EdtfDate, EdtfNode, EdtfPeriod, EdtfRange } from '../../../src/lib/core/edtf.ts';
import { dateOf } from './support.ts';

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** EDTF from what was read of a date, without a look at its text: each qualifier stands to the left of its own component. */
function print(node: EdtfNode | EdtfRange | 'open' | 'unknown'): string {
	if (node === 'open') return '..';
	if (node === 'unknown') return '';
	if (node.type === 'period') return printPeriod(node);
	if (node.type === 'interval') return `${print(node.start)}/${print(node.end)}`;
	if (node.type === 'set') {
		const members = node.members.map(print).join(',');
		return node.choice === 'one' ? `[${members}]` : `{${members}}`;
	}
	const [start, end] = [node.start, node.end].map((side) => (side === 'open' ? '' : print(side)));
	return `${start}..${end}`;
}

function printPeriod({ year, lastYear, month, day, code, mask, estimate, time, qualifiers }: EdtfPeriod): string {
	const whole = estimate ?? year;
	const sign = whole < 0 ? '-' : '';
	const digits = Math.abs(whole) > 9999 ? `Y${whole}` : `${sign}${pad(Math.abs(whole), 4)}`;
	const significant = String(Math.abs(whole)).length - (String(lastYear - year + 1).length - 1);
	const parts = mask ?? [digits, month ?? code, day].filter((part) => part !== undefined);
	const components = parts.map((part, index) => {
		const text = typeof part === 'number' ? pad(part, 2) : part;
		// The mask holds the digits of a year without its sign.
		const isMaskedYear = mask !== undefined && index === 0;
		return `${qualifiers[index] ?? ''}${isMaskedYear && lastYear < 0 ? '-' : ''}${text}`;
	});
	const date = components.join('-') + (estimate === undefined ? '' : `S${significant}`);
	if (time === undefined) return date;
	const { hour, minute, second, offsetMinutes } = time;
	const offset = Math.abs(offsetMinutes ?? 0);
	const zone =
		offsetMinutes === null
			? ''
			: `${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(offset / 60), 2)}:${pad(offset % 60, 2)}`;
	return `${date}T${[hour, minute, second].map((part) => pad(part, 2)).join(':')}${zone}`;
}

/** All that was read but the texts, which differ where a qualifier or a zero is written otherwise. */
function meaning(date: EdtfDate): unknown {
	return JSON.parse(JSON.stringify(date, (key, value) => (key === 'text' ? undefined : value)));
}

const qualifier = fc.constantFrom('', '', '?', '~', '%');
const year = fc.integer({ min: 0, max: 9999 }).map((value) => pad(value, 4));
const month = fc.integer({ min: 1, max: 12 }).map((value) => pad(value, 2));
const day = fc.integer({ min: 1, max: 28 }).map((value) => pad(value, 2));
const masked = (digits: fc.Arbitrary<string>): fc.Arbitrary<string> =>
	fc
		.tuple(digits, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }))
		.map(([text, bits]) => [...text].map((digit, index) => (bits[index] ? 'X' : digit)).join(''));
const qualified = (parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
	fc
		.tuple(...parts.map((part) => fc.tuple(part, qualifier, fc.boolean())))
		.map((list) => list.map(([text, mark, isLeft]) => (isLeft ? mark + text : text + mark)).join('-'));
const signed = (digits: fc.Arbitrary<string>): fc.Arbitrary<string> =>
	fc.tuple(fc.constantFrom('', '', '-'), digits).map(([sign, text]) => (/^[0X]*$/.test(text) ? text : sign + text));

/** One period in any form of the notation. */
const period = fc.oneof(
	qualified([signed(year)]),
	qualified([year, month]),
	qualified([signed(year), month, day]),
	qualified([signed(masked(year)), masked(month).map((text) => text.replace(/^X0|^0X$/, '0X')), masked(day)]),
	qualified([signed(masked(year))]),
	qualified([masked(year), fc.integer({ min: 21, max: 41 }).map(String)]),
	fc.integer({ min: 10_000, max: 999_999_999_999_999 }).map((value) => `Y${value}`),
	fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 4, max: 12 })).map(([a, b]) => `Y${a * 10}E${b}`),
	fc.tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 4 })).map(([a, b]) => `${a}S${b}`),
	fc.tuple(fc.integer({ min: 10_000, max: 9e14 }), fc.integer({ min: 1, max: 5 })).map(([a, b]) => `Y-${a}S${b}`)
);
const time = fc
	.tuple(
		qualified([signed(year)]).filter((text) => !/[?~%]/.test(text)),
		month,
		day,
		fc.integer({ min: 0, max: 86_400 }),
		fc.constantFrom('', 'Z', '+05', '-04:30', '+14:00', '-14:00', '+00:00')
	)
	.map(([y, m, d, s, zone]) => {
		const clock = [s / 3600, (s / 60) % 60, s % 60].map((part) => pad(Math.floor(part), 2)).join(':');
		return `${y}-${m}-${d}T${clock}${zone}`;
	});
const side = fc.oneof({ weight: 4, arbitrary: period }, fc.constantFrom('..', ''));
const set = fc
	.tuple(
		fc.boolean(),
		fc.boolean(),
		fc.array(
			fc.oneof(
				{ weight: 3, arbitrary: period },
				fc.tuple(period, period).map(([a, b]) => `${a}..${b}`)
			),
			{ minLength: 1, maxLength: 4 }
		),
		fc.boolean(),
		fc.constantFrom('[]', '{}')
	)
	.map(([isOpen, isLater, members, isSpaced, [open, close]]) => {
		const list = members.map((text, index) => (isOpen && index === 0 && !text.includes('..') ? `..${text}` : text));
		const last = list.at(-1) ?? '';
		if (isLater && !last.includes('..')) list[list.length - 1] = `${last}..`;
		return `${open}${list.join(isSpaced ? ', ' : ',')}${close}`;
	});
const any = fc.oneof(
	period,
	time,
	fc.tuple(side, side).map(([a, b]) => `${a}/${b}`),
	set
);
/** Reversed ones and days that no month has are left out; each kind must keep enough of them. */
const readable = any.filter((text) => text.length <= 256 && parseEdtf(text).ok);

describe('reading and printing are inverse', () => {
	test('what is read of a date is all there is to it', () => {
		const kinds = new Map<string, number>();
		fc.assert(
			fc.property(readable, (text) => {
				const date = dateOf(text);
				const printed = print(date.node);
				const again = dateOf(printed);
				expect(meaning(again), `${text} as ${printed}`).toEqual(meaning(date));
				expect(print(again.node)).toBe(printed);
				kinds.set(date.node.type, (kinds.get(date.node.type) ?? 0) + 1);
			}),
			{ numRuns: 250 }
		);
		for (const kind of ['period', 'interval', 'set']) expect(kinds.get(kind), kind).toBeGreaterThan(10);
	});

	test('a date keeps its text, and each period its part of it', () => {
		fc.assert(
			fc.property(readable, (text) => {
				const { text: whole, node } = dateOf(text);
				expect(whole).toBe(text);
				const texts = JSON.stringify(node).match(/(?<="text":")[^"]*/g) ?? [];
				let at = 0;
				for (const part of texts) {
					at = text.indexOf(part, at);
					expect(at, `${part} in ${text}`).toBeGreaterThanOrEqual(0);
					at += part.length;
				}
			}),
			{ numRuns: 100 }
		);
	});
});
