/** Names of elements in KML, whatever prefix a file has given to its namespace. */
import type { XmlElement } from './xml.ts';

const KML = /^https?:\/\/(?:www\.opengis\.net|earth\.google\.com)\/kml\//;

/** Prefix to namespace; the empty prefix is the default one. */
export type Scope = ReadonlyMap<string, string>;

/** Where nothing is declared, names without a prefix and with `kml:` are KML's. */
export const NO_SCOPE: ReadonlyMap<string, string> = new Map([['kml', 'http://www.opengis.net/kml/2.2']]);

/** The namespaces within an element. */
export function scopeOf({ attributes }: XmlElement, outer: Scope): Scope {
	const declared = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
	if (declared.length === 0) return outer;
	return new Map([...outer, ...declared.map(([name, uri]): [string, string] => [name.slice('xmlns:'.length), uri])]);
}

/** The name without its prefix when it is KML's own; `null` when it is of an extension. */
export function kmlName(element: XmlElement, scope: Scope): string | null {
	const colon = element.name.indexOf(':');
	const prefix = colon < 0 ? '' : element.name.slice(0, colon);
	const uri = scopeOf(element, scope).get(prefix);
	const isKml = uri === undefined ? prefix === '' : KML.test(uri);
	return isKml ? element.name.slice(colon + 1) : null;
}
