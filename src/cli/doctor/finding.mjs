/** What a check says, and what checks read answers with. */

/**
 * @typedef {import('./ask.mjs').Answer} Answer
 * @typedef {'ok' | 'warn' | 'error'} Level `error`: readers are kept from something; `warn`: it works, and could be better.
 * @typedef {{ level: Level, code: string, what: string, mend?: string }} Finding `mend`: what to change.
 * @typedef {{
 *   base: string,
 *   ask: import('./ask.mjs').Ask,
 *   home: Answer,
 *   html: string,
 *   local: { version: string, map: Buffer, page: Buffer } | null
 * }} Site `home`: the answer to `base`; `local`: of the build in this folder.
 * @typedef {(site: Site) => Promise<readonly Finding[]>} Check
 */

/** @type {(code: string, what: string) => Finding} */
export const good = (code, what) => ({ level: 'ok', code, what });
/** @type {(code: string, what: string, mend: string) => Finding} */
export const warn = (code, what, mend) => ({ level: 'warn', code, what, mend });
/** @type {(code: string, what: string, mend: string) => Finding} */
export const bad = (code, what, mend) => ({ level: 'error', code, what, mend });

/** What the host's own file or snippet does when it is in use; the report names it. */
export const HOST_FILE = 'Give the host what the build has for it';

export const typeOf = (/** @type {Answer} */ { headers }) => headers.get('content-type') ?? '';
export const isHtml = (/** @type {Answer} */ answer) => /^text\/html\b/i.test(typeOf(answer));
export const told = (/** @type {import('./ask.mjs').Answer | import('./ask.mjs').NoAnswer} */ answer) =>
	answer.ok ? `${answer.status}${typeOf(answer) === '' ? '' : `, ${typeOf(answer)}`}` : answer.why;

/** @type {(html: string, pattern: RegExp) => string | null} First group, of an attribute. */
export const inPage = (html, pattern) =>
	pattern.exec(html)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#39;', "'") ?? null;
