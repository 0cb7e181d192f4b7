import type { TimelinePicture } from '$lib/state/map-port.svelte.ts';
import { styledCopy } from '$lib/ui/styled-copy.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The band as one drawing: axis, marks and bars as they are, and the window, which is HTML on the page. */
export function drawBand(band: HTMLElement): TimelinePicture | null {
	const svg = band.querySelector<SVGSVGElement>('svg[role="presentation"]');
	const copy = svg === null ? null : styledCopy(svg);
	if (svg === null || copy === null) return null;
	const origin = svg.getBoundingClientRect();
	const drawing = document.createElementNS(SVG, 'g');
	const box = (node: Element): DOMRect => {
		const { left, top, width, height } = node.getBoundingClientRect();
		return new DOMRect(left - origin.left, top - origin.top, width, height);
	};
	const body = band.querySelector('.body');
	if (body !== null) {
		const { x, width } = box(body);
		const { backgroundColor, borderInlineStartColor: edge, blockSize } = getComputedStyle(body, '::after');
		const height = parseFloat(blockSize);
		drawing.append(shape('rect', { x, y: 0, width, height, fill: backgroundColor }));
		for (const at of [x, x + width]) {
			drawing.append(shape('line', { x1: at, x2: at, y1: 0, y2: height, stroke: edge, 'stroke-width': 1.5 }));
		}
	}
	drawing.append(...copy.childNodes);
	// Without a window there is nothing to hold.
	for (const grip of body === null ? [] : band.querySelectorAll('.grip')) {
		const { x, y, width, height } = box(grip);
		const { backgroundColor, borderBlockStartColor } = getComputedStyle(grip);
		const line = { stroke: borderBlockStartColor, 'stroke-width': 2 };
		const inner = { x: x + 1, y: y + 1, width: width - 2, height: height - 2, rx: 6 };
		drawing.append(shape('rect', { ...inner, fill: backgroundColor, ...line }));
	}
	return { drawing, widthPx: svg.width.baseVal.value, heightPx: svg.height.baseVal.value };
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
	const node = document.createElementNS(SVG, name);
	for (const [attribute, value] of Object.entries(attributes)) node.setAttribute(attribute, String(value));
	return node;
}
