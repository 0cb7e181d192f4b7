import { describe, expect, test } from 'vitest';
import {
	filesOf,
	isHeadOf,
	isOurPage,
	languageOf,
	pageKey,
	pathBelow,
	planFor,
	withAbsoluteLinks
} from '../../../src/lib/offline/plan.ts';
import { isStamp, mayFetchAhead, newsOf } from '../../../src/lib/offline/published.ts';
import { surplusOf } from '../../../src/lib/offline/surplus.ts';

const ROOT = 'https://news.example/maps/syria/';
const asked = (path: string, rest: object = {}) => ({
	method: 'GET',
	url: path.startsWith('http') ? path : ROOT + path,
	mode: 'cors',
	destination: '',
	...rest
});

describe('how a request is answered', () => {
	test.each([
		['', { mode: 'navigate' }, 'page'],
		['ar/?from=2024#events', { mode: 'navigate' }, 'page'],
		['events/putin-call/', { mode: 'navigate' }, 'page'],
		['_app/immutable/chunks/a.js', { destination: 'script' }, 'file'],
		['_app/immutable/assets/noto.woff2', { destination: 'font' }, 'file'],
		['_app/immutable/data-0a1b/columns.bin', {}, 'data'],
		['_app/immutable/data-0a1b/rows/7.json', {}, 'data'],
		['basemap.pmtiles', {}, 'map'],
		['icon.svg', { destination: 'image' }, 'asset'],
		// What tells of a newer version is never an old copy.
		['version.json', {}, 'pass'],
		['_app/version.json', {}, 'pass'],
		['service-worker.js', { destination: 'script' }, 'pass'],
		// A download is no part of a page.
		['templates/events.csv', {}, 'pass'],
		['', { mode: 'navigate', method: 'POST' }, 'pass'],
		['https://news.example/maps/', { mode: 'navigate' }, 'pass'],
		['https://news.example/maps/syria-2/', { mode: 'navigate' }, 'pass'],
		['https://tiles.example/maps/syria/basemap.pmtiles', {}, 'pass']
	])('%s %j: %s', (path, rest, kind) => {
		expect(planFor(asked(path, rest), ROOT).kind).toBe(kind);
	});

	test('a page has one copy, whatever view of it is asked for', () => {
		const keys = ['ar/', 'ar/?event=a', 'ar/index.html', 'ar/#events', 'ar/?x#y'].map((path) => {
			const plan = planFor(asked(path, { mode: 'navigate' }), ROOT);
			return plan.kind === 'page' ? plan.key : null;
		});
		expect(new Set(keys)).toEqual(new Set([`${ROOT}ar/`]));
	});

	test('at the root of a host as well', () => {
		expect(planFor(asked('https://a.example/'), 'https://a.example/').kind).toBe('pass');
		expect(pathBelow('https://a.example/', 'https://a.example/')).toBe('');
		expect(pageKey('https://a.example/?a=/index.html')).toBe('https://a.example/');
	});
});

test('the language of an address', () => {
	const languages = ['en', 'ar', 'ru'] as const;
	const found = ['', 'ar/', 'ru/events/x/?lang=ar', 'arabic/', 'events/ar/'].map((path) =>
		languageOf(ROOT + path, ROOT, languages)
	);
	expect(found).toEqual(['en', 'ar', 'ru', 'en', 'en']);
});

describe('a page', () => {
	const html = `<!doctype html><html lang="ar" dir="rtl" data-locales="en ar ru"><head>
		<link rel="icon" href="../../icon.svg" type="image/svg+xml" />
		<script src="../../_app/immutable/entry/early.1.js"></script>
		<link href="../../_app/immutable/assets/0.css" rel="stylesheet">
		<link href="../../_app/immutable/assets/a.woff2" rel="preload" as="font"></head>
		<a href="">Again</a><a href="../">Home</a><a href="https://elsewhere.example/">There</a>`;
	const at = `${ROOT}ar/offline/`;

	test('at another address leads where it led, and to itself', () => {
		const there = withAbsoluteLinks(html, at);
		expect(there).toContain(`href="${ROOT}_app/immutable/assets/0.css"`);
		expect(there).toContain(`<a href="${ROOT}ar/">Home`);
		expect(there).toContain('<a href="">Again');
		expect(there).toContain('href="https://elsewhere.example/"');
		expect(there).not.toContain('"..');
	});

	test('asks for scripts and style sheets', () => {
		expect(filesOf(html, at)).toEqual([`${ROOT}_app/immutable/entry/early.1.js`, `${ROOT}_app/immutable/assets/0.css`]);
	});

	test('of a network that wants a password is none of ours', () => {
		expect(isOurPage(html)).toBe(true);
		expect(isOurPage('<html lang="en"><title>Welcome to our Wi-Fi</title>')).toBe(false);
	});
});

test('what is more than there is room for goes, the oldest first, and the newest stays', () => {
	const kept = [5, 1, 4, 3].map((bytes, index) => ({ url: String(index), bytes }));
	expect(surplusOf(kept, 100, 9)).toEqual([]);
	expect(surplusOf(kept, 8, 9)).toEqual(['0']);
	expect(surplusOf(kept, 100, 2)).toEqual(['0', '1']);
	expect(surplusOf(kept, 0, 9)).toEqual(['0', '1', '2']);
	expect(surplusOf([], 0, 0)).toEqual([]);
});

test('a dataset is not opened without its columns and names', () => {
	const folder = `${ROOT}_app/immutable/data-1/`;
	expect(isHeadOf(`${folder}columns.bin`, `${folder}rows/1.json`)).toBe(true);
	expect(isHeadOf(`${folder}rows/0.json`, `${folder}rows/1.json`)).toBe(false);
	expect(isHeadOf(`${folder}columns.bin`, `${ROOT}_app/immutable/data-2/rows/1.json`)).toBe(false);
});

describe('what is published', () => {
	test('is newer data before it is a newer page', () => {
		const mine = { code: 'a', data: '1' };
		expect(newsOf(mine, mine)).toBe(null);
		expect(newsOf(mine, { code: 'b', data: '1' })).toBe('site');
		expect(newsOf(mine, { code: 'a', data: '2' })).toBe('data');
		expect(newsOf(mine, { code: 'b', data: '2' })).toBe('data');
	});

	test('is read with care', () => {
		expect(isStamp({ code: 'a', data: 'b', more: 1 })).toBe(true);
		for (const other of [null, 'a', [], {}, { code: 'a' }, { code: 1, data: 'b' }]) expect(isStamp(other)).toBe(false);
	});

	test('who saves data, or has a slow connection, is given nothing unasked', () => {
		expect(mayFetchAhead(undefined)).toBe(true);
		expect(mayFetchAhead({ saveData: false, effectiveType: '4g' })).toBe(true);
		expect(mayFetchAhead({ saveData: true, effectiveType: '4g' })).toBe(false);
		expect(mayFetchAhead({ saveData: false, effectiveType: '2g' })).toBe(false);
		expect(mayFetchAhead({ effectiveType: '3g' })).toBe(false);
	});
});
