import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createCatalogue } from '$lib/core/catalogue.ts';
import { parseDates } from '$lib/core/dataset-dates.ts';
import { civilText } from './civil-text.ts';
import type { EventId } from '$lib/core/model.ts';
import { decodeView, encodeView } from '$lib/core/view-codec.ts';
import { readView } from '$lib/state/url-sync.svelte.ts';
import { datasetNamed } from '../../support/datasets.ts';

/**
 * Links of released versions, and what each opens: links are in articles and mails, so nothing is ever taken out of these
 * files or changed in them. A release adds one.
 */
const FOLDER = new URL('../../fixtures/links/', import.meta.url);

interface Links {
	readonly version: string;
	readonly events: readonly string[];
	readonly places: readonly string[];
	readonly views: readonly {
		readonly query: string;
		readonly opens: { readonly event?: EventId };
		readonly notices: readonly string[];
	}[];
}

const released = readdirSync(FOLDER).map((file): Links => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));
const dataset = datasetNamed('data');
const catalogue = createCatalogue(dataset, parseDates(dataset));

test('there are links of a released version', () => {
	expect(released.map(({ version }) => version)).toContain('1.0.0');
});

describe.each(released)('links of version $version', ({ events, places, views }) => {
	test('to events and places still have their pages', () => {
		// Those of merged and withdrawn events too: only what was taken out of the data altogether has none.
		expect(dataset.events.map(({ id }) => id)).toEqual(expect.arrayContaining([...events]));
		expect(dataset.places.map(({ id }) => id)).toEqual(expect.arrayContaining([...places]));
	});

	test.each(views)('open what they opened: $query', ({ query, opens, notices }) => {
		const read = readView(query, catalogue);
		// An event that was merged or withdrawn since is said, and what it has become is opened.
		const became = opens.event && catalogue.gone?.get(opens.event);
		const { event: _, ...rest } = opens;
		expect(civilText(read.view)).toEqual(became === undefined ? opens : { ...rest, ...(became && { event: became }) });
		const said = read.notices.filter(({ code }) => code !== 'merged' && code !== 'withdrawn');
		expect(said.map(({ code, parameter }) => `${code} ${parameter}`)).toEqual(notices);
		// And what they open can be linked to again.
		expect(decodeView(encodeView(read.view)).view).toEqual(read.view);
	});
});
