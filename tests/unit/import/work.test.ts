import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Locale } from '$lib/i18n/locales.ts';
import { checkInput } from '$lib/io/input.server.ts';
import { nativeFile } from '$lib/io/native-file.ts';
import { MAX_FILE_BYTES } from '$lib/io/import/limits.ts';
import type { ChosenFile, FromImport, Request, ToImport } from '$lib/import/messages.ts';
import type { Saved } from '$lib/import/session.ts';
import { groupsOf } from '$lib/import/summary.ts';
import { ImportWork } from '$lib/import/work.ts';
import { ROOT } from '../io/support.ts';

const IMPORTED = path.join(ROOT, 'tests/fixtures/import');
const DATASETS = path.join(ROOT, 'tests/fixtures/datasets');

/** A worker's work without a worker. */
function worker() {
	const sent: FromImport[] = [];
	const work = new ImportWork(
		(message) => sent.push(message),
		() => new Promise((resolve) => setImmediate(resolve))
	);
	let job = 0;
	const ask = async (
		kind: ToImport['kind'],
		request: Request,
		{ what, language }: { what: Saved; language: Locale } = { what: 'mapping', language: 'en' }
	): Promise<FromImport[]> => {
		const message = { kind, job: ++job, request, what, language } as ToImport;
		const mine = message.job;
		await work.receive(message);
		return sent.filter((answer) => answer.job === mine && answer.kind !== 'progress');
	};
	return { ask, sent };
}

function chosen(file: string, as = path.basename(file)): ChosenFile {
	return {
		path: as,
		file: new File([readFileSync(file)], path.basename(file), { lastModified: statSync(file).mtimeMs })
	};
}

function folder(at: string, below = path.basename(at)): ChosenFile[] {
	return readdirSync(at, { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory()
			? folder(path.join(at, entry.name), `${below}/${entry.name}`)
			: [chosen(path.join(at, entry.name), `${below}/${entry.name}`)]
	);
}

const request = (files: readonly ChosenFile[], changes: Request['changes'] = [], choice = 1): Request => ({
	choice,
	files,
	changes,
	language: 'en'
});

async function outcomeOf(files: readonly ChosenFile[]) {
	const answers = await worker().ask('run', request(files));
	const last = answers.at(-1);
	return last?.kind === 'outcome' ? last.outcome : expect.fail('There is no outcome.');
}

const text = (name: string, content: string): ChosenFile => ({ path: name, file: new File([content], name) });

describe('the browser and the command line find the same in', () => {
	it.each(readdirSync(IMPORTED))('%s', async (name) => {
		const file = path.join(IMPORTED, name);
		const { problems, counts } = checkInput([file]);
		expect(await outcomeOf([chosen(file)])).toMatchObject({ counts, groups: groupsOf(problems) });
	});

	it('all these files at once', async () => {
		const files = readdirSync(IMPORTED).map((name) => path.join(IMPORTED, name));
		const { problems, counts } = checkInput(files);
		expect(await outcomeOf(files.map((file) => chosen(file)))).toMatchObject({ counts, groups: groupsOf(problems) });
	});

	it('a folder of them', async () => {
		const { problems, counts } = checkInput([IMPORTED]);
		expect(await outcomeOf(folder(IMPORTED).reverse())).toMatchObject({ counts, groups: groupsOf(problems) });
	});

	it.each(readdirSync(DATASETS).filter((name) => existsSync(path.join(DATASETS, name, 'dataset.json'))))(
		'the dataset %s',
		async (name) => {
			const at = path.join(DATASETS, name);
			const { problems, counts, isNative } = checkInput([at]);
			expect(isNative).toBe(true);
			expect(await outcomeOf(folder(at))).toMatchObject({ counts, groups: groupsOf(problems) });
		}
	);

	it('a dataset of which a file is missing', async () => {
		const at = path.join(DATASETS, 'small');
		const outcome = await outcomeOf(folder(at).filter(({ path: name }) => !name.endsWith('places.geojson')));
		expect(outcome).toMatchObject({ isUsable: false });
		expect(outcome.groups[0]).toMatchObject({ code: 'file-missing', first: [{ file: 'places.geojson' }] });
	});
});

const SHEET = 'title,date,latitude,longitude\nA,03/04/2024,34,36\nB,05/06/2024,34,36\n';

describe('what a person says', () => {
	const use = (column: string, target: 'when', notation: 'day-first' | 'month-first') => [
		{
			columns: ['title', 'date', 'latitude', 'longitude'],
			entry: { file: 'a.csv', columns: [{ column, use: target, notation }] }
		}
	];

	it('decides what cannot be known, without reading the file again', async () => {
		const { ask } = worker();
		const file = text('a.csv', SHEET);
		const [opened, first] = await ask('run', request([file]));
		expect(opened).toMatchObject({ kind: 'opened', tables: [{ mapping: { questions: [{ kind: 'date-order' }] } }] });
		expect(first).toMatchObject({ outcome: { counts: { read: 2, rejected: 2 } } });
		Object.defineProperty(file.file, 'arrayBuffer', { value: () => expect.fail('It was read again.') });
		const [again, second] = await ask('run', request([file], use('date', 'when', 'day-first')));
		expect(again).toMatchObject({ tables: [{ mapping: { questions: [] } }] });
		expect(second).toMatchObject({ outcome: { isUsable: true, counts: { read: 2, accepted: 2 } } });
	});

	it('counts for a file of the same name and columns, and for no other', async () => {
		const other = text('a.csv', SHEET.replace('date', 'date of birth'));
		const [opened] = await worker().ask('run', request([other], use('date', 'when', 'day-first')));
		expect(opened).toMatchObject({ tables: [{ mapping: { questions: [{ kind: 'date-order' }] } }] });
	});

	it('can be in a mapping file among the others', async () => {
		const mapping = text(
			'mine.json',
			JSON.stringify({
				mapping: 1,
				files: [{ file: 'a.csv', columns: [{ column: 'date', notation: 'day-first' }, { column: 'data' }] }]
			})
		);
		const answers = await worker().ask('run', request([text('a.csv', SHEET), mapping]));
		expect(answers[0]).toMatchObject({ files: ['a.csv'], tables: [{ file: 'a.csv' }] });
		expect(answers[1]).toMatchObject({
			outcome: { counts: { accepted: 2 }, groups: [{ code: 'column-missing', first: [{ file: 'mine.json' }] }, {}] }
		});
	});

	it('of how a file is read counts while it leads to the same columns', async () => {
		const semicolons = [{ columns: ['title,date'], entry: { file: 'a.csv', delimiter: ';' } }];
		const [kept] = await worker().ask('run', request([text('a.csv', 'title,date\nA,2024\n')], semicolons));
		expect(kept).toMatchObject({ tables: [{ dialect: { delimiter: ';' } }] });
		const [dropped] = await worker().ask('run', request([text('a.csv', 'title,when\nA,2024\n')], semicolons));
		expect(dropped).toMatchObject({ tables: [{ dialect: { delimiter: ',' } }] });
	});
});

it('reads nothing that is too large or cannot be read, and says so', async () => {
	const large = text('large.csv', SHEET);
	Object.defineProperty(large.file, 'size', { value: MAX_FILE_BYTES + 1 });
	Object.defineProperty(large.file, 'arrayBuffer', { value: () => expect.fail('It was read.') });
	const gone = text('gone.csv', SHEET);
	Object.defineProperty(gone.file, 'arrayBuffer', {
		value: () => Promise.reject(new DOMException('', 'NotReadableError'))
	});
	const { groups, isUsable } = await outcomeOf([large, gone, text('b.csv', 'title,date\nA,2024\n')]);
	expect(isUsable).toBe(true);
	expect(groups.slice(0, 2)).toMatchObject([
		{ code: 'limit-bytes', first: [{ file: 'large.csv', params: { length: MAX_FILE_BYTES + 1 } }] },
		{ code: 'file-unreadable', first: [{ file: 'gone.csv' }] }
	]);
});

it('answers the newest request and refuses the others', async () => {
	const { ask } = worker();
	const files = [text('a.csv', SHEET)];
	const answers = await Promise.all([
		ask('run', request(files, [], 1)),
		ask('take', request(files, [], 2)),
		ask('run', request(files, [], 3))
	]);
	expect(answers.map((all) => all.at(-1)?.kind)).toEqual(['refused', 'refused', 'outcome']);
});

it('gives a small dataset whole and a large one in pages', async () => {
	const rows = (count: number) =>
		text('a.csv', `title,date\n${Array.from({ length: count }, (_, i) => `Event ${i},2024-05-01\n`).join('')}`);
	const [, , small] = await worker().ask('take', request([rows(1_000)]));
	expect(small).toMatchObject({ taken: { manifest: null, files: new Map() } });
	const [, , large] = await worker().ask('take', request([rows(1_001)]));
	if (large?.kind !== 'taken') expect.fail('Nothing was taken.');
	expect(large.taken.manifest).toMatchObject({ rows: 1_001 });
	expect(large.taken.dataset.events).toHaveLength(20);
	expect([...large.taken.files.keys()]).toEqual(expect.arrayContaining(['columns.bin', 'names.json', 'rows/3.json']));
});

describe('a dataset that is one file', () => {
	const { dataset } = checkInput([path.join(DATASETS, 'small')]);
	if (dataset === null) throw new Error('The small dataset loads.');
	const whole = [...nativeFile(dataset)].join('');

	it('is opened as what it is, and given as it was', async () => {
		const { ask } = worker();
		const asked = request([text('any name.json', whole)]);
		const [opened, outcome] = await ask('run', asked);
		expect(opened).toMatchObject({ kind: 'opened', isNative: true, tables: [], files: ['any name.json'] });
		expect(outcome).toMatchObject({ kind: 'outcome', outcome: { isUsable: true, groups: [] } });
		expect((await ask('take', asked)).at(-1)).toMatchObject({ kind: 'taken', taken: { dataset } });
	});

	it('is what the command line finds it to be', async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'one file '));
		try {
			const file = path.join(folder, 'bad.chronotope.json');
			writeFileSync(file, whole.replace('1399-06', '1399-16'));
			const checked = checkInput([file]);
			expect(checked).toMatchObject({ isNative: true, isFolder: false, counts: { rejected: 1 } });
			const outcome = await outcomeOf([chosen(file)]);
			expect(outcome.groups).toEqual(groupsOf(checked.problems));
			expect(outcome.counts).toEqual(checked.counts);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

it('saves rejected rows with their reasons in the language of the reader', async () => {
	const { ask } = worker();
	const files = request([text('a.csv', 'id,title,date\n1,A,2024\n2,B,2024-13\n')]);
	const saved = async (what: Saved, language: Locale) => {
		const answer = (await ask('save', files, { what, language })).at(-1);
		return answer?.kind === 'saved' ? answer.files : expect.fail('Nothing was saved.');
	};
	const [rows, ...others] = await saved('rejected', 'ru');
	expect(others).toEqual([]);
	expect(rows?.name).toBe('a-rejected.csv');
	expect(await rows?.blob.text()).toMatch(/^chronotope:reasons,id,title,date\n.*[а-я]{3}.*,2,B,2024-13\n$/);
	const [native] = await saved('native', 'ru');
	expect(native?.name).toBe('a.chronotope.json');
	expect((await saved('mapping', 'ar')).map(({ name }) => name)).toEqual(['mapping.json']);
});
