import type { MapPicture } from '$lib/state/map-port.svelte.ts';
import type { Overlay } from './overlay.ts';
import type { Size, Viewport } from './projection.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** px that a picture of the map has on paper at most: the width of A4 and of Letter between their margins, and 11 cm. */
const PAPER_PX = { width: 680, height: 416 };

/**
 * What stands on the basemap, as one drawing: the lines and the marks as they are, and the names, which are HTML on the
 * page, as text. It shows the same part of the world, arranged for the size that it has on paper, where numbers and names
 * are as large as other text. The page looks as before when it returns.
 *
 * @param layer Where the overlay's elements are.
 */
export function drawForPaper(
	overlay: Overlay,
	layer: HTMLElement,
	viewport: Viewport
): Pick<MapPicture, 'overlay' | 'widthPx' | 'heightPx'> {
	const { obstacles } = overlay;
	const { onPaper } = paperView(viewport);
	// Nothing lies over the map on paper.
	overlay.obstacles = [];
	overlay.draw(onPaper);
	const drawing = readOverlay(overlay, layer, onPaper);
	overlay.obstacles = obstacles;
	overlay.draw(viewport);
	return { overlay: drawing, widthPx: onPaper.width, heightPx: onPaper.height };
}

/** The same view as it is on paper, and how much larger its px are than those of the page. */
export function paperView(viewport: Viewport): { readonly onPaper: Viewport; readonly factor: number } {
	const factor = Math.min(PAPER_PX.width / viewport.width, PAPER_PX.height / viewport.height);
	return { onPaper: enlarged(viewport, factor), factor };
}

/** The same view in other px. */
function enlarged(viewport: Viewport, factor: number): Viewport {
	return {
		...viewport,
		camera: { ...viewport.camera, zoom: viewport.camera.zoom + Math.log2(factor) },
		width: viewport.width * factor,
		height: viewport.height * factor,
		scale: viewport.scale * factor,
		toScreen(point) {
			const { x, y } = viewport.toScreen(point);
			return { x: x * factor, y: y * factor };
		},
		toWorld: ({ x, y }) => viewport.toWorld({ x: x / factor, y: y / factor })
	};
}

/** Read from the page, so that it says what the page says. */
function readOverlay({ marks }: Overlay, layer: HTMLElement, { width, height }: Size): SVGSVGElement {
	const drawing = document.createElementNS(SVG, 'svg');
	drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
	const origin = layer.getBoundingClientRect();
	const lines = layer.querySelector(':scope > svg')?.cloneNode(true);
	if (lines instanceof SVGSVGElement) {
		for (const hit of lines.querySelectorAll('.hit')) hit.remove();
		drawing.append(lines);
	}
	for (const { button } of marks) drawing.append(drawMark(button, origin));
	// Above all marks, as a name that is covered says nothing.
	for (const { label } of marks) drawing.append(...drawName(label, origin));
	return drawing;
}

function drawMark(button: HTMLElement, origin: DOMRect): SVGGElement {
	const group = document.createElementNS(SVG, 'g');
	// What a mark looks like hangs on the state of its button; where it stands does not.
	group.setAttribute('class', [...button.classList].filter((name) => name !== 'mark').join(' '));
	const sign = button.querySelector('svg');
	if (sign === null) return group;
	const box = sign.getBoundingClientRect();
	const copy = document.importNode(sign, true);
	copy.setAttribute('x', (box.left - origin.left).toFixed(2));
	copy.setAttribute('y', (box.top - origin.top).toFixed(2));
	group.append(copy);
	return group;
}

/** Nothing where the map had no room for the name. */
function drawName(label: HTMLElement, origin: DOMRect): readonly SVGTextElement[] {
	if (getComputedStyle(label).visibility === 'hidden') return [];
	const box = label.getBoundingClientRect();
	const text = document.createElementNS(SVG, 'text');
	text.setAttribute('class', 'name');
	text.setAttribute('x', (box.left - origin.left + box.width / 2).toFixed(1));
	text.setAttribute('y', (box.top - origin.top + box.height / 2).toFixed(1));
	text.setAttribute('font-size', getComputedStyle(label).fontSize);
	text.textContent = label.textContent;
	return [text];
}
