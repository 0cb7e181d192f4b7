import { describe, expect, it } from 'vitest';
import { ALWAYS } from '../../../src/lib/core/interval.ts';
import { handlePx } from '../../../src/lib/timeline/brush-model.ts';
import { pendingFrames, runFrames, setUp, SUMMER, usePage, window } from './band-support.ts';

usePage();

describe('clicks in the lanes', () => {
	it('pick the first and then the last period of a range, whichever comes first', () => {
		for (const [a, b] of [
			['2025-02-10', '2025-06-10'],
			['2025-06-10', '2025-02-10']
		] as const) {
			const { click, column, shown, gestures, steps } = setUp();
			click(column(a).middle);
			expect(shown()).toEqual(column(a).window);
			expect(gestures.isPicking).toBe(true);
			click(column(b).middle);
			expect(shown()).toEqual({ start: column('2025-02-10').start, end: column('2025-06-10').end });
			expect(gestures.isPicking).toBe(false);
			expect(steps).toEqual(['push', 'push']);
		}
	});

	it('begin anew after a range, and when something else has set the window', () => {
		const { click, column, shown, explorer } = setUp();
		for (const date of ['2025-02-10', '2025-06-10', '2025-04-10']) click(column(date).middle);
		expect(shown()).toEqual(column('2025-04-10').window);
		explorer.setWindow(SUMMER);
		click(column('2025-03-10').middle);
		expect(shown()).toEqual(column('2025-03-10').window);
	});

	it('with Shift reach from the window there is, and pick where it is open', () => {
		const { click, column, shown, explorer } = setUp();
		click(column('2025-03-10').middle, { shiftKey: true });
		expect(shown()).toEqual(column('2025-03-10').window);
		explorer.setWindow(SUMMER);
		click(column('2025-03-10').middle, { shiftKey: true });
		expect(shown()).toEqual({ start: column('2025-03-10').start, end: SUMMER.end });
	});

	it('twice take back what the first picked, and come nearer', () => {
		for (const before of [ALWAYS, SUMMER]) {
			const { click, column, shown, explorer, gestures, mouse, view, steps } = setUp();
			explorer.setWindow(before);
			const { middle } = column('2025-04-10');
			click(middle);
			expect(shown()).not.toEqual(before);
			click(middle, { detail: 2 });
			gestures.doubleClickLanes(mouse(middle, { detail: 2 }));
			expect([shown(), steps.at(-1)]).toEqual([before, 'replace']);
			expect([view.isZoomed, gestures.isPicking]).toEqual([true, false]);
			gestures.doubleClickLanes(mouse(middle, { detail: 2, shiftKey: true }));
			expect(view.isZoomed).toBe(false);
		}
	});

	it('are none when the press has become a drag, and none of the other buttons', () => {
		const { gestures, drag, pointer, mouse, sendClick, px, shown } = setUp();
		gestures.pressLanes(pointer(px('2025-03-01')));
		drag(px('2025-03-01'), px('2025-05-01'));
		gestures.release(pointer(px('2025-05-01')));
		sendClick(mouse(px('2025-05-01')));
		expect(shown()).toEqual(window('2025-03-01', '2025-05-01'));
		gestures.pressLanes(pointer(px('2025-08-01'), { button: 2 }));
		drag(px('2025-08-01'), px('2025-09-01'));
		expect(shown()).toEqual(window('2025-03-01', '2025-05-01'));
	});

	it('stop whatever else moves the window', () => {
		const { click, column, onbegin } = setUp();
		click(column('2025-02-10').middle);
		expect(onbegin).toHaveBeenCalledOnce();
	});
});

describe.each([false, true])('a drag (from right to left: %s)', (rtl) => {
	it('in the lanes draws a window, in one step of history', () => {
		const { gestures, drag, pointer, px, shown, steps, explorer, captured, focused } = setUp({ rtl });
		gestures.pressLanes(pointer(px('2025-03-01')));
		gestures.move(pointer(px('2025-03-01') + 3));
		expect(gestures.held).toBeNull();
		drag(px('2025-03-01'), px('2025-05-01'));
		expect(shown()).toEqual(window('2025-03-01', '2025-05-01'));
		expect([steps, explorer.isPreviewing, gestures.held, [...captured]]).toEqual([[], true, 'to', [1]]);
		gestures.release(pointer(px('2025-05-01'), { buttons: 0 }));
		expect([steps, explorer.isPreviewing, gestures.held, [...captured]]).toEqual([['push'], false, null, []]);
		expect(focused.at(-1)).toBe('to');
	});

	it('inside the window moves it', () => {
		const { gestures, drag, pointer, px, shown, explorer } = setUp({ rtl });
		explorer.setWindow(window('2025-03-03', '2025-03-13'));
		gestures.pressLanes(pointer(px('2025-03-08')));
		drag(px('2025-03-08'), px('2025-05-08'));
		gestures.release(pointer(px('2025-05-08')));
		expect(shown()).toEqual(window('2025-05-03', '2025-05-13'));
	});

	it('of a handle keeps what is under the pointer, and shows the newest place when it is let go', () => {
		const { gestures, pointer, px, shown, explorer, picture, steps } = setUp({ rtl });
		explorer.setWindow(SUMMER);
		const from = handlePx('from', SUMMER, picture.scale) + 3;
		const down = pointer(from);
		gestures.grab(down, 'from');
		expect(down.preventDefault).toHaveBeenCalled();
		gestures.move(pointer(px('2025-08-01') + 3));
		gestures.move(pointer(px('2025-08-05') + 3));
		expect(pendingFrames()).toBe(1);
		gestures.release(pointer(px('2025-08-05') + 3));
		expect(shown()).toEqual(window('2025-08-05', '2025-10-01'));
		expect([steps, pendingFrames()]).toEqual([['push', 'push'], 0]);
	});
});

describe('a drag', () => {
	it('ends with Escape, a lost pointer or a second press', () => {
		const begin = () => {
			const band = setUp();
			band.explorer.setWindow(SUMMER);
			band.gestures.grab(band.pointer(band.px('2025-07-01')), 'from');
			band.drag(band.px('2025-07-01'), band.px('2025-08-01'));
			expect(band.shown()).toEqual(window('2025-08-01', '2025-10-01'));
			return band;
		};
		const escaped = begin();
		expect(escaped.gestures.escape()).toBe(true);
		expect([escaped.shown(), escaped.steps, escaped.gestures.held]).toEqual([SUMMER, ['push'], null]);
		expect(escaped.gestures.escape()).toBe(false);
		const cancelled = begin();
		cancelled.gestures.cancel(cancelled.pointer(0));
		expect([cancelled.shown(), cancelled.steps]).toEqual([SUMMER, ['push']]);
		for (const end of ['lost', 'pressLanes'] as const) {
			const band = begin();
			band.gestures[end](band.pointer(100));
			expect([band.shown(), band.steps.length]).toEqual([window('2025-08-01', '2025-10-01'), 2]);
			band.gestures.move(band.pointer(200));
			runFrames();
			expect(band.shown()).toEqual(window('2025-08-01', '2025-10-01'));
		}
	});

	it('is free with Alt, and hears only the pointer that it began with', () => {
		const { gestures, drag, pointer, px, shown, explorer } = setUp();
		explorer.setWindow(SUMMER);
		gestures.grab(pointer(px('2025-07-01')), 'from');
		drag(px('2025-07-01'), px('2025-08-01') + 1.3, { altKey: true });
		expect(shown().start % 86_400_000).not.toBe(0);
		const before = shown();
		drag(px('2025-07-01'), px('2025-09-01'), { pointerId: 2 });
		expect(shown()).toEqual(before);
	});

	it('that comes back leaves no trace', () => {
		const { gestures, drag, pointer, px, explorer, steps } = setUp();
		explorer.setWindow(SUMMER);
		gestures.grab(pointer(px('2025-07-01')), 'from');
		drag(px('2025-07-01'), px('2025-08-01'));
		drag(px('2025-08-01'), px('2025-07-01'));
		gestures.release(pointer(px('2025-07-01')));
		expect(steps).toEqual(['push']);
	});

	it('of the track brings the nearer handle, by mouse at once and by finger when it is lifted', () => {
		const { gestures, pointer, mouse, px, shown, explorer } = setUp();
		explorer.setWindow(SUMMER);
		gestures.grabTrack(pointer(px('2025-05-01'), { pointerType: 'touch' }));
		expect(gestures.held).toBeNull();
		gestures.grabTrack(pointer(px('2025-05-01'), { pointerType: 'touch' }));
		gestures.tapTrack(mouse(px('2025-05-01')));
		expect(shown()).toEqual(window('2025-05-01', '2025-10-01'));
		gestures.grabTrack(pointer(px('2025-06-01')));
		runFrames();
		expect([shown(), gestures.held]).toEqual([window('2025-06-01', '2025-10-01'), 'from']);
	});
});

describe('two fingers', () => {
	it('end what the first has begun, zoom, and change no window', () => {
		const { gestures, drag, pointer, sendClick, px, shown, explorer, view, steps } = setUp();
		explorer.setWindow(SUMMER);
		const first = { pointerType: 'touch' };
		const second = { pointerType: 'touch', pointerId: 2 };
		gestures.pressLanes(pointer(px('2025-02-01'), first));
		drag(px('2025-02-01'), px('2025-04-01'), first);
		expect(shown()).not.toEqual(SUMMER);
		gestures.pressLanes(pointer(px('2025-05-01'), second));
		expect([shown(), gestures.held]).toEqual([SUMMER, null]);
		drag(px('2025-05-01'), px('2025-05-01') + 300, second);
		expect([view.isZoomed, shown()]).toEqual([true, SUMMER]);
		gestures.release(pointer(px('2025-05-01') + 300, second));
		const rested = view.scale?.view;
		drag(px('2025-04-01'), px('2025-03-01'), first);
		gestures.release(pointer(px('2025-03-01'), first));
		sendClick(pointer(px('2025-03-01'), first));
		expect([view.scale?.view, shown(), steps]).toEqual([rested, SUMMER, ['push']]);
	});

	it('that the browser takes away leave the zoom where it is', () => {
		const { gestures, pointer, view } = setUp();
		const touch = (id: number) => ({ pointerType: 'touch', pointerId: id });
		gestures.pressLanes(pointer(500, touch(1)));
		gestures.pressLanes(pointer(700, touch(2)));
		gestures.move(pointer(900, touch(2)));
		runFrames();
		const { view: live } = view.scale ?? {};
		gestures.cancel(pointer(900, touch(2)));
		expect(Math.abs((view.scale?.view.start ?? 0) - (live?.start ?? NaN))).toBeLessThan(2);
	});
});
