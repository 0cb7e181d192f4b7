import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Messenger } from '../../../src/routes/frame/messenger.ts';
import { readFromPage } from '../../../src/routes/frame/protocol.ts';

test('what is not in order is nothing, and nothing throws', () => {
	fc.assert(
		fc.property(fc.anything(), (data) => {
			expect(readFromPage(data)).toBeNull();
		})
	);
	expect(readFromPage({ chronotope: 2, type: 'hello' })).toBeNull();
	expect(readFromPage({ chronotope: 1, type: 'view' })).toBeNull();
	expect(readFromPage({ chronotope: 1, type: 'view', view: { toString: () => 'place=a' } })).toBeNull();
	expect(readFromPage({ chronotope: 1, type: 'view', view: 'x'.repeat(2001) })).toBeNull();
	expect(readFromPage({ chronotope: 1, type: 'hello', view: 7 })).toEqual({ type: 'hello', view: null });
	expect(readFromPage({ chronotope: 1, type: 'view', view: '' })).toEqual({ type: 'view', view: '' });
});

describe('a frame', () => {
	const PAGE = 'https://article.example';
	/** What the page around it is told: to whom, and what. */
	let told: [origin: string, type: unknown][];
	let shown: string[];
	let messenger: Messenger;
	let hear: (message: object) => void;
	const parent = { postMessage: (data: { type: unknown }, origin: string) => told.push([origin, data.type]) };

	beforeEach(() => {
		vi.useFakeTimers();
		[told, shown] = [[], []];
		const window = {
			parent,
			document: { querySelector: () => null },
			addEventListener: (_: string, listener: (event: object) => void) => (hear = listener)
		};
		messenger = new Messenger(window as unknown as Window & typeof globalThis, 'order=desc', (query) => {
			shown.push(query);
			return query;
		});
	});
	afterEach(() => {
		messenger.end();
		vi.useRealTimers();
	});

	const say = (data: object, origin = PAGE, source: unknown = parent) =>
		hear({ source, origin, data: { chronotope: 1, ...data } });

	test('says that it is here until somebody says hello, and then to that origin alone what its reader sees', () => {
		vi.advanceTimersByTime(600);
		expect(told).toEqual([
			['*', 'here'],
			['*', 'here']
		]);
		messenger.tell('place=moscow');
		expect(told).toHaveLength(2);
		say({ type: 'hello', view: 'place=tartous' });
		expect(shown).toEqual(['place=tartous']);
		vi.advanceTimersByTime(60_000);
		// What the page itself has asked for is no news to it.
		messenger.tell('place=tartous');
		expect(told).toHaveLength(2);
		messenger.tell('place=damascus');
		expect(told.slice(2)).toEqual([[PAGE, 'view']]);
	});

	test('says so again to a script that comes late', () => {
		vi.advanceTimersByTime(60_000);
		told.length = 0;
		say({ type: 'knock' }, PAGE, {});
		expect(told).toEqual([]);
		say({ type: 'knock' });
		expect(told).toEqual([['*', 'here']]);
	});

	test('hears no other window, no other origin, none that is nobody, and nothing before hello', () => {
		say({ type: 'view', view: 'place=a' });
		say({ type: 'hello', view: 'place=a' }, PAGE, {});
		say({ type: 'hello', view: 'place=a' }, 'null');
		expect(shown).toEqual([]);
		say({ type: 'hello' });
		say({ type: 'view', view: 'place=b' }, 'https://evil.example');
		say({ type: 'hello', view: 'place=b' }, 'https://evil.example');
		expect(shown).toEqual([]);
		say({ type: 'view', view: 'place=c' });
		expect(shown).toEqual(['place=c']);
	});
});
