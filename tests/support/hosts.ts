import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { apacheAccess } from '../../src/cli/hosts/apache.mjs';
import { caddySnippet } from '../../src/cli/hosts/caddy.mjs';
import { nginxSnippet } from '../../src/cli/hosts/nginx.mjs';
import { headersOfSite } from '../../src/cli/hosts/rules.mjs';

/** A real server that serves a built site in a subfolder of its host, as the snippets that the project hands out say. */
export interface Host {
	/** `http://127.0.0.1:4444/news/map/` */
	readonly url: string;
	stop(): Promise<void>;
}

/** Not at the root: what works only there is found. */
export const SUBPATH = '/news/map/';

export type HostName = 'nginx' | 'caddy' | 'apache';

const SERVERS: Readonly<Record<HostName, { command: string; ask: string; package: string }>> = {
	nginx: { command: 'nginx', ask: '-v', package: 'nginx-light' },
	caddy: { command: 'caddy', ask: 'version', package: 'caddy' },
	apache: { command: 'apache2', ask: '-v', package: 'apache2-bin' }
};

/** Why there is no such server here, in a sentence; `null` when there is. */
export function whyNoHost(name: HostName): string | null {
	const { command, ask, package: from } = SERVERS[name];
	try {
		execFileSync(command, [ask], { stdio: 'ignore' });
		return null;
	} catch {
		return `${name} is not installed (Debian: apt-get install ${from}).`;
	}
}

interface Options {
	/** The built site, absolute. */
	readonly folder: string;
	/** Of nginx: what lies below the site and is answered by another server on 127.0.0.1. */
	readonly behind?: { readonly paths: readonly string[]; readonly port: number };
}

/** Throws a sentence when it does not start. It runs as a plain process, in a folder of its own, on 127.0.0.1. */
export async function startHost(name: HostName, { folder, behind }: Options): Promise<Host> {
	const home = mkdtempSync(path.join(tmpdir(), `chronotope-${name}-`));
	const port = await freePort();
	const { site } = headersOfSite(folder) ?? {};
	if (site === undefined) throw new Error(`${folder} is no built site: it has no file _headers.`);
	const where = { base: SUBPATH, folder };
	const config = path.join(home, 'server.conf');
	const proxied = (behind?.paths ?? []).map(
		(below) => `location ^~ ${SUBPATH}${below} { proxy_pass http://127.0.0.1:${behind?.port}/${below}; }`
	);
	const texts: Readonly<Record<HostName, () => string>> = {
		nginx: () => nginxConfig(port, [...proxied, nginxSnippet(site, where)]),
		caddy: () => caddyConfig(port, caddySnippet(site, where)),
		apache: () => apacheConfig(port, home, folder, apacheAccess(site, SUBPATH))
	};
	const commands: Readonly<Record<HostName, readonly string[]>> = {
		nginx: ['-p', home, '-c', config, '-e', 'stderr'],
		caddy: ['run', '--config', config, '--adapter', 'caddyfile'],
		apache: ['-D', 'FOREGROUND', '-f', config]
	};
	writeFileSync(config, texts[name]());
	const child = spawn(SERVERS[name].command, commands[name], {
		stdio: ['ignore', 'ignore', 'pipe'],
		env: { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home }
	});
	const stop = async (): Promise<void> => {
		await ended(child);
		rmSync(home, { recursive: true, force: true });
	};
	try {
		await answers(port, child);
	} catch (error) {
		await stop();
		throw error;
	}
	return { url: `http://127.0.0.1:${port}${SUBPATH}`, stop };
}

function nginxConfig(port: number, snippets: readonly string[]): string {
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${kind};`);
	// Started by root, it would read the site as a user who may not.
	const user = process.getuid?.() === 0 ? 'user root;\n' : '';
	return `${user}daemon off;
worker_processes 1;
pid nginx.pid;
error_log stderr error;
events {}
http {
	include /etc/nginx/mime.types;
	access_log off;
	${temporary.join('\n\t')}
	server {
		listen 127.0.0.1:${port};
		${snippets.join('\n')}
	}
}
`;
}

const caddyConfig = (port: number, snippet: string): string => `{
	admin off
	auto_https off
}
http://127.0.0.1:${port} {
	bind 127.0.0.1
	${snippet}
}
`;

const APACHE_MODULES = '/usr/lib/apache2/modules';

/**
 * It reads all that it is told of the site from `.htaccess`, as a shared host does. Started by root it reads as another user, who
 * may not look into every folder: the site is laid beside.
 */
function apacheConfig(port: number, home: string, site: string, access: string): string {
	const folder = path.join(home, 'site');
	// Of a file that is a second old Apache makes a weak tag.
	cpSync(site, folder, { recursive: true, preserveTimestamps: true });
	writeFileSync(path.join(folder, '.htaccess'), access);
	chmodSync(home, 0o755);
	const modules = [
		'mpm_event',
		'authz_core',
		'alias',
		'dir',
		'mime',
		'headers',
		'rewrite',
		'env',
		'setenvif',
		'deflate',
		'filter'
	];
	const user = process.getuid?.() === 0 ? 'User #1\nGroup #1\n' : '';
	return `${modules.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`).join('\n')}
${user}ServerName 127.0.0.1
ServerRoot ${home}
DefaultRuntimeDir ${home}
PidFile ${home}/apache.pid
ErrorLog ${home}/error.log
Listen 127.0.0.1:${port}
TypesConfig ${existsSync('/etc/mime.types') ? '/etc/mime.types' : '/dev/null'}
DocumentRoot ${home}
Alias ${SUBPATH} ${folder}/
RedirectMatch 301 ^${SUBPATH.slice(0, -1)}$ ${SUBPATH}
<Directory />
	AllowOverride None
	Require all granted
</Directory>
<Directory ${folder}>
	AllowOverride All
</Directory>
`;
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
		});
	});
}

/** Resolves when it takes connections; rejects with what it said when it ends instead. */
async function answers(port: number, child: ChildProcess): Promise<void> {
	let said = '';
	let isOver = false;
	child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
	child.once('error', (error) => ((isOver = true), (said += error.message)));
	child.once('exit', () => (isOver = true));
	for (;;) {
		try {
			await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' });
			return;
		} catch {
			if (isOver) throw new Error(`The server did not start: ${said}`);
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	}
}

async function ended(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
	const over = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	await over;
}
