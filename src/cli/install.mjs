/** Is this Node new enough, are the packages of the lock file there, and if not: `npm ci`. Node built-ins only. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchError, ROOT, runNode, runNpm } from './child.mjs';

/** Oldest usable version per major line: what Vite, Vitest and ESLint have in common. Later lines are fine. */
const OLDEST_MINOR = new Map([
	[20, 19],
	[22, 13]
]);
const NEWEST_LISTED = 22;

/**
 * @param {string} version As in `process.versions.node`.
 * @returns {string | null} One sentence when this version is not enough, else null.
 */
export function nodeProblem(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const oldestMinor = OLDEST_MINOR.get(major);
	const isEnough = oldestMinor === undefined ? major > NEWEST_LISTED : minor >= oldestMinor;
	if (isEnough) return null;
	return `Chronotope needs Node.js 20.19 or newer in line 20, or 22.13 or newer; this is ${version}. Newer ones: https://nodejs.org/`;
}

/**
 * Why the packages in `node_modules` are not those of the lock file, or null when they are. npm notes what it installed
 * in `node_modules/.package-lock.json`, as its last step, so a broken-off install is noticed too.
 *
 * @param {string} root
 * @returns {string | null}
 */
export function whyInstall(root) {
	const wanted = readPackages(join(root, 'package-lock.json'));
	if (!wanted) throw new LaunchError(`package-lock.json is missing or broken in ${root}: restore it, e.g. with git.`);
	if (!existsSync(join(root, 'node_modules'))) return 'nothing is installed yet';
	const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
	if (!installed) return 'an earlier install did not finish';
	for (const [path, { version, integrity, optional, devOptional }] of Object.entries(wanted)) {
		if (path === '') continue;
		const present = installed[path];
		if (!present) {
			if (optional || devOptional) continue; // for another platform
			return `${path} is missing`;
		}
		if (present.version !== version) return `${path} is ${present.version}, the lock file says ${version}`;
		if (present.integrity !== integrity) return `${path} is not the file that the lock file names`;
	}
	const extra = Object.keys(installed).find((path) => !(path in wanted));
	return extra === undefined ? null : `${extra} is not in the lock file`;
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @param {string} file
 * @returns {Record<string, LockedPackage> | null}
 */
function readPackages(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
	} catch {
		return null;
	}
}

/** Makes `node_modules` what the lock file says; does nothing when it already is. Progress goes to stderr. */
export async function ensureInstalled() {
	const problem = nodeProblem(process.versions.node);
	if (problem) throw new LaunchError(problem);
	const why = whyInstall(ROOT);
	if (why !== null) await install(why);
	await ensureGenerated();
}

/** @param {string} why */
async function install(why) {
	process.stderr.write(`Installing packages from package-lock.json (${why}) ...\n`);
	// Everything is a development dependency, which NODE_ENV=production would leave out; npm run -s would hide why it failed.
	const code = await runNpm(['ci', '--include=dev', '--include=optional', '--loglevel=notice'], { progress: true });
	if (code !== 0) {
		throw new LaunchError(
			`The packages could not be installed: npm ci ended with code ${code}; its own message stands above.`
		);
	}
	const stillWhy = whyInstall(ROOT);
	if (stillWhy !== null) throw new LaunchError(`npm ci has run, but ${stillWhy}.`);
}

/** The types and the tsconfig.json that Kit makes; npm makes them after an install, unless scripts are switched off. */
async function ensureGenerated() {
	if (existsSync(join(ROOT, '.svelte-kit', 'tsconfig.json'))) return;
	const code = await runNode('node_modules/@sveltejs/kit/svelte-kit.js', ['sync'], { progress: true });
	if (code !== 0) throw new LaunchError('svelte-kit sync failed; its own message stands above.');
}
