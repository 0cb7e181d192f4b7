import type {
	Claim,
	Dataset,
	EventPlace,
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
	/** No report names it. */
	readonly inferred: boolean;
}

export interface FlatSource {
	readonly title: string;
	readonly url: string;
	readonly publisher: string;
	/** EDTF. */
	readonly published: string;
	/** The report itself does not say when it was published. */
	readonly publishedInferred: boolean;
	readonly says: string;
	/** EDTF: the date that it gives for the event. */
	readonly when: string;
	/** That date, or what it says, is concluded from it. */
	readonly inferred: boolean;
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
	/** No report gives this date. */
	readonly whenInferred: boolean;
	readonly title: string;
	readonly summary: string;
	readonly category: string;
	readonly actors: readonly string[];
	readonly status: Status;
	/** Places that are alike in all but `inferred` are one, which is inferred where each of them is. */
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
			whenInferred: event.inferred === true,
			title: oneLine(this.text(event.title)),
			summary: this.text(event.summary),
			category: this.#categories.get(event.category) ?? event.category,
			actors: [...new Set(actors)],
			status: event.status,
			places: joined(event.places.flatMap((link) => this.#place(link))),
			sources: unlike(event.claims.map((claim) => this.#source(claim))),
			media: this.#media(event)
		};
	}

	#place({ place: id, role, inferred = false }: EventPlace): FlatPlace[] {
		const place = this.#places.get(id);
		if (place === undefined) return [];
		const { point, country = '', precision = '' } = place;
		return [{ name: this.text(place.name), point, country, precision, role, inferred }];
	}

	#source(claim: Claim): FlatSource {
		const source = this.#sources.get(claim.source);
		const { title = claim.source, url = '', publisher, published = '' } = source ?? {};
		return {
			title: plain(title),
			url,
			publisher: plain(publisher),
			published,
			publishedInferred: source?.inferred === true,
			says: this.text(claim.says),
			when: claim.when ?? '',
			inferred: claim.inferred === true
		};
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

/** Places that are alike are one, which is inferred where each of them is. */
export function joined(places: readonly FlatPlace[]): FlatPlace[] {
	if (places.length < 2) return [...places];
	const kept = new Map<string, FlatPlace>();
	for (const place of places) {
		const key = JSON.stringify({ ...place, inferred: null });
		const first = kept.get(key);
		kept.set(key, first === undefined ? place : { ...first, inferred: first.inferred && place.inferred });
	}
	return [...kept.values()];
}

function unlike<T>(items: readonly T[]): T[] {
	if (items.length < 2) return [...items];
	const keys = new Set<string>();
	return items.filter((item) => {
		const key = JSON.stringify(item);
		return !keys.has(key) && keys.add(key).size > 0;
	});
}
