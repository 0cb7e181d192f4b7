import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILD_DIR } from '../../../src/cli/build.mjs';
import { createStaticServer } from '../../../src/cli/static-server.mjs';

const FOLDER = '/maps/syria';

/** The built site in a folder of a host, where it can be changed and taken away. */
export interface PublishedSite {
	/** With a slash at its end. */
	readonly url: string;
	/** Publishes another version of a file; compressed ones beside it go. */
	change(file: string, edit: (text: string) => string): void;
	/** Scripts that are not published any more, or are again. */
	hideScripts(isHidden: boolean): void;
	/** Nobody answers any more. */
	stop(): Promise<void>;
}

export async function publishSite(): Promise<PublishedSite & AsyncDisposable> {
	const scratch = mkdtempSync(join(tmpdir(), 'chronotope-site-'));
	const site = join(scratch, 'site');
	cpSync(BUILD_DIR, site, { recursive: true });
	const files = createStaticServer(site);
	const server = createServer((request, response) => {
		if (request.url?.startsWith(`${FOLDER}/`) === true) {
			request.url = request.url.slice(FOLDER.length);
			files.emit('request', request, response);
		} else response.writeHead(404).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const chunks = join(site, '_app', 'immutable', 'chunks');
	return {
		url: `http://127.0.0.1:${port}${FOLDER}/`,
		change(file, edit) {
			const path = join(site, file);
			writeFileSync(path, edit(readFileSync(path, 'utf8')));
			for (const ending of ['.br', '.gz']) rmSync(path + ending, { force: true });
		},
		hideScripts(isHidden) {
			const [from, to] = isHidden ? [chunks, `${chunks}-hidden`] : [`${chunks}-hidden`, chunks];
			renameSync(from, to);
		},
		stop: () => stop(server),
		async [Symbol.asyncDispose]() {
			await stop(server);
			rmSync(scratch, { recursive: true, force: true });
		}
	};
}

function stop(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
