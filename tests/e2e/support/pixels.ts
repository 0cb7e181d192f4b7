import { inflateSync } from 'node:zlib';

/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

export interface Pixels {
	readonly width: number;
	readonly height: number;
	at(x: number, y: number): Rgb;
}

/** A PNG of 8 bits a channel, not interlaced, as a browser's screenshot is. */
export function decodePng(png: Buffer): Pixels {
	const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
	const channels = { 2: 3, 6: 4 }[png[25] ?? -1];
	if (png[24] !== 8 || channels === undefined || png[28] !== 0) throw new Error('A PNG of another kind.');
	const parts: Buffer[] = [];
	for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
		if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
			parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
	}
	const data = inflateSync(Buffer.concat(parts));
	const stride = width * channels;
	const pixels = new Uint8Array(stride * height);
	for (let y = 0; y < height; y++) unfilter(data, pixels, y, stride, channels);
	return {
		width,
		height,
		at(x, y) {
			const i = y * stride + x * channels;
			return [pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0];
		}
	};
}

/** One row; filters of PNG, section 9: each byte is stored as what it differs by from its neighbours before and above. */
function unfilter(data: Buffer, pixels: Uint8Array, y: number, stride: number, channels: number): void {
	const [from, to] = [y * (stride + 1) + 1, y * stride];
	const filter = data[from - 1];
	for (let i = 0; i < stride; i++) {
		const left = i < channels ? 0 : (pixels[to + i - channels] ?? 0);
		const above = y === 0 ? 0 : (pixels[to + i - stride] ?? 0);
		const corner = y === 0 || i < channels ? 0 : (pixels[to + i - stride - channels] ?? 0);
		let guess = 0;
		if (filter === 1) guess = left;
		else if (filter === 2) guess = above;
		else if (filter === 3) guess = (left + above) >> 1;
		else if (filter === 4) guess = paeth(left, above, corner);
		pixels[to + i] = (data[from + i] ?? 0) + guess;
	}
}

function paeth(left: number, above: number, corner: number): number {
	const sum = left + above - corner;
	const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - above), Math.abs(sum - corner)];
	if (a <= b && a <= c) return left;
	return b <= c ? above : corner;
}

/** As WCAG defines it, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
	const [light, dark] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: Rgb): number {
	const [r, g, b] = rgb.map((value) => {
		const part = value / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export const distance = (a: Rgb, b: Rgb): number => Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))));

export const hexOf = (rgb: Rgb): string => `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
