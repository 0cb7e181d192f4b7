/** For Apache, which reads `.htaccess` in the folder of the site, where its configuration lets it (`AllowOverride All`). */
import { FOR_EVER, REVALIDATED, TYPES } from './rules.mjs';

/** @type {(value: string) => string} */
const quoted = (value) => `"${value.replaceAll('"', '\\"')}"`;

/** Of what is compressed beside: a browser must hear the type of what is inside. */
const PRECOMPRESSED = {
	html: 'text/html',
	js: 'text/javascript',
	mjs: 'text/javascript',
	css: 'text/css',
	json: 'application/json',
	svg: 'image/svg+xml',
	txt: 'text/plain',
	xml: 'application/xml',
	wasm: 'application/wasm'
};

/**
 * @param {Record<string, string>} site
 * @param {string} base
 * @returns {string}
 */
export function apacheAccess(site, base) {
	const headers = Object.entries(site).map(([name, value]) => `\tHeader always set ${name} ${quoted(value)}`);
	const types = Object.entries(TYPES).map(([ending, type]) => `AddType ${type} ${ending}`);
	const inside = Object.entries(PRECOMPRESSED).map(
		([ending, type]) =>
			`<FilesMatch "\\.${ending}\\.(?:br|gz)$">\n\tForceType ${quoted(`${type}${/^text|json|xml/.test(type) ? '; charset=utf-8' : ''}`)}\n</FilesMatch>`
	);
	return `# Written by the build, for Apache 2.4 with AllowOverride All. See "Publish on any host" in the README.
Options -Indexes -MultiViews
DirectoryIndex index.html
DirectorySlash On
AddDefaultCharset utf-8
# The path from the root of the host: where the site does not lie there, build with its address (--url), or change this.
ErrorDocument 404 ${base}404.html

${types.join('\n')}

<IfModule mod_headers.c>
${headers.join('\n')}
	Header set Cache-Control ${quoted(REVALIDATED)}
	<If "%{REQUEST_URI} =~ m#/_app/immutable/#">
		Header set Cache-Control ${quoted(FOR_EVER)}
	</If>
	# The map is read in ranges of its own bytes, which nothing on the way may compress.
	<FilesMatch "\\.pmtiles$">
		Header set Cache-Control ${quoted(`${REVALIDATED}, no-transform`)}
		SetEnv no-gzip 1
		SetEnv no-brotli 1
	</FilesMatch>

	# What is compressed beside each file is sent to those who take it. A range is one of the file as it is.
	<IfModule mod_rewrite.c>
		RewriteEngine On
		RewriteCond %{HTTP:Range} ^$
		RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
		RewriteCond %{REQUEST_FILENAME}.br -f
		RewriteRule ^(.+)$ $1.br [L]
		RewriteCond %{HTTP:Range} ^$
		RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
		RewriteCond %{REQUEST_FILENAME}.gz -f
		RewriteRule ^(.+)$ $1.gz [L]
	</IfModule>
	<FilesMatch "\\.br$">
		RemoveType .br
		Header set Content-Encoding br
		Header append Vary Accept-Encoding
		SetEnv no-gzip 1
		SetEnv no-brotli 1
	</FilesMatch>
	<FilesMatch "\\.gz$">
		RemoveType .gz
		Header set Content-Encoding gzip
		Header append Vary Accept-Encoding
		SetEnv no-gzip 1
		SetEnv no-brotli 1
	</FilesMatch>
</IfModule>
${inside.join('\n')}
`;
}
