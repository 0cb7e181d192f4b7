/** Who answers, by what it says of itself, and what to give it. */

/** @type {readonly { name: string, sign: RegExp, snippet: string | null }[]} */
const SERVERS = [
	{ name: 'Netlify', sign: /^netlify/i, snippet: 'netlify' },
	{ name: 'GitHub Pages', sign: /^github\.com/i, snippet: 'github' },
	{ name: 'Cloudflare', sign: /^cloudflare/i, snippet: 'cloudflare' },
	{ name: 'Amazon S3', sign: /^AmazonS3|^CloudFront/i, snippet: 's3' },
	{ name: 'nginx', sign: /^(?:nginx|openresty|tengine)/i, snippet: 'nginx' },
	{ name: 'Caddy', sign: /^caddy/i, snippet: 'caddy' },
	{ name: 'Apache', sign: /^(?:apache|litespeed)/i, snippet: 'apache' }
];

/**
 * @param {Headers} headers
 * @returns {{ name: string, snippet: string | null }} `snippet`: for `npm run hosts`; `null`: it is none that we know.
 */
export function serverOf(headers) {
	// Caddy as a proxy, Fastly and others say so in `Via`, which is not who holds the files.
	const said = headers.get('server') ?? '';
	if (headers.has('x-github-request-id')) return { name: 'GitHub Pages', snippet: 'github' };
	if (headers.has('x-nf-request-id')) return { name: 'Netlify', snippet: 'netlify' };
	if (headers.has('x-amz-request-id')) return { name: 'Amazon S3', snippet: 's3' };
	const known = SERVERS.find(({ sign }) => sign.test(said));
	return known ?? { name: said === '' ? 'a server that does not say its name' : said.slice(0, 80), snippet: null };
}
