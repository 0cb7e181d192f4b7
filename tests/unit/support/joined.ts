import { createCatalogue, type InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import { parseDates } from '../../../src/lib/core/dataset-dates.ts';
import { parseEdtf, type EdtfDate } from '../../../src/lib/core/edtf.ts';
import type { Dataset } from '../../../src/lib/core/model.ts';

/** A dataset with its dates read and its joins made. */
export function joined(dataset: Dataset): InlineCatalogue {
	return createCatalogue(dataset, parseDates(dataset));
}

/** What an EDTF text means. */
export function dateOf(text: string): EdtfDate {
	const result = parseEdtf(text);
	if (!result.ok) throw new Error(`${text}: ${result.problem.code}`);
	return result.date;
}
