import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAPER_TOKENS, parseColour } from '$lib/map/many/colours.ts';

const TOKENS = readFileSync('src/lib/ui/tokens.css', 'utf8');

test('marks on paper have the tokens of the light theme, and of print where that has its own', () => {
	const print = TOKENS.slice(TOKENS.indexOf('@media print'));
	const light = (name: string): string | undefined =>
		new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(print)?.[1] ??
		new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6})`).exec(TOKENS)?.[1];
	const { categories, ...single } = PAPER_TOKENS;
	for (const [name, hex] of Object.entries(single)) expect(hex, name).toBe(light(name));
	categories.forEach((hex, slot) => expect(hex, `category ${slot}`).toBe(light(`category-${slot}`)));
});

test('computed colours are read as shares of the whole', () => {
	expect(parseColour('rgb(255, 0, 51)')).toEqual([1, 0, 0.2]);
	expect(parseColour('rgba(0, 255, 0, 0.5)')).toEqual([0, 1, 0]);
	expect(() => parseColour('none')).toThrow('no computed colour');
});
