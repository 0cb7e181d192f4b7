import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { joined } from '../support/joined.ts';
import { loadDataset } from '../../../src/lib/io/load.ts';
import { readTexts, ROOT, type Json } from './support.ts';

const texts = readTexts(`${ROOT}data`);
const result = loadDataset(texts);
const { dataset } = result;
if (dataset === null) throw new Error('data/ cannot be used');
const catalogue = joined(dataset);

/**
 * What is known, in the shortest form: id, date (`=` inferred), places with roles (`=` inferred), category, status,
 * then a line for each claim: source, locator, date (`=` inferred), agencies.
 */
const FACTS = `
baath-rule-begins | 1963 | damascus at= | power | occurred
	report-b ¶11 1963
assad-rule-begins | 2000~= | damascus at= | power | occurred
	report-b ¶11 2000~=
damascus-seized | 2024-12 | damascus at | power | occurred
	report-a ¶3 2024-12
	report-a ¶6 2024-36
	report-b ¶4 -
assad-flees | 2024-12 | damascus from=, moscow to | power | occurred
	report-a ¶5 2024-12
	report-b ¶5, ¶11 2024-36
new-government | [2024-12,2025-01] | damascus at | power | occurred
	report-a ¶6 2024-36
	report-b ¶4 2024-12
	report-b ¶11 2025-01
israeli-strikes-support | 2024-12?/2025-10-14?= | damascus about= | diplomacy | ongoing
	report-a ¶7 -
putin-call | 2025-02 | moscow between=, damascus between= | diplomacy | occurred
	report-a ¶8 2025-02 via sana
	report-b ¶7, ¶9 2025-02
shibani-in-moscow | 2025-07 | moscow at | diplomacy | occurred
	report-a ¶8 2025-07
novak-in-damascus | 2025-09-09 | moscow from=, damascus at | diplomacy | occurred
	report-b ¶10 2025-09-09
un-address | 2025-09 | damascus from=, new-york at | statements | occurred
	report-a ¶9, ¶10 2025-09
visit-announced | 2025-10-14 | damascus at | statements | occurred
	report-a ¶2, ¶4 2025-10-14 via sana
	report-b ¶1, ¶2 2025-10-14= via sana
talks-on-bases | 2025-10-15 | moscow at, tartous about, khmeimim about | bases-and-strikes | planned
	report-a ¶5 2025-10-15 via reuters
moscow-visit | 2025-10-15 | damascus from, moscow to | diplomacy | planned
	report-a ¶2, ¶3 2025-10-15 via sana
	report-b ¶1, ¶2, ¶4 2025-10-15= via sana
	report-b ¶8 -
meets-community | 2025-10-15 | moscow at | diplomacy | planned
	report-a ¶4 2025-10-15 via sana
	report-b ¶3 2025-10-15= via sana
tartous-base | /2025-10-14 | tartous at | bases-and-strikes | ongoing
	report-a ¶5 - via reuters
khmeimim-base | /2025-10-14 | khmeimim at | bases-and-strikes | ongoing
	report-a ¶5 - via reuters
`.trim();

const mark = (inferred: boolean | undefined) => (inferred === true ? '=' : '');

describe('the dataset', () => {
	it('loads without a problem and all of it', () => {
		expect(result.problems).toEqual([]);
		expect(result).toMatchObject({ read: 39, accepted: 39, repaired: 0, rejected: 0 });
		expect(result.counts.events).toEqual({ read: 16, accepted: 16, repaired: 0, rejected: 0 });
		expect(catalogue.events).toHaveLength(16);
	});

	it('says of its sixteen events what the two reports say', () => {
		const lines = dataset.events.flatMap((event) => {
			const places = event.places.map(({ place, role, inferred }) => `${place} ${role}${mark(inferred)}`).join(', ');
			const head = [event.id, `${event.when ?? '-'}${mark(event.inferred)}`, places, event.category, event.status];
			const claims = event.claims.map(({ source, locator, when, inferred, via }) => {
				const agencies = via === undefined ? '' : ` via ${via.map(({ agency }) => agency).join(', ')}`;
				return `\t${source} ${locator ?? '-'} ${when ?? '-'}${mark(inferred)}${agencies}`;
			});
			return [head.join(' | '), ...claims];
		});
		expect(lines.join('\n')).toBe(FACTS);
	});

	it('keeps the disagreement and the two differences of precision visible', () => {
		const dates = new Map(catalogue.events.map(({ id, claimDates }) => [String(id), claimDates]));
		expect(dates.get('new-government')).toBe('disagree');
		expect(dates.get('damascus-seized')).toBe('precision');
		expect(dates.get('assad-flees')).toBe('precision');
		expect([...dates.values()].filter((relation) => relation === 'disagree')).toHaveLength(1);
	});

	it('has the five places where they are', () => {
		expect(dataset.places.map(({ id, point, country, name }) => [id, point, country, name.en])).toEqual([
			['damascus', [36.2765, 33.5138], 'SY', 'Damascus'],
			['moscow', [37.6173, 55.7558], 'RU', 'Moscow'],
			['tartous', [35.874, 34.915], 'SY', 'Tartous'],
			['khmeimim', [35.9487, 35.4011], 'SY', 'Khmeimim'],
			['new-york', [-73.968, 40.7489], 'US', 'New York']
		]);
	});

	it('knows of its sources no more than is known', () => {
		expect(dataset.sources).toEqual([
			{ id: 'report-a', title: 'Report A, dated 14 October 2025', published: '2025-10-14', language: 'en' },
			{ id: 'report-b', title: 'Report B, undated', published: '2025-10-14', inferred: true, language: 'en' }
		]);
	});

	it('names categories in the order of the palette', () => {
		expect(dataset.categories.map(({ id, slot }) => `${slot} ${id}`)).toEqual([
			'0 diplomacy',
			'1 power',
			'2 bases-and-strikes',
			'3 statements'
		]);
	});

	it('has every text in English, Arabic and Russian, in its own script', () => {
		const scripts = {
			en: /^[^\p{Script=Arabic}\p{Script=Cyrillic}]*$/u,
			ar: /\p{Script=Arabic}/u,
			ru: /\p{Script=Cyrillic}/u
		};
		const found = localizedTexts(JSON.parse(JSON.stringify(dataset)) as Json);
		expect(found.length).toBeGreaterThan(70);
		for (const text of found) {
			expect(Object.keys(text)).toEqual(['en', 'ar', 'ru']);
			for (const [tag, pattern] of Object.entries(scripts)) expect(text[tag]).toMatch(pattern);
		}
	});

	it('has titles of at most sixty characters in every language', () => {
		for (const { title } of dataset.events)
			for (const text of Object.values(title)) expect(text.length).toBeLessThanOrEqual(60);
	});
});

/**
 * Every run of seven words of the two reports, as the first ten hexadecimal digits of its SHA-256: enough to find a
 * sentence that was copied, and nothing of the reports themselves.
 */
const reportRuns = new Set(readFileSync(`${ROOT}tests/fixtures/datasets/report-runs.txt`, 'utf8').split(/\s+/));

describe('the words of the dataset', () => {
	const copied = (text: string) => runs(text, 7).filter((run) => reportRuns.has(digest(run)));

	it('share no run of seven words with a report', () => {
		expect(stringsIn(JSON.parse(JSON.stringify(dataset)) as Json).flatMap(copied)).toEqual([]);
	});

	it('are compared in a way that finds one', () => {
		expect(reportRuns.size).toBeGreaterThan(600);
		expect(copied('In September Russian Deputy Prime Minister Alexander Novak visited Damascus.')).toEqual([
			'russian deputy prime minister alexander novak visited',
			'deputy prime minister alexander novak visited damascus'
		]);
	});
});

function digest(run: string): string {
	return createHash('sha256').update(run).digest('hex').slice(0, 10);
}

/** Every `count` words in a row, hyphens and apostrophes counted as breaks between words. */
function runs(text: string, count: number): string[] {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.slice(0, Math.max(0, words.length - count + 1)).map((_, i) => words.slice(i, i + count).join(' '));
}

function stringsIn(value: Json): string[] {
	if (typeof value === 'string') return [value];
	return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

function localizedTexts(value: Json): Record<string, string>[] {
	if (value === null || typeof value !== 'object') return [];
	if ('en' in value) return [value as Record<string, string>];
	return Object.values(value).flatMap(localizedTexts);
}
