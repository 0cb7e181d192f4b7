/** Geometry of KML as text of GeoJSON, with every number as the file has it. */
import { kmlName, scopeOf, type Scope } from './kml-names.ts';
import { childElements, type XmlElement } from './xml.ts';

const GEOMETRIES: ReadonlySet<string> = new Set(['Point', 'LineString', 'LinearRing', 'Polygon', 'MultiGeometry']);

export function isKmlGeometry(name: string): boolean {
	return GEOMETRIES.has(name);
}

/** GeoJSON of the geometries of a placemark; empty when there are none with coordinates. */
export function geometriesText(elements: readonly XmlElement[], scope: Scope): string {
	const texts = elements.map((element) => geometryText(element, scope)).filter((text) => text !== '');
	return texts.length > 1 ? `{"type":"GeometryCollection","geometries":[${texts.join(',')}]}` : (texts[0] ?? '');
}

function geometryText(element: XmlElement, outer: Scope): string {
	const scope = scopeOf(element, outer);
	const name = kmlName(element, outer);
	const inner = (wanted: string) => childElements(element).filter((child) => kmlName(child, scope) === wanted);
	if (name === 'MultiGeometry') {
		const parts = childElements(element).filter((child) => isKmlGeometry(kmlName(child, scope) ?? ''));
		const texts = parts.map((part) => geometryText(part, scope)).filter((text) => text !== '');
		return texts.length === 0 ? '' : `{"type":"GeometryCollection","geometries":[${texts.join(',')}]}`;
	}
	if (name === 'Polygon') {
		const rings = [...inner('outerBoundaryIs'), ...inner('innerBoundaryIs')].flatMap((boundary) =>
			childElements(boundary).map((ring) => positions(ring, scopeOf(boundary, scope)))
		);
		return rings.every((ring) => ring.length === 0) ? '' : written('Polygon', rings.map(listText));
	}
	const all = positions(element, outer);
	if (all.length === 0) return '';
	return name === 'Point' ? `{"type":"Point","coordinates":${all[0] ?? ''}}` : written('LineString', all);
}

function written(type: string, texts: readonly string[]): string {
	return `{"type":"${type}","coordinates":${listText(texts)}}`;
}

function listText(texts: readonly string[]): string {
	return `[${texts.join(',')}]`;
}

/** The positions in `coordinates`, each as a list in JSON. */
function positions(element: XmlElement, outer: Scope): string[] {
	const scope = scopeOf(element, outer);
	const [coordinates] = childElements(element).filter((child) => kmlName(child, scope) === 'coordinates');
	// A space after a comma is not allowed and often there.
	const text = (coordinates?.text ?? '').trim().replace(/,\s+/g, ',');
	return text === '' ? [] : text.split(/\s+/).map(position);
}

/** An altitude of 0 is what KML has where none is given, and says nothing. */
function position(tuple: string): string {
	const numbers = tuple.split(',').map(numberText);
	if (numbers.length === 3 && Number(numbers[2]) === 0) numbers.pop();
	return listText(numbers);
}

/** As JSON writes it; what is no number as a text, which is refused later with its value. */
function numberText(text: string): string {
	if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text)) return text;
	return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text) ? String(Number(text)) : JSON.stringify(text);
}
