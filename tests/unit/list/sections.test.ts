import { describe, expect, it } from 'vitest';
import { sectionsOf } from '$lib/list/sections.ts';

/** Rows by the names of what they stand under; `?`: not known. */
const rows = (names: string) =>
	names.split('').map((name, index) => ({
		index,
		row: index,
		heading: name === '?' ? null : { name, words: name.toUpperCase() }
	}));
const said = (names: string, before: string | null = null): readonly string[] =>
	sectionsOf(rows(names), before === null ? null : { name: before, words: before.toUpperCase() }).map(
		({ words, continued, rows }) => `${words ?? '-'}${continued ? '…' : ''}${rows.length}`
	);

describe('rows under their headings', () => {
	it('are parted where the heading changes; one that stood above already goes on', () => {
		expect(said('aabba')).toEqual(['A2', 'B2', 'A…1']);
	});

	it('go on with what the row before the first one stands under', () => {
		expect(said('aab', 'a')).toEqual(['A…2', 'B1']);
		expect(said('aab', 'b')).toEqual(['A2', 'B1']);
	});

	it('stand with the one before as long as their record is not here', () => {
		expect(said('a??b')).toEqual(['A3', 'B1']);
		expect(said('??a')).toEqual(['-2', 'A1']);
		expect(said('???')).toEqual(['-3']);
	});

	it('have keys of their own', () => {
		const keys = sectionsOf(rows('ababa'), null).map(({ key }) => key);
		expect(new Set(keys).size).toBe(5);
	});
});
