import { afterEach, beforeEach, expect, test } from 'vitest';
import { LOCALES } from '$lib/i18n/locales.ts';
import { folderOf, type WrittenName } from '../../support/datasets.ts';
import { changesHead, readChanges } from '../../../src/routes/published/changes-page.server.ts';
import { eventEntries, eventHead, readEvent } from '../../../src/routes/published/event-page.server.ts';
import { readFeed } from '../../../src/routes/published/feed.server.ts';
import { placeEntries, placeHead, readPlace } from '../../../src/routes/published/place-page.server.ts';
import { readRobots, readSitemap } from '../../../src/routes/published/sitemap.server.ts';
import { childrenOf, rootOf, textOf } from '../publish/support.ts';
import { expectAtom, expectSitemap } from '../publish/validators.ts';

const { CHRONOTOPE_DATA, CHRONOTOPE_URL } = process.env;

function use(name: WrittenName, address = ''): void {
	process.env.CHRONOTOPE_DATA = folderOf(name);
	process.env.CHRONOTOPE_URL = address;
}

beforeEach(() => use('published'));
afterEach(() => {
	process.env.CHRONOTOPE_DATA = CHRONOTOPE_DATA ?? '';
	process.env.CHRONOTOPE_URL = CHRONOTOPE_URL ?? '';
});

test.each(LOCALES)('the feed in %s has the listed events, the newest first', (locale) => {
	const root = rootOf(readFeed(locale));
	expectAtom(root);
	const folder = locale === 'en' ? '' : `${locale}/`;
	expect(childrenOf(root, 'entry').map((entry) => childrenOf(entry, 'link')[0]?.attributes.href)).toEqual(
		['hostile', 'fleet-sails', 'storm'].map((id) => `https://example.org/harbours/${folder}events/${id}/`)
	);
	// A correction makes it new again.
	expect(childrenOf(root, 'entry').map((entry) => textOf(entry, 'updated').slice(0, 10))).toEqual([
		'2026-11-25',
		'2026-11-24',
		'2026-11-23'
	]);
	expect(root.attributes['xml:lang']).toBe(locale);
	const [title] = childrenOf(root, 'title');
	expect(title?.attributes['xml:lang']).toBe(locale === 'ru' ? 'en' : undefined);
});

test('entries keep their names wherever the site lies', () => {
	const ids = () => {
		const root = rootOf(readFeed('en'));
		return [root, ...childrenOf(root, 'entry')].map((element) => textOf(element, 'id'));
	};
	const first = ids();
	for (const id of first)
		expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	use('published', 'https://another.example/');
	expect(ids()).toEqual(first);
	use('small');
	expect(new Set([...ids(), ...first]).size).toBe(ids().length + first.length - 2);
});

test('without an address a feed is relative, and there is no sitemap', () => {
	use('data');
	const root = rootOf(readFeed('ar'));
	expectAtom(root);
	expect(childrenOf(root, 'link').map(({ attributes }) => attributes.href)).toEqual(['./feed.xml', './']);
	expect([readSitemap(), readRobots()]).toEqual([null, null]);
});

test('a sitemap has the pages of listed events and of places, and a robots.txt is for the root of a host', () => {
	const root = rootOf(readSitemap() ?? '');
	expectSitemap(root, 'https://example.org/harbours/');
	const english = childrenOf(root, 'url')
		.map((url) => textOf(url, 'loc').replace('https://example.org/harbours/', ''))
		.filter((path) => !/^(?:ar|ru)\//.test(path));
	expect(english).toEqual([
		'',
		'changes/',
		'accessibility/',
		'events/fleet-sails/',
		'events/hostile/',
		'events/storm/',
		'places/bergen/',
		'places/lubeck/'
	]);
	// An event was withdrawn on that day: it has no entry, but what tells of it has changed.
	const changed = childrenOf(root, 'url')
		.slice(0, 6)
		.map((url) => textOf(url, 'lastmod'));
	expect(changed).toEqual(Array.from({ length: 6 }, () => '2026-11-26'));
	expect(readRobots()).toBeNull();
	use('published', 'https://example.org/');
	expect(readRobots()).toBe('User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n');
});

test('an address that is none stops the build', () => {
	use('data', 'http://example.org');
	expect(() => readFeed('en')).toThrow('http://example.org is not the address of a site');
});

test('every event has a page, and those that are in no list are not indexed', () => {
	expect(eventEntries()).toHaveLength(5 * LOCALES.length);
	expect(placeEntries()).toHaveLength(2 * LOCALES.length);
	const indexed = eventEntries().map(({ id }) => [id, eventHead(readEvent('en', id)).isIndexed]);
	expect(Object.fromEntries(indexed)).toEqual({
		'fleet-sails': true,
		hostile: true,
		storm: true,
		'fleet-leaves': false,
		'sea-monster': false
	});
	expect(readEvent('en', 'fleet-leaves').became?.id).toBe('fleet-sails');
	expect(readEvent('en', 'fleet-sails').merged.map(({ id }) => id)).toEqual(['fleet-leaves']);
	// Whoever shares such a page passes on what became of it.
	const told = (id: string) => eventHead(readEvent('en', id)).description;
	expect(told('fleet-leaves')).toMatch(/^This event turned out to be the same as another one.*: The fleet sails$/);
	expect(told('sea-monster')).toMatch(/^This event was withdrawn\./);
	expect(told('fleet-sails')).toBe('Six ships leave for Lübeck.');
	// An undated event is neither before nor after another one.
	const neighbours = (id: string) => {
		const { previous, next } = readEvent('en', id);
		return [previous?.id, next?.id];
	};
	expect(['fleet-sails', 'hostile', 'storm', 'sea-monster'].map(neighbours)).toEqual([
		[undefined, 'hostile'],
		['fleet-sails', undefined],
		[undefined, undefined],
		[undefined, undefined]
	]);
	expect(() => readEvent('en', 'never-was')).toThrow();
	expect(() => readPlace('en', 'hostile')).toThrow();
});

test('heads name their own pages in all languages', () => {
	const heads = [
		eventHead(readEvent('ru', 'fleet-sails')),
		placeHead(readPlace('ru', 'bergen')),
		changesHead(readChanges('ru'))
	];
	expect(heads.map(({ path }) => LOCALES.map(path))).toEqual([
		['events/fleet-sails/', 'ar/events/fleet-sails/', 'ru/events/fleet-sails/'],
		['places/bergen/', 'ar/places/bergen/', 'ru/places/bergen/'],
		['changes/', 'ar/changes/', 'ru/changes/']
	]);
	for (const { title, description } of heads) expect([title, description]).not.toContain('');
});
