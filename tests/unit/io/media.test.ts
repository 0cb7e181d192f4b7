import { describe, expect, it } from 'vitest';
import { originsOf, shownAs } from '../../../src/lib/core/media-files.js';
import { loadDataset } from '../../../src/lib/io/load.ts';
import { folderOf } from '../../support/datasets.ts';
import { readTexts, withValue, type Json } from './support.ts';

const texts = readTexts(folderOf('media'));
const problemsOf = (pointer: string, value: Json | undefined) =>
	loadDataset(withValue(texts, 'events.json', pointer, value)).problems.map(({ code, field }) => `${code} ${field}`);

describe('media of an event', () => {
	it.each<[string, Json | undefined, string]>([
		['/0/media/0/alt', undefined, 'field-missing media.0.alt'],
		['/0/media/0/alt', {}, 'language-missing media.0.alt'],
		['/0/media/0/alt', { en: ' ' }, 'text-empty media.0.alt.en'],
		['/0/media/0/url', 'javascript:alert(1)', 'url-not-http media.0.url'],
		['/0/media/0/url', 'https://bbc.co.uk@evil.example/a.png', 'url-userinfo media.0.url'],
		['/0/media/0/kind', 'iframe', 'value-unknown media.0.kind']
	])('have words and an address: %s %j', (pointer, value, problem) => {
		expect(problemsOf(pointer, value)).toEqual([problem]);
	});

	it('are shown where they are files, and linked to where they are pages', () => {
		const as = (url: string, kind: string) => shownAs({ url, kind });
		expect(as('https://a.example/picture?id=1', 'image')).toBe('picture');
		expect(as('https://a.example/film.MP4?x=1', 'video')).toBe('recording');
		expect(as('https://a.example/sound.ogg#t=3', 'audio')).toBe('recording');
		expect(as('https://player.example/watch?v=film.mp4', 'video')).toBeNull();
		expect(as('https://a.example/film.mp4', 'document')).toBeNull();
		expect(originsOf([{ url: 'https://B.example:443/1.png', kind: 'image' }]).pictures).toEqual(['https://b.example']);
	});
});
