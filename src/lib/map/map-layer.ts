import type { CustomLayerInterface, Map as MapLibreMap } from 'maplibre-gl';
import { toWorld, type WorldPoint } from './projection.ts';

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

export const LAYER_ID = 'chronotope-marks';

/** As MapLibre takes it. */
export function customLayer(
	map: MapLibreMap,
	layer: MapLayer,
	now: () => Pick<LayerFrame, 'width' | 'height' | 'isPaper'>
): CustomLayerInterface {
	return {
		id: LAYER_ID,
		type: 'custom',
		onAdd: (_, gl) => layer.attach(gl),
		onRemove: (_, gl) => layer.detach(gl),
		render(gl, { defaultProjectionData }) {
			const { width, height, isPaper } = now();
			const { lng, lat } = map.getCenter();
			layer.draw(gl, {
				matrix: defaultProjectionData.mainMatrix,
				centre: toWorld([lng, lat]),
				width,
				height,
				// Of the canvas as it is, which the browser may have made smaller than was asked for.
				ratio: gl.drawingBufferWidth / width,
				isPaper
			});
		}
	};
}
