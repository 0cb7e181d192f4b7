import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseEdtf } from '../../../src/lib/core/edtf.ts';
import { floorTo } from '../../../src/lib/core/granularity.ts';
import { ceilTo } from '../../../src/lib/core/rounding.ts';
import { dateOf, daysToInterval } from './support.ts';

interface Corpus {
	/** Text; then its strict bounds as one or two days, then bounds widened by qualifiers where they differ. */
	readonly EXAMPLES: readonly (readonly [string, readonly string[]])[];
	/** Text; then: uncertain, approximate, both at once. */
	readonly APPROXIMATE_UNCERTAIN_EXAMPLES: readonly (readonly [string, readonly [boolean, boolean, boolean]])[];
	readonly BAD_EXAMPLES: readonly (string | null)[];
}

const FILE = new URL('../../../../shared/corpora/edtf/python-edtf.json', import.meta.url);
const isThere = existsSync(FILE);

/** Decided otherwise here than in the corpus: our bounds, and the decision in the header of `edtf.ts`. */
const OTHERWISE: ReadonlyMap<string, readonly [bounds: readonly [string, string], decision: string]> = new Map([
	['/2006', [['-inf', '2006-12-31'], '2: ten years before is a guess, unknown is unknown']],
	['2004-06-01/', [['2004-06-01', 'inf'], '2: ten years after is a guess, unknown is unknown']],
	['1984-06-02?/', [['1984-06-02', 'inf'], '2: likewise']],
	['2010-24', [['2010-12-01', '2011-02-28'], '1: winter does not end with December']],
	['1950S2', [['1900-01-01', '1999-12-31'], '5: some year of the century, only thought to be 1950']],
	['1953S2', [['1900-01-01', '1999-12-31'], '5']],
	['1953S3', [['1950-01-01', '1959-12-31'], '5']],
	['Y17101E4S3', [['171000000-01-01', '171999999-12-31'], '5']],
	['Y171010000S3', [['171000000-01-01', '171999999-12-31'], '5']],
	['Y3388E2S3', [['338000-01-01', '338999-12-31'], '5']]
]);

describe.skipIf(!isThere)(
	`B1, B2 the corpus of python-edtf${isThere ? '' : ' (skipped: ../shared/corpora is not there)'}`,
	() => {
		const corpus: Corpus = isThere
			? JSON.parse(readFileSync(FILE, 'utf8'))
			: { EXAMPLES: [], APPROXIMATE_UNCERTAIN_EXAMPLES: [], BAD_EXAMPLES: [] };

		test.each(corpus.EXAMPLES)('%s', (text, days) => {
			const { intervals, unit } = dateOf(text);
			const [first = '', second = first] = days;
			// A day alone is followed by its widened bounds, not by a last day.
			const corpusBounds: readonly [string, string] = days.length % 2 === 1 ? [first, first] : [first, second];
			const bounds = OTHERWISE.get(text)?.[0] ?? corpusBounds;
			expect(days.length).toBeGreaterThan(0);
			const [start, end] = [intervals[0]?.start ?? NaN, intervals.at(-1)?.end ?? NaN];
			// The corpus knows the days of times alone.
			const hull = text.includes('T') ? { start: floorTo(start, 'day'), end: ceilTo(end, 'day') } : { start, end };
			if (unit === 'ms') expect(hull).toEqual(daysToInterval(bounds));
			else expect(hull).toEqual({ start: yearOf(bounds[0]), end: yearOf(bounds[1]) + 1 });
			// A listed difference must be one.
			if (OTHERWISE.has(text)) expect(bounds).not.toEqual(corpusBounds);
		});

		test.each(corpus.APPROXIMATE_UNCERTAIN_EXAMPLES)('qualifiers of %s', (text, [uncertain, approximate, both]) => {
			expect(dateOf(text)).toMatchObject({ uncertain: uncertain || both, approximate: approximate || both });
		});

		test.each(corpus.BAD_EXAMPLES.map((text) => [text]))('refuses %j', (text) => {
			expect(Reflect.apply(parseEdtf, null, [text])).toMatchObject({ ok: false });
		});

		test('every listed difference is in the corpus', () => {
			const texts = corpus.EXAMPLES.map(([text]) => text);
			for (const text of OTHERWISE.keys()) expect(texts).toContain(text);
		});

		test('in figures', () => {
			const isRead = (text: unknown): boolean => Reflect.apply(parseEdtf, null, [text]).ok;
			const asInCorpus = corpus.EXAMPLES.filter(([text]) => !OTHERWISE.has(text));
			expect({
				accepted: corpus.EXAMPLES.filter(([text]) => isRead(text)).length,
				refusedWrongly: corpus.EXAMPLES.filter(([text]) => !isRead(text)).length,
				boundsAsInCorpus: asInCorpus.length,
				boundsByDecision: OTHERWISE.size,
				qualifiers: corpus.APPROXIMATE_UNCERTAIN_EXAMPLES.length,
				refused: corpus.BAD_EXAMPLES.filter((text) => !isRead(text)).length,
				acceptedWrongly: corpus.BAD_EXAMPLES.filter((text) => isRead(text)).length
			}).toEqual({
				accepted: 90,
				refusedWrongly: 0,
				boundsAsInCorpus: 80,
				boundsByDecision: 10,
				qualifiers: 26,
				refused: 17,
				acceptedWrongly: 0
			});
		});
	}
);

function yearOf(day: string): number {
	return Number(/^-?\d+/.exec(day)?.[0]);
}
