import type { Page } from '@playwright/test';
import type { State, Walk } from './states.ts';
import type { Direction } from './words.ts';

export const LOOKS = ['light', 'dark', 'forced colours', 'reduced motion'] as const;
export const DIRECTIONS = ['ltr', 'rtl'] as const;
export const WIDTHS = [320, 1280] as const;

export type Look = (typeof LOOKS)[number];
export type Width = (typeof WIDTHS)[number];

/** One load of a page: where it stands, and in which looks each state of the walk is looked at. */
export interface Load {
	readonly walk: Walk;
	readonly direction: Direction;
	readonly width: Width;
	readonly states: readonly { readonly state: State; readonly looks: readonly Look[] }[];
}

/** Looks come in two halves, each in one load; which go together changes from state to state. */
const HALVES: readonly (readonly [Look, Look, Look, Look])[] = [
	['light', 'dark', 'forced colours', 'reduced motion'],
	['light', 'forced colours', 'dark', 'reduced motion'],
	['dark', 'forced colours', 'light', 'reduced motion'],
	['forced colours', 'reduced motion', 'light', 'dark'],
	['dark', 'reduced motion', 'light', 'forced colours'],
	['light', 'reduced motion', 'dark', 'forced colours']
];

/**
 * Every walk twice: once from left to right, once from right to left, at the one width and at the other. So each state
 * meets each look, direction and width, and all of these meet each other.
 */
export function pairwise(walks: readonly Walk[]): readonly Load[] {
	let count = 0;
	return walks.flatMap((walk, i) => {
		const widths: readonly [Width, Width] = i % 2 === 0 ? [320, 1280] : [1280, 320];
		const states = walk.states.map((state) => {
			const [a, b, c, d] = HALVES[count++ % HALVES.length] ?? LOOKS;
			return [
				{ state, looks: [a, b] },
				{ state, looks: [c, d] }
			] as const;
		});
		return [
			{ walk, direction: 'ltr', width: widths[0], states: states.map(([first]) => first) },
			{ walk, direction: 'rtl', width: widths[1], states: states.map(([, second]) => second) }
		];
	});
}

export function everything(walks: readonly Walk[]): readonly Load[] {
	return walks.flatMap((walk) =>
		DIRECTIONS.flatMap((direction) =>
			WIDTHS.map((width) => ({
				walk,
				direction,
				width,
				states: walk.states.map((state) => ({ state, looks: LOOKS }))
			}))
		)
	);
}

/** Pairs of values of two factors that no state is looked at in. */
export function missingPairs(loads: readonly Load[], walks: readonly Walk[]): readonly string[] {
	const factors = [walks.flatMap(({ states }) => states.map(({ name }) => name)), LOOKS, DIRECTIONS, WIDTHS.map(String)];
	const met = new Set<string>();
	for (const { direction, width, states } of loads)
		for (const { state, looks } of states)
			for (const look of looks) {
				const values = [state.name, look, direction, String(width)];
				values.forEach((a, i) => values.slice(i + 1).forEach((b) => met.add(`${a} × ${b}`)));
			}
	return factors.flatMap((as, i) =>
		factors.slice(i + 1).flatMap((bs) => as.flatMap((a) => bs.map((b) => `${a} × ${b}`).filter((pair) => !met.has(pair))))
	);
}

export async function putOn(page: Page, look: Look): Promise<void> {
	await page.emulateMedia({
		colorScheme: look === 'dark' ? 'dark' : 'light',
		forcedColors: look === 'forced colours' ? 'active' : 'none',
		reducedMotion: look === 'reduced motion' ? 'reduce' : 'no-preference'
	});
	// A colour that is on its way is none to be judged.
	await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}
