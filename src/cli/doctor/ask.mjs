/** Requests as the doctor sends them: redirects are looked at and not followed, and nothing is thrown. */

/**
 * @typedef {{ ok: true, url: string, status: number, headers: Headers, body: Buffer }} Answer
 * @typedef {{ ok: false, url: string, why: string }} NoAnswer
 * @typedef {(path: string, headers?: Record<string, string>) => Promise<Answer | NoAnswer>} Ask
 */

const TIMEOUT_MS = 20_000;
/** A browser reads no more of a file than this at once, and no page is larger. */
const MAX_BYTES = 50_000_000;

/**
 * @param {string} base Address of the site, with a slash at its end; `ask('ar/')` is relative to it.
 * @returns {Ask}
 */
export function asker(base) {
	/** @type {Map<string, Promise<Answer | NoAnswer>>} */
	const known = new Map();
	return (path, headers = {}) => {
		const url = new URL(path, base).href;
		const key = JSON.stringify([url, headers]);
		const asked = known.get(key) ?? send(url, headers);
		known.set(key, asked);
		return asked;
	};
}

/**
 * @param {string} url
 * @param {Record<string, string>} headers
 * @returns {Promise<Answer | NoAnswer>}
 */
export async function send(url, headers = {}) {
	try {
		const response = await fetch(url, {
			redirect: 'manual',
			signal: AbortSignal.timeout(TIMEOUT_MS),
			headers: { 'accept-encoding': 'identity', 'user-agent': 'chronotope-doctor', ...headers }
		});
		const body = Buffer.from(await limited(response));
		return { ok: true, url, status: response.status, headers: response.headers, body };
	} catch (error) {
		return { ok: false, url, why: reason(error) };
	}
}

/** @param {Response} response */
async function limited(response) {
	if (Number(response.headers.get('content-length')) <= MAX_BYTES) return response.arrayBuffer();
	await response.body?.cancel();
	return new ArrayBuffer(0);
}

/** @param {unknown} error What `fetch` throws says little; its cause says more. */
function reason(error) {
	if (!(error instanceof Error)) return String(error);
	if (error.name === 'TimeoutError') return `no answer in ${TIMEOUT_MS / 1000} s`;
	const { cause } = error;
	if (!(cause instanceof Error)) return error.message;
	return 'code' in cause ? `${cause.code} ${cause.message}`.trim() : cause.message;
}
