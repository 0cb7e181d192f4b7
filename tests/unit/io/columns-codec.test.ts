import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Columns } from '../../../src/lib/core/columns.ts';
import { createColumns } from '../../../src/lib/core/create-columns.ts';
import { decodeColumns, encodeColumns } from '../../../src/lib/io/columns-codec.ts';
import { datasetNamed } from '../../support/datasets.ts';
import { generated } from '../../support/generated.ts';
import { joined } from '../support/joined.ts';

function decoded(file: Uint8Array<ArrayBuffer>): Columns {
	const result = decodeColumns(file);
	if (!result.ok) throw new Error(result.why);
	return result.columns;
}

const DAY = 86_400_000;
const time = fc.oneof(
	{ weight: 6, arbitrary: fc.integer({ min: 10_000, max: 20_000 }).map((day) => day * DAY) },
	fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }).map((second) => second * 1000),
	fc.maxSafeInteger(),
	fc.double({ noNaN: true }).filter((value) => !Object.is(value, -0)),
	fc.constantFrom(Infinity, -Infinity)
);

/** Rows that begin and end to the second, each with one of everything and reported as they end, which no source says. */
function moments(rows: number): Columns {
	const start = Float64Array.from({ length: rows }, (_, row) => 1000 * (row * 977 + (row % 7)));
	const end = start.map((ms, row) => ms + 1000 * (1 + ((row * row) % 50)));
	const one = Uint32Array.from({ length: rows + 1 }, (_, row) => row);
	return {
		rows,
		start,
		end,
		matchAt: one,
		matchStart: start,
		matchEnd: end,
		sureAt: one,
		begunBy: start.map((ms) => ms + 1000),
		lastsTo: end.map((ms) => ms - 1000),
		category: Uint8Array.from(start, (_, row) => row % 8),
		status: new Uint8Array(rows).fill(2),
		placeAt: one,
		place: Uint32Array.from(start, (_, row) => (row * 31) % 1000),
		roles: new Uint8Array(rows).fill(1),
		actorAt: new Uint32Array(rows + 1),
		actor: new Uint32Array(0),
		sourceAt: new Uint32Array(rows + 1),
		source: new Uint32Array(0),
		reportedBy: end
	};
}

/** Anything that has the shape of columns, whether events could give it or not. */
const columns: fc.Arbitrary<Columns> = fc.integer({ min: 0, max: 60 }).chain((rows) => {
	const floats = (length: number) =>
		fc.array(time, { minLength: length, maxLength: length }).map((values) => Float64Array.from(values));
	const counts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: rows, maxLength: rows });
	const one = fc.constant(Array.from({ length: rows }, () => 1));
	const list = <T>(items: (length: number) => fc.Arbitrary<T>) =>
		fc.oneof(counts, one).chain((each) => {
			const at = new Uint32Array(rows + 1);
			each.forEach((count, row) => (at[row + 1] = (at[row] ?? 0) + count));
			return items(at[rows] ?? 0).map((values) => ({ at, values }));
		});
	const whole = (max: number, length: number) =>
		fc.array(fc.integer({ min: 0, max }), { minLength: length, maxLength: length });
	const pair = (length: number) => fc.tuple(floats(length), floats(length));
	return fc
		.record({
			start: floats(rows),
			end: floats(rows),
			matches: list(pair),
			sure: list(pair),
			category: whole(255, rows),
			status: whole(3, rows),
			places: list((length) => fc.tuple(whole(4_294_967_295, length), whole(31, length))),
			actors: list((length) => whole(70_000, length)),
			sources: list((length) => whole(300, length)),
			reportedBy: floats(rows)
		})
		.map(({ start, end, matches, sure, category, status, places, actors, sources, reportedBy }) => ({
			rows,
			start,
			end,
			matchAt: matches.at,
			matchStart: matches.values[0],
			matchEnd: matches.values[1],
			sureAt: sure.at,
			begunBy: sure.values[0],
			lastsTo: sure.values[1],
			category: Uint8Array.from(category),
			status: Uint8Array.from(status),
			placeAt: places.at,
			place: Uint32Array.from(places.values[0]),
			roles: Uint8Array.from(places.values[1]),
			actorAt: actors.at,
			actor: Uint32Array.from(actors.values),
			sourceAt: sources.at,
			source: Uint32Array.from(sources.values),
			reportedBy
		}));
});

describe('columns as a file', () => {
	it('lose nothing, whatever the columns', () => {
		fc.assert(
			fc.property(columns, (value) => {
				expect(decoded(encodeColumns(value))).toEqual(value);
			})
		);
	});

	it.each(['data', 'uncertain', 'undated', 'millennium', 'one-instant'] as const)('lose nothing of %s', (name) => {
		const value = createColumns(joined(datasetNamed(name)));
		expect(decoded(encodeColumns(value))).toEqual(value);
	});

	it('come back as one array where they are equal', () => {
		const all = moments(300);
		const { start, end, matchAt, matchStart, matchEnd, sureAt, placeAt, reportedBy, ...others } = decoded(
			encodeColumns(all)
		);
		expect([matchStart === start, matchEnd === end, reportedBy === end]).toEqual([true, true, true]);
		expect([sureAt === matchAt, placeAt === matchAt]).toEqual([true, true]);
		expect({ start, end, matchAt, matchStart, matchEnd, sureAt, placeAt, reportedBy, ...others }).toEqual(all);
	});

	it('lose nothing of a generated dataset, and are the same bytes each time', () => {
		const value = createColumns(joined(generated({ events: 3_000, uncertain: 0.3 })));
		const file = encodeColumns(value);
		expect(decoded(file)).toEqual(value);
		expect(encodeColumns(value)).toEqual(file);
		// Before any compression, and with nearly a third of all dates uncertain; its arrays take some ninety bytes an event.
		expect(file.length).toBeLessThan(3_000 * 24);
	});

	it('are refused when any byte is another one, when some are missing, and when they are none', () => {
		const file = encodeColumns(createColumns(joined(datasetNamed('small'))));
		for (let at = 0; at < file.length; at++) {
			for (const bit of [1, 128]) {
				const damaged = file.slice();
				damaged[at] = (damaged[at] ?? 0) ^ bit;
				expect(decodeColumns(damaged).ok, `byte ${at}`).toBe(false);
			}
			expect(decodeColumns(file.slice(0, at)).ok, `${at} bytes`).toBe(false);
		}
		expect(decodeColumns(new TextEncoder().encode('<!doctype html><title>Not found</title>'))).toEqual({
			ok: false,
			why: 'These are no columns.'
		});
	});
});
