import type { Move } from './brush-model.ts';

/** What a key does to a handle, as APG has it for sliders; left and right as they are seen. `null`: nothing. */
export function moveOf({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>, dir: 'ltr' | 'rtl'): Move | null {
	const onward = dir === 'rtl' ? -1 : 1;
	const size = shiftKey ? 'larger' : 'unit';
	if (key === 'ArrowRight') return { direction: onward, size };
	if (key === 'ArrowLeft') return { direction: onward === 1 ? -1 : 1, size };
	if (key === 'ArrowUp') return { direction: 1, size };
	if (key === 'ArrowDown') return { direction: -1, size };
	if (key === 'PageUp') return { direction: 1, size: 'larger' };
	if (key === 'PageDown') return { direction: -1, size: 'larger' };
	return key === 'Home' ? 'home' : key === 'End' ? 'end' : null;
}
