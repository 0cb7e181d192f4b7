import { describe, expect, test } from 'vitest';
import { changesOf, lastChanged } from '$lib/core/changes.ts';
import { goneOf } from '$lib/core/gone.ts';
import type { EventId, HistoricalEvent } from '$lib/core/model.ts';
import { reconcile } from '$lib/core/reconcile.ts';
import { decodeView } from '$lib/core/view-codec.ts';
import { catalogueOf, event } from '../list/support.ts';

const made = (id: string, rest: Partial<HistoricalEvent> = {}) => event(id, '2000', rest);
const into = (id: string) => ({ mergedInto: id as EventId });
const withdrawn = { withdrawn: { en: 'Not so.' } };

describe('what has changed', () => {
	test('is told from the newest day to the oldest, each thing once', () => {
		const events = [
			made('b', {
				added: '2026-01-02',
				modified: '2026-01-05',
				corrections: [{ date: '2026-01-05', note: { en: 'n' } }]
			}),
			made('a', { added: '2026-01-02', modified: '2026-01-04' }),
			made('same-day', { added: '2026-01-03', modified: '2026-01-03' }),
			made('gone', { added: '2026-01-02', modified: '2026-01-05', ...withdrawn }),
			made('one', { added: '2026-01-02', modified: '2026-01-05', ...into('a') })
		];
		const changes = [{ date: '2026-01-05', note: { en: 'all' } }];
		const told = changesOf({ events, changes }).map((change) =>
			[change.day, change.kind, 'event' in change ? change.event.id : ''].join(' ').trim()
		);
		expect(told).toEqual([
			'2026-01-05 dataset',
			'2026-01-05 corrected b',
			'2026-01-05 withdrawn gone',
			'2026-01-05 merged one',
			'2026-01-04 modified a',
			'2026-01-03 added same-day',
			'2026-01-02 added a',
			'2026-01-02 added b',
			'2026-01-02 added gone',
			'2026-01-02 added one'
		]);
	});

	test('last is found among many, whatever its kind', () => {
		const events = [
			made('old', { added: '2025-01-01' }),
			made('corrected', { added: '2025-01-01', corrections: [{ date: '2026-06-01', note: { en: 'n' } }] }),
			made('new', { added: '2026-05-01' })
		];
		expect(lastChanged(events, 2).map(({ id }) => id)).toEqual(['corrected', 'new']);
		expect(lastChanged(events, 3)).toBe(events);
	});
});

describe('an event that is in no list any more', () => {
	const events = [
		made('here'),
		made('one', into('two')),
		made('two', into('here')),
		made('three', into('gone')),
		made('gone', withdrawn)
	];

	test('has become the last of those that it was merged into, unless that one is withdrawn', () => {
		expect([...goneOf(events)]).toEqual([
			['one', 'here'],
			['two', 'here'],
			['three', null],
			['gone', null]
		]);
		const chain = Array.from({ length: 50_000 }, (_, i) => made(`e-${i}`, i === 0 ? {} : into(`e-${i - 1}`)));
		expect(goneOf(chain).get('e-49999' as EventId)).toBe('e-0');
	});

	test('is said in the notice of a link, which opens what it has become', () => {
		const catalogue = catalogueOf(events);
		const open = (query: string) => {
			const { view, notices } = reconcile(decodeView(query).view, catalogue);
			return [view.event, ...notices.map(({ code, value }) => `${code} ${value}`)];
		};
		expect(open('event=one')).toEqual(['here', 'merged one']);
		expect(open('event=gone')).toEqual([null, 'withdrawn gone']);
		expect(open('event=never')).toEqual([null, 'missing never']);
		expect(open('event=here')).toEqual(['here']);
	});
});
