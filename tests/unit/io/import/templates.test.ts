import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openFiles, suggestMapping } from '../../../../src/lib/io/import/import.ts';
import { LOCALES, type Locale } from '../../../../src/lib/i18n/locales.ts';
import { importTexts } from './support.ts';

const FOLDER = new URL('../../../../static/templates/', import.meta.url);

function bytesOf(locale: Locale, name: string): Uint8Array {
	return new Uint8Array(readFileSync(new URL(`${locale === 'en' ? '' : `${locale}/`}${name}`, FOLDER)));
}

function targetsOf(locale: Locale, name: string): (string | undefined)[] {
	const [table] = openFiles([{ name, bytes: bytesOf(locale, name) }]).tables;
	if (table === undefined) throw new Error(`${locale}/${name} is no table.`);
	return suggestMapping(table).columns.map(({ use }) => use?.target);
}

describe.each(LOCALES)('the templates in %s', (locale) => {
	it('have columns that are known by their names', () => {
		expect(targetsOf(locale, 'example.csv')).toEqual(targetsOf('en', 'example.csv'));
		expect(targetsOf(locale, 'example.csv')).not.toContain(undefined);
		const head = (name: string) => new TextDecoder().decode(bytesOf(locale, name)).split('\n')[0];
		expect(head('events.csv')).toBe(head('example.csv'));
	});

	it('have examples of which nothing is wrong, the same in all languages', () => {
		const { dataset, counts, problems } = importTexts({ 'example.csv': bytesOf(locale, 'example.csv') });
		const english = importTexts({ 'example.csv': bytesOf('en', 'example.csv') });
		expect(problems).toEqual([]);
		expect(counts).toEqual(english.counts);
		const facts = (events: NonNullable<typeof dataset>['events'] | undefined) =>
			events?.map(({ sourceId, when, status, places, actors }) => [
				sourceId,
				when,
				status,
				places.length,
				actors.length
			]);
		expect(facts(dataset?.events)).toEqual(facts(english.dataset?.events));
		expect(dataset?.places.map(({ point }) => point)).toEqual(english.dataset?.places.map(({ point }) => point));
		expect(dataset?.events).toHaveLength(6);
	});

	it.skipIf(locale === 'en')('begin with the mark by which spreadsheet programs know UTF-8', () => {
		for (const name of ['events.csv', 'example.csv'])
			expect([...bytesOf(locale, name).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	});
});

it('a status may be written in any of the languages', () => {
	const statuses = ['мероприятие', 'Не подтверждено', 'غير مؤكد', 'مؤكد', 'Продолжается', 'مستمر', 'planned'];
	const csv = ['id,title,date,status', ...statuses.map((status, i) => `${i},A,2024-01-0${i + 1},${status}`)].join('\n');
	const { dataset, problems } = importTexts({ 'a.csv': csv });
	expect(dataset?.events.map(({ status }) => status)).toEqual([
		'occurred',
		'reported',
		'reported',
		'occurred',
		'ongoing',
		'ongoing',
		'planned'
	]);
	expect(problems.filter(({ code }) => code === 'value-unknown')).toMatchObject([
		{ value: 'мероприятие', params: { taken: 'occurred' } }
	]);
});
