/**
 * `npm run dev [-- folder | files]`: the development server, with that dataset or with what the files are imported as. The page
 * reloads when a file changes, and says what is wrong with the data; the terminal has the counts. `PORT` is honoured. `--port`, `--host` and `--open` are Vite's.
 */
import { join, resolve } from 'node:path';
import { launch, ROOT, runCommand } from './child.mjs';
import { dataArguments } from './data-arguments.mjs';
import { ensureInstalled } from './install.mjs';
import { requestedPort } from './serve.mjs';

const USAGE = 'Usage: npm run dev [-- folder | files] [--mapping FILE] [--port N] [--host ADDRESS] [--open]';

await launch(async () => {
	const text = /** @type {const} */ ({ type: 'string' });
	const { paths, mapping, values } = dataArguments(
		USAGE,
		{ port: text, host: text, open: { type: 'boolean' } },
		{ fallback: resolve(process.env.CHRONOTOPE_DATA ?? join(ROOT, 'data')) }
	);
	const port = values.port ?? requestedPort()?.toString();
	await ensureInstalled();
	const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
	const args = ['--host', values.host ?? '127.0.0.1', ...(values.open ? ['--open'] : [])];
	if (port !== undefined) args.push('--port', port, '--strictPort');
	return runCommand(process.execPath, [vite, 'dev', ...args], {
		env: { CHRONOTOPE_INPUT: JSON.stringify({ paths, mapping }) }
	});
});
