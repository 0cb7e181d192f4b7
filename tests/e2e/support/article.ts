import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site beside ours: pages by their path, on an origin of its own. */
export interface Articles {
	readonly origin: string;
	/** From now on this is what `/article/<name>` answers. */
	put(name: string, body: string): string;
	close(): Promise<void>;
}

export async function serveArticles(): Promise<Articles> {
	const bodies = new Map<string, string>();
	const server: Server = createServer((request, response) => {
		const name = new URL(request.url ?? '', 'http://127.0.0.1').pathname.replace('/article/', '');
		const body = bodies.get(name);
		response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
		response.end(
			`<!doctype html><html lang="en"><head><title>Article</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head><body>${body ?? ''}</body></html>`
		);
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		origin,
		put(name, body) {
			bodies.set(name, body);
			return `${origin}/article/${name}`;
		},
		close: () => new Promise((done) => server.close(() => done()))
	};
}
