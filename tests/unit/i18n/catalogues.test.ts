import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LOCALE_FACTS, LOCALES } from '../../../src/lib/i18n/locales.ts';

type Tree = Readonly<Record<string, unknown>>;
const FOLDER = new URL('../../../src/lib/i18n/', import.meta.url);

/** The index has what the others have. */
const NOT_COMPARED = ['index.ts'];
const FILES = readdirSync(new URL('en/', FOLDER)).filter((file) => !NOT_COMPARED.includes(file));
/** Not every language needs them. */
const OPTIONAL = ['half'];
const OTHERS = LOCALES.filter((tag) => tag !== 'en');

async function catalogue(tag: string, file: string): Promise<Tree> {
	return (await import(/* @vite-ignore */ new URL(`${tag}/${file}`, FOLDER).href)) as Tree;
}

/** `list.status.planned: string`, for everything that is said. */
function leaves(value: unknown, path = ''): readonly (readonly [path: string, leaf: unknown])[] {
	if (typeof value !== 'object' || value === null) return [[path, value]];
	return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

test('the languages, the first at the root', () => {
	expect(LOCALES).toEqual(['en', 'ar', 'ru']);
	expect(Object.keys(LOCALE_FACTS)).toEqual([...LOCALES]);
	for (const tag of LOCALES) {
		const { dir, intl, name, offer } = LOCALE_FACTS[tag];
		expect(dir).toBe(tag === 'ar' ? 'rtl' : 'ltr');
		expect(new Intl.Locale(intl).language).toBe(tag);
		expect(name).not.toBe('');
		expect(offer).not.toBe('');
	}
	// Set into the page by `hooks.server.ts`, where the script of the first paint reads it.
	expect(readFileSync(new URL('../../app.html', FOLDER), 'utf8')).toContain('data-locales="%locales%"');
});

for (const file of FILES)
	test(`${file}: the same messages in each language, and none of them empty where English is not`, async () => {
		const english = await catalogue('en', file);
		for (const tag of OTHERS) {
			const other = await catalogue(tag, file);
			for (const [name, messages] of Object.entries(english)) {
				const [ours, theirs] = [leaves(messages), new Map(leaves(other[name]))];
				const kept = [...theirs.keys()].filter((path) => !OPTIONAL.includes(path));
				expect(kept.sort(), `${tag}, ${name}`).toEqual(ours.map(([path]) => path).sort());
				for (const [path, leaf] of ours) {
					expect(typeof theirs.get(path), `${tag}, ${name}.${path}`).toBe(typeof leaf);
					if (leaf !== '') expect(theirs.get(path), `${tag}, ${name}.${path}`).not.toBe('');
					// A sentence left as it is in English is not translated.
					if (typeof leaf === 'string' && / [a-z]{3,}/.test(leaf))
						expect(theirs.get(path), `${tag}, ${name}.${path}`).not.toBe(leaf);
				}
			}
		}
	});
