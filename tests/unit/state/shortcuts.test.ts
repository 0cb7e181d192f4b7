import { describe, expect, it, vi } from 'vitest';
import { Preferences } from '../../../src/lib/state/preferences.svelte.ts';
import { commandOf } from '../../../src/routes/shortcuts.ts';

describe('a single key', () => {
	it.each([
		['/', 'Slash', false, 'search'],
		['?', 'Slash', true, 'help'],
		['f', 'KeyF', false, 'filters'],
		['F', 'KeyF', false, 'filters'],
		[']', 'BracketRight', false, 'next'],
		// By what it writes, wherever the layout has it.
		['/', 'Digit7', true, 'search'],
		['u', 'KeyF', false, null],
		['-', 'Slash', false, null],
		// By its place, where the layout writes another alphabet.
		['а', 'KeyF', false, 'filters'],
		['х', 'BracketLeft', false, 'previous'],
		['ظ', 'Slash', false, 'search'],
		['؟', 'Slash', true, 'help'],
		['Enter', 'Enter', false, null],
		['Tab', 'KeyF', false, null]
	])('%s at %s, shift %s: %s', (key, code, shiftKey, expected) => {
		expect(commandOf({ key, code, shiftKey })).toBe(expected);
	});
});

describe('what the reader has chosen for the browser', () => {
	it('is kept, and taken back', () => {
		const kept = new Map<string, string>();
		vi.stubGlobal('localStorage', {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => kept.set(key, value),
			removeItem: (key: string) => kept.delete(key)
		});
		expect(new Preferences().singleKeys).toBe(true);
		new Preferences().setSingleKeys(false);
		expect(new Preferences().singleKeys).toBe(false);
		new Preferences().setSingleKeys(true);
		expect(kept.size).toBe(0);
		vi.unstubAllGlobals();
	});

	it('holds for the page where nothing may be kept', () => {
		const refuse = (): never => {
			throw new Error('denied');
		};
		vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
		const preferences = new Preferences();
		expect(preferences.singleKeys).toBe(true);
		preferences.setSingleKeys(false);
		expect(preferences.singleKeys).toBe(false);
		vi.unstubAllGlobals();
	});
});
