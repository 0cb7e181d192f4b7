import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { summaryOf } from '../../../src/cli/dev/data-summary.js';
import { liveData } from '../../../src/cli/dev/live-data.mjs';
import { liveReport, liveStamp } from '../../../src/routes/live-data.server.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'live data Ø '));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

function write(name: string, text: string): string {
	const file = path.join(scratch, name);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, text);
	return file;
}

test('files that are read are followed, and no others', () => {
	write('sheets/events.csv', 'id,title,date\n1,A,2024\n');
	const mapping = write('mapping elsewhere.json', '{}');
	vi.stubEnv('CHRONOTOPE_INPUT', JSON.stringify({ paths: [path.join(scratch, 'sheets')], mapping }));
	const stamps = [liveStamp()];
	const changed = (name: string, text: string) => {
		write(name, text);
		stamps.push(liveStamp());
		return stamps.at(-1) !== stamps.at(-2);
	};
	expect(changed('sheets/archive/2023/old.csv', 'x')).toBe(false);
	expect(changed('sheets/.hidden', 'x')).toBe(false);
	expect(changed('sheets/events.csv', 'id,title,date\n1,Longer,2024\n')).toBe(true);
	expect(changed('sheets/more.csv', 'id,title,date\n')).toBe(true);
	expect(changed('sheets/events/1.json', '[]')).toBe(true);
	expect(changed('mapping elsewhere.json', '{ }')).toBe(true);
});

test('data that are gone are not said to have no errors', () => {
	vi.stubEnv('CHRONOTOPE_INPUT', JSON.stringify({ paths: [path.join(scratch, 'gone.csv')], mapping: null }));
	const report = liveReport();
	expect(report).toMatchObject({ isUsable: false, failure: expect.stringContaining('gone.csv') });
	expect(summaryOf(report)).not.toMatch(/\d/);
	const counts = { read: 2, accepted: 1, repaired: 0, rejected: 1, undated: 0, unplaced: 0, places: 0 };
	expect(summaryOf({ ...report, failure: null, counts })).toBe(
		'Nothing to show yet. 0 errors, 0 warnings in the data: 2 read = 1 accepted + 0 repaired + 1 rejected'
	);
});

test('the terminal says in a line what was read', async () => {
	vi.stubEnv('VITEST', '');
	const counts = { read: 2, accepted: 1, repaired: 0, rejected: 1, undated: 0, unplaced: 0, places: 0 };
	const close: (() => void)[] = [];
	const server = {
		ssrLoadModule: () =>
			Promise.resolve({
				liveStamp: () => 'events.csv 1 1',
				liveReport: () => ({ isUsable: true, failure: null, counts, groups: [] })
			}),
		ws: { send: () => undefined },
		httpServer: { on: (_: string, listener: () => void) => close.push(listener) },
		middlewares: { use: () => undefined }
	};
	const { configureServer } = liveData();
	if (typeof configureServer !== 'function') throw new Error('The plugin configures the server.');
	const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
	vi.useFakeTimers();
	Reflect.apply(configureServer, {}, [server]);
	await vi.advanceTimersByTimeAsync(1_000);
	for (const end of close) end();
	vi.useRealTimers();
	expect(log.mock.calls).toEqual([['0 errors, 0 warnings in the data: 2 read = 1 accepted + 0 repaired + 1 rejected']]);
	log.mockRestore();
});

test('what goes wrong while data are read is the answer to a request', async () => {
	vi.stubEnv('VITEST', '');
	const broken = new Error('A fault of our own.');
	const close: (() => void)[] = [];
	const handlers: ((request: object, response: object, next: (error?: unknown) => void) => void)[] = [];
	const server = {
		ssrLoadModule: () =>
			Promise.resolve({
				liveStamp: () => '',
				liveReport: () => {
					throw broken;
				}
			}),
		ws: { send: () => undefined },
		httpServer: { on: (_: string, listener: () => void) => close.push(listener) },
		middlewares: { use: (handler: (typeof handlers)[number]) => handlers.push(handler) }
	};
	const { configureServer } = liveData();
	if (typeof configureServer !== 'function') throw new Error('The plugin configures the server.');
	Reflect.apply(configureServer, {}, [server]);
	const error = await new Promise((resolve) => handlers[0]?.({ url: '/@data-report', headers: {} }, {}, resolve));
	for (const end of close) end();
	expect(error).toBe(broken);
});

test('a page says which data it was made from, and the report says which there are', async () => {
	vi.stubEnv('VITEST', '');
	const file = write('stamped Ø.csv', 'id,title,date\n1,A,2024\n');
	vi.stubEnv('CHRONOTOPE_INPUT', JSON.stringify({ paths: [file], mapping: null }));
	const close: (() => void)[] = [];
	const handlers: ((request: object, response: object, next: () => void) => void)[] = [];
	const server = {
		ssrLoadModule: () => Promise.resolve({ liveStamp, liveReport }),
		ws: { send: () => undefined },
		httpServer: { on: (_: string, listener: () => void) => close.push(listener) },
		middlewares: { use: (handler: (typeof handlers)[number]) => handlers.push(handler) }
	};
	const { configureServer } = liveData();
	if (typeof configureServer !== 'function') throw new Error('The plugin configures the server.');
	Reflect.apply(configureServer, {}, [server]);
	const headerOfPage = () =>
		new Promise<string>((resolve) => {
			const request = { url: '/', method: 'GET', headers: { accept: 'text/html' } };
			const headers: string[] = [];
			const response = { setHeader: (name: string, value: string) => headers.push(`${name}: ${value}`) };
			handlers[0]?.(request, response, () => resolve(headers.join()));
		});
	const first = await headerOfPage();
	expect(first).toBe(`Server-Timing: data;desc="${liveReport().stamp}"`);
	expect(first).toMatch(/"[0-9a-f]{16}"$/);
	write('stamped Ø.csv', 'id,title,date\n1,Another title,2024\n');
	expect(await headerOfPage()).not.toBe(first);
	for (const end of close) end();
});
