import type { PlaceId } from '$lib/core/model.ts';
import { markAfter, nearestTo, type Standing } from './roving.ts';

/** The marks that can have the focus. */
interface Marks<Id> {
	readonly marks: readonly {
		readonly id: Id;
		readonly isPicked: boolean;
		readonly count: { readonly total: number };
	}[];
	/** Those of them in view. */
	readonly inView: ReadonlySet<Id>;
}

/** Where they stand. */
interface Places<Id> {
	readonly standing: readonly Standing<Id>[];
	readonly focused: Id | null;
	focus(id: Id): void;
}

/** Who moves the map. */
interface Mover<Id> {
	showPlaces(ids: readonly Id[]): void;
	zoom(steps: number, around: Standing<Id>): void;
}

/** Zoom steps of the keys, which go around the mark that has the focus, so that it stays in view. */
const ZOOM: Readonly<Record<string, 1 | -1>> = { '+': 1, '=': 1, '-': -1 };

/**
 * The marks are one stop of the Tab key, and arrows go from one to the next. A mark that goes while it has the focus, since
 * it has left the view or the places drawn singly are others now, hands it on to the nearest that is left.
 */
export class MarkFocus<Id extends string = PlaceId> {
	readonly #scene: Marks<Id>;
	readonly #overlay: Places<Id>;
	readonly #director: Mover<Id>;
	readonly #dir: 'ltr' | 'rtl';
	/** Where the focus has been last. */
	#visited: Id | null = $state.raw(null);
	/** What had the focus before the marks changed, and where it stood. */
	#lost: Standing<Id> | null = null;

	/** The mark that Tab reaches: the last visited, else one that is chosen, else in view the one with the most events. */
	readonly stop: Id | null = $derived.by(() => {
		const { marks } = this.#scene;
		if (marks.some(({ id }) => id === this.#visited)) return this.#visited;
		const seen = marks.filter(({ id }) => this.#scene.inView.has(id));
		const [first, ...rest] = seen.length > 0 ? seen : marks;
		if (first === undefined) return null;
		const weight = (mark: typeof first): number => (mark.isPicked ? 1e9 : 0) + mark.count.total;
		return rest.reduce((most, mark) => (weight(mark) > weight(most) ? mark : most), first).id;
	});

	constructor(scene: Marks<Id>, overlay: Places<Id>, director: Mover<Id>, dir: 'ltr' | 'rtl') {
		this.#scene = scene;
		this.#overlay = overlay;
		this.#director = director;
		this.#dir = dir;
	}

	/** The focus has come to a mark. */
	reach(id: Id): void {
		this.#visited = id;
		this.#director.showPlaces([id]);
	}

	/** A key on a mark. True: it was for the marks, and nobody else is to act on it. */
	key(event: KeyboardEvent, id: Id): boolean {
		if (event.altKey || event.ctrlKey || event.metaKey) return false;
		const marks = this.#overlay.standing;
		const from = marks.find((mark) => mark.id === id);
		if (from === undefined) return false;
		const steps = ZOOM[event.key];
		if (steps !== undefined) {
			this.#director.zoom(steps, from);
			return true;
		}
		const next = event.shiftKey ? undefined : markAfter(event.key, from, marks, this.#dir);
		if (next === undefined) return false;
		this.#overlay.focus(next);
		return true;
	}

	/** Before the marks change. */
	note(): void {
		const id = this.#overlay.focused;
		this.#lost = this.#overlay.standing.find((mark) => mark.id === id) ?? null;
	}

	/** After they have changed: only what has lost the focus gets it back. */
	recover(): void {
		const lost = this.#lost;
		this.#lost = null;
		if (lost === null || (document.activeElement ?? document.body) !== document.body) return;
		const left = new Set(this.#scene.marks.map(({ id }) => id));
		const next = nearestTo(
			lost,
			this.#overlay.standing.filter(({ id }) => left.has(id))
		);
		if (next !== undefined) this.#overlay.focus(next);
	}
}
