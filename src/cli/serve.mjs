/** `npm run preview`: serves the site in `build/` on 127.0.0.1. `PORT` is honoured; else the next free one from 4173. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILD_DIR } from './build.mjs';
import { launch, LaunchError } from './child.mjs';

const HOST = '127.0.0.1';
const FIRST_PORT = 4173;
const PORTS_TO_TRY = 100;
const PARENT = process.ppid;

/**
 * The port the user asks for in `PORT`; null when they ask for none. 0 stands for any free one.
 *
 * @returns {number | null}
 */
export function requestedPort() {
	const text = process.env.PORT ?? '';
	if (text === '') return null;
	const port = Number(text);
	if (/^\d+$/.test(text) && port <= 65535) return port;
	throw new LaunchError(`PORT=${text} is no port: use a number from 0 (any free one) to 65535.`);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<number>} The port it listens on.
 */
function listen(server, port) {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, HOST, () => {
			server.off('error', reject);
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : port);
		});
	});
}

/**
 * @param {import('node:http').Server} server
 * @param {number | null} requested
 */
async function listenWhereAsked(server, requested) {
	if (requested !== null) {
		try {
			return await listen(server, requested);
		} catch (error) {
			throw new LaunchError(portMessage(requested, error));
		}
	}
	for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TO_TRY; port++) {
		try {
			return await listen(server, port);
		} catch (error) {
			if (errorCode(error) !== 'EADDRINUSE' && errorCode(error) !== 'EACCES') throw error;
		}
	}
	return listen(server, 0);
}

/** @param {unknown} error */
function errorCode(error) {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/**
 * @param {number} port
 * @param {unknown} error
 */
function portMessage(port, error) {
	const code = errorCode(error);
	if (code === 'EADDRINUSE')
		return `Port ${port} (from PORT) is taken by another program: choose another, or leave PORT out.`;
	if (code === 'EACCES')
		return `This user may not use port ${port} (from PORT): choose one above 1023, or leave PORT out.`;
	return `Port ${port} (from PORT) cannot be used: ${error instanceof Error ? error.message : error}.`;
}

/** Fails early, before anything long is done, when the port in `PORT` cannot be had. */
export async function checkPort() {
	const requested = requestedPort();
	if (requested === null) return;
	const probe = createServer();
	await listenWhereAsked(probe, requested);
	await new Promise((resolve) => probe.close(resolve));
}

/**
 * npm passes SIGTERM to the shell between it and this process, and many shells end without passing it on. So the shell's
 * end counts as the signal.
 *
 * @param {() => void} end
 */
function onOrphaned(end) {
	const timer = setInterval(() => {
		if (process.ppid === PARENT) return;
		clearInterval(timer);
		end();
	}, 500);
	timer.unref();
}

/** Serves `build/` until Ctrl-C or SIGTERM. */
export async function serve() {
	requireBuild();
	// Not sooner: `npm start` comes here before the packages are installed.
	const { createStaticServer } = await import('./static-server.mjs');
	await runServer(createStaticServer(BUILD_DIR));
}

/** Fails when nothing has been built yet. */
export function requireBuild() {
	if (existsSync(join(BUILD_DIR, 'index.html'))) return;
	throw new LaunchError('There is no built site yet: run "npm run build" first, or "npm start" for both.');
}

/**
 * Listens until Ctrl-C or SIGTERM, and then ends the process. The one line on stdout is the address.
 *
 * @param {import('node:http').Server} server
 */
export async function runServer(server) {
	const port = await listenWhereAsked(server, requestedPort());
	const end = () => {
		server.close(() => process.exit(0));
		server.closeAllConnections();
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
	if (process.env.npm_lifecycle_event) onOrphaned(end);
	process.stderr.write('Serving the built site; Ctrl-C ends it.\n');
	process.stdout.write(`http://${HOST}:${port}/\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await launch(serve);
