import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeProblem, whyInstall } from '../../../src/cli/install.mjs';

let root = '';
beforeEach(() => {
	root = mkdtempSync(path.join(tmpdir(), 'chronotope install '));
});
afterEach(() => rmSync(root, { recursive: true }));

const LOCK = {
	'': { version: '0.1.0' },
	'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
	'node_modules/b-win32': { version: '1.0.0', integrity: 'sha512-b', optional: true }
};

function write(file: string, packages: object): void {
	mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
	writeFileSync(path.join(root, file), JSON.stringify({ lockfileVersion: 3, packages }));
}

test.each([
	['20.18.3', false],
	['20.19.0', true],
	['18.20.0', false],
	['21.7.0', false],
	['22.12.0', false],
	['22.13.0', true],
	['24.0.0', true],
	['30.1.2', true]
])('Node %s is enough: %s', (version, isEnough) => {
	expect(nodeProblem(version) === null).toBe(isEnough);
	if (!isEnough) expect(nodeProblem(version)).toContain(version);
});

test('nothing there: an install is needed', () => {
	write('package-lock.json', LOCK);
	expect(whyInstall(root)).toBe('nothing is installed yet');
});

test('a folder without npm’s own note: an install was broken off', () => {
	write('package-lock.json', LOCK);
	mkdirSync(path.join(root, 'node_modules'));
	expect(whyInstall(root)).toBe('an earlier install did not finish');
});

test('what the lock file says, without another platform’s optional package: none is needed', () => {
	write('package-lock.json', LOCK);
	write('node_modules/.package-lock.json', { 'node_modules/a': LOCK['node_modules/a'] });
	expect(whyInstall(root)).toBeNull();
});

test.each([
	['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }, 'a is 1.0.1'],
	['another file', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } }, 'a is not the file'],
	['one missing', {}, 'node_modules/a is missing'],
	['one too many', { 'node_modules/a': LOCK['node_modules/a'], 'node_modules/c': {} }, 'node_modules/c is not in']
])('%s: an install is needed', (_, installed, why) => {
	write('package-lock.json', LOCK);
	write('node_modules/.package-lock.json', installed);
	expect(whyInstall(root)).toContain(why);
});

test('a broken lock file is said, not repaired', () => {
	writeFileSync(path.join(root, 'package-lock.json'), '{');
	expect(() => whyInstall(root)).toThrow('package-lock.json is missing or broken');
});
