import { createCatalogue, type Catalogue } from '../../core/catalogue.ts';
import { parseDates } from '../../core/dataset-dates.ts';
import { isId } from '../../core/id.ts';
import type { Dataset } from '../../core/model.ts';
import type { Story, StoryText } from '../../core/story.ts';
import type { Problem } from '../problems.ts';
import { slugSuggestion } from '../records.ts';
import { reportTo, type Report } from './finding.ts';
import { readStory, type StoryDraft } from './read-story.ts';
import { checkView, eventOfView, type ViewLink } from './view-link.ts';

/** A file of the folder `stories`. */
export interface StoryFile {
	/** `stories/road.ar.md`. */
	readonly file: string;
	readonly text: string;
}

export interface StoriesResult {
	/** By id. */
	readonly stories: readonly Story[];
	/** In the order of the files, and of what stands in them. */
	readonly problems: readonly Problem[];
}

/** A story in one language, as its file has it. */
interface Read {
	readonly file: string;
	readonly id: string;
	readonly language: string;
	readonly draft: StoryDraft;
	readonly report: Report;
	readonly problems: Problem[];
}

/**
 * Reads stories: of `road.md`, in the dataset's first language, and `road.ar.md` one story in two languages. Good steps load, and
 * what is wrong with the others is in `problems`. Never throws on input. `isPart`: not all events are in the dataset given, and
 * the stories were checked with all of them before.
 */
export function loadStories(
	files: readonly StoryFile[],
	dataset: Dataset,
	{ isPart = false }: { readonly isPart?: boolean } = {}
): StoriesResult {
	const problems: Problem[][] = [];
	const all = files
		.toSorted((a, b) => compare(a.file, b.file))
		.flatMap(({ file, text }) => {
			const own: Problem[] = [];
			problems.push(own);
			const report = reportTo(own, file);
			const name = readName(file, dataset, report);
			if (name === null) return [];
			const draft = readStory(text, report);
			return draft === null ? [] : [{ file, ...name, draft, report, problems: own }];
		});
	const read = withoutRepeats(all);
	const catalogue = isPart ? null : catalogueFor(read, dataset);
	const ids = [...new Set(read.map(({ id }) => id))].sort(compare);
	const stories = ids.map((id): Story => {
		const place = ({ language }: Read): number => dataset.languages.indexOf(language);
		const texts = read.filter((other) => other.id === id).sort((a, b) => place(a) - place(b));
		compareSteps(texts);
		return {
			id,
			texts: Object.fromEntries(texts.map((one) => [one.language, checked(one, catalogue, dataset)]))
		};
	});
	for (const own of problems) own.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
	return { stories, problems: problems.flat() };
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}

/** `stories/road.ar.md`: the story `road` in Arabic. */
function readName(file: string, { languages }: Dataset, report: Report): { id: string; language: string } | null {
	const name = file.replace(/^.*\//, '').replace(/\.md$/i, '');
	const [, stem, tag] = /^(.*)\.([a-z]{2,3}(?:-[a-z0-9]{2,8})*)$/i.exec(name) ?? [];
	const [id, language] = [stem ?? name, tag ?? languages[0] ?? 'en'];
	if (!isId(id)) {
		report('error', 'id-invalid', { value: id, params: slugSuggestion(id) });
		return null;
	}
	if (!languages.includes(language)) {
		report('error', 'language-undeclared', { value: name, params: { language, declared: languages.join(', ') } });
		return null;
	}
	return { id, language };
}

/** `road.md` and, in a dataset that is in English first, `road.en.md` are the same. */
function withoutRepeats(all: readonly Read[]): readonly Read[] {
	const first = new Map<string, Read>();
	for (const one of all) {
		const key = `${one.id} ${one.language}`;
		const other = first.get(key);
		if (other === undefined) first.set(key, one);
		else one.report('error', 'story-repeated', { params: { other: other.file } });
	}
	return [...first.values()];
}

/** Of a million events only those that are asked for need be joined. */
function catalogueFor(read: readonly Read[], dataset: Dataset): Catalogue {
	const links = read.flatMap(({ draft }) => [...draft.steps.map(({ view }) => view), ...draft.links]);
	const asked = new Set(links.map(({ query }) => eventOfView(query)));
	// What an event was merged into, and that one again.
	for (let known = -1; known < asked.size;) {
		known = asked.size;
		for (const { id, mergedInto } of dataset.events)
			if (mergedInto !== undefined && asked.has(id)) asked.add(mergedInto);
	}
	const some = { ...dataset, events: dataset.events.filter(({ id }) => asked.has(id)) };
	return createCatalogue(some, parseDates(some));
}

function checked({ draft, report }: Read, catalogue: Catalogue | null, { events }: Dataset): StoryText {
	const { links, steps, ...text } = draft;
	const view = (link: ViewLink): string => checkView(link, catalogue, events, report);
	links.forEach(view);
	return { ...text, steps: steps.map((step) => ({ ...step, view: view(step.view) })) };
}

/** A step that is missing in a translation is most likely forgotten. */
function compareSteps(texts: readonly Read[]): void {
	const [first, ...others] = texts;
	for (const { draft, report } of others) {
		const [steps, expected] = [draft.steps.length, first?.draft.steps.length ?? 0];
		if (steps !== expected)
			report('warning', 'story-steps-differ', { params: { steps, expected, other: first?.file ?? '' } });
	}
}
