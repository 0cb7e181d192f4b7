import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { HistoricalEvent, SourceId } from '$lib/core/model.ts';
import ArticleAlone from './ArticleAlone.svelte';
import { catalogueOf, event } from './support.ts';

/** What the article of an event says, without its markup. Report A is of 1 January 2025, report B has no date. */
function said(when: string, rest: Partial<HistoricalEvent>): string {
	const catalogue = catalogueOf([event('it', when, rest)]);
	const [item] = catalogue.events;
	if (item === undefined) throw new Error('no event');
	const { body } = render(ArticleAlone, { props: { catalogue, item } });
	return body.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
}

function claim(source: string, when?: string) {
	return { source: source as SourceId, says: { en: 'So it was.' }, ...(when === undefined ? {} : { when }) };
}

describe('the reports in the details of an event', () => {
	it('each say how long after it they came out, where that is known', () => {
		const text = said('2024-02-01', { claims: [claim('a'), claim('b')] });
		expect(text).toContain('published 1 January 2025, 11 months after the event');
		expect(text.match(/after the event/g)).toHaveLength(1);
		expect(text).not.toContain('older than');
	});

	it('that are older than the event are said to be, once each, with both dates', () => {
		const words =
			'The report is older than the event it reports: it was published 1 January 2025, ' +
			'and what it reports is dated 2 February 2025. One of the two dates is likely wrong.';
		const text = said('2025-02-02', { claims: [claim('a'), claim('a', '2025-02'), claim('b')] });
		expect(text).toContain(words);
		expect(text.match(/older than/g)).toHaveLength(1);
		expect(text).not.toContain('after the event');
	});

	it('of a plan may well be older', () => {
		expect(said('2025-02-02', { claims: [claim('a')], status: 'planned' })).not.toContain('older than');
	});
});
