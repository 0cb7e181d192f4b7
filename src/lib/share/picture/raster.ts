import { element, escapeXml } from '$lib/ui/markup.ts';
import type { Sample } from './embedded-fonts.ts';

/** Pixels of a square below the picture in which a letter tells that its font is there. */
const PROBE_PX = 48;
/** Browsers draw text without its letters until the fonts in the image are read, and say nothing when they are. */
const LOOK_AGAIN_MS = 30;
const PATIENCE_MS = 8000;

/**
 * An SVG file as a PNG file, by the browser's own means. The image may hold nothing from elsewhere, or the browser would not
 * hand out its pixels. Throws when it cannot be drawn, as where it is too large for the device.
 *
 * @param svg Its root has `width`, `height` and a `viewBox` from 0 0.
 * @param samples Of the fonts in it.
 */
export async function rasterize(svg: string, width: number, height: number, samples: readonly Sample[]): Promise<Blob> {
	const whole = height + (samples.length > 0 ? PROBE_PX : 0);
	const image = new Image(width, whole);
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withProbes(svg, width, height, samples))}`;
	await image.decode();
	const probe = contextOf(width, PROBE_PX);
	const end = performance.now() + PATIENCE_MS;
	const isThere = (_: Sample, i: number): boolean => {
		const { data } = probe.getImageData(i * PROBE_PX, 0, PROBE_PX, PROBE_PX);
		return data.some((value, at) => at % 4 === 3 && value > 0);
	};
	for (;;) {
		probe.clearRect(0, 0, width, PROBE_PX);
		probe.drawImage(image, 0, -height, width, whole);
		if (samples.every(isThere)) break;
		if (performance.now() > end) throw new Error('The fonts of the picture have not come.');
		await new Promise((next) => setTimeout(next, LOOK_AGAIN_MS));
	}
	const context = contextOf(width, height);
	context.drawImage(image, 0, 0, width, whole);
	return new Promise((resolve, reject) => {
		context.canvas.toBlob(
			(blob) => (blob === null ? reject(new Error('The canvas is too large.')) : resolve(blob)),
			'image/png'
		);
	});
}

function contextOf(width: number, height: number): CanvasRenderingContext2D {
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const context = canvas.getContext('2d', { willReadFrequently: height === PROBE_PX });
	if (context === null) throw new Error('The browser gives no canvas.');
	return context;
}

/** The same with a strip below that is not part of the picture. */
function withProbes(svg: string, width: number, height: number, samples: readonly Sample[]): string {
	if (samples.length === 0) return svg;
	const letters = samples.map(({ family, weight, text }, i) => {
		const at = { x: (i + 0.3) * PROBE_PX, y: height + PROBE_PX * 0.7, 'font-size': PROBE_PX / 2 };
		return element('text', { ...at, 'font-family': family, 'font-weight': weight, fill: 'black' }, escapeXml(text));
	});
	const whole = height + PROBE_PX;
	const frame = { xmlns: 'http://www.w3.org/2000/svg', width, height: whole, viewBox: `0 0 ${width} ${whole}` };
	return element('svg', frame, svg + letters.join(''));
}
