import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bibtexOf, citationKey, type Cited } from '../../../src/lib/core/citation.ts';

const VIEW: Cited = {
	title: 'Syria and Russia, before the Moscow visit',
	publisher: 'Tools & Sons',
	version: '1.0.0',
	updated: '2025-10-14',
	url: 'https://example.org/?place=moscow&q=50%25',
	filter: 'Places: Moscow; search: 100% #1_a',
	accessed: Date.UTC(2026, 10, 27, 23)
};

test('a view', () => {
	expect(bibtexOf(VIEW))
		.toBe(`@misc{syria-and-russia-before-the-moscow-visit-1-0-0-${citationKey(VIEW).split('-').at(-1)},
  author = {{Tools \\& Sons}},
  title = {{Syria and Russia, before the Moscow visit}},
  year = {2025},
  version = {1.0.0},
  note = {Places: Moscow; search: 100\\% \\#1\\_a},
  url = {https://example.org/?place=moscow&q=50%25},
  urldate = {2026-11-27}
}
`);
});

test('an event has the dataset in its note, and its id in its key', () => {
	const event = { id: 'moscow-visit', title: 'أول زيارة', when: '2025-10-15' };
	const text = bibtexOf({ ...VIEW, url: 'https://example.org/events/moscow-visit/', event });
	expect(text).toContain('@misc{syria-and-russia-before-the-moscow-visit-1-0-0-moscow-visit,\n');
	expect(text).toContain('title = {{أول زيارة}}');
	expect(text).toContain('version 1.0.0; dated 2025-10-15 (EDTF)');
});

test('keys are the same every time, and of another view others', () => {
	expect(citationKey(VIEW)).toBe(citationKey({ ...VIEW }));
	expect(citationKey({ ...VIEW, url: 'https://example.org/?place=damascus' })).not.toBe(citationKey(VIEW));
	expect(citationKey({ ...VIEW, url: 'https://example.org/' })).toBe('syria-and-russia-before-the-moscow-visit-1-0-0');
	expect(citationKey({ ...VIEW, title: 'سوريا', url: null })).toMatch(/^dataset-[a-z0-9]+-1-0-0$/);
});

test('what is data is never more than text: braces are even, and no command but our own is there', () => {
	const text = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.constantFrom('}', '{', '\\', '\\input{/etc/passwd}', 'a}, evil = {b', '$\\write18$', '%', '\n\n', '\u0000')
	);
	fc.assert(
		fc.property(text, text, text, (title, publisher, filter) => {
			const written = bibtexOf({ ...VIEW, title, publisher, filter, url: `https://example.org/?q={${title}}\\` });
			let depth = 0;
			for (const char of written) {
				depth += char === '{' ? 1 : char === '}' ? -1 : 0;
				expect(depth).toBeGreaterThanOrEqual(0);
			}
			expect(depth).toBe(0);
			const commands = [...written.matchAll(/\\([a-z]+|.)/gi)].map(([, name]) => name);
			for (const name of commands)
				expect(name).toMatch(/^(?:[#$%&_]|textbackslash|textbraceleft|textbraceright|textasciitilde|textasciicircum)$/);
			expect(written.split('\n').filter((line) => /^ {2}\w+ = /.test(line))).toHaveLength(7 - (filter === '' ? 1 : 0));
		}),
		{ seed: 5, numRuns: 300 }
	);
});
