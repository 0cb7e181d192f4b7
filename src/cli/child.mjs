/** Child processes of the launchers. Node built-ins only: this runs before anything is installed. */
import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, absolute. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * For Node where it has a whole dataset in memory: a million events need more than it takes by itself, and looking for garbage
 * among them while they are still coming takes as long as all the rest. Memory that is not used is not taken.
 */
export const LARGE_HEAP = ['--max-old-space-size=6144', '--max-semi-space-size=64', '--initial-heap-size=4096'];

/**
 * A failure that the user can mend. Launchers print its message without a stack and exit with its code: 2 where nothing was
 * begun, 0 where the message is what was asked for.
 */
export class LaunchError extends Error {
	/** @override */
	name = 'LaunchError';

	/**
	 * @param {string} message
	 * @param {number} [exitCode]
	 */
	constructor(message, exitCode = 1) {
		super(message);
		this.exitCode = exitCode;
	}
}

/** What the system says of a file, where the person at the keyboard can do something about it. */
const REFUSALS = new Map([
	['EACCES', 'this user may not read or change it'],
	['EPERM', 'this user may not read or change it'],
	['ENOENT', 'it cannot be found, or cannot be made there'],
	['EROFS', 'it lies where nothing can be written'],
	['ENOSPC', 'there is no room left on the disk'],
	['ENOTDIR', 'a part of this path is a file and no folder'],
	['EISDIR', 'it is a folder and no file'],
	['EBUSY', 'another program is using it'],
	['EMFILE', 'too many files are open']
]);

/**
 * A refusal of the system as one that the user can mend; anything else as it is.
 *
 * @param {unknown} error
 */
function asLaunchError(error) {
	if (!(error instanceof Error) || !('code' in error)) return error;
	const why = REFUSALS.get(String(error.code));
	const { path: file, dest } = /** @type {NodeJS.ErrnoException & { dest?: string }} */ (error);
	return why === undefined ? error : new LaunchError(`${dest ?? file ?? 'A file'}: ${why}.`, 2);
}

/** Signals that end a launcher, and the exit codes shells expect for them. */
const ENDING = new Map([
	['SIGINT', 130],
	['SIGTERM', 143],
	['SIGHUP', 129]
]);

/**
 * Runs a command in the root and waits for its end. While it runs, signals that would end this process are passed on to
 * the child, and this process ends after it.
 *
 * @param {string} command An executable: a path or a name in PATH.
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, progress?: boolean, shell?: boolean }} [options] `env` is laid
 *   over this process's; `progress: true` sends the child's stdout to stderr, to keep stdout for results.
 * @returns {Promise<number>} The exit code; 127 when the command could not be started.
 */
export function runCommand(command, args, { env = {}, progress = false, shell = false } = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: ROOT,
			env: { ...process.env, ...env },
			stdio: ['ignore', progress ? 2 : 'inherit', 'inherit'],
			shell
		});
		/** @type {number | undefined} */
		let endedBy;
		/** @param {NodeJS.Signals} signal */
		const passOn = (signal) => {
			endedBy ??= ENDING.get(signal);
			child.kill(signal);
		};
		for (const signal of ENDING.keys()) process.on(signal, passOn);
		/** @param {number} code */
		const finish = (code) => {
			for (const signal of ENDING.keys()) process.off(signal, passOn);
			if (endedBy !== undefined) process.exit(endedBy);
			resolve(code);
		};
		child.on('error', (error) => {
			process.stderr.write(`${command} could not be started: ${error.message}\n`);
			finish(127);
		});
		child.on('close', (code) => finish(code ?? 1));
	});
}

/**
 * Runs one of the project's own scripts with this Node.
 *
 * @param {string} file Path relative to the root.
 * @param {readonly string[]} [args]
 * @param {Parameters<typeof runCommand>[2] & { node?: readonly string[] }} [options] `node`: options of Node itself.
 */
export function runNode(file, args = [], { node = [], ...options } = {}) {
	return runCommand(process.execPath, [...node, resolve(ROOT, file), ...args], options);
}

/**
 * Runs npm: the one that started this process when there is one, else the one in PATH.
 *
 * @param {readonly string[]} args
 * @param {Parameters<typeof runCommand>[2]} [options]
 */
export function runNpm(args, options = {}) {
	const own = process.env.npm_execpath;
	if (own && /npm-cli\.c?js$/.test(own)) return runCommand(process.execPath, [own, ...args], options);
	const isWindows = process.platform === 'win32';
	return runCommand(isWindows ? 'npm.cmd' : 'npm', args, { ...options, shell: isWindows });
}

/**
 * Runs a launcher's main function: a LaunchError, or what the system refuses, becomes one sentence, anything else keeps its stack.
 *
 * @param {() => Promise<number | void>} main Resolves to the exit code; nothing means 0 when all work has ended.
 */
export async function launch(main) {
	try {
		process.exitCode = (await main()) ?? 0;
	} catch (caught) {
		const error = asLaunchError(caught);
		const isAnswer = error instanceof LaunchError && error.exitCode === 0;
		(isAnswer ? process.stdout : process.stderr).write(
			`${error instanceof LaunchError ? error.message : error instanceof Error ? error.stack : error}\n`
		);
		process.exitCode = error instanceof LaunchError ? error.exitCode : 1;
	}
}
