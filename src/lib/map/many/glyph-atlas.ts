/** Side of the picture in pixels: room for about 3,000 numbers on a sharp screen. */
const SIDE = 2048;
/** px of the largest type, and room above and below it. */
const LINE_PX = 20;

interface Bitmap {
	readonly width: number;
	readonly alpha: Uint8Array;
}

/**
 * Numbers as they stand in marks, drawn once each into one picture of their opacity. Plain numbers are put together from
 * digits, since a scrub brings hundreds of new ones; whatever has other letters (`1K`) is drawn as a whole, for the sake of
 * scripts that join or turn.
 */
export class GlyphAtlas {
	readonly side = SIDE;
	readonly pixels = new Uint8Array(SIDE * SIDE);
	/** x, y, width, height of each number in pixels, by its slot. */
	slots = new Float32Array(4096);
	/** Rows that have changed since they were last fetched: `from` up to and without `to`. */
	dirty = { from: 0, to: 0 };

	readonly #font: string;
	readonly #ratio: number;
	readonly #line: number;
	readonly #context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;
	readonly #glyphs = new Map<string, Bitmap>();
	readonly #slotOf = new Map<string, number>();
	#used = 0;
	#x = 0;
	#y = 0;

	/**
	 * @param font Family, as CSS has it.
	 * @param ratio Pixels for a px.
	 */
	constructor(font: string, ratio: number) {
		this.#font = font;
		this.#ratio = ratio;
		this.#line = 2 * Math.ceil((LINE_PX * ratio) / 2);
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [256 * Math.ceil(ratio), this.#line];
		const context = canvas.getContext('2d', { willReadFrequently: true });
		if (context === null) throw new Error('The browser gives no canvas to write on.');
		this.#context = context;
	}

	/** Where a text is; `null`: the picture is full, see `clear`. `size`: px of type, up to 17. */
	slot(text: string, size: number): number | null {
		const key = `${size} ${text}`;
		const known = this.#slotOf.get(key);
		if (known !== undefined) return known;
		const parts = /^\d+$/.test(text) ? [...text] : [text];
		const bitmaps = parts.map((part) => this.#glyph(part, size));
		// Even, so that its middle lies between two pixels, as the middle of a mark does.
		const width = 2 * Math.ceil(bitmaps.reduce((sum, bitmap) => sum + bitmap.width, 0) / 2);
		if (!this.#makeRoom(width)) return null;
		let x = this.#x;
		for (const { width: own, alpha } of bitmaps) {
			let from = 0;
			for (let row = 0, to = this.#y * SIDE + x; row < this.#line; row++, to += SIDE) {
				for (let i = 0; i < own; i++) this.pixels[to + i] = alpha[from++] ?? 0;
			}
			x += own;
		}
		const slot = this.#used++;
		if (4 * slot + 4 > this.slots.length) {
			const larger = new Float32Array(2 * this.slots.length);
			larger.set(this.slots);
			this.slots = larger;
		}
		this.slots.set([this.#x, this.#y, width, this.#line], 4 * slot);
		this.#touch();
		this.#x += width;
		this.#slotOf.set(key, slot);
		return slot;
	}

	/** Forgets every number; slots that were given out mean nothing any more. */
	clear(): void {
		this.#slotOf.clear();
		this.pixels.fill(0);
		[this.#used, this.#x, this.#y] = [0, 0, 0];
		this.dirty = { from: 0, to: SIDE };
	}

	/** Type has changed: glyphs are drawn anew as well. */
	forgetType(): void {
		this.#glyphs.clear();
		this.clear();
	}

	#makeRoom(width: number): boolean {
		if (this.#x + width > SIDE) [this.#x, this.#y] = [0, this.#y + this.#line];
		return this.#y + this.#line <= SIDE;
	}

	#touch(): void {
		const { from, to } = this.dirty;
		const isClean = from === to;
		this.dirty = {
			from: isClean ? this.#y : Math.min(from, this.#y),
			to: isClean ? this.#y + this.#line : Math.max(to, this.#y + this.#line)
		};
	}

	#glyph(text: string, size: number): Bitmap {
		const key = `${size} ${text}`;
		const known = this.#glyphs.get(key);
		if (known !== undefined) return known;
		const context = this.#context;
		const { width: most, height } = context.canvas;
		context.clearRect(0, 0, most, height);
		context.font = `600 ${size * this.#ratio}px ${this.#font}`;
		context.textBaseline = 'alphabetic';
		context.textAlign = 'left';
		context.fillStyle = '#000';
		const digit = context.measureText('0');
		const width = Math.max(Math.min(Math.round(context.measureText(text).width), most), 1);
		context.fillText(text, 0, Math.round((this.#line + digit.actualBoundingBoxAscent) / 2));
		const { data } = context.getImageData(0, 0, width, height);
		const bitmap = { width, alpha: Uint8Array.from({ length: width * height }, (_, i) => data[4 * i + 3] ?? 0) };
		this.#glyphs.set(key, bitmap);
		return bitmap;
	}
}
