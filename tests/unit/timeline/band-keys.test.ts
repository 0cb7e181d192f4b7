import { describe, expect, it, vi } from 'vitest';
import { ALWAYS } from '../../../src/lib/core/interval.ts';
import { momentAtPx } from '../../../src/lib/timeline/brush-model.ts';
import { runFrames, setUp, stubPage, SUMMER, usePage, window } from './band-support.ts';
import { day } from './support.ts';

const KEYS_MS = 400;

usePage();

describe('keys', () => {
	it('preview at once, and commit as one step after a pause', () => {
		const { gestures, explorer, shown, steps } = setUp();
		explorer.setWindow(SUMMER);
		for (let i = 0; i < 3; i++) {
			gestures.key('from', { direction: 1, size: 'unit' });
			vi.advanceTimersByTime(KEYS_MS - 1);
		}
		expect([shown(), steps]).toEqual([window('2025-07-04', '2025-10-01'), ['push']]);
		vi.advanceTimersByTime(1);
		expect([explorer.committed.filter.window, steps]).toEqual([window('2025-07-04', '2025-10-01'), ['push', 'push']]);
	});

	it('commit when the handle is left, or when a drag begins, and go back with Escape', () => {
		const { gestures, explorer, scrub, shown, steps, pointer, px } = setUp();
		explorer.setWindow(SUMMER);
		gestures.key('to', { direction: -1, size: 'unit' });
		expect(gestures.escape()).toBe(true);
		vi.advanceTimersByTime(KEYS_MS);
		expect([shown(), steps.length]).toEqual([SUMMER, 1]);
		gestures.key('to', { direction: -1, size: 'unit' });
		scrub.commit();
		scrub.commit();
		expect(steps).toHaveLength(2);
		gestures.key('to', { direction: -1, size: 'unit' });
		gestures.grab(pointer(px('2025-07-01')), 'from');
		expect(steps).toHaveLength(3);
	});

	it('bring the handle on screen', () => {
		const { gestures, explorer, view } = setUp();
		explorer.setWindow(SUMMER);
		view.show(window('2025-01-01', '2025-03-01'));
		gestures.key('from', { direction: 1, size: 'unit' });
		expect(view.scale?.view.end).toBeGreaterThanOrEqual(day('2025-07-02') - 1000);
	});

	it('leave nothing behind when the band goes away', () => {
		const { gestures, explorer, scrub, steps } = setUp();
		explorer.setWindow(SUMMER);
		gestures.key('from', { direction: 1, size: 'unit' });
		gestures.destroy();
		scrub.destroy();
		expect([vi.getTimerCount(), steps.length]).toEqual([0, 1]);
	});
});

describe('Escape', () => {
	it('ends a pick and leaves its window', () => {
		const { click, column, gestures, shown } = setUp();
		click(column('2025-02-10').middle);
		expect([gestures.escape(), gestures.isPicking]).toEqual([false, false]);
		expect(shown()).toEqual(column('2025-02-10').window);
		click(column('2025-06-10').middle);
		expect(shown()).toEqual(column('2025-06-10').window);
	});
});

describe('a single moment', () => {
	it('goes where it is clicked, dragged or stepped', () => {
		const { gestures, click, drag, pointer, mouse, px, shown, picture } = setUp({ isMoment: true });
		const half = (text: string): number => px(text) + 1;
		click(half('2025-03-05'));
		expect(shown()).toEqual(window('2025-03-05', '2025-03-06'));
		gestures.grab(pointer(half('2025-03-05')), 'to');
		drag(half('2025-03-05'), half('2025-04-20'));
		gestures.release(pointer(half('2025-04-20')));
		expect(shown()).toEqual(momentAtPx(half('2025-04-20'), picture));
		gestures.key('to', { direction: 1, size: 'unit' });
		expect(shown()).toEqual(window('2025-04-21', '2025-04-22'));
		gestures.grabTrack(pointer(half('2025-02-03'), { pointerType: 'touch' }));
		gestures.tapTrack(mouse(half('2025-02-03')));
		expect(shown()).toEqual(window('2025-02-03', '2025-02-04'));
		expect(gestures.isPicking).toBe(false);
	});
});

describe('where there is nothing to choose between', () => {
	it('no gesture changes the window, and one can still come nearer', () => {
		const { gestures, click, drag, pointer, mouse, px, shown, steps, view, onbegin } = setUp({ isFixed: true });
		click(300);
		gestures.grab(pointer(px('2025-05-01')), 'from');
		drag(300, 500);
		gestures.grabTrack(pointer(300));
		gestures.grabTrack(pointer(300, { pointerType: 'touch' }));
		gestures.tapTrack(mouse(300));
		gestures.key('from', 'end');
		runFrames();
		vi.runAllTimers();
		expect([shown(), steps, gestures.held, onbegin.mock.calls]).toEqual([ALWAYS, [], null, []]);
		gestures.doubleClickLanes(mouse(900));
		expect(view.isZoomed).toBe(true);
	});
});

describe('the mouse over the axis', () => {
	it('is known while nothing is dragged, and a finger is none', () => {
		const { gestures, pointer, px, picture } = setUp();
		gestures.move(pointer(300, { buttons: 0 }));
		expect(gestures.hoverPx).toBe(300);
		gestures.move(pointer(-20, { buttons: 0 }));
		expect(gestures.hoverPx).toBe(0);
		gestures.move(pointer(9999, { buttons: 0 }));
		expect(gestures.hoverPx).toBe(picture.scale.widthPx);
		gestures.grab(pointer(px('2025-05-01')), 'from');
		expect(gestures.hoverPx).toBeNull();
		gestures.release(pointer(px('2025-05-01')));
		gestures.leave();
		gestures.move(pointer(300, { pointerType: 'touch' }));
		expect(gestures.hoverPx).toBeNull();
	});

	it('forgets a press that was let go where nobody saw it', () => {
		const { gestures, pointer, shown } = setUp();
		gestures.pressLanes(pointer(300));
		gestures.move(pointer(600, { buttons: 0 }));
		runFrames();
		expect([gestures.held, shown()]).toEqual([null, ALWAYS]);
	});
});

describe('the wheel', () => {
	it('zooms around the pointer, and the axis rests after it', () => {
		const { gestures, wheel, view, px } = setUp();
		const at = px('2025-05-01');
		const turn = wheel(at, { deltaY: -400 });
		gestures.wheel(turn);
		expect(turn.preventDefault).toHaveBeenCalled();
		expect(view.isZoomed).toBe(false);
		runFrames();
		expect([view.isZoomed, vi.getTimerCount()]).toEqual([true, 1]);
		expect(view.scale?.toPx(day('2025-05-01'))).toBeCloseTo(at, 0);
		gestures.wheel(wheel(at, { deltaY: -400 }));
		expect(vi.getTimerCount()).toBe(1);
		vi.runAllTimers();
		expect(view.isZoomed).toBe(true);
		gestures.wheel(wheel(at, { deltaY: 4, deltaMode: 1 }));
		// However often it turns within a frame, the axis is laid out once.
		for (let i = 0; i < 20; i++) gestures.wheel(wheel(at, { deltaY: 400 }));
		vi.runAllTimers();
		expect(view.isZoomed).toBe(false);
	});

	it('pans when it turns sideways or with Shift, where there is something beside the screen', () => {
		const { gestures, wheel, view } = setUp();
		const idle = wheel(300, { deltaX: 90 });
		gestures.wheel(idle);
		expect(idle.preventDefault).not.toHaveBeenCalled();
		view.show(window('2025-03-01', '2025-05-01'));
		const start = (): number => view.scale?.view.start ?? NaN;
		const before = start();
		gestures.wheel(wheel(300, { deltaX: 90 }));
		runFrames();
		const later = start();
		expect(later).toBeGreaterThan(before);
		gestures.wheel(wheel(300, { deltaY: -90, shiftKey: true }));
		runFrames();
		expect(Math.abs(start() - before)).toBeLessThan(60_000);
	});

	it('takes Ctrl or Cmd where the page scrolls', () => {
		stubPage({ scrolls: true });
		const { gestures, wheel, view } = setUp();
		const plain = wheel(300, { deltaY: -100 });
		gestures.wheel(plain);
		expect([view.isZoomed, vi.mocked(plain.preventDefault).mock.calls.length]).toEqual([false, 0]);
		gestures.wheel(wheel(300, { deltaY: -100, metaKey: true }));
		runFrames();
		expect(view.isZoomed).toBe(true);
		view.showWhole();
		gestures.wheel(wheel(300, { deltaY: -10, ctrlKey: true }));
		runFrames();
		expect(view.isZoomed).toBe(true);
	});
});
