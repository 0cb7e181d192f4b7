/** The servers that the browser tests publish the site with: nginx, Caddy and Apache. Without them these tests skip, and say so. */
import { execFile } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { isRootOnDebian } from './chromium.mjs';
import { runCommand } from './child.mjs';

const execute = promisify(execFile);
const SERVERS = [
	{ command: 'nginx', ask: ['-v'], package: 'nginx-light' },
	{ command: 'caddy', ask: ['version'], package: 'caddy' },
	{ command: 'apache2', ask: ['-v'], package: 'apache2-bin' }
];
/** Debian asks this file whether a package may start its service. */
const MAY_START = '/usr/sbin/policy-rc.d';

/** @type {(server: { command: string, ask: readonly string[] }) => Promise<boolean>} */
const isThere = ({ command, ask }) =>
	execute(command, ask).then(
		() => true,
		() => false
	);

/** Installs Debian's where they are missing and this process may; never starts one. What cannot be had is said on stdout. */
export async function ensureServers() {
	const missing = [];
	for (const server of SERVERS) if (!(await isThere(server))) missing.push(server);
	if (missing.length === 0) return;
	if (isRootOnDebian()) {
		process.stdout.write(`Installing ${missing.map(({ command }) => command).join(', ')} with apt-get ...\n`);
		await install(missing.map((server) => server.package));
	}
	for (const server of missing) {
		if (await isThere(server)) continue;
		process.stdout.write(`There is no ${server.command}: tests that need it skip (Debian: ${server.package}).\n`);
	}
}

/** @type {(packages: readonly string[]) => Promise<void>} */
async function install(packages) {
	const forbids = !existsSync(MAY_START);
	if (forbids) writeFileSync(MAY_START, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
	try {
		const env = { DEBIAN_FRONTEND: 'noninteractive' };
		await runCommand('apt-get', ['update', '-q'], { env });
		// One by one: the one there is none of must not keep the other out.
		for (const name of packages)
			await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { env });
	} finally {
		if (forbids) rmSync(MAY_START);
	}
}
