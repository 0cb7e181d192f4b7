/**
 * What a drawing on the page looks like, without the page: a copy of an SVG element in which the colours, lines and type that
 * style sheets gave it are attributes, and all that is for pointers, keys and screen readers is gone.
 */

const SVG = 'http://www.w3.org/2000/svg';

/** Each with what an element has that says nothing, so that it need not be written. */
const PROPERTIES: Readonly<Record<string, string>> = {
	fill: '',
	'fill-opacity': '1',
	stroke: 'none',
	'stroke-width': '1px',
	'stroke-opacity': '1',
	'stroke-dasharray': 'none',
	'stroke-dashoffset': '0px',
	'stroke-linecap': 'butt',
	'stroke-linejoin': 'miter',
	opacity: '1',
	'paint-order': 'normal',
	'clip-path': 'none',
	'stop-color': '',
	'stop-opacity': '1'
};
const OF_TEXT: Readonly<Record<string, string>> = {
	'font-size': '',
	'font-weight': '400',
	'text-anchor': 'start',
	'dominant-baseline': 'auto',
	direction: ''
};
/** Geometry and what shapes refer to; all else, as `class` and `aria-label`, belongs to the page. */
const KEPT =
	/^(?:id|d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|points|transform|viewBox|offset|gradientUnits|gradientTransform|patternUnits|patternTransform|clipPathUnits|preserveAspectRatio)$/;
const PAINTED = /^(?:path|rect|circle|ellipse|line|polyline|polygon|text|tspan|g|svg|use)$/;
const ELEMENTS =
	/^(?:svg|g|defs|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|linearGradient|radialGradient|stop|pattern|clipPath)$/;

/** `null`: it cannot be seen. The element is in the document, or there is no style to read. */
export function styledCopy(original: SVGElement): SVGElement | null {
	const name = original.localName;
	if (!ELEMENTS.test(name)) return null;
	const style = getComputedStyle(original);
	const isDefinition = original.closest('defs, clipPath, pattern') !== null;
	const isHidden = style.display === 'none' || style.visibility === 'hidden';
	// A mark that has just come is about to appear.
	const isAppearing = style.opacity === '0' && original.getAnimations().length > 0;
	if (!isDefinition && (isHidden || (style.opacity === '0' && !isAppearing))) return null;
	const copy = document.createElementNS(SVG, name);
	for (const { name: attribute, value } of original.attributes) {
		if (KEPT.test(attribute)) copy.setAttribute(attribute, value);
	}
	const isText = name === 'text' || name === 'tspan';
	for (const [property, nothing] of Object.entries({ ...PROPERTIES, ...(isText ? OF_TEXT : {}) })) {
		const isOfStops = property.startsWith('stop-');
		if (isOfStops ? name !== 'stop' : !PAINTED.test(name)) continue;
		const value = style.getPropertyValue(property).replace(/url\("(#[^"]*)"\)/, 'url($1)');
		if (property === 'opacity' && isAppearing) continue;
		if (value !== '' && value !== nothing) copy.setAttribute(property, value);
	}
	// What is cut off, or is not.
	if (name === 'svg' && style.overflow !== 'hidden') copy.setAttribute('overflow', style.overflow);
	for (const child of original.childNodes) {
		if (child instanceof SVGElement) {
			const copied = styledCopy(child);
			if (copied !== null) copy.append(copied);
		} else if (isText && child.nodeType === Node.TEXT_NODE) copy.append(child.textContent ?? '');
	}
	return copy;
}
