import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ImportResult } from '../../../../src/lib/io/import/import.ts';
import { checkWords, importCsv } from './support.ts';

const GOOD = [
	'id,title,description,date,lat,lon,category,source,url',
	'1,Strike,"Two killed, one hurt.",2024-01-05,33.51,36.27,Attack,Report,https://example.org/1',
	'2,Talks,"They ""met"".\nAgain.",2024-01-06,33.52,36.28,Talks,Report,https://example.org/2',
	'3,Fire,,2024-01-07/2024-01-09,-33.53,-70.25,Attack,Letter,https://example.org/3',
	'4,"Flood",Water.,2024-02,0.5,100.25,Weather,Letter,https://example.org/4',
	'5,Rumour,Nobody knows.,,,,Talks,Letter,https://example.org/5',
	''
].join('\n');

const clean = importCsv(GOOD);

/** One fault: letters and bytes that matter to a table, put in, taken out or in place of what is there. */
const fault = fc.record({
	at: fc.nat(GOOD.length - 1),
	remove: fc.oneof({ weight: 4, arbitrary: fc.nat(1) }, fc.nat(40)),
	insert: fc.oneof(
		fc.constantFrom(
			'',
			'"',
			',',
			'\n',
			'\r',
			';',
			'\t',
			'""',
			'",',
			'"\n',
			'\0',
			'\ufffd',
			'\ud800',
			'-',
			'9',
			'99',
			'\u202e',
			'=',
			' '
		),
		fc.string({ maxLength: 5 })
	)
});

const withFault = (text: string, { at, remove, insert }: { at: number; remove: number; insert: string }): string =>
	text.slice(0, at) + insert + text.slice(at + remove);

function expectWhole({ counts, dataset, rejected, problems }: ImportResult): void {
	expect(counts.read).toBe(counts.accepted + counts.repaired + counts.rejected);
	expect(dataset?.events.length ?? 0).toBe(counts.accepted + counts.repaired);
	expect(rejected.length).toBeLessThanOrEqual(counts.rejected);
	if (rejected.length < counts.rejected) expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
	for (const { reasons } of rejected) expect(reasons.length).toBeGreaterThan(0);
	expect(new Set(dataset?.events.map(({ id }) => id)).size).toBe(dataset?.events.length ?? 0);
	problems.forEach(checkWords);
}

it('is clean to begin with', () => {
	expect(clean.problems).toEqual([]);
	expect(clean.counts).toEqual({ read: 5, accepted: 5, repaired: 0, rejected: 0, undated: 1, unplaced: 1, places: 4 });
});

it('counts add up and every refused row has a reason, whatever is wrong', { timeout: 60_000 }, () => {
	fc.assert(
		fc.property(fc.array(fault, { minLength: 1, maxLength: 3 }), (faults) => {
			expectWhole(importCsv(faults.reduce(withFault, GOOD)));
		}),
		{ numRuns: 300, seed: 5 }
	);
});

it('a fault of structure is told, or changes no date and no position', { timeout: 60_000 }, () => {
	const facts = ({ dataset }: ImportResult) =>
		dataset?.events.map(({ when, places }) => [
			when,
			dataset.places.find(({ id }) => id === places[0]?.place)?.point ?? null
		]);
	const structural = fc.record({
		at: fc.constantFrom(...[...GOOD.matchAll(/[",\n]/g)].map(({ index }) => index)),
		remove: fc.nat(1),
		insert: fc.constantFrom('', '"', ',', '\n')
	});
	fc.assert(
		fc.property(structural, (one) => {
			const result = importCsv(withFault(GOOD, one));
			if (result.problems.length === 0) expect(facts(result)).toEqual(facts(clean));
		}),
		{ numRuns: 300, seed: 5 }
	);
});

it('a file that ends too early never loses a row uncounted', { timeout: 60_000 }, () => {
	const header = GOOD.indexOf('\n');
	for (let end = header + 2; end < GOOD.length; end += 3) {
		const cut = GOOD.slice(0, end);
		const result = importCsv(cut);
		expectWhole(result);
		// Only the second row has a line of its own within quotes.
		const rows = cut
			.slice(header + 1)
			.split('\n')
			.filter((line) => line !== '').length;
		expect(result.counts.read).toBeGreaterThanOrEqual(rows - 1);
		expect(result.counts.read).toBeLessThanOrEqual(rows);
	}
});
