import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

export type HostName = 'nginx' | 'caddy';

/** Why there is no such server here, in a sentence; `null` when there is. */
export function whyNoHost(name: HostName): string | null {
	try {
		execFileSync(name, [name === 'nginx' ? '-v' : 'version'], { stdio: 'ignore' });
		return null;
	} catch {
		return `${name} is not installed (Debian: apt-get install ${name === 'nginx' ? 'nginx-light' : name}).`;
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
	const config = path.join(home, name === 'nginx' ? 'nginx.conf' : 'Caddyfile');
	const proxied = (behind?.paths ?? []).map(
		(below) => `location ^~ ${SUBPATH}${below} { proxy_pass http://127.0.0.1:${behind?.port}/${below}; }`
	);
	writeFileSync(
		config,
		name === 'nginx' ? nginxConfig(port, [...proxied, nginxSnippet(site, where)]) : caddyConfig(port, caddySnippet(site, where))
	);
	const child =
		name === 'nginx'
			? spawn('nginx', ['-p', home, '-c', config, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'] })
			: spawn('caddy', ['run', '--config', config, '--adapter', 'caddyfile'], {
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
	persist_config off
}
http://127.0.0.1:${port} {
	bind 127.0.0.1
	${snippet}
}
`;

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
