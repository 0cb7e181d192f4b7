import type { Size } from './projection.ts';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * What stands on the basemap, as one drawing that paper can have at any size: the lines and the marks as they are, and the
 * names, which are HTML on the page, as text. It is read from the page, so that it says what the page says.
 *
 * @param layer The overlay, with its lines and marks in it; `size` is its own, in px.
 */
export function drawOverlay(layer: HTMLElement, { width, height }: Size): SVGSVGElement {
	const drawing = document.createElementNS(SVG, 'svg');
	drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
	const origin = layer.getBoundingClientRect();
	const lines = layer.querySelector(':scope > svg')?.cloneNode(true);
	if (lines instanceof SVGSVGElement) {
		for (const hit of lines.querySelectorAll('.hit')) hit.remove();
		drawing.append(lines);
	}
	const buttons = [...layer.querySelectorAll<HTMLElement>(':scope > button')];
	for (const button of buttons) drawing.append(drawMark(button, origin));
	// Above all marks, as a name that is covered says nothing.
	for (const button of buttons) drawing.append(...drawName(button, origin));
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
function drawName(button: HTMLElement, origin: DOMRect): readonly SVGTextElement[] {
	const label = button.querySelector<HTMLElement>('.label');
	if (label === null || getComputedStyle(label).visibility === 'hidden') return [];
	const box = label.getBoundingClientRect();
	const text = document.createElementNS(SVG, 'text');
	text.setAttribute('class', 'name');
	text.setAttribute('x', (box.left - origin.left + box.width / 2).toFixed(1));
	text.setAttribute('y', (box.top - origin.top + box.height / 2).toFixed(1));
	text.textContent = label.textContent;
	return [text];
}
