import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DatasetDates } from '../core/dataset-dates.ts';
import type { Dataset } from '../core/model.ts';
import type { PagedManifest } from './paged.ts';
import { createPagedSite } from './paged-files.ts';

/** What a page is given of a paged dataset. */
export interface PagedStart {
	readonly manifest: PagedManifest;
	readonly dataset: Dataset;
	readonly dates: DatasetDates;
}

/** Where Kit puts, and servers look for, what never changes. */
const IMMUTABLE = '_app/immutable';

/**
 * Writes the static files of a dataset below `site` and returns what the page needs to find them. The folder's name is a hash
 * of what is in it. Memory: about two kilobytes an event.
 */
export function writePaged(dataset: Dataset, site: string): PagedStart {
	const { manifest, first, files } = createPagedSite(dataset);
	const fresh = path.join(site, IMMUTABLE, 'data-fresh');
	rmSync(fresh, { recursive: true, force: true });
	const hash = createHash('sha256');
	const made = new Set<string>();
	for (const { name, content } of files()) {
		hash.update(`${name} ${content.length}\n`).update(content);
		const file = path.join(fresh, name);
		const folder = path.dirname(file);
		if (!made.has(folder)) mkdirSync(folder, { recursive: true });
		made.add(folder);
		writeFileSync(file, content);
	}
	const folder = `${IMMUTABLE}/data-${hash.digest('hex').slice(0, 16)}`;
	const end = path.join(site, folder);
	// The same name is the same content.
	if (existsSync(end)) rmSync(fresh, { recursive: true });
	else renameSync(fresh, end);
	return { manifest: { ...manifest, folder }, ...first };
}
