/** For S3 and what speaks like it: commands, as a bucket has no configuration file. The policy's headers are CloudFront's. */
import { FOR_EVER, REVALIDATED, RULES } from './rules.mjs';

/**
 * @param {Record<string, string>} site
 * @param {{ base: string, folder: string }} where
 * @returns {string}
 */
export function s3Commands(site, { base, folder }) {
	const to = `"s3://$BUCKET${base.replace(/\/$/, '')}`;
	const from = JSON.stringify(folder);
	const map = RULES.find(({ path }) => path.endsWith('.pmtiles'))?.headers ?? {};
	const headers = Object.entries(site).map(([name, value]) => `#   ${name}: ${value}`);
	return `# Set BUCKET first. New files before the pages that ask for them; nothing is deleted, so that open pages go on working.
# The index document of the bucket's website is index.html, its error document 404.html.
SITE=${from}
aws s3 cp --recursive "$SITE/_app/immutable" ${to}/_app/immutable" --exclude "*.br" --exclude "*.gz" --cache-control "${FOR_EVER}"
aws s3 cp "$SITE/basemap.pmtiles" ${to}/basemap.pmtiles" --content-type "${map['Content-Type']}" --cache-control "${map['Cache-Control']}"
aws s3 cp --recursive "$SITE" ${to}/" --exclude "_app/immutable/*" --exclude basemap.pmtiles --exclude "*.br" --exclude "*.gz" \\
	--exclude _headers --exclude .htaccess --exclude .nojekyll --cache-control "${REVALIDATED}"
# In CloudFront: "Compress objects automatically", and a response headers policy with
${headers.join('\n')}
`;
}
