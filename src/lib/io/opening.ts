import { createCatalogue } from '../core/catalogue.ts';
import { parseDates } from '../core/dataset-dates.ts';
import type { Dataset } from '../core/model.ts';
import { decodeView } from '../core/view-codec.ts';
import { reconcile } from '../core/reconcile.ts';
import { problemAt, type Problem, type RecordPlace } from './problems.ts';

/** What the dataset's opening view asks for that a link could not give either. */
export function checkOpening(dataset: Dataset, place: RecordPlace): Problem[] {
	if (dataset.opening === '') return [];
	const { view, notices } = decodeView(dataset.opening);
	// Of a million events only the one that is asked for need be joined.
	const asked = { ...dataset, events: dataset.events.filter(({ id }) => id === view.event) };
	return [...notices, ...reconcile(view, createCatalogue(asked, parseDates(asked))).notices].map(
		({ code, parameter, value }) =>
			problemAt(place, 'warning', 'opening-ignored', ['opening'], value, { parameter, reason: code })
	);
}
