import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MAX_DATASET_BYTES, sortOut } from '../../../src/lib/io/chosen.ts';
import { MAX_FILE_BYTES, MAX_FILES } from '../../../src/lib/io/import/limits.ts';
import { checkInput } from '../../../src/lib/io/input.server.ts';
import { nativeFile } from '../../../src/lib/io/native-file.ts';
import { readFiles } from '../../../src/lib/import/read-files.ts';
import { ROOT, SMALL } from './support.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'chosen-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A folder with these files; its path. */
function folder(name: string, files: Readonly<Record<string, string>>): string {
	const at = path.join(scratch, name);
	mkdirSync(at);
	for (const [file, text] of Object.entries(files)) writeFileSync(path.join(at, file), text);
	return at;
}

const codesOf = ({ problems }: Pick<ReturnType<typeof checkInput>, 'problems'>) =>
	problems.filter(({ severity }) => severity === 'error').map(({ file, code }) => `${file} ${code}`);

const small = checkInput([SMALL]).dataset ?? expect.fail('The dataset cannot be read.');
const NATIVE = [...nativeFile(small)].join('');
const MAPPING = '{"mapping":1,"files":[{"file":"a.csv","columns":[{"column":"date","notation":"day-first"}]}]}';
const CSV = 'title,date,latitude,longitude\nA,03/04/2024,34,36\n';

describe('a dataset in one file', () => {
	it('is one too beside a mapping file, and alone in a folder', async () => {
		const at = folder('saved', { 'a.chronotope.json': NATIVE, 'mapping.json': MAPPING });
		expect(checkInput([at])).toMatchObject({ isNative: true, problems: [], dataset: small });
		const files = ['a.chronotope.json', 'mapping.json'].map((name) => path.join(at, name));
		expect(checkInput(files)).toMatchObject({ isNative: true, problems: [], dataset: small });
		const chosen = files.map((file) => ({
			path: path.basename(file),
			file: new File([readFileSync(file)], path.basename(file))
		}));
		expect(await readFiles(chosen)).toMatchObject({ isNative: true, whole: { name: 'a.chronotope.json' } });
	});

	it('is not taken apart as if it were data, beside which it was chosen', () => {
		const at = folder('mixed', { 'a.chronotope.json': NATIVE, 'b.csv': CSV.replace('03/04/2024', '2024-04-03') });
		const checked = checkInput([at]);
		expect(codesOf(checked)).toEqual(['a.chronotope.json dataset-among-others']);
		expect(checked.counts).toMatchObject({ read: 1, rejected: 0 });
	});

	it('nor is the folder of one', () => {
		const at = folder('beside', { 'b.csv': CSV.replace('03/04/2024', '2024-04-03') });
		const checked = checkInput([SMALL, path.join(at, 'b.csv')]);
		expect(codesOf(checked)).toEqual([`${path.basename(SMALL)} dataset-among-others`]);
		expect(checked.counts).toMatchObject({ read: 1, rejected: 0 });
	});

	it('may be larger than a file of another format, alone', () => {
		const dataset = { name: 'a.json', length: MAX_DATASET_BYTES, role: 'dataset' } as const;
		expect(sortOut([dataset])).toMatchObject({ dataset, problems: [] });
		expect(sortOut([{ ...dataset, length: MAX_DATASET_BYTES + 1 }])).toMatchObject({
			dataset: null,
			problems: [{ code: 'limit-bytes', params: { limit: MAX_DATASET_BYTES } }]
		});
	});
});

describe('a folder', () => {
	it('with names of files that a dataset has is not one for that', () => {
		const at = path.join(scratch, 'timemap');
		mkdirSync(at);
		for (const name of ['events', 'sources', 'associations'])
			cpSync(path.join(ROOT, `tests/fixtures/import/timemap-${name}.json`), path.join(at, `${name}.json`));
		const checked = checkInput([at]);
		expect(checked).toMatchObject({ isNative: false, counts: { read: 2, rejected: 0 } });
		expect(codesOf(checked)).toEqual([]);
	});

	it('with events as a dataset has them is told what is missing', () => {
		const at = path.join(scratch, 'headless');
		cpSync(SMALL, at, { recursive: true });
		rmSync(path.join(at, 'dataset.json'));
		const checked = checkInput([at]);
		expect(checked.isNative).toBe(true);
		expect(codesOf(checked)[0]).toBe('dataset.json file-missing');
	});

	it('is read with the mapping that lies in it, and with one that is named before that', () => {
		const at = folder('mapped', { 'a.csv': CSV, 'mapping.json': MAPPING });
		expect(checkInput([at])).toMatchObject({ counts: { read: 1, rejected: 0 } });
		expect(checkInput([at]).dataset?.events[0]?.when).toBe('2024-04-03');
		const other = folder('named', { 'm.json': MAPPING.replace('day-first', 'month-first') });
		const checked = checkInput([at], path.join(other, 'm.json'));
		expect(checked.dataset?.events[0]?.when).toBe('2024-03-04');
		expect(checked.problems).toContainEqual(expect.objectContaining({ file: 'mapping.json', code: 'mapping-second' }));
	});
});

describe('how much is read at once', () => {
	const file = (name: string, length: number) => ({ name, length, role: 'data' as const });

	it('is limited for all files together', () => {
		const files = [file('a', 90_000_000), file('b', MAX_FILE_BYTES), file('c', 90_000_000), file('d', 90_000_000)];
		const { data, problems } = sortOut([...files, file('e', 1_000)]);
		expect(data.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'e']);
		expect(problems).toMatchObject([{ file: 'd', code: 'limit-total' }]);
	});

	it('is limited in the number of files, on the command line as well', () => {
		const files = Array.from({ length: MAX_FILES + 2 }, (_, index) => file(`${index}.csv`, 1));
		const { data, problems } = sortOut(files);
		expect(data).toHaveLength(MAX_FILES);
		expect(problems).toMatchObject([{ file: `${MAX_FILES}.csv`, code: 'limit-files' }]);
	});
});
