import { spawn, spawnSync } from 'node:child_process';
import {
	copyFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { originalName } from '../../../src/lib/io/exported.ts';
import { FORMAT_IDS } from '../../../src/lib/io/formats/format.ts';
import { checkInput } from '../../../src/lib/io/input.server.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const scratch = mkdtempSync(path.join(tmpdir(), 'Ordner Ü '));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs a command as npm does for somebody who stands in the scratch folder. */
function run(script: string, ...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, `src/cli/${script}.mjs`), ...args], {
		cwd: ROOT,
		env: { ...process.env, INIT_CWD: scratch },
		encoding: 'utf8',
		maxBuffer: 64_000_000
	});
	return { status, out: stdout, err: stderr };
}

const write = (name: string, text: string) => writeFileSync(path.join(scratch, name), text);
const HEAD = 'id,title,date,lat,lon,source\n';
const GOOD = `${HEAD}1,Storm,2024-01-05,54.97,-1.61,Report\n2,Flood,2024-01-06,54.97,-1.61,Report\n`;
write('Häfen.csv', GOOD);
write('sheet.xlsx', 'PK\u0003\u0004xl/workbook.xml');
mkdirSync(path.join(scratch, 'empty'));

describe('what is named on the command line', { timeout: 60_000 }, () => {
	it.each([
		['data-check', ['häfen.CSV'], /There is no file or folder .*häfen\.CSV\. Did you mean .*Häfen\.csv\?/],
		['data-check', ['Häfen.tsv'], /Did you mean .*Häfen\.csv\?/],
		['data-check', ['gone.csv'], /^There is no file or folder [^?]*gone\.csv\.$/m],
		['data-check', ['empty'], /no files in the folder .*empty/],
		['data-check', ['Häfen.csv', '--max-errors', '-1'], /Usage|needs a number/],
		['data-import', ['--to', 'x'], /Name the files[^]*Usage/],
		['data-import', ['Häfen.csv'], /--to has to name[^]*Usage/],
		['data-import', ['Häfen.csv', '--to', 'sheet.xlsx'], /is a file/],
		['data-import', ['Häfen.csv', '--to', 'sheet.xlsx/below'], /a part of this path is a file/],
		['data-import', ['Häfen.csv', '--to', '.', '--replace'], /holds what is to be imported/],
		['data-export', ['Häfen.csv'], /--to has to name[^]*Usage/],
		[
			'data-export',
			['Häfen.csv', '--to', 'out.xlsx'],
			/has to end in \.csv or \.geojson or \.ics or \.chronotope\.json/
		],
		['data-export', ['Häfen.csv', '--to', 'Häfen.csv', '--replace'], /is part of what is to be exported/],
		['data-export', ['sheet.xlsx', '--to', 'Häfen.csv'], /is there already/],
		['data-check', ['Häfen.csv', '--prepare', scratch], /--prepare deletes what is in/],
		['build', ['gone.csv'], /There is no file or folder/],
		['start', ['--nonsense'], /Usage: npm start/],
		['dev', ['gone.csv'], /There is no file or folder/]
	])('%s %j ends with 2 and a sentence', (script, args, message) => {
		const { status, out, err } = run(script, ...args);
		expect([status, out]).toEqual([2, '']);
		expect(err).toMatch(message);
		expect(err).not.toContain('    at ');
	});

	it('asks for a port by PORT', () => {
		const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'src/cli/dev.mjs')], {
			cwd: ROOT,
			env: { ...process.env, PORT: '70000' },
			encoding: 'utf8',
			timeout: 30_000
		});
		expect(status).toBe(1);
		expect(stderr).toMatch(/^PORT=70000 is no port/);
	});

	it('is explained when asked for', () => {
		for (const script of ['data-check', 'data-import', 'data-export', 'build', 'start', 'dev'])
			expect(run(script, '--help')).toMatchObject({
				status: 0,
				out: expect.stringMatching(/^Usage: npm .*\n$/),
				err: ''
			});
	});
});

describe('npm run data:check', { timeout: 60_000 }, () => {
	const bad = Array.from({ length: 3_000 }, (_, index) => `${index},T${index},2024-02-30,54.97,-1.61,Report\n`).join(
		''
	);
	write('many.csv', `${HEAD}${bad}x,Good,2024-01-01,54.97,-1.61,Report\n`);

	it('prints the first of each kind, and how many more there are', () => {
		const { status, out } = run('data-check', 'many.csv');
		expect(status).toBe(1);
		expect(out.split('\n').length).toBeLessThan(40);
		expect(out.match(/^error date-invalid/gm)).toHaveLength(3);
		expect(out).toContain('... and 2,997 more: error date-invalid, in lines 5, 6, 7, 8, 9, 10, 11, 12, …');
		expect(out).toContain('many.csv: read as csv, 3,001 rows, cells end at commas\n  id from “id”, title from “title”');
		expect(out).toContain('3001 read = 1 accepted + 0 repaired + 3000 rejected');
	});

	it('keeps the counts to be repeated after a build, and how to answer what is open', () => {
		write('ambiguous.csv', `${HEAD}1,A,03/04/2024,54.97,-1.61,Report\n2,B,2024-01-01,54.97,-1.61,Report\n`);
		expect(run('data-check', 'ambiguous.csv', '--prepare', path.join(scratch, 'prepared')).status).toBe(0);
		const said = readFileSync(path.join(scratch, 'prepared', 'said.txt'), 'utf8').split('\n');
		expect(said).toEqual([
			'2 read = 1 accepted + 0 repaired + 1 rejected',
			expect.stringMatching(
				/^1 question about the columns is open: npm run data:import -- "?.*ambiguous\.csv"? --to FOLDER /
			),
			''
		]);
		write('open.csv', `${HEAD}1,A,03/04/2024,54.97,-1.61,Report\n`);
		expect(run('data-check', 'open.csv').out).toMatch(
			/^1 question about the columns is open: npm run data:import -- .*--to FOLDER writes a mapping\.json/m
		);
	});

	it('prints all of them when told to, and so many when told a number', () => {
		expect(run('data-check', 'many.csv', '--max-errors', 'all').out.match(/^error date-invalid/gm)).toHaveLength(3_000);
		const { out } = run('data-check', 'many.csv', '--max-errors', '2');
		expect(out.match(/^error date-invalid/gm)).toHaveLength(2);
		expect(out).toContain('... and 2,998 more problems');
	});

	it('answers machines with one object that has all of it', () => {
		const { status, out, err } = run('data-check', 'many.csv', '--json');
		expect([status, err]).toEqual([1, '']);
		const { problems, ...report } = JSON.parse(out);
		expect(report).toMatchObject({
			...{ read: 3_001, accepted: 1, repaired: 0, rejected: 3_000, undated: 0, unplaced: 0, places: 1 },
			...{ usable: true, errors: 3_000, warnings: 0 }
		});
		expect(problems).toHaveLength(3_000);
		expect(problems[0]).toMatchObject({
			...{
				severity: 'error',
				code: 'date-invalid',
				file: 'many.csv',
				line: 2,
				pointer: '',
				record: '0',
				field: 'date'
			},
			...{ value: '2024-02-30', message: expect.stringMatching(/^February 2024 has 29 days, not 30\. \S/) }
		});
	});

	it('has the same exit code for a reader who closes early', async () => {
		const child = spawn(
			process.execPath,
			[path.join(ROOT, 'src/cli/data-check.mjs'), 'many.csv', '--max-errors', 'all'],
			{
				cwd: ROOT,
				env: { ...process.env, INIT_CWD: scratch },
				stdio: ['ignore', 'pipe', 'pipe']
			}
		);
		child.stdout.once('data', () => child.stdout.destroy());
		let said = '';
		child.stderr.on('data', (part: Buffer) => (said += String(part)));
		const code = await new Promise((resolve) => child.once('exit', resolve));
		expect([code, said]).toEqual([1, '']);
	});

	it('reads a folder of all kinds of files, and says which folders it does not look into', () => {
		const folder = path.join(scratch, 'mixed');
		mkdirSync(path.join(folder, 'deeper'), { recursive: true });
		writeFileSync(path.join(folder, 'events.csv'), GOOD);
		writeFileSync(path.join(folder, 'sheet.xlsx'), 'PK\u0003\u0004xl/workbook.xml');
		writeFileSync(path.join(folder, '.hidden'), 'x');
		const { status, out } = run('data-check', 'mixed');
		expect(status).toBe(1);
		expect(out).toContain('error file-unsupported  sheet.xlsx');
		expect(out).toContain('CSV UTF-8');
		expect(out).toContain(`Not looked into: ${path.join(folder, 'deeper')}`);
		expect(out).toContain('2 read = 2 accepted + 0 repaired + 0 rejected');
		expect(out).not.toContain('.hidden');
	});
});

describe('npm run data:import', { timeout: 60_000 }, () => {
	const to = path.join(scratch, 'Datensatz');

	it('never replaces a folder with anything else in it', () => {
		expect(run('data-import', 'Häfen.csv', '--to', 'Datensatz').status).toBe(0);
		expect(readdirSync(scratch).filter((name) => name.includes('chronotope'))).toEqual([]);
		writeFileSync(path.join(to, 'letter.txt'), 'Dear reader');
		const { status, err } = run('data-import', 'Häfen.csv', '--to', 'Datensatz', '--replace');
		expect([status, err]).toEqual([2, expect.stringContaining('letter.txt')]);
		expect(existsSync(path.join(to, 'letter.txt'))).toBe(true);
		rmSync(path.join(to, 'letter.txt'));
	});

	it('leaves what was there when nothing can be imported', () => {
		const before = readFileSync(path.join(to, 'events.json'), 'utf8');
		const { status, out } = run('data-import', 'sheet.xlsx', '--to', 'Datensatz', '--replace');
		expect([status, out]).toEqual([1, expect.stringContaining('nothing was written')]);
		expect(readFileSync(path.join(to, 'events.json'), 'utf8')).toBe(before);
	});

	it('has nothing to do with a dataset', () => {
		expect(run('data-import', 'Datensatz', '--to', 'other')).toMatchObject({
			status: 2,
			err: expect.stringContaining('nothing to import')
		});
	});

	it('gives the same from files with ends of lines of another kind, in another folder', () => {
		mkdirSync(path.join(scratch, 'a b', 'ج'), { recursive: true });
		const file = path.join('a b', 'ج', 'Häfen.csv');
		write(file, GOOD.replaceAll('\n', '\r\n'));
		expect(run('data-import', file, '--to', path.join('a b', 'out')).status).toBe(0);
		const [one, other] = ['events.json', 'places.geojson', 'sources.json', 'mapping.json'].reduce<string[]>(
			([a = '', b = ''], name) => [
				a + readFileSync(path.join(to, name), 'utf8'),
				b + readFileSync(path.join(scratch, 'a b', 'out', name), 'utf8')
			],
			[]
		);
		expect(other).toBe(one);
	});

	it('reads a file of our own for each format', () => {
		const folder = path.join(scratch, 'formats');
		mkdirSync(folder);
		const fixtures = path.join(ROOT, 'tests/fixtures/import');
		for (const name of readdirSync(fixtures)) copyFileSync(path.join(fixtures, name), path.join(folder, name));
		copyFileSync(path.join(ROOT, 'static/templates/example.csv'), path.join(folder, 'example.csv'));
		const { out } = run('data-check', 'formats');
		const read = [...out.matchAll(/: read as ([a-z-]+), [1-9]\d* rows?/g)].map(([, format]) => format);
		expect([...new Set(read)].sort()).toEqual([...FORMAT_IDS].sort());
	});
});

describe('npm run data:export', { timeout: 60_000 }, () => {
	const events = (name: string) => {
		const { dataset } = checkInput([path.join(scratch, name)]);
		return dataset?.events.map(({ title, when }) => [Object.values(title), when]);
	};

	it.each(['out.csv', 'out.GeoJSON', 'out.ics', 'new folder/my.chronotope.json'])(
		'writes %s, which gives the same events',
		(name) => {
			const { status, out, err } = run('data-export', 'Häfen.csv', '--to', name);
			expect([status, err]).toEqual([0, '']);
			expect(out).toContain(`Written to ${path.join(scratch, name)}: 2 events\n`);
			expect(out.includes('as the format has no room for it')).toBe(!name.endsWith('.chronotope.json'));
			expect(events(name)).toEqual(events('Häfen.csv'));
			expect(readdirSync(scratch).filter((other) => other.includes('chronotope-new'))).toEqual([]);
		}
	);

	it('says what of a dataset the format cannot hold', () => {
		const { out } = run('data-export', path.join(ROOT, 'data'), '--to', 'data.csv');
		expect(out).toContain('16 events');
		expect(out).toContain('texts in ar, ru (those in en are there); of claims their place in the source');
		expect(out).not.toContain('inferred');
		const text = readFileSync(path.join(scratch, 'data.csv'), 'utf8');
		expect(text.startsWith('\ufeffid,title,')).toBe(true);
		expect(text).toMatch(/^assad-rule-begins,.*,true,at,/m);
	});

	it('writes a calendar with words in the language of the data', () => {
		run('data-export', path.join(ROOT, 'data'), '--to', 'data.ics');
		const text = readFileSync(path.join(scratch, 'data.ics'), 'utf8').replaceAll('\r\n ', '');
		expect(text).toContain('EDTF 2000~ (inferred: no report gives this date)');
	});

	it('leaves what was there when there is nothing to write', () => {
		write('kept.csv', 'kept');
		const { status, out } = run('data-export', 'sheet.xlsx', '--to', 'kept.csv', '--replace');
		expect([status, out]).toEqual([1, expect.stringContaining('nothing was written')]);
		expect(readFileSync(path.join(scratch, 'kept.csv'), 'utf8')).toBe('kept');
	});
});

describe('rejected rows', { timeout: 60_000 }, () => {
	const bad = (id: number) => `${HEAD}${id},Bad,2024-02-30,54.97,-1.61,Report\n`;

	it('of files of one name each have a file, which the mapping beside it is for', () => {
		for (const folder of ['two/x', 'two/y', 'three/x']) mkdirSync(path.join(scratch, folder), { recursive: true });
		write('two/x/events.csv', bad(1));
		write('two/y/events.csv', bad(2).replace('2024-02-30', '31.02.2024'));
		write('three/x/events.csv', bad(3));
		write('y-events.csv', bad(4));
		write('y-events-rejected.csv', bad(5));
		const named = [
			'two/x/events.csv',
			'two/y/events.csv',
			'three/x/events.csv',
			'y-events.csv',
			'y-events-rejected.csv'
		];
		const { out } = run('data-check', ...named, 'two/x/events.csv', '--rejected', 'mend many');
		expect(out).toContain('error date-invalid  two/x/events.csv:2');
		expect(out).toContain('error date-invalid  y/events.csv:2');
		expect(out).toContain('error date-invalid  three/x/events.csv:2');
		expect(out).toContain('5 read = 0 accepted + 0 repaired + 5 rejected');
		const folder = path.join(scratch, 'mend many');
		const rejected = readdirSync(folder).filter((name) => name !== 'mapping.json');
		expect(rejected).toHaveLength(5);
		const { files }: { files: { file: string }[] } = JSON.parse(
			readFileSync(path.join(folder, 'mapping.json'), 'utf8')
		);
		expect(files.map(({ file }) => originalName(file)).sort()).toEqual(rejected.map(originalName).sort());
		expect(rejected.map((name) => readFileSync(path.join(folder, name), 'utf8').match(/(\d),Bad/)?.[1]).sort()).toEqual(
			['1', '2', '3', '4', '5']
		);
	});

	it('of a dataset are mended in it, and of what cannot be read are not said to be none', () => {
		const folder = path.join(scratch, 'faulty');
		cpSync(path.join(ROOT, 'tests/fixtures/datasets/small'), folder, { recursive: true });
		const file = path.join(folder, 'events.json');
		writeFileSync(file, readFileSync(file, 'utf8').replace(/"when": "[^"]*"/, '"when": "never"'));
		const { out } = run('data-check', 'faulty', '--rejected', 'mend none');
		expect(out).toContain('1 rejected');
		expect(out).toContain('mended in its own files');
		expect(out).not.toContain('No row was rejected');
		expect(run('data-check', 'sheet.xlsx', '--rejected', 'mend none').out).toContain('No row could be taken');
		expect(existsSync(path.join(scratch, 'mend none'))).toBe(false);
	});
});

describe('npm run build', { timeout: 60_000 }, () => {
	it('leaves the last site as it was where nothing can be shown', () => {
		const index = path.join(ROOT, 'build', 'index.html');
		const before = existsSync(index) ? readFileSync(index, 'utf8') : null;
		const { status, out, err } = run('build', 'sheet.xlsx');
		expect([status, out]).toEqual([1, expect.stringContaining('error file-unsupported  sheet.xlsx')]);
		expect(err).toContain('Nothing was built');
		expect(existsSync(index) ? readFileSync(index, 'utf8') : null).toBe(before);
	});
});
