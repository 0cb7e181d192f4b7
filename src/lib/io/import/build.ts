import { MAX_ID_LENGTH } from '../../core/id.ts';
import type { EventPlace } from '../../core/model.ts';
import type { DatasetValues } from '../load.ts';
import { FORMAT, MAX_CATEGORIES } from '../schema.ts';
import type { Draft } from './draft.ts';
import type { DraftSource } from './reports.ts';
import { hashOf, idOf, slugOf, Slugs } from './slugs.ts';
import type { Where } from './where.ts';

/** A row of a table that was imported. */
export interface Origin {
	readonly table: number;
	readonly index: number;
}

export interface BuildHead {
	readonly title: string;
	readonly description: string;
	readonly licence: string;
	readonly version: string;
	/** EDTF day on which the events enter the dataset. */
	readonly added: string;
	/** BCP 47. */
	readonly language: string;
}

/** Names for what the file has no name for. Ids are made of the English ones, whatever these are. */
export interface BuildWords {
	/** The category of events that have none. */
	readonly category: string;
	/** The category of those whose own were joined. */
	readonly other: string;
	untitled(id: string): string;
	/** The title of a dataset of so many files, from three on. */
	files(count: number): string;
}

export const WORDS: BuildWords = {
	category: 'Events',
	other: 'Other',
	untitled: (id) => `Untitled event ${id}`,
	files: (count) => `${count} files`
};

export interface Joined {
	/** Names of the categories that became one, the most frequent first. */
	readonly names: readonly string[];
	/** How many there were. */
	readonly count: number;
}

/** Native records of all good rows, and from which row each comes. */
export interface Built {
	readonly values: DatasetValues;
	readonly origins: {
		readonly events: readonly Origin[];
		readonly places: readonly Origin[];
		readonly sources: readonly Origin[];
	};
	readonly joined: Joined | null;
}

/** A place, category or source that several rows may share, with the first of them. */
interface Shared<T> {
	readonly id: string;
	readonly origin: Origin;
	readonly value: T;
}

/** What a source, by its id, says of an event; empty: nothing of its own. */
interface DraftClaim {
	readonly source: string;
	readonly says: string;
	/** EDTF; `null`: it gives no date. */
	readonly when: string | null;
	readonly inferred: boolean;
}

/** An event as the format has it, but with the text of its category in place of the id. */
type EventRecord = { id: string; category: string } & Readonly<Record<string, unknown>>;

/** Makes the records of a dataset of drafts. Ids depend on a row's own texts wherever that is possible. */
export class Builder {
	readonly #head: BuildHead;
	readonly #words: BuildWords;
	readonly #events: EventRecord[] = [];
	readonly #origins: Origin[] = [];
	readonly #places = new Map<string, Shared<Where>>();
	readonly #placeIds = new Slugs('place');
	readonly #sources = new Map<string, Shared<DraftSource>>();
	readonly #sourceIds = new Slugs('source');
	readonly #categories = new Map<string, number>();
	readonly #actors = new Map<string, string>();
	readonly #actorIds = new Slugs('actor');
	readonly #eventIds = new Set<string>();
	/** Where counting goes on for texts that are the same again and again, by the first id that they were given. */
	readonly #salts = new Map<string, number>();

	constructor(head: BuildHead, words: BuildWords) {
		this.#head = head;
		this.#words = words;
	}

	/** `content`: everything that the row says, which tells it from others. Returns the event's id. */
	add(draft: Draft, content: () => string): string {
		const origin = { table: draft.table, index: draft.index };
		const places = new Map<string, EventPlace>();
		for (const { where, role, inferred } of draft.places) {
			const place = this.#placeOf(where, origin);
			const key = `${place} ${role}`;
			// Of a place that is named twice one report is enough.
			const isInferred = inferred && places.get(key)?.inferred !== false;
			places.set(key, { place, role, inferred: isInferred } as EventPlace);
		}
		const claims = new Map<string, DraftClaim>();
		for (const source of draft.sources) {
			const { says, when, inferred } = source;
			const claim = { source: this.#sourceOf(source, origin), says, when, inferred };
			claims.set(JSON.stringify(claim), claim);
		}
		for (const actor of draft.actors) if (!this.#actors.has(actor)) this.#actors.set(actor, this.#actorIds.idOf(actor));
		this.#categories.set(draft.category, (this.#categories.get(draft.category) ?? 0) + 1);
		const id = this.#eventId(draft, content);
		this.#events.push(this.#record(id, draft, [...places.values()], [...claims.values()]));
		this.#origins.push(origin);
		return id;
	}

	/** What an event is called. */
	titleOf(id: string): string {
		const event = this.#events.find((candidate) => candidate.id === id);
		const title = event?.title as Readonly<Record<string, string>> | undefined;
		return title?.[this.#head.language] ?? '';
	}

	#text(value: string): Readonly<Record<string, string>> {
		return { [this.#head.language]: value };
	}

	#record(id: string, draft: Draft, places: readonly EventPlace[], claims: readonly DraftClaim[]): EventRecord {
		const title = this.#text(
			draft.title || this.#words.untitled(draft.sourceId || draft.when?.replace('T', ' ') || id)
		);
		const summary = draft.summary === '' ? title : this.#text(draft.summary);
		const { media } = draft;
		return {
			id,
			...(draft.when === null ? {} : { when: draft.when }),
			...whereSo(draft.whenInferred),
			places: places.map(({ inferred, ...link }) => ({ ...link, ...whereSo(inferred) })),
			category: draft.category,
			actors: draft.actors.map((actor) => this.#actors.get(actor) ?? ''),
			status: draft.status,
			title,
			summary,
			claims: claims.map(({ source, says, when, inferred }) => ({
				source,
				...(when === null ? {} : { when }),
				says: says === '' ? summary : this.#text(says),
				...whereSo(inferred)
			})),
			added: this.#head.added,
			...(media === null ? {} : { media: [{ ...media, alt: media.alt === '' ? title : this.#text(media.alt) }] }),
			...(draft.sourceId === '' ? {} : { sourceId: draft.sourceId })
		};
	}

	#eventId({ id: given, title, when }: Draft, content: () => string): string {
		const own = given === '' ? withHash(slugOf(`${title} ${when ?? ''}`) || 'event', content()) : idOf(given, 'event');
		const id = own.length > MAX_ID_LENGTH ? withHash(own, own) : own;
		return this.#taken(this.#eventIds.has(id) ? this.#anotherId(own, content()) : id);
	}

	#anotherId(own: string, content: string): string {
		const first = withHash(own, content);
		let [id, salt] = [first, this.#salts.get(first) ?? 0];
		while (this.#eventIds.has(id)) id = withHash(own, `${++salt} ${content}`);
		if (salt > 0) this.#salts.set(first, salt);
		return id;
	}

	#taken(id: string): string {
		this.#eventIds.add(id);
		return id;
	}

	#placeOf(where: Where, origin: Origin): string {
		const key = placeKey(where);
		const known = this.#places.get(key);
		if (known !== undefined) return known.id;
		const id = this.#placeIds.idOf(key, where.names[0] ?? pointSlug(where));
		this.#places.set(key, { id, origin, value: where });
		return id;
	}

	#sourceOf(source: DraftSource, origin: Origin): string {
		const key = sourceKey(source);
		const known = this.#sources.get(key);
		if (known !== undefined) return known.id;
		const id = this.#sourceIds.idOf(key, source.title);
		this.#sources.set(key, { id, origin, value: source });
		return id;
	}

	/** Nothing may be added afterwards. */
	finish(): Built {
		const { language, licence, version, ...head } = this.#head;
		const { categories, idOfCategory, joined } = this.#finishCategories();
		for (const event of this.#events) event.category = idOfCategory(event.category);
		const places = [...this.#places.values()];
		const sources = [...this.#sources.values()];
		const names = placeNames(places);
		const values: DatasetValues = {
			'dataset.json': {
				format: FORMAT,
				title: this.#text(head.title),
				description: this.#text(head.description),
				languages: [language],
				licence,
				version,
				opening: '',
				categories,
				actors: [...this.#actors].map(([name, id]) => ({ id, name: this.#text(name) })),
				agencies: []
			},
			'places.geojson': {
				type: 'FeatureCollection',
				features: places.map(({ id, value }) => featureOf(id, value, this.#text(names.get(id) ?? id)))
			},
			'sources.json': sources.map(({ id, value }) => sourceOf(id, value, language)),
			'events.json': this.#events
		};
		const originsOf = (shared: readonly Shared<unknown>[]) => shared.map(({ origin }) => origin);
		const origins = { events: this.#origins, places: originsOf(places), sources: originsOf(sources) };
		return { values, origins, joined };
	}

	/** The most frequent keep their names; where there are more than can be told apart the rest is one. */
	#finishCategories() {
		const named = [...this.#categories].filter(([name]) => name !== '').sort(([, a], [, b]) => b - a);
		const needsNone = this.#categories.has('') || named.length === 0;
		const room = MAX_CATEGORIES - (needsNone ? 1 : 0);
		const own = named.length > room ? named.slice(0, room - 1) : named;
		const rest = named.slice(own.length).map(([name]) => name);
		const slugs = new Slugs('category');
		const ids = new Map(own.map(([name]) => [name, slugs.idOf(name)]));
		const categories = own.map(([name]) => ({ id: ids.get(name) ?? '', name: this.#text(name) }));
		// One that the file itself calls so, or one more. The keys are no text of a file, as those are trimmed.
		const another = (word: 'category' | 'other', key: string): string => {
			const known = ids.get(WORDS[word]);
			if (known !== undefined) return known;
			const id = slugs.idOf(key, WORDS[word]);
			categories.push({ id, name: this.#text(this.#words[word]) });
			return id;
		};
		const none = needsNone ? another('category', ' none') : '';
		const other = rest.length > 0 ? another('other', ' other') : '';
		const idOfCategory = (name: string) => ids.get(name) ?? (name === '' ? none : other);
		return { categories, idOfCategory, joined: rest.length === 0 ? null : { names: rest, count: named.length } };
	}
}

/** What is no conclusion of anybody's does not say so. */
function whereSo(inferred: boolean | undefined): object {
	return inferred === true ? { inferred } : {};
}

function withHash(slug: string, text: string): string {
	const hash = hashOf(text);
	return `${slug.slice(0, MAX_ID_LENGTH - hash.length - 1).replace(/-+$/, '')}-${hash}`;
}

/** One place per distinct location: what is known of it is what makes it another. */
function placeKey({ point, names, country, precision }: Where): string {
	return JSON.stringify([point, names, country, precision]);
}

/** Ids are made of it, so that it stays what it was for sources without anything inferred. */
function sourceKey({ title, url, publisher, published, publishedInferred }: DraftSource): string {
	return JSON.stringify([title, url, publisher, published, ...(publishedInferred ? ['inferred'] : [])]);
}

/** Digits with the letters of the hemispheres, as a slug has no signs. */
function pointSlug({ point }: Where): string {
	if (point === null) return '';
	const [lng, lat] = point;
	return `${Math.abs(short(lat))} ${lat < 0 ? 's' : 'n'} ${Math.abs(short(lng))} ${lng < 0 ? 'w' : 'e'}`;
}

/** Five decimals are a metre; more are the dust of computing. */
function short(degrees: number): number {
	return Number(degrees.toFixed(5));
}

/** What each place is called: its smallest name, with the next larger one where another place has that name too. */
function placeNames(places: readonly Shared<Where>[]): ReadonlyMap<string, string> {
	const counts = new Map<string, number>();
	for (const { value } of places) {
		const [name] = value.names;
		if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return new Map(
		places.map(({ id, value: { names, point } }) => {
			const [name, larger] = names;
			if (name === undefined) return [id, point === null ? id : `${short(point[1])}, ${short(point[0])}`];
			return [id, (counts.get(name) ?? 0) > 1 && larger !== undefined ? `${name}, ${larger}` : name];
		})
	);
}

function featureOf(id: string, { point, country, precision }: Where, name: object): object {
	return {
		type: 'Feature',
		id,
		geometry: point === null ? null : { type: 'Point', coordinates: [...point] },
		properties: { name, ...(country === null ? {} : { country }), ...(precision === null ? {} : { precision }) }
	};
}

function sourceOf(
	id: string,
	{ title, url, publisher, published, publishedInferred }: DraftSource,
	language: string
): object {
	return {
		id,
		title,
		...(publisher === null ? {} : { publisher }),
		...(url === null ? {} : { url }),
		...(published === null ? {} : { published }),
		...whereSo(publishedInferred),
		language
	};
}
