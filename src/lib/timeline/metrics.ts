import type { ScaleOptions } from './time-scale.ts';

/** Sizes in px that follow from the room there is. */
export interface Metrics {
	readonly compact: boolean;
	/** Left and right of the axis. */
	readonly padPx: number;
	/** Where the handles run, above the marks. */
	readonly railPx: number;
	readonly lanes: number;
	readonly lanePx: number;
	readonly axisPx: number;
	/** Below the axis: the whole of it in small, while a part of it is shown. */
	readonly overviewPx: number;
	readonly radiusPx: number;
	readonly fontPx: number;
}

/** Below this width of the band the picture is the one for phones. The style sheet of Timeline.svelte says the same. */
export const COMPACT_PX = 640;

const OVERVIEW_LANES = 2;
const WIDE: Metrics = {
	compact: false,
	padPx: 24,
	railPx: 28,
	lanes: 7,
	lanePx: 15,
	axisPx: 26,
	overviewPx: 0,
	radiusPx: 5,
	fontPx: 12
};
const COMPACT: Metrics = {
	compact: true,
	padPx: 16,
	railPx: 34,
	lanes: 7,
	lanePx: 12,
	axisPx: 36,
	overviewPx: 0,
	radiusPx: 4,
	fontPx: 11
};

/** `zoomed`: two lanes make room for the overview, and the height stays. `lanes`: so many at least, and it grows. */
export function metricsFor(widthPx: number, { zoomed = false, lanes = 0 } = {}): Metrics {
	const all = widthPx < COMPACT_PX ? COMPACT : WIDE;
	const own = zoomed ? all.lanes - OVERVIEW_LANES : all.lanes;
	return { ...all, lanes: Math.max(own, lanes), overviewPx: zoomed ? OVERVIEW_LANES * all.lanePx : 0 };
}

/** Height of the band. */
export function heightOf({ railPx, lanes, lanePx, axisPx, overviewPx }: Metrics): number {
	return railPx + lanes * lanePx + axisPx + overviewPx;
}

/** Sizes of the axis of a band. */
export function scaleOptions(widthPx: number, rtl: boolean): ScaleOptions {
	const { padPx, compact } = metricsFor(widthPx);
	return {
		widthPx: Math.max(1, widthPx - 2 * padPx),
		rtl,
		foldPx: compact ? 26 : 72,
		minPx: compact ? 32 : 64,
		airPx: compact ? 6 : 12
	};
}
