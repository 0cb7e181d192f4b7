import type { Catalogue } from '../../core/catalogue.ts';
import type { Dataset } from '../../core/model.ts';
import { PARAMETERS, type Notice, type Parameter } from '../../core/parameters.ts';
import { reconcile } from '../../core/reconcile.ts';
import type { View } from '../../core/view.ts';
import { decodeView, encodeView } from '../../core/view-codec.ts';
import type { ProblemParams } from '../problems.ts';
import { suggestion } from '../records.ts';
import type { Report, TextPoint } from './finding.ts';

/** Where a text asks for a view. */
export interface ViewLink {
	/** The query string, without `?`. */
	readonly query: string;
	readonly at: TextPoint;
}

/** The query of a link within the site (`?from=2024`, whatever stands before `?`), or of a whole one; `null`: it has none. */
export function queryOf(url: string): string | null {
	const [, query] = /^[^?#]*\?([^#]*)/.exec(url) ?? [];
	return query ?? null;
}

/** What links of others carry along, and no view is made of. */
const FOREIGN = /^(?:utm_.*|fbclid|gclid|mc_[ce]id)$/;

/** The parameters that no link of ours has: misspelt ones, most likely. */
export function unknownParameters(query: string): readonly string[] {
	const names = query.split('&').map((pair) => pair.replace(/=.*$/s, ''));
	return names.filter((name) => name !== '' && !FOREIGN.test(name) && !PARAMETERS.some((known) => known === name));
}

/** What makes a step show less, or something else, than it asks for. */
const SERIOUS: readonly Notice['code'][] = ['malformed', 'unreadable', 'missing', 'withdrawn'];

/**
 * The canonical query string of a view in this dataset; what it asks for in vain is left out of it and reported. `catalogue`:
 * with the events at least that are asked for; `null`: it is not known what the dataset has.
 */
export function checkView(
	{ query, at }: ViewLink,
	catalogue: Catalogue | null,
	events: Dataset['events'],
	report: Report
): string {
	for (const name of unknownParameters(query)) {
		report('warning', 'key-unknown', { at, field: name, value: query, params: suggestion(name, PARAMETERS) });
	}
	const asked = decodeView(query);
	const known = catalogue === null ? { view: asked.view, notices: [] } : reconcile(asked.view, catalogue);
	for (const { code, parameter, value } of [...asked.notices, ...known.notices]) {
		const params: ProblemParams = {
			parameter,
			reason: code,
			...(code === 'missing' && catalogue !== null ? meant(parameter, value, catalogue, events) : {})
		};
		report(SERIOUS.includes(code) ? 'error' : 'warning', 'story-view-ignored', { at, field: parameter, value, params });
	}
	return encodeView(known.view);
}

/** The id that was likely meant. */
function meant(parameter: Parameter, id: string, catalogue: Catalogue, events: Dataset['events']): ProblemParams {
	if (parameter === 'event')
		return suggestion(
			id,
			events.map((event) => event.id)
		);
	const lists: Readonly<Partial<Record<Parameter, ReadonlyMap<string, unknown>>>> = {
		place: catalogue.placeById,
		category: catalogue.categoryById,
		actor: catalogue.actorById,
		source: catalogue.sourceById
	};
	return suggestion(id, lists[parameter]?.keys() ?? []);
}

/** The event that a view selects. */
export function eventOfView(query: string): View['event'] {
	return decodeView(query).view.event;
}
