import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkLocales } from './locale-rules.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

function readSources(folder: string): [string, string][] {
	return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry): [string, string][] => {
		const name = `${folder}/${entry.name}`;
		if (entry.isDirectory()) return readSources(name);
		return /\.(?:ts|svelte)$/.test(name) ? [[name, readFileSync(path.join(ROOT, name), 'utf8')]] : [];
	});
}

test('nothing depends on the zone, language or calendar of the machine', () => {
	const sources = new Map(readSources('src'));
	expect([...sources.keys()]).toEqual(expect.arrayContaining(['src/lib/i18n/calendar-format.ts']));
	expect(checkLocales(sources)).toEqual([]);
});

test.each([
	['const year = new Date(ms).getUTCFullYear();', 1],
	['const ms = Date.parse(text);', 1],
	['const day = date.getDate();', 1],
	['const text = date.toLocaleDateString();', 1],
	['names.sort((a, b) => a.localeCompare(b));', 1],
	['names.sort((a, b) => a.name(1).localeCompare(b.name(2)));', 1],
	['const format = new Intl.NumberFormat();', 1],
	["const format = new Intl.ListFormat(undefined, { type: 'unit' });", 1],
	["const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' });", 1],
	["const format = new Intl.DateTimeFormat(locale, {\n\tcalendar: 'gregory'\n});", 1],
	['const format = new Intl.DateTimeFormat(locale);', 2],
	["const format = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });", 0],
	["names.sort((a, b) => a.localeCompare(b, 'en'));", 0],
	['// not new Date(ms)\nconst scale = scaleUtc(); const now = Date.now(); let x: Intl.LDMLPluralRule;', 0],
	['/** Like `new Date(ms)`. */\nconst format = new Intl.NumberFormat(locale);', 0]
])('%j: %i findings', (code, count) => {
	expect(checkLocales(new Map([['src/lib/core/a.ts', code]]))).toHaveLength(count);
});
