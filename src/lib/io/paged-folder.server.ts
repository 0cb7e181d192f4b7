import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Dataset } from '../core/model.ts';
import { hasPages } from '../core/page-limit.js';
import type { PagedManifest } from './paged.ts';
import { createPagedSite, recentPart } from './paged-files.ts';

/** What a page is given of a paged dataset. */
export interface PagedStart {
	readonly manifest: PagedManifest;
	/** The first rows, with what they refer to. */
	readonly dataset: Dataset;
}

/** Where Kit puts, and servers look for, what never changes. */
const IMMUTABLE = '_app/immutable';
const START = 'start.json';
const RECENT = 'recent.json';

/**
 * Writes the static files of a dataset into a folder: below `_app/immutable` as they belong into the site, and beside it what
 * the page is given (`readPagedStart`). What another dataset has left there goes. About four kilobytes of memory an event.
 */
export function writePaged(dataset: Dataset, folder: string): PagedStart {
	const { manifest, first, files } = createPagedSite(dataset);
	rmSync(folder, { recursive: true, force: true });
	const fresh = path.join(folder, IMMUTABLE, 'data-fresh');
	const hash = createHash('sha256');
	const made = new Set<string>();
	for (const { name, content } of files()) {
		hash.update(`${name} ${content.length}\n`).update(content);
		const file = path.join(fresh, name);
		const parent = path.dirname(file);
		if (!made.has(parent)) mkdirSync(parent, { recursive: true });
		made.add(parent);
		writeFileSync(file, content);
	}
	const named = `${IMMUTABLE}/data-${hash.digest('hex').slice(0, 16)}`;
	renameSync(fresh, path.join(folder, named));
	const start: PagedStart = { manifest: { ...manifest, folder: named }, dataset: first };
	writeFileSync(path.join(folder, START), JSON.stringify(start));
	if (!hasPages(manifest.rows)) writeFileSync(path.join(folder, RECENT), JSON.stringify(recentPart(dataset)));
	return start;
}

/** What `writePaged` has left there; `null`: nothing. */
export function readPagedStart(folder: string): PagedStart | null {
	const file = path.join(folder, START);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PagedStart) : null;
}

/** What `writePaged` has left there of a dataset that is too large for pages of single events; `null`: it is not so large. */
export function readRecent(folder: string): Dataset | null {
	const file = path.join(folder, RECENT);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Dataset) : null;
}
