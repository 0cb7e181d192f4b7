import { expect, test } from 'vitest';
import { createCatalogue } from '../../../src/lib/core/catalogue.ts';
import { parseDates } from '../../../src/lib/core/dataset-dates.ts';
import type { Engine } from '../../../src/lib/core/engine.ts';
import { ScanEngine } from '../../../src/lib/core/scan-engine.ts';
import { decodeView } from '../../../src/lib/core/view-codec.ts';
import { storyMessages } from '../../../src/lib/i18n/story.ts';
import { createI18n } from '../../../src/lib/i18n/index.ts';
import { en } from '../../../src/lib/i18n/en/index.ts';
import { Explorer } from '../../../src/lib/state/explorer.svelte.ts';
import { Follower } from '../../../src/lib/story/follower.svelte.ts';
import { kickerOf } from '../../../src/lib/story/kicker.ts';
import { datasetNamed } from '../../support/datasets.ts';

const dataset = datasetNamed('data');
const catalogue = createCatalogue(dataset, parseDates(dataset));
const view = (query: string) => decodeView(query).view;

test('a step is restored and not committed, and what the reader does stays until the next one', () => {
	const explorer = new Explorer(catalogue, new ScanEngine(catalogue));
	let flights = 0;
	const follower = new Follower(explorer, { travel: () => void (flights += 1) });
	const unfollow = follower.follow();
	follower.show(view('place=moscow'));
	expect([explorer.result.count, follower.isChanged, flights]).toEqual([7, false, 1]);
	explorer.pickPlace(dataset.places[0]?.id ?? ('' as never), true);
	expect(follower.isChanged).toBe(true);
	const chosen = explorer.committed;
	follower.settle();
	expect(explorer.committed).toBe(chosen);
	follower.show(view('place=moscow'));
	expect([explorer.committed.filter.places, follower.isChanged, flights]).toEqual([['moscow'], false, 2]);
	unfollow();
	explorer.select(null);
	expect(follower.isChanged).toBe(false);
});

test('the map waits for an answer that takes its time', async () => {
	const inner = new ScanEngine(catalogue);
	let isSlow = false;
	const engine: Engine = {
		query: (filter) => (isSlow ? Promise.resolve(inner.query(filter)) : inner.query(filter))
	};
	const explorer = new Explorer(catalogue, engine);
	isSlow = true;
	let seen: number | null = null;
	const follower = new Follower(explorer, { travel: () => void (seen = explorer.result.count) });
	follower.show(view('place=khmeimim'));
	follower.settle();
	expect(seen).toBeNull();
	await Promise.resolve();
	await Promise.resolve();
	follower.settle();
	expect(seen).toBe(2);
});

test('a step says in words what it shows', () => {
	const words = (query: string): string =>
		kickerOf(view(query), catalogue, createI18n('en', en, 'en'), storyMessages.en).join(' · ');
	expect(words('')).toBe('Everything');
	expect(words('from=2024-12&to=2025-01&category=power')).toBe('December 2024 – January 2025 · Power');
	expect(words('place=khmeimim,tartous')).toBe('Khmeimim · Tartous');
	expect(words('event=putin-call')).toBe('February 2025');
	expect(words('q=visit&known=2025-10-14&status=planned')).toBe('Planned · “visit” · as known on 14 October 2025');
});
