import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTexts, ROOT, SMALL, withValue } from './support.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'data check Ø '));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function check(args: string[], initCwd = ROOT) {
	const env = { ...process.env, INIT_CWD: initCwd };
	const run = spawnSync(process.execPath, [path.join(ROOT, 'src/cli/data-check.mjs'), ...args], {
		cwd: ROOT,
		env,
		encoding: 'utf8'
	});
	return { status: run.status, out: run.stdout, err: run.stderr };
}

function folderWith(
	name: string,
	file: 'events.json' | 'places.geojson',
	pointer: string,
	value: string | number[]
): string {
	const folder = path.join(scratch, name);
	cpSync(SMALL, folder, { recursive: true });
	writeFileSync(path.join(folder, file), withValue(readTexts(SMALL), file, pointer, value)[file] ?? '');
	return folder;
}

describe('npm run data:check', { timeout: 60_000 }, () => {
	it('finds nothing in data/ and counts it', () => {
		const { status, out, err } = check([]);
		expect({ status, err }).toEqual({ status: 0, err: '' });
		expect(out).toContain('events      16 read = 16 accepted + 0 repaired + 0 rejected');
		expect(out.trimEnd()).toMatch(/\n0 errors, 0 warnings$/);
	});

	it('names file, pointer, record, field, value, why and mend, and exits with 1', () => {
		const folder = folderWith('bad date', 'events.json', '/0/when', '1399-02-29');
		const { status, out } = check([path.basename(folder)], scratch);
		expect(status).toBe(1);
		expect(out.split('\n').slice(0, 6)).toEqual([
			'error date-invalid  events.json /0/when',
			'  record  fleet-sails',
			'  field   when',
			'  value   1399-02-29',
			'  why     February 1399 has 28 days, not 29.',
			expect.stringMatching(/^ {2}mend {4}\S/)
		]);
		expect(out).toContain('events      2 read = 1 accepted + 0 repaired + 1 rejected');
		expect(out).toContain('1 error, 0 warnings');
	});

	it('exits with 0 when there are only warnings', () => {
		const { status, out } = check([
			folderWith('warning', 'places.geojson', '/features/0/geometry/coordinates', [5.33, 60.39, 8])
		]);
		expect(out).toContain('warning coordinates-extra  places.geojson /features/0/geometry/coordinates');
		expect(out).toContain('0 errors, 1 warning');
		expect(status).toBe(0);
	});

	it('answers machines with JSON', () => {
		const { status, out } = check(['--json', folderWith('json', 'events.json', '/0/places/0/place', 'bergn')]);
		expect(status).toBe(1);
		expect(JSON.parse(out)).toMatchObject({
			usable: true,
			errors: 1,
			warnings: 0,
			counts: { events: { read: 2, accepted: 1, repaired: 1, rejected: 0 } },
			problems: [
				{
					code: 'reference-missing',
					pointer: '/0/places/0/place',
					mend: 'Correct the id or add the record. Did you mean “bergen”?'
				}
			]
		});
	});

	it('prints no more problems than asked and counts them all', () => {
		const empty = path.join(scratch, 'empty');
		cpSync(SMALL, empty, { recursive: true });
		for (const file of ['events.json', 'sources.json']) rmSync(path.join(empty, file));
		const { status, out } = check(['--max-errors', '1', empty]);
		expect(out).toContain('error file-missing  sources.json');
		expect(out).toContain('... and 1 more');
		expect(out).toContain('2 errors, 0 warnings');
		expect(status).toBe(1);
	});

	it.each([
		[['--nonsense'], /Usage/],
		[['no such folder'], /There is no file or folder .*no such folder/],
		[['--mapping', 'none.json', 'data'], /There is no file .*none.json/],
		[['--max-errors', 'many'], /needs a number/]
	])('exits with 2 on %j', (args, message) => {
		const { status, err } = check(args);
		expect(status).toBe(2);
		expect(err).toMatch(message);
	});
});
