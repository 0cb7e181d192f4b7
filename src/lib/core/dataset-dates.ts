import { parseEdtf, type EdtfDate } from './edtf.ts';
import type { Dataset } from './model.ts';

/** What each EDTF text of a dataset means, by the text. */
export type DatasetDates = ReadonlyMap<string, EdtfDate>;

/**
 * Reads every date of events, claims, corrections and sources once. The page is given the result: the parser is then no part of it.
 * The dataset has passed the loader, so a text that is not EDTF is a programming error and throws a sentence.
 */
export function parseDates({ events, sources }: Dataset): DatasetDates {
	const texts = [
		...events.flatMap(({ when, claims, corrections = [] }) => [
			when,
			...claims.map((claim) => claim.when),
			...corrections.map(({ date }) => date)
		]),
		...sources.flatMap(({ published, archived }) => [published, archived?.date])
	];
	const known = new Set(texts.filter((text) => text !== undefined));
	return new Map([...known].map((text) => [text, parseDate(text)]));
}

/** What an EDTF text that has passed the loader means; throws a sentence for any other text. */
export function parseDate(text: string): EdtfDate {
	const result = parseEdtf(text);
	if (result.ok) return result.date;
	throw new Error(`The date "${text}" is not EDTF (${result.problem.code}); load the dataset through io.`);
}
