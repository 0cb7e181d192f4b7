/** For Caddy 2: lines for a site block. */
import { FOR_EVER, REVALIDATED, TYPES } from './rules.mjs';

/** @type {(value: string) => string} */
const quoted = (value) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/**
 * @param {Record<string, string>} site
 * @param {{ base: string, folder: string }} where See `nginxSnippet`.
 * @returns {string}
 */
export function caddySnippet(site, { base, folder }) {
	const root = quoted(folder.replace(/\/+$/, ''));
	const headers = Object.entries(site).map(([name, value]) => `\t\t${name} ${quoted(value)}`);
	const types = Object.entries(TYPES).map(
		([ending, type], index) => `\t@type${index} path *${ending}\n\theader @type${index} Content-Type ${quoted(type)}`
	);
	const slash = base === '/' ? '' : `redir ${base.slice(0, -1)} ${base}{asked} 308\n`;
	return `# Inside a site block. Written by: npm run hosts -- caddy
# A folder without its slash is led to the one with it, and the query, which is the view, goes along.
map {query} {asked} {
	~(.+) "?$1"
	default ""
}
${slash}handle_path ${base}* {
	root * ${root}
	header {
${headers.join('\n')}
	}
	# One of these three fits: of several, the order would decide.
	@fresh not path /_app/immutable/* *.pmtiles
	header @fresh Cache-Control ${quoted(REVALIDATED)}
	@immutable path /_app/immutable/*
	header @immutable Cache-Control ${quoted(FOR_EVER)}
	# The map is read in ranges of its own bytes, which nothing on the way may compress.
	@map path *.pmtiles
	header @map Cache-Control ${quoted(`${REVALIDATED}, no-transform`)}
${types.join('\n')}
	@folder {
		not path */
		file {path}/index.html
	}
	redir @folder {http.request.orig_uri.path}/{asked} 308
	encode gzip
	file_server {
		precompressed br gzip
	}
}
handle_errors {
	@site path ${base}*
	handle @site {
		root * ${root}
		rewrite * /404.html
		header Cache-Control ${quoted(REVALIDATED)}
		file_server
	}
}
`;
}
