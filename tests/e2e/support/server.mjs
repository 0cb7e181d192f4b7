/**
 * What the browser tests run on: `build/` at `/`, as `npm run preview` serves it, and at `/with/<name>/` the same with the
 * dataset of that name (`tests/support/datasets.ts`), other languages below it (`/with/<name>/ar/`). Such a page is rendered when
 * it is first asked for. At `/pseudo/` it is the site in the pseudo-locale (`tests/support/pseudo`).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { BUILD_DIR } from '../../../src/cli/build.mjs';
import { launch } from '../../../src/cli/child.mjs';
import { requireBuild, runServer } from '../../../src/cli/serve.mjs';
import { createStaticServer } from '../../../src/cli/static-server.mjs';
import { MILLION_DIR } from '../../support/million.mjs';
import { PSEUDO_DIR, whyNoPseudo } from '../../support/pseudo/build.mjs';

/** @returns {(page: string) => Promise<void>} Resolves when `<name>/` or `<name>/ar/` is in `with/`, or when there is none. */
function createPages(scratch) {
	/** @type {Map<string, { done: Promise<void>, settle: (problem: string | null) => void }>} */
	const pages = new Map();
	/** @type {Worker | undefined} */
	let worker;

	const startWorker = () => {
		const started = new Worker(new URL('render.mjs', import.meta.url), { workerData: { scratch } });
		started.on('message', ({ page, problem }) => pages.get(page)?.settle(problem));
		started.on('error', (error) => {
			for (const { settle } of pages.values()) settle(error.message);
		});
		return started;
	};

	return (page) => {
		const known = pages.get(page);
		if (known) return known.done;
		let settle = (_problem) => {};
		const done = new Promise((resolve, reject) => {
			settle = (problem) => (problem === null ? resolve() : reject(new Error(problem)));
		});
		pages.set(page, { done, settle });
		worker ??= startWorker();
		worker.postMessage(page);
		return done;
	};
}

function fail(response, why) {
	process.stderr.write(`${why}\n`);
	response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(why);
}

await launch(async () => {
	requireBuild();
	const scratch = mkdtempSync(join(tmpdir(), 'chronotope-e2e-'));
	process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
	const site = createStaticServer(BUILD_DIR);
	const rendered = createStaticServer(scratch);
	const pseudo = createStaticServer(PSEUDO_DIR);
	const pageOf = createPages(scratch);
	/** Of the datasets that are too large for a page: what their pages fetch. @type {Map<string, import('node:http').Server>} */
	const paged = new Map([['million', createStaticServer(MILLION_DIR, BUILD_DIR)]]);
	const pagedOf = (name) => {
		const server = paged.get(name) ?? createStaticServer(join(scratch, 'paged', name), BUILD_DIR);
		paged.set(name, server);
		return server;
	};

	const server = createServer((request, response) => {
		const [, name, rest = ''] = /^\/with\/([a-z0-9-]+)(\/.*)$/.exec(request.url ?? '') ?? [];
		if (request.url?.startsWith('/pseudo/')) {
			const why = whyNoPseudo();
			if (why !== null) return fail(response, why);
			request.url = request.url.slice('/pseudo'.length);
			pseudo.emit('request', request, response);
		} else if (name === undefined) {
			site.emit('request', request, response);
		} else if (/\/_app\/immutable\/data-/.test(rest)) {
			// Files of a large dataset, which its page asks for.
			request.url = rest.slice(rest.indexOf('/_app/'));
			pagedOf(name).emit('request', request, response);
		} else if (!/^\/(?:(?:ar|ru)\/)?(?:(?:events|places)\/[a-z0-9-]+\/|changes\/)?(?:\?|$)/.test(rest)) {
			// Everything but the page is of the site: links in it are relative.
			request.url = rest;
			site.emit('request', request, response);
		} else {
			pageOf(`${name}${rest.replace(/\?.*$/, '')}`).then(
				() => rendered.emit('request', request, response),
				(error) => fail(response, error.message)
			);
		}
	});
	await runServer(server);
});
