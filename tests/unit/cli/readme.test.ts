import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NOTATIONS, TARGETS } from '../../../src/lib/io/formats/format.ts';
import { parseMappingFile } from '../../../src/lib/io/import/mapping-file.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const codes = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** Cells of the table whose header begins with a word. */
function table(first: string): string[][] {
	const lines = README.split('\n');
	const from = lines.findIndex((line) => line.startsWith(`| ${first}`)) + 2;
	const to = lines.findIndex((line, index) => index > from && !line.startsWith('|'));
	return lines.slice(from, to).map((line) =>
		line
			.slice(1, -1)
			.split('|')
			.map((cell) => cell.trim())
	);
}

test('the README says of every column what a mapping file calls it', () => {
	const said = table('column').flatMap(([column = '', use = '']) => codes(use === '' ? column : use));
	expect(said.filter((name) => !TARGETS.some((target) => target === name))).toEqual([]);
	const others = codes(/^Other files have more uses[^]*?\n\n/m.exec(README)?.[0] ?? '');
	expect([...said, ...others].sort()).toEqual([...TARGETS].sort());
});

test('the README names what a mapping file may have, and nothing else', () => {
	const entry = Object.fromEntries(table('in `files`').map(([name = '']) => [codes(name)[0] ?? '', null]));
	const known = (value: object) =>
		parseMappingFile('mapping.json', JSON.stringify({ mapping: 1, files: [value] })).problems.map(({ code }) => code);
	expect(known(entry)).not.toContain('key-unknown');
	expect(known({ ...entry, more: null })).toContain('key-unknown');
	expect(Object.keys(entry).sort()).toEqual([
		'columns',
		'delimiter',
		'encoding',
		'file',
		'format',
		'header',
		'language',
		'swapped'
	]);
	const notations = codes(/^`notation` says[^]*?`yearsFrom`/m.exec(README)?.[0] ?? '').slice(1, -1);
	expect(notations.filter((name) => !NOTATIONS.some((notation) => notation === name))).toEqual([]);
});

test('the README has every command for data, and says that the page opens files too', () => {
	const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
	for (const script of Object.keys(scripts).filter((name) => name.startsWith('data:')))
		expect(README).toContain(`\`npm run ${script}\``);
	for (const said of ['Open your own data', 'npm run dev -- events.csv', '--max-errors all', '--json'])
		expect(README).toContain(said);
});
