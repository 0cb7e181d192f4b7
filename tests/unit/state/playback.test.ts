import { beforeEach, describe, expect, it } from 'vitest';
import { ALWAYS } from '../../../src/lib/core/interval.ts';
import { ScanEngine } from '../../../src/lib/core/scan-engine.ts';
import type { InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import { createColumns } from '../../../src/lib/core/create-columns.ts';
import { createWindowIndex } from '../../../src/lib/core/window-index.ts';
import type { View } from '../../../src/lib/core/view.ts';
import { Explorer } from '../../../src/lib/state/explorer.svelte.ts';
import { Playback } from '../../../src/lib/state/playback.svelte.ts';
import { catalogueOf, day } from '../timeline/support.ts';

let beat: (() => void) | null = null;
let periodMs = 0;
let explorer: Explorer;
let playback: Playback;
let writes: View[];

function set(catalogue: InlineCatalogue): void {
	explorer = new Explorer(catalogue, new ScanEngine(catalogue));
	writes = [];
	explorer.onCommit = (view) => writes.push(view);
	const columns = createColumns(catalogue);
	playback = new Playback(
		explorer,
		{ columns, index: createWindowIndex(columns, catalogue.dataset.categories.length) },
		() => 'day',
		(tick, period) => {
			beat = tick;
			periodMs = period;
			return () => (beat = null);
		}
	);
}

const shown = (): readonly string[] => {
	const { start, end } = explorer.view.filter.window;
	return [start, end].map((ms) => (Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : String(ms)));
};

describe('playback', () => {
	beforeEach(() => set(catalogueOf('2025-03-01', '2025-03-03', '2025-06-10', '2025-06-11')));

	it('never starts by itself, and begins with a first window where the data begins', () => {
		expect(beat).toBeNull();
		expect(explorer.view.filter.window).toEqual(ALWAYS);
		playback.play();
		expect(playback.isPlaying).toBe(true);
		expect(shown()).toEqual(['2025-03-01', '2025-04-01']);
	});

	it('moves the window by the unit shown, at its own length', () => {
		explorer.setWindow({ start: day('2025-03-01'), end: day('2025-03-03') });
		playback.play();
		beat?.();
		expect(shown()).toEqual(['2025-03-02', '2025-03-04']);
	});

	it('jumps over what is empty, and stops at the end of the data with one commit', () => {
		explorer.setWindow({ start: day('2025-03-03'), end: day('2025-03-04') });
		writes = [];
		playback.play();
		beat?.();
		expect(shown()).toEqual(['2025-06-10', '2025-06-11']);
		beat?.();
		expect(shown()).toEqual(['2025-06-11', '2025-06-12']);
		expect(writes).toEqual([]);
		beat?.();
		expect(playback.isPlaying).toBe(false);
		expect(beat).toBeNull();
		expect(writes).toHaveLength(1);
		expect(explorer.committed.filter.window.end).toBe(day('2025-06-12'));
	});

	it('grows the window in cumulative mode', () => {
		explorer.setDisplay({ play: 'cumulative' });
		playback.play();
		const seen = [shown()];
		while (beat !== null) {
			beat();
			seen.push(shown());
		}
		expect(new Set(seen.map(([start]) => start))).toEqual(new Set(['2025-03-01']));
		expect(seen.map(([, end]) => end)).toEqual(['2025-03-02', '2025-03-04', '2025-06-11', '2025-06-12', '2025-06-12']);
	});

	it('shows one unit at a time in instant mode', () => {
		explorer.setDisplay({ play: 'instant' });
		playback.play();
		const seen = [shown().join(' ')];
		while (beat !== null) {
			beat();
			seen.push(shown().join(' '));
		}
		expect([...new Set(seen)]).toEqual([
			'2025-03-01 2025-03-02',
			'2025-03-03 2025-03-04',
			'2025-06-10 2025-06-11',
			'2025-06-11 2025-06-12'
		]);
	});

	it('goes by what the other filters let pass', () => {
		set(catalogueOf('2025-03-01', { when: '2025-03-05', status: 'planned' }, '2025-03-20'));
		explorer.setRule('statuses', ['occurred']);
		explorer.setWindow({ start: day('2025-03-01'), end: day('2025-03-02') });
		playback.play();
		beat?.();
		expect(shown()).toEqual(['2025-03-20', '2025-03-21']);
	});

	it('commits once when paused', () => {
		playback.play();
		beat?.();
		playback.pause();
		playback.pause();
		expect(writes).toHaveLength(1);
		expect(playback.isPlaying).toBe(false);
	});

	it('gives way to any other command on the window, and keeps its hands off it', () => {
		playback.play();
		beat?.();
		explorer.setWindow({ start: day('2025-01-01'), end: day('2025-02-01') });
		beat?.();
		expect(playback.isPlaying).toBe(false);
		expect(shown()).toEqual(['2025-01-01', '2025-02-01']);
		expect(writes).toHaveLength(1);
	});

	it('changes speed while it plays', () => {
		playback.play();
		const before = periodMs;
		playback.setSpeed(4);
		expect(periodMs).toBe(before / 4);
		expect(beat).not.toBeNull();
	});

	it('begins anew when it is played at the end', () => {
		explorer.setWindow({ start: day('2025-06-10'), end: day('2025-06-12') });
		playback.play();
		expect(shown()).toEqual(['2025-03-01', '2025-03-03']);
	});

	it('has nothing to play without dates', () => {
		set(catalogueOf({}));
		playback.play();
		expect(playback.isPlaying).toBe(false);
	});
});
