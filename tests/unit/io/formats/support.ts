import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Cell, Format, Table, Target, TextFile } from '../../../../src/lib/io/formats/format.ts';
import { FORMATS } from '../../../../src/lib/io/formats/index.ts';

export function textFile(name: string, text: string): TextFile {
	try {
		return { name, text, json: JSON.parse(text) };
	} catch {
		return { name, text, json: undefined };
	}
}

/** A small file of our own. */
export function fixture(name: string): TextFile {
	return textFile(name, readFileSync(`tests/fixtures/import/${name}`, 'utf8'));
}

/** Real files that are no part of the project, beside it on some machines. */
const CORPUS = '../shared/corpora/datasets/';
export const hasCorpus = existsSync(CORPUS);

export function corpus(name: string): TextFile {
	return textFile(name, readFileSync(`${CORPUS}${name}`, 'utf8'));
}

/** The format that is surest about a file, as the import chooses it. */
export function formatOf(file: TextFile): Format | null {
	let best: { format: Format; certainty: number } | null = null;
	for (const format of FORMATS) {
		const certainty = format.detect(file);
		expect(certainty).toBeGreaterThanOrEqual(0);
		expect(certainty).toBeLessThanOrEqual(1);
		if (certainty > (best?.certainty ?? 0)) best = { format, certainty };
	}
	return best?.format ?? null;
}

export function readAs(id: Format['id'], file: TextFile, others: readonly TextFile[] = []): Table {
	expect(formatOf(file)?.id).toBe(id);
	const table = formatOf(file)?.read(file, others).table;
	if (table === undefined) throw new Error(`Nothing reads ${file.name}.`);
	expect(table.format).toBe(id);
	expect(new Set(table.columns.map(({ name }) => name)).size).toBe(table.columns.length);
	expect(table.rows.every(({ cells }) => cells.length === table.columns.length)).toBe(true);
	expect(table.problems.every((problem) => problem.file === file.name)).toBe(true);
	return table;
}

/** What a row says of each target, without what is empty; several columns of one target one after another. */
export function said(table: Table, index: number): Partial<Record<Target, Cell>> {
	const found: Partial<Record<Target, Cell>> = {};
	table.columns.forEach(({ use }, column) => {
		const cell = table.rows[index]?.cells[column] ?? '';
		if (use === undefined || cell === '') return;
		const before = found[use.target];
		found[use.target] = before === undefined ? cell : [before, cell].flat();
	});
	return found;
}

/** The cell of a column by its name; `undefined` when there is no such column. */
export function cell(table: Table, index: number, name: string): Cell | undefined {
	const column = table.columns.findIndex((candidate) => candidate.name === name);
	return column < 0 ? undefined : table.rows[index]?.cells[column];
}

export function notationOf(table: Table, target: Target): string | undefined {
	return table.columns.find(({ use }) => use?.target === target)?.use?.notation;
}

export function codes(table: Table): string[] {
	return table.problems.map(({ severity, code }) => `${severity} ${code}`);
}
