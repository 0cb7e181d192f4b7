import type {
	Claim,
	Dataset,
	HistoricalEvent,
	LocalizedText,
	Place,
	PlaceRole,
	Source,
	Status
} from '../../core/model.ts';
import { oneLine } from '../exported.ts';

export interface FlatPlace {
	readonly name: string;
	/** Degrees; `null`: nobody knows where it is. */
	readonly point: Place['point'];
	/** Empty: not known, as in everything below. */
	readonly country: string;
	readonly precision: string;
	readonly role: PlaceRole;
}

export interface FlatSource {
	readonly title: string;
	readonly url: string;
	readonly publisher: string;
	/** EDTF. */
	readonly published: string;
	readonly says: string;
}

export interface FlatMedia {
	readonly url: string;
	readonly alt: string;
	readonly credit: string;
	readonly graphic: boolean;
}

/**
 * An event with all that it refers to, in one language, as CSV and GeoJSON have it. Texts are what our own readers make of
 * them, so that what is written, read and written again is the same: line ends are LF, no white space is at the ends, and
 * titles and names are on one line. Half a surrogate pair is no text, and U+FFFD here.
 */
export interface FlatEvent {
	readonly id: string;
	/** The id in the file that it was imported from, where that is another one; empty otherwise. */
	readonly originalId: string;
	/** EDTF; empty: undated. */
	readonly when: string;
	readonly title: string;
	readonly summary: string;
	readonly category: string;
	readonly actors: readonly string[];
	readonly status: Status;
	/** Places that are alike in all this are one. */
	readonly places: readonly FlatPlace[];
	/** One for each claim; claims that are alike in all this are one. */
	readonly sources: readonly FlatSource[];
	/** The first one. */
	readonly media: FlatMedia | null;
}

/** Writes events of one dataset flat, in one language; a text that is not there in it is in the dataset's first. */
export class Flattener {
	readonly #dataset: Dataset;
	readonly #language: string;
	readonly #places: ReadonlyMap<string, Place>;
	readonly #sources: ReadonlyMap<string, Source>;
	readonly #categories: ReadonlyMap<string, string>;
	readonly #actors: ReadonlyMap<string, string>;

	constructor(dataset: Dataset, language: string) {
		this.#dataset = dataset;
		this.#language = language;
		this.#places = new Map(dataset.places.map((place) => [place.id, place]));
		this.#sources = new Map(dataset.sources.map((source) => [source.id, source]));
		this.#categories = new Map(dataset.categories.map(({ id, name }) => [id, oneLine(this.text(name))]));
		this.#actors = new Map(dataset.actors.map(({ id, name }) => [id, oneLine(this.text(name))]));
	}

	text(localized: LocalizedText): string {
		const languages = [this.#language, ...this.#dataset.languages, ...Object.keys(localized)];
		const language = languages.find((tag) => Object.hasOwn(localized, tag));
		return plain(language === undefined ? '' : localized[language]);
	}

	flat(event: HistoricalEvent): FlatEvent {
		const actors = event.actors.map((id) => this.#actors.get(id) ?? id);
		const originalId = plain(event.sourceId);
		return {
			id: event.id,
			originalId: originalId === event.id ? '' : originalId,
			when: event.when ?? '',
			title: oneLine(this.text(event.title)),
			summary: this.text(event.summary),
			category: this.#categories.get(event.category) ?? event.category,
			actors: [...new Set(actors)],
			status: event.status,
			places: unlike(event.places.flatMap(({ place, role }) => this.#place(place, role))),
			sources: unlike(event.claims.map((claim) => this.#source(claim))),
			media: this.#media(event)
		};
	}

	#place(id: string, role: PlaceRole): FlatPlace[] {
		const place = this.#places.get(id);
		if (place === undefined) return [];
		const { point, country = '', precision = '' } = place;
		return [{ name: this.text(place.name), point, country, precision, role }];
	}

	#source(claim: Claim): FlatSource {
		const { title = claim.source, url = '', publisher, published = '' } = this.#sources.get(claim.source) ?? {};
		return { title: plain(title), url, publisher: plain(publisher), published, says: this.text(claim.says) };
	}

	#media({ media = [] }: HistoricalEvent): FlatMedia | null {
		const [first] = media;
		if (first === undefined) return null;
		const { url, alt, credit, graphic = false } = first;
		return { url, alt: this.text(alt), credit: plain(credit), graphic };
	}
}

export function plain(text: string | undefined): string {
	return (text ?? '')
		.replace(/\r\n?/g, '\n')
		.replace(/\p{Cs}/gu, '\ufffd')
		.trim();
}

function unlike<T>(items: readonly T[]): T[] {
	if (items.length < 2) return [...items];
	const keys = new Set<string>();
	return items.filter((item) => {
		const key = JSON.stringify(item);
		return !keys.has(key) && keys.add(key).size > 0;
	});
}
