import { numberSize } from '../marks.ts';
import type { LayerFrame, MapLayer } from '../map-layer.ts';
import type { CellMarks } from './cell-marks.ts';
import { PAPER_COLOURS, type MarkColours } from './colours.ts';
import { GlyphAtlas } from './glyph-atlas.ts';
import { createProgram, createTexture, type Uniforms } from './gl.ts';
import { writeRing } from './rings.ts';
import { FRAGMENT_SHADER, VERTEX_SHADER } from './shaders.ts';
import { SLOTS } from '$lib/ui/shapes.ts';

/** x, y; radius, flags; x, y, width, height of the number in its picture. */
const FLOATS = 8;
/** Of a mark: its floats, and behind them, of two bytes each, the ends of the parts of its ring. */
const BYTES = FLOATS * 4 + SLOTS * 2;
/** Width of nothing: a mark without a number, which is one with nothing listed. */
const FAINT = [0, 0, 0, -1];
/** Radii, all below 32 px, are told apart by so many in a px, so there are so many. */
const RADIUS_STEPS = 64;
const RADII = 32 * RADIUS_STEPS;
/** Numbers whose places are known without asking the atlas; it knows them all. */
const MOST_KNOWN = 1 << 16;

/** What the graphics card holds of the layer, in one context. */
interface Card {
	readonly program: WebGLProgram;
	readonly uniforms: Uniforms;
	readonly array: WebGLVertexArrayObject;
	readonly buffer: WebGLBuffer;
	/** What its program was last told of what stays mostly the same. */
	told: { readonly colours: MarkColours; readonly scale: number } | null;
	readonly numbers: WebGLTexture;
}

export interface MarkLayerOptions {
	readonly marks: CellMarks;
	/** Slot of each category, in the dataset's order. */
	readonly slots: readonly number[];
	/** What stands in a mark. */
	readonly numberOf: (events: number) => string;
	/** Family of the type, as CSS has it. */
	readonly font: string;
	/** It is on the map and drawn from now on, or no longer. */
	readonly onDrawing: (isDrawing: boolean) => void;
}

/**
 * All marks in one draw call. A step of a scrub sends one small array and makes no object; what a lost context took with it is
 * made and sent anew by `attach`.
 */
export class MarkLayer implements MapLayer {
	readonly #options: MarkLayerOptions;
	#colours: MarkColours | null = null;
	#card: Card | null = null;
	#atlas: GlyphAtlas | null = null;
	#atlasRatio = 0;
	/** The same bytes, `BYTES` a mark: its floats and its ring. */
	#instances = new Float32Array(0);
	#rings = new Uint16Array(0);
	readonly #matrix = new Float32Array(16);
	/** Slot in the atlas by number of events and radius. */
	readonly #slotOf = new Map<number, number>();
	#isStale = true;
	#isDrawing = false;
	/** Pixels of all numbers have to be sent. */
	#isNew = true;
	/** How much larger than on the page marks are drawn. */
	#scale = 1;

	constructor(options: MarkLayerOptions) {
		this.#options = options;
	}

	/** The marks have changed. */
	update(): void {
		this.#isStale = true;
	}

	/** Of the page. */
	setColours(colours: MarkColours): void {
		this.#colours = colours;
	}

	/** Marks are drawn so many times larger than on the page, for a picture that will be made smaller. */
	setScale(scale: number): void {
		this.#scale = scale;
		this.#isStale = true;
	}

	/** Fonts have come. */
	forgetType(): void {
		this.#atlas?.forgetType();
		this.#slotOf.clear();
		this.#isStale = true;
	}

	attach(gl: WebGL2RenderingContext): void {
		const [array, buffer] = [gl.createVertexArray(), gl.createBuffer()];
		const { program, uniforms } = createProgram(gl, VERTEX_SHADER, FRAGMENT_SHADER);
		gl.bindVertexArray(array);
		gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
		const attributes = [
			[2, gl.FLOAT, 4],
			[2, gl.FLOAT, 4],
			[4, gl.FLOAT, 4],
			[4, gl.UNSIGNED_SHORT, 2],
			[4, gl.UNSIGNED_SHORT, 2]
		] as const;
		attributes.reduce((offset, [size, type, bytes], location) => {
			gl.enableVertexAttribArray(location);
			gl.vertexAttribPointer(location, size, type, true, BYTES, offset);
			gl.vertexAttribDivisor(location, 1);
			return offset + size * bytes;
		}, 0);
		gl.bindVertexArray(null);
		this.#card = { program, uniforms, array, buffer, numbers: createTexture(gl), told: null };
		this.#isNew = true;
		this.#isStale = true;
	}

	detach(gl: WebGL2RenderingContext): void {
		const card = this.#card;
		this.#card = null;
		this.#tell(false);
		if (card === null || gl.isContextLost()) return;
		gl.deleteProgram(card.program);
		gl.deleteVertexArray(card.array);
		gl.deleteBuffer(card.buffer);
		gl.deleteTexture(card.numbers);
	}

	draw(gl: WebGL2RenderingContext, frame: LayerFrame): void {
		const [card, colours] = [this.#card, this.#colours];
		if (card === null || colours === null) return;
		gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
		gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
		gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
		const isOtherRatio = this.#atlasRatio !== frame.ratio * this.#scale;
		if (isOtherRatio) this.#newAtlas(frame.ratio);
		const { size } = this.#options.marks;
		if (this.#isStale || isOtherRatio) this.#send(gl, card);
		this.#sendNumbers(gl, card);
		if (size > 0) {
			this.#set(gl, card, frame, frame.isPaper ? PAPER_COLOURS : colours);
			gl.bindVertexArray(card.array);
			gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, size);
			gl.bindVertexArray(null);
		}
		this.#tell(true);
	}

	#tell(isDrawing: boolean): void {
		if (isDrawing === this.#isDrawing) return;
		this.#isDrawing = isDrawing;
		this.#options.onDrawing(isDrawing);
	}

	#newAtlas(ratio: number): void {
		this.#atlasRatio = ratio * this.#scale;
		this.#atlas = new GlyphAtlas(this.#options.font, this.#atlasRatio);
		this.#slotOf.clear();
		this.#isNew = true;
	}

	#send(gl: WebGL2RenderingContext, card: Card): void {
		const { marks } = this.#options;
		// What is in use is written anew where the picture of numbers is full.
		if (!this.#fillMarks()) {
			this.#atlas?.clear();
			this.#slotOf.clear();
			this.#fillMarks();
		}
		this.#fillRings();
		this.#isStale = false;
		gl.bindBuffer(gl.ARRAY_BUFFER, card.buffer);
		gl.bufferData(gl.ARRAY_BUFFER, this.#instances, gl.DYNAMIC_DRAW, 0, (marks.size * BYTES) / 4);
	}

	#sendNumbers(gl: WebGL2RenderingContext, { numbers }: Card): void {
		const atlas = this.#atlas;
		if (atlas === null) return;
		const { side, pixels, dirty } = atlas;
		gl.activeTexture(gl.TEXTURE0);
		gl.bindTexture(gl.TEXTURE_2D, numbers);
		if (this.#isNew) {
			gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, side, side, 0, gl.RED, gl.UNSIGNED_BYTE, pixels);
		} else if (dirty.to > dirty.from) {
			const { from, to } = dirty;
			gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, from, side, to - from, gl.RED, gl.UNSIGNED_BYTE, pixels, from * side);
		}
		this.#isNew = false;
		atlas.dirty = { from: 0, to: 0 };
	}

	/** False: there is no room for all the numbers. */
	#fillMarks(): boolean {
		const { size, x, y, origin, radius, flags, totals } = this.#options.marks;
		if (this.#instances.byteLength < size * BYTES) {
			const bytes = new ArrayBuffer(2 * size * BYTES);
			[this.#instances, this.#rings] = [new Float32Array(bytes), new Uint16Array(bytes)];
		}
		const into = this.#instances;
		for (let i = 0, at = 0; i < size; i++, at += BYTES / 4) {
			into[at] = (x[i] ?? 0) - origin.x;
			into[at + 1] = (y[i] ?? 0) - origin.y;
			into[at + 2] = (radius[i] ?? 0) * this.#scale;
			into[at + 3] = flags[i] ?? 0;
			const events = totals[i] ?? 0;
			const slot = events === 0 ? 0 : this.#slot(events, radius[i] ?? 0);
			if (slot === null) return false;
			const from = events === 0 ? FAINT : (this.#atlas?.slots ?? FAINT);
			for (let k = 0; k < 4; k++) into[at + 4 + k] = from[4 * slot + k] ?? 0;
		}
		return true;
	}

	#fillRings(): void {
		const { size, byCategory, radius } = this.#options.marks;
		const categories = this.#options.slots.length;
		for (let i = 0; i < size; i++) {
			const at = (i * BYTES + FLOATS * 4) / 2;
			writeRing(this.#rings, at, byCategory, i * categories, categories, radius[i] ?? 0);
		}
	}

	/** Where a number is in the atlas; `null`: it is full. */
	#slot(events: number, radius: number): number | null {
		// Looked up before anything is written in words, which takes longer than all else here.
		const key = events * RADII + Math.round(radius * RADIUS_STEPS);
		const known = this.#slotOf.get(key);
		if (known !== undefined) return known;
		const text = this.#options.numberOf(events);
		const slot = this.#atlas?.slot(text, Math.round(numberSize(radius, text.length))) ?? null;
		if (this.#slotOf.size >= MOST_KNOWN) this.#slotOf.clear();
		if (slot !== null) this.#slotOf.set(key, slot);
		return slot;
	}

	#set(gl: WebGL2RenderingContext, card: Card, frame: LayerFrame, colours: MarkColours): void {
		const { program, uniforms } = card;
		const { origin } = this.#options.marks;
		const { matrix, centre, width, height, ratio } = frame;
		gl.useProgram(program);
		gl.uniformMatrix4fv(uniforms('u_matrix'), false, writeAround(this.#matrix, matrix, centre));
		gl.uniform2f(uniforms('u_shift'), origin.x - centre.x, origin.y - centre.y);
		gl.uniform2f(uniforms('u_size'), width, height);
		gl.uniform1f(uniforms('u_ratio'), ratio);
		if (card.told?.colours === colours && card.told.scale === this.#scale) return;
		card.told = { colours, scale: this.#scale };
		gl.uniform1f(uniforms('u_scale'), this.#scale);
		gl.uniform1i(uniforms('u_forced'), colours.isForced ? 1 : 0);
		gl.uniform1i(uniforms('u_numbers'), 0);
		for (const name of ['panel', 'edge', 'land', 'ink', 'muted', 'accent'] as const) {
			gl.uniform3fv(uniforms(`u_${name}`), colours[name]);
		}
		const { slots } = this.#options;
		gl.uniform3fv(
			uniforms('u_colours'),
			slots.flatMap((slot) => colours.categories.slice(3 * slot, 3 * slot + 3))
		);
	}
}

/**
 * Writes the matrix for positions relative to a point, made where numbers have 53 bits: at the last zoom those of the card
 * would shake by pixels.
 */
function writeAround(out: Float32Array, matrix: ArrayLike<number>, { x, y }: LayerFrame['centre']): Float32Array {
	for (let i = 0; i < 12; i++) out[i] = matrix[i] ?? 0;
	for (let i = 12; i < 16; i++) out[i] = (matrix[i] ?? 0) + (matrix[i - 12] ?? 0) * x + (matrix[i - 8] ?? 0) * y;
	return out;
}
