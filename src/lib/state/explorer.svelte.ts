import type { Bounds } from '$lib/core/bounds.ts';
import { eventOf, type Catalogue, type CatalogueEvent } from '$lib/core/catalogue.ts';
import type { Engine, Result } from '$lib/core/engine.ts';
import { NO_FILTER, type Filter, type Rule } from '$lib/core/filter.ts';
import { activeRules } from '$lib/core/rules.ts';
import { ALWAYS, sameInterval, type Interval } from '$lib/core/interval.ts';
import type { EventId, PlaceId } from '$lib/core/model.ts';
import type { Notice } from '$lib/core/parameters.ts';
import { normalizeQuery } from '$lib/core/search.ts';
import { DEFAULT_VIEW, type Camera, type View } from '$lib/core/view.ts';
import { roundBounds, roundCamera, sortedSet } from '$lib/core/view-codec.ts';
import { wholeSeconds } from '$lib/core/whole-seconds.ts';
import { Highlight } from './highlight.svelte.ts';

/** `push`: a step that Back undoes. `replace`: not worth one (typing on, moving the map). */
export type HistoryStep = 'push' | 'replace';

/**
 * The one writer of what is shown. Every gesture, key, button, typed date and link ends in one of its commands; every
 * view reads `view` and `result`. A gesture goes through two phases: `previewWindow` while it lasts, then `commitWindow`
 * or `cancelPreview`. Only a commit reaches `onCommit`, and so the URL.
 */
export class Explorer {
	readonly highlight = new Highlight();
	/** Called after each commit with the committed view; never by `restore`. */
	onCommit: ((view: View, history: HistoryStep) => void) | null = null;

	#engine: Engine;
	#catalogue: Catalogue;
	#committed: View = $state.raw(DEFAULT_VIEW);
	#preview: Interval | null = $state.raw(null);
	#result: Result;
	#queried: Filter;
	#isPending = $state(false);
	#failure: unknown = $state.raw(null);
	#notices: readonly Notice[] = $state.raw([]);

	/** What the link says, once the gesture in progress is over. */
	readonly committed: View = $derived(this.#committed);
	/** What is on screen: the committed view, or a gesture's preview of it. */
	readonly view: View = $derived(
		this.#preview === null
			? this.#committed
			: { ...this.#committed, filter: { ...this.#committed.filter, window: this.#preview } }
	);
	/** True between the first `previewWindow` and its end: live regions stay silent, links stay as they are. */
	readonly isPreviewing: boolean = $derived(this.#preview !== null);
	readonly hasWindow: boolean = $derived(!sameInterval(this.view.filter.window, ALWAYS));
	/** Rules that ask for something, the time window aside. */
	readonly activeFilters: readonly Rule[] = $derived(activeRules(this.view.filter).filter((rule) => rule !== 'window'));
	/** What the link asked for and could not be given. */
	readonly notices: readonly Notice[] = $derived(this.#notices);

	/** The newest answer there is. */
	readonly result: Result = $derived.by(() => this.#result);
	/** The engine is at work, and `result` answers an older question. */
	readonly isPending: boolean = $derived.by(() => this.#isPending);
	/** Why the newest question has no answer; `null`: it has, or will have. */
	readonly failure: unknown = $derived.by(() => this.#failure);
	/** What is selected; `null` also while its record is on its way. */
	readonly selected: CatalogueEvent | null = $derived(eventOf(this.catalogue, this.#committed.event));

	/** The engine has to answer its first query at once; later ones may take their time. */
	constructor(catalogue: Catalogue, engine: Engine) {
		this.#catalogue = $state.raw(catalogue);
		this.#engine = engine;
		this.#queried = this.#committed.filter;
		const first = engine.query(this.#queried);
		if (first instanceof Promise) throw new Error('The engine has to answer its first query at once.');
		this.#result = $state.raw(first);
	}

	/** The dataset. What is made from it has to be made anew when another one is opened. */
	get catalogue(): Catalogue {
		return this.#catalogue;
	}

	/** Asks again what had no answer. */
	retry(): void {
		this.#queried = NO_FILTER;
		this.#query();
	}

	/** Takes another dataset, or the whole of what was there in part; the view stays. Answers at once, as at first. */
	open(catalogue: Catalogue, engine: Engine): void {
		const answer = engine.query(NO_FILTER);
		if (answer instanceof Promise) throw new Error('The engine has to answer its first query at once.');
		[this.#catalogue, this.#engine, this.#result] = [catalogue, engine, answer];
		[this.#queried, this.#isPending, this.#failure] = [NO_FILTER, false, null];
		this.#query();
	}

	/** The time window: ms UTC, half-open; what is previewed and set is widened to whole seconds. */
	previewWindow(window: Interval): void {
		const next = wholeSeconds(window);
		if (sameInterval(next, this.view.filter.window)) return;
		this.#preview = next;
		this.#query();
	}

	/** Ends a gesture. Without a preview nothing happens; a gesture that came back to where it began leaves no trace. */
	commitWindow(): void {
		const window = this.#preview;
		if (window === null) return;
		this.#preview = null;
		if (sameInterval(window, this.#committed.filter.window)) this.#query();
		else this.setRule('window', window);
	}

	/** Back to the committed window. */
	cancelPreview(): void {
		this.#preview = null;
		this.#query();
	}

	/** Preview and commit in one: keys, buttons, typed dates. */
	setWindow(window: Interval, history: HistoryStep = 'push'): void {
		this.#preview = null;
		this.setRule('window', wholeSeconds(window), history);
	}

	clearWindow(): void {
		this.setWindow(ALWAYS);
	}

	/** The whole of one rule: the list of a facet, "as known on". */
	setRule<R extends Rule>(rule: R, value: Filter[R], history: HistoryStep = 'push'): void {
		this.#commit({ filter: { ...this.#committed.filter, [rule]: value } }, history);
	}

	clearRule(rule: Rule): void {
		if (rule === 'window') this.clearWindow();
		else this.setRule(rule, NO_FILTER[rule]);
	}

	/** Everything but the window. */
	clearFilters(): void {
		this.#commit({ filter: { ...NO_FILTER, window: this.#committed.filter.window } }, 'push');
	}

	/** Replaces the place filter; with `add`, adds to it; a place that is already chosen is taken out. */
	pickPlace(id: PlaceId, add = false): void {
		const { places } = this.#committed.filter;
		const others = add ? places.filter((place) => place !== id) : [];
		this.setRule('places', places.includes(id) ? others : sortedSet([...others, id]));
	}

	/** A search being typed is one step of history, however many letters it has. */
	search(text: string): void {
		const query = normalizeQuery(text);
		this.setRule('query', query, this.#committed.filter.query === '' || query === '' ? 'push' : 'replace');
	}

	/** "Only in map view". Following a moving map is no step of history. */
	setBounds(bounds: Bounds | null): void {
		const isFollowing = this.#committed.filter.bounds !== null && bounds !== null;
		this.setRule('bounds', bounds === null ? null : roundBounds(bounds), isFollowing ? 'replace' : 'push');
	}

	select(event: EventId | null): void {
		this.#commit({ event }, 'push');
	}

	setCamera(camera: Camera | null): void {
		this.#commit({ camera: camera === null ? null : roundCamera(camera) }, 'replace');
	}

	setDisplay(change: Partial<Pick<View, 'order' | 'axis' | 'play' | 'theme'>>): void {
		this.#commit(change, 'order' in change || 'axis' in change ? 'push' : 'replace');
	}

	/** Takes a view from outside (a link, Back, Forward). Nothing is written back. */
	restore(view: View, notices: readonly Notice[] = []): void {
		this.#preview = null;
		this.#committed = view;
		this.#notices = notices;
		this.#query();
	}

	dismissNotices(): void {
		this.#notices = [];
	}

	#commit(change: Partial<View>, history: HistoryStep): void {
		this.#committed = { ...this.#committed, ...change };
		this.#query();
		this.onCommit?.(this.#committed, history);
	}

	/** Asks the engine when the filter has changed. The answer to the newest question counts, and none of an engine before. */
	#query(): void {
		const [{ filter }, engine] = [this.view, this.#engine];
		if (filter === this.#queried) return;
		this.#queried = filter;
		const answer = engine.query(filter);
		[this.#isPending, this.#failure] = [answer instanceof Promise, null];
		if (answer instanceof Promise) {
			const settle = (failure: unknown, result = this.#result): void => {
				if (this.#queried !== filter || this.#engine !== engine) return;
				[this.#failure, this.#isPending, this.#result] = [failure, false, result];
			};
			answer.then((result) => settle(null, result), settle);
		} else this.#result = answer;
	}
}
