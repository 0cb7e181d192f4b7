import { isId, MAX_ID_LENGTH } from '../../core/id.ts';

/** A text as an id, as far as it has Latin letters and digits: `Tartous (port)` becomes `tartous-port`. May be empty. */
export function slugOf(text: string): string {
	return text
		.slice(0, 500)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, MAX_ID_LENGTH - HASH_LENGTH - 1)
		.replace(/^-+|-+$/g, '');
}

const HASH_LENGTH = 7;

/** Seven letters and digits that are another for another text, almost always, and the same every time. */
export function hashOf(text: string): string {
	let [a, b] = [0x811c9dc5, 0x1b873593];
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		a = Math.imul(a ^ unit, 0x01000193);
		b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13);
	}
	a = Math.imul(a ^ (a >>> 16), 0xc2b2ae35) ^ b;
	return ((a >>> 0) * 4_096 + ((b >>> 0) % 4_096)).toString(36).padStart(HASH_LENGTH, '0').slice(-HASH_LENGTH);
}

/** The id of a text: itself where it is one, else its slug with a hash of the whole, so that no two texts share one. */
export function idOf(text: string, fallback: string): string {
	if (isId(text)) return text;
	const slug = slugOf(text);
	return `${slug === '' ? fallback : slug}-${hashOf(text)}`;
}

/** Ids of texts, given out in order: the slug to the first text that has it, with a hash to every other. */
export class Slugs {
	readonly #ids = new Map<string, string>();
	readonly #taken = new Set<string>();
	readonly #fallback: string;

	constructor(fallback: string) {
		this.#fallback = fallback;
	}

	/** `name`: what the id is made of; `key`: what makes it the same. */
	idOf(key: string, name = key): string {
		const known = this.#ids.get(key);
		if (known !== undefined) return known;
		const slug = slugOf(name);
		let id = slug === '' || this.#taken.has(slug) ? `${slug === '' ? this.#fallback : slug}-${hashOf(key)}` : slug;
		while (this.#taken.has(id)) id = `${this.#fallback}-${hashOf(`${id} ${key}`)}`;
		this.#taken.add(id);
		this.#ids.set(key, id);
		return id;
	}
}
