/** Where the browser for the browser tests is, and how to get one. */
import { execFile } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { runCommand } from './child.mjs';

const execute = promisify(execFile);

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const KNOWN_PATHS = [
	'/usr/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

export const HOW_TO_GET_CHROMIUM =
	'The browser tests need Chromium: install it (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or name one in CHROMIUM_PATH.';

/**
 * Whether this is a browser that starts. On some systems the name is only a script that says how to install one.
 *
 * @param {string} path
 */
async function isBrowser(path) {
	try {
		accessSync(path, constants.X_OK);
		if (process.platform === 'win32') return true; // there, --version opens a window
		const { stdout } = await execute(path, ['--version'], { timeout: 20_000 });
		return /\b(?:Chromium|Chrome)\b.*\d+\./.test(stdout);
	} catch {
		return false;
	}
}

/** @returns {Promise<string[]>} */
async function playwrightsOwn() {
	try {
		const { chromium } = await import('@playwright/test');
		return [chromium.executablePath()];
	} catch {
		return [];
	}
}

/**
 * `CHROMIUM_PATH`, else the system's, else the one Playwright downloaded.
 *
 * @returns {Promise<string | null>} Absolute path of the executable; null when there is none.
 */
export async function findChromium() {
	const asked = process.env.CHROMIUM_PATH;
	if (asked) return (await isBrowser(asked)) ? asked : null;
	const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	for (const path of [...inPath, ...KNOWN_PATHS, ...(await playwrightsOwn())]) {
		if (await isBrowser(path)) return path;
	}
	return null;
}

/**
 * Finds Chromium, and installs Debian's when there is none and this process may.
 *
 * @returns {Promise<{ path: string } | { problem: string }>} `problem` is one sentence for the user.
 */
export async function ensureChromium() {
	const found = await findChromium();
	if (found) return { path: found };
	if (process.env.CHROMIUM_PATH) {
		return {
			problem: `CHROMIUM_PATH=${process.env.CHROMIUM_PATH} is no Chromium that starts: mend it or leave it out.`
		};
	}
	if (!isRootOnDebian()) return { problem: HOW_TO_GET_CHROMIUM };
	process.stdout.write('No Chromium found; installing it with apt-get ...\n');
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	await runCommand('apt-get', ['update', '-q'], { env });
	const code = await runCommand('apt-get', ['install', '-y', '-q', 'chromium'], { env });
	const installed = code === 0 ? await findChromium() : null;
	return installed ? { path: installed } : { problem: `apt-get did not bring one. ${HOW_TO_GET_CHROMIUM}` };
}

/** Whether this process may install packages of Debian. */
export function isRootOnDebian() {
	if (process.getuid?.() !== 0) return false;
	try {
		// Not ID_LIKE: Ubuntu's package is only a pointer to a snap, which containers cannot run.
		return /^ID=["']?debian["']?$/m.test(readFileSync('/etc/os-release', 'utf8'));
	} catch {
		return false;
	}
}
