import type { WorldPoint } from './projection.ts';

/** One frame of a layer. */
export interface LayerFrame {
	/** From world units (`WorldPoint`, z 0) to clip space, by columns, in double precision. */
	readonly matrix: ArrayLike<number>;
	/** Middle of the view. */
	readonly centre: WorldPoint;
	/** px of the map. */
	readonly width: number;
	readonly height: number;
	/** Pixels for a px. */
	readonly ratio: number;
	/** It is for a picture on paper, light whatever the theme. */
	readonly isPaper: boolean;
}

/** What someone else draws above the basemap. It makes no assumption about the state of `gl`, and may leave it as it likes. */
export interface MapLayer {
	/** Also when a context that was lost is back: nothing of what the card had is left. */
	attach(gl: WebGL2RenderingContext): void;
	/** Blending is that of colours multiplied by their opacity. */
	draw(gl: WebGL2RenderingContext, frame: LayerFrame): void;
	detach(gl: WebGL2RenderingContext): void;
}
