/** For nginx: lines for a `server` block. */
import { FOR_EVER, REVALIDATED, TYPES } from './rules.mjs';

/** What is text and has no compressed variant beside it, such as the records of a large dataset. */
const COMPRESSED =
	'text/css text/plain text/xml text/javascript application/javascript application/json application/geo+json application/atom+xml application/xml image/svg+xml application/octet-stream';

/** @type {(value: string) => string} */
const quoted = (value) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/**
 * @param {Record<string, string>} site
 * @param {{ base: string, folder: string }} where `base`: `/` or `/news/map/`; `folder`: the built site, absolute.
 * @returns {string}
 */
export function nginxSnippet(site, { base, folder }) {
	const root = folder.replace(/\/+$/, '');
	const headers = Object.entries(site).map(([name, value]) => `add_header ${name} ${quoted(value)} always;`);
	/** A location that has headers of its own inherits none. @type {(cache: string, depth: string) => string} */
	const all = (cache, depth) =>
		[...headers, `add_header Cache-Control ${quoted(cache)} always;`].map((line) => `${depth}${line}`).join('\n');
	const slash = base === '/' ? '' : `location = ${base.slice(0, -1)} {\n\treturn 301 ${base}$is_args$args;\n}\n\n`;
	return `# Inside a server block. Written by: npm run hosts -- nginx
# Redirects name no host, so that they are right behind a proxy too.
absolute_redirect off;

${slash}location ${base} {
	alias ${quoted(`${root}/`)};
	index index.html;
	error_page 404 ${base}404.html;
	charset utf-8;
	charset_types text/css text/plain text/xml application/javascript text/javascript application/json image/svg+xml;
	etag on;

	# What is compressed beside each file is sent to those who take it; with libnginx-mod-http-brotli-static in brotli too:
	# brotli_static on;
	gzip_static on;
	gzip on;
	gzip_vary on;
	gzip_types ${COMPRESSED};

${all(REVALIDATED, '\t')}

	location ${base}_app/immutable/ {
		alias ${quoted(`${root}/_app/immutable/`)};
${all(FOR_EVER, '\t\t')}
	}

	# The map is read in ranges of its own bytes, which nothing on the way may compress.
	location = ${base}basemap.pmtiles {
		alias ${quoted(`${root}/basemap.pmtiles`)};
		types {}
		default_type ${TYPES['.pmtiles']};
		gzip off;
		gzip_static off;
${all(`${REVALIDATED}, no-transform`, '\t\t')}
	}
}
`;
}
