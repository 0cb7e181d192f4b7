import type { DatasetHead } from '$lib/core/model.ts';
import { isSiteAddress } from '$lib/core/site-address.js';

/**
 * Where the site will lie: `npm run build -- --url` or CHRONOTOPE_URL say it, else the dataset does; `null`: nobody has. Ends in
 * a slash.
 */
export function siteAddress({ url }: Pick<DatasetHead, 'url'>): string | null {
	const { CHRONOTOPE_URL } = process.env;
	const address = CHRONOTOPE_URL || url;
	if (address === undefined) return null;
	if (!isSiteAddress(address))
		throw new Error(`${address} is not the address of a site: https://, a folder, and a slash.`);
	return new URL(address).href;
}
