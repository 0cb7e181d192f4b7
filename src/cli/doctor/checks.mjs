/** What is looked at on a site that is published: each check tells what it found, good or bad. */
import { addresses, hiddenFiles, notFound, pages, slashes, types } from './addresses.mjs';
import { embedding, encryption, policy } from './policy.mjs';
import { caching, compression, ranges, version } from './sending.mjs';

/** In the order in which they are told. @type {readonly import('./finding.mjs').Check[]} */
export const CHECKS = [
	pages,
	slashes,
	hiddenFiles,
	types,
	notFound,
	ranges,
	caching,
	compression,
	policy,
	embedding,
	encryption,
	addresses,
	version
];
