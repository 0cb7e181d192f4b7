import { describe, expect, it } from 'vitest';
import { createDateLabels } from '../../../src/lib/i18n/dates.ts';
import { dates as words } from '../../../src/lib/i18n/en/dates.ts';
import { dateAs } from '../../../src/lib/import/answers.ts';
import { addChange } from '../../../src/lib/import/changes.ts';
import { alikeOf, askedIn, questionId } from '../../../src/lib/import/questions.ts';
import type { OpenedTable } from '../../../src/lib/import/session.ts';
import { parseMappingFile, withEntry, writeMappingFile } from '../../../src/lib/io/import/mapping-file.ts';
import { mappingOf, tableOf } from '../io/import/support.ts';

const TEXT = 'title,date,published\nA,03/04/24,13/04/24\nB,05/06/24,14/04/24\n';
const mapping = mappingOf(TEXT);
const opened = (now = mapping): OpenedTable => ({
	file: now.file,
	format: 'csv',
	rows: 2,
	mapping: now,
	dialect: null,
	encoding: 'utf-8',
	leftOut: {}
});

describe('years of two digits', () => {
	const asked = askedIn([opened()], []);

	it('are asked about beside the order of day and month', () => {
		expect(asked.map(({ question, answer }) => [question.column, question.kind, answer])).toEqual([
			['date', 'century', null],
			['date', 'date-order', null],
			['published', 'century', null]
		]);
		const ids = asked.map(({ table, question }) => questionId('q', table, question));
		expect(new Set(ids).size).toBe(3);
	});

	it('are answered for one column, and for those like it when that is wanted', () => {
		const [first] = asked;
		if (first === undefined) return expect.fail('Nothing is asked.');
		const use = { ...first.use, yearsFrom: 1930 };
		const { entry } = addChange(null, mapping, { kind: 'use', column: 'date', use });
		const now = withEntry(tableOf(TEXT), mapping, entry);
		const then = askedIn([opened(now)], [{ file: now.file, question: first.question }]);
		expect(then.map(({ question, answer, isOpen }) => [question.column, question.kind, answer, isOpen])).toEqual([
			['date', 'century', 1930, false],
			['date', 'date-order', null, true],
			['published', 'century', null, true]
		]);
		expect(then[0] && alikeOf(then[0], then).map(({ question }) => question.column)).toEqual(['published']);
		const { entries } = parseMappingFile('mapping.json', writeMappingFile([now]));
		expect(entries?.[0]?.columns?.[1]).toEqual({ column: 'date', use: 'when', yearsFrom: 1930 });
	});

	it('show what each answer makes of a value, as far as it is certain', () => {
		const dates = createDateLabels('en-GB', words);
		expect(dateAs('13/04/24', { yearsFrom: 2000 }, dates)).toBe('13 April 2024');
		expect(dateAs('13/04/24', { yearsFrom: 1900 }, dates)).toBe('13 April 1924');
		expect(dateAs('03/04/24', { yearsFrom: 1900 }, dates)).toBe('1924');
		expect(dateAs('03/04/24', { notation: 'day-first' }, dates)).toBe('3 April');
		expect(dateAs('03/04/24', { notation: 'month-first' }, dates)).toBe('4 March');
		expect(dateAs('Dec-24', { notation: 'day-first' }, dates)).toBe('December');
		expect(dateAs('soon', { yearsFrom: 2000 }, dates)).toBeNull();
	});
});
