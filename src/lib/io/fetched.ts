import type { Fault, Fetch, Fetched, Waiting } from './paged.ts';

/** Files of one folder, by name. */
export interface Files {
	bytes(name: string, waiting?: Waiting): Promise<Fetched<Uint8Array<ArrayBuffer>>>;
	json<T>(name: string, isRight: (value: unknown) => value is T, signal?: AbortSignal): Promise<Fetched<T>>;
	/** For what turns out when it is read. */
	damaged(name: string): { readonly ok: false; readonly fault: Fault };
}

/** `folder`: its address without a slash at the end. Nothing is kept but by the browser, and a fault by nobody. */
export function createFiles(folder: string, fetch: Fetch): Files {
	const fault = (reason: Fault['reason'], file: string) => ({ ok: false, fault: { reason, file } }) as const;

	/** What `read` makes of a good answer. */
	const get = async <T>(
		name: string,
		signal: AbortSignal | undefined,
		read: (response: Response) => Promise<T>
	): Promise<Fetched<T>> => {
		try {
			const response = await fetch(`${folder}/${name}`, signal === undefined ? {} : { signal });
			return response.ok ? { ok: true, value: await read(response) } : fault('missing', name);
		} catch (error) {
			signal?.throwIfAborted();
			return fault(error instanceof SyntaxError ? 'damaged' : 'offline', name);
		}
	};

	return {
		bytes: (name, { signal, progress } = {}) =>
			get(name, signal, (response) =>
				progress === undefined
					? response.arrayBuffer().then((buffer) => new Uint8Array(buffer))
					: read(response, progress)
			),
		json: async (name, isRight, signal) => {
			const answer = await get(name, signal, (response): Promise<unknown> => response.json());
			if (!answer.ok) return answer;
			return isRight(answer.value) ? { ok: true, value: answer.value } : fault('damaged', name);
		},
		damaged: (name) => fault('damaged', name)
	};
}

/** Bytes as they come. How many there will be is not known where they are compressed on the way; then only the end is said. */
async function read(response: Response, progress: (share: number) => void): Promise<Uint8Array<ArrayBuffer>> {
	const total = response.headers.has('content-encoding') ? 0 : Number(response.headers.get('content-length') ?? 0);
	const chunks: Uint8Array[] = [];
	let length = 0;
	const reader = response.body?.getReader();
	for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
		chunks.push(next.value);
		length += next.value.length;
		if (total > 0) progress(Math.min(1, length / total));
	}
	const bytes = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	progress(1);
	return bytes;
}
