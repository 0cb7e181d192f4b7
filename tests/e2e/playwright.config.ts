import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium, HOW_TO_GET_CHROMIUM } from '../../src/cli/chromium.mjs';

const root = path.resolve(import.meta.dirname, '../..');

// This file is read again in every worker: what is found once is handed on in the environment.
process.env.CHRONOTOPE_TEST_CHROMIUM ??= (await findChromium()) ?? '';
const executablePath = process.env.CHRONOTOPE_TEST_CHROMIUM;
if (executablePath === '') throw new Error(HOW_TO_GET_CHROMIUM);

/** Set by the server's own first line, below. */
const port = process.env.CHRONOTOPE_TEST_PORT ?? '';

/** The tests run on the built site, served as a static host serves it; `with/<name>/` is the same with another dataset. */
export default defineConfig({
	testDir: '.',
	outputDir: '../results',
	// Texts that are compared line by line; `--update-snapshots` writes them anew.
	snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
	fullyParallel: true,
	forbidOnly: Boolean(process.env.CI),
	retries: 0,
	workers: 2,
	reporter: 'list',
	// Without a graphics card MapLibre draws by software: the map is idle after 2 to 4 seconds, later when two run at once.
	timeout: 60_000,
	expect: { timeout: 10_000 },
	use: {
		baseURL: `http://127.0.0.1:${port}/`,
		locale: 'en-GB',
		// What a worker fetches no test can change on the way: `offline.spec.ts` alone lets it live.
		serviceWorkers: 'block',
		screenshot: 'only-on-failure',
		launchOptions: {
			executablePath,
			args: [
				'--no-sandbox',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				// No name is ever looked up: the site must work without any other host, and nothing can slip out unseen.
				'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
			]
		}
	},
	projects: [
		{
			name: 'wide',
			testIgnore: '**/*.phone.spec.ts',
			use: { viewport: { width: 1440, height: 900 } }
		},
		{
			name: 'phone',
			testMatch: '**/*.phone.spec.ts',
			use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }
		}
	],
	webServer: {
		command: `"${process.execPath}" tests/e2e/support/server.mjs`,
		cwd: root,
		env: { PORT: '0' },
		stdout: 'pipe',
		wait: { stdout: /http:\/\/127\.0\.0\.1:(?<chronotope_test_port>\d+)\// },
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 }
	}
});
