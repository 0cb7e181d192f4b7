import type { CatalogueEvent } from '$lib/core/catalogue.ts';
import type { EventId, LocalizedText } from '$lib/core/model.ts';
import type { StoryText } from '$lib/core/story.ts';
import { LOCALE_FACTS, LOCALES } from '$lib/i18n/locales.ts';
import type { PageDataset } from '../start.ts';

/** At most so many events stand under a step: more are a list, which is in the dashboard. */
export const MAX_ROWS = 8;

/** The events of a step in list order, the first ones, and how many there are. */
export interface StepIds {
	readonly first: readonly EventId[];
	readonly count: number;
}

export interface StepEvents {
	readonly first: readonly CatalogueEvent[];
	readonly count: number;
}

export interface StoryLink {
	readonly id: string;
	readonly title: LocalizedText;
}

/** What the page of a story is given, in every language. */
export interface StoryData extends PageDataset {
	readonly story: {
		readonly id: string;
		/** BCP 47: what `text` is in, and whether that is not the language of the page. */
		readonly language: string;
		readonly isFallback: boolean;
		readonly text: StoryText;
	};
	/** Of each step; `null`: the page has not all events. */
	readonly events: readonly (StepIds | null)[];
	readonly others: readonly StoryLink[];
}

/** Of text in a language that need not be one of the interface. */
export function directionOf(language: string): 'ltr' | 'rtl' | 'auto' {
	const spoken = LOCALES.find((tag) => tag === language);
	return spoken === undefined ? 'auto' : LOCALE_FACTS[spoken].dir;
}
