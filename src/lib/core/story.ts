/** A story: steps of text, each with a view of the dataset. Plain data that survives JSON, as the loader hands it over. */

/** What stands in a line of text. */
export type StoryInline =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'break' }
	| { readonly kind: 'emphasis' | 'strong'; readonly children: readonly StoryInline[] }
	/** Elsewhere: `http` or `https`, with the host that it really leads to. */
	| { readonly kind: 'link'; readonly url: string; readonly host: string; readonly children: readonly StoryInline[] }
	/** A view of this dataset, as a query string without `?`. */
	| { readonly kind: 'view'; readonly query: string; readonly children: readonly StoryInline[] };

export type StoryBlock =
	| { readonly kind: 'paragraph'; readonly children: readonly StoryInline[] }
	| { readonly kind: 'quote'; readonly children: readonly StoryBlock[] }
	| {
			readonly kind: 'list';
			/** The number of the first item; `null`: the items are not numbered. */
			readonly start: number | null;
			readonly items: readonly (readonly StoryBlock[])[];
	  };

export interface StoryStep {
	readonly title: string;
	/** The canonical query string of its view, without `?`; empty for everything. */
	readonly view: string;
	readonly text: readonly StoryBlock[];
}

/** A story in one language. */
export interface StoryText {
	readonly title: string;
	/** In a sentence or two; empty when there is none. */
	readonly description: string;
	/** Empty when nobody is named. */
	readonly author: string;
	/** `2025-10-14`, the day on which it was written; `null`: not said. */
	readonly date: string | null;
	/** Before the first step. */
	readonly lead: readonly StoryBlock[];
	/** At least one. */
	readonly steps: readonly StoryStep[];
}

export interface Story {
	/** Lower-case slug, permanent: part of its address. */
	readonly id: string;
	/** By BCP 47 language tag; at least one. */
	readonly texts: Readonly<Record<string, StoryText>>;
}

/** The language of a story's text for a reader of `locale`: that one, else the dataset's first, else whatever there is. */
export function storyLanguage({ texts }: Pick<Story, 'texts'>, locale: string, first: string): string {
	return [locale, first].find((tag) => Object.hasOwn(texts, tag)) ?? Object.keys(texts)[0] ?? locale;
}
