import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkInput } from '../../../src/lib/io/input.server.ts';
import { nativeFile } from '../../../src/lib/io/native-file.ts';
import { ROOT, SMALL } from './support.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'data import Ø '));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function run(script: string, args: string[]) {
	const env = { ...process.env, INIT_CWD: scratch };
	const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, `src/cli/${script}.mjs`), ...args], {
		cwd: ROOT,
		env,
		encoding: 'utf8'
	});
	return { status, out: stdout, err: stderr };
}

const SHEET = [
	'id;title;date;latitude;longitude',
	'007;Harbour opens;03.04.2024;54,97;-1,61',
	'008;Harbour closes;31.02.2024;54,97;-1,61',
	'009;Letter;;;'
].join('\n');
const sheet = 'harbour sheet.txt';
writeFileSync(path.join(scratch, sheet), SHEET);

describe('files of other formats on the command line', { timeout: 60_000 }, () => {
	it('are checked: good rows and bad ones add up, and every bad one is told', () => {
		const { status, out, err } = run('data-check', [sheet, '--json']);
		expect({ status, err }).toEqual({ status: 1, err: '' });
		const report = JSON.parse(out);
		expect(report).toMatchObject({
			read: 3,
			accepted: 2,
			repaired: 0,
			rejected: 1,
			undated: 1,
			unplaced: 1,
			places: 1
		});
		const errors = report.problems.filter(({ severity }: { severity: string }) => severity === 'error');
		expect(errors).toEqual([
			expect.objectContaining({
				code: 'date-invalid',
				file: sheet,
				line: 3,
				record: '008',
				field: 'date',
				value: '31.02.2024',
				message: expect.stringContaining('29 days')
			})
		]);
	});

	it('are imported into a dataset that the check then finds nothing wrong with, and keep their ids as text', () => {
		const first = run('data-import', [sheet, '--to', 'harbour']);
		expect(first).toMatchObject({ status: 0, err: '' });
		expect(first.out).toContain('3 read = 2 accepted + 0 repaired + 1 rejected');
		const events = JSON.parse(readFileSync(path.join(scratch, 'harbour', 'events.json'), 'utf8'));
		expect(events.map(({ sourceId }: { sourceId: string }) => sourceId)).toEqual(['007', '009']);
		expect(events[0].when).toBe('2024-04-03');
		const { status, out } = run('data-check', ['harbour']);
		expect(status).toBe(0);
		expect(out).toContain('events      2 read = 2 accepted');
		expect(run('data-import', [sheet, '--to', 'harbour'])).toMatchObject({
			status: 2,
			err: expect.stringContaining('not empty')
		});
	});

	it('are understood as a mapping file says, which an import leaves behind', () => {
		const file = path.join(scratch, 'harbour', 'mapping.json');
		const mapping = JSON.parse(readFileSync(file, 'utf8'));
		for (const column of mapping.files[0].columns) if (column.column === 'title') column.use = 'summary';
		writeFileSync(path.join(scratch, 'changed.json'), JSON.stringify(mapping));
		const { status } = run('data-import', [sheet, '--to', 'harbour', '--mapping', 'changed.json', '--replace']);
		expect(status).toBe(0);
		const [event] = JSON.parse(readFileSync(path.join(scratch, 'harbour', 'events.json'), 'utf8'));
		expect(Object.values(event.summary)).toEqual(['Harbour opens']);
	});

	it('have their rejected rows written to be mended, which then gives the events', () => {
		const checked = run('data-check', [sheet, '--rejected', 'to mend']);
		expect(checked).toMatchObject({ status: 1, err: '' });
		expect(checked.out).toContain('harbour sheet-rejected.txt, mapping.json');
		const folder = path.join(scratch, 'to mend');
		const file = path.join(folder, 'harbour sheet-rejected.txt');
		const rows = readFileSync(file, 'utf8');
		expect(rows.split('\n')).toEqual([
			'\ufeffchronotope:reasons;id;title;date;latitude;longitude',
			expect.stringMatching(/^"?date: .*29 days.*;008;Harbour closes;31\.02\.2024;54,97;-1,61$/),
			''
		]);
		expect(run('data-check', [sheet, '--rejected', 'to mend'])).toMatchObject({
			status: 2,
			err: expect.stringContaining('not empty')
		});
		writeFileSync(file, rows.replaceAll('31.02.2024', '01.03.2024'));
		const mended = run('data-import', [
			...['to mend', '--to', 'mended', '--rejected', 'none left'],
			...['--mapping', path.join('to mend', 'mapping.json')]
		]);
		expect(mended).toMatchObject({ status: 0, err: '' });
		expect(mended.out).toContain('No row was rejected');
		expect(existsSync(path.join(scratch, 'none left'))).toBe(false);
		const [event, ...others] = JSON.parse(readFileSync(path.join(scratch, 'mended', 'events.json'), 'utf8'));
		expect(event).toMatchObject({ sourceId: '008', when: '2024-03-01' });
		expect(others).toEqual([]);
	});

	it('may be a dataset that is one file, which becomes a folder', () => {
		const { dataset } = checkInput([SMALL]);
		if (dataset === null) throw new Error('The small dataset loads.');
		writeFileSync(path.join(scratch, 'my.chronotope.json'), [...nativeFile(dataset)].join(''));
		const { status, out } = run('data-import', ['my.chronotope.json', '--to', 'one file']);
		expect(status).toBe(0);
		expect(out).toContain('events      2 read = 2 accepted + 0 repaired + 0 rejected');
		expect(checkInput([path.join(scratch, 'one file')])).toMatchObject({ isFolder: true, dataset, problems: [] });
		expect(existsSync(path.join(scratch, 'one file', 'mapping.json'))).toBe(false);
	});

	it('are refused with a sentence where nothing can be imported, and nothing is written', () => {
		writeFileSync(path.join(scratch, 'empty.csv'), '');
		const { status, out } = run('data-import', ['empty.csv', '--to', 'none']);
		expect(status).toBe(1);
		expect(out).toContain('error file-empty  empty.csv');
		expect(existsSync(path.join(scratch, 'none'))).toBe(false);
		expect(run('data-check', ['gone.csv'])).toMatchObject({ status: 2, err: expect.stringContaining('gone.csv') });
	});

	it('leave their mapping alone where a question has to be answered before anything can be loaded', () => {
		writeFileSync(path.join(scratch, 'open.csv'), 'title,date\nStorm,03/04/2024\nGale,05/06/2024\n');
		const args = ['open.csv', '--to', 'answered'];
		expect(run('data-check', ['open.csv']).out).toContain('--to FOLDER writes a mapping.json');
		const first = run('data-import', args);
		expect(first).toMatchObject({ status: 1, err: '' });
		const file = path.join(scratch, 'answered', 'mapping.json');
		expect(first.out).toContain(`understood is in ${file}: change it`);
		expect(readdirSync(path.dirname(file))).toEqual(['mapping.json']);
		expect(run('data-import', args)).toMatchObject({ status: 2, err: expect.stringContaining('not empty') });
		const mapping = JSON.parse(readFileSync(file, 'utf8'));
		mapping.files[0].columns[1].notation = 'day-first';
		writeFileSync(file, JSON.stringify(mapping));
		const second = run('data-import', [...args, '--mapping', path.join('answered', 'mapping.json')]);
		expect(second).toMatchObject({ status: 0, err: '' });
		const events = JSON.parse(readFileSync(path.join(scratch, 'answered', 'events.json'), 'utf8'));
		expect(events.map(({ when }: { when: string }) => when)).toEqual(['2024-04-03', '2024-06-05']);
	});

	it('have a template and an example, of which nothing is wrong', () => {
		const { status, out } = run('data-check', [path.join(ROOT, 'static/templates/example.csv')]);
		expect(status).toBe(0);
		expect(out).toContain('6 read = 6 accepted + 0 repaired + 0 rejected');
		expect(out.trimEnd()).toMatch(/\n0 errors, 0 warnings$/);
		const head = (name: string) => readFileSync(path.join(ROOT, 'static/templates', name), 'utf8').split('\n')[0];
		expect(head('events.csv')).toBe(head('example.csv'));
	});
});
