import { fileProblem, rowProblem } from '../problems.ts';
import type { Format, TextFile } from './format.ts';
import { geometriesText, isKmlGeometry } from './kml-geometry.ts';
import { kmlName, NO_SCOPE, scopeOf, type Scope } from './kml-names.ts';
import { plainTitle } from './markup.ts';
import { TableBuilder, type RowWriter } from './table.ts';
import { childElements, lineFinder, MAX_XML_DEPTH, readXml, type XmlElement } from './xml.ts';

/** `null`: no time is given. A side that a span leaves open is `..`. */
type KmlTime = { readonly when: string } | { readonly begin: string; readonly end: string };

/** What a placemark takes from the folders around it. */
interface Context {
	readonly scope: Scope;
	readonly time: KmlTime | null;
	/** Name of the innermost folder; empty outside of any. */
	readonly folder: string;
}

/** KML 2.2 and 2.3. Extensions, Google's `gx:` among them, are not read, and said to be there. */
export const kml: Format = {
	id: 'kml',
	detect({ text }) {
		const start = text.slice(0, 20_000);
		return /^\s*</.test(start) && /<(?:[\w.-]{1,40}:)?kml[\s>]/.test(start) ? 0.97 : 0;
	},
	read(file) {
		const table = new TableBuilder('kml', file);
		const xml = readXml(file.text);
		if (xml.ok) new KmlReader(table, lineFinder(file.text)).walk(xml.root, { scope: NO_SCOPE, time: null, folder: '' });
		else {
			const { at, reason } = xml;
			const problem =
				xml.code === 'too-deep'
					? fileProblem(file.name, 'error', 'xml-too-deep', { at, params: { limit: MAX_XML_DEPTH } })
					: fileProblem(file.name, 'error', 'xml-invalid', { at, params: { reason } });
			table.reject(problem, [...file.text.matchAll(/<(?:[\w.-]{1,40}:)?Placemark[\s/>]/g)].length);
		}
		return { table: table.finish() };
	}
};

/** The placemarks of a KML file, in the order of the rows that are made of them; offsets in UTF-16 units. None when it cannot be read. */
export function placemarks(file: TextFile): { readonly start: number; readonly end: number }[] {
	const xml = readXml(file.text);
	if (!xml.ok) return [];
	const reader = new KmlReader(new TableBuilder('kml', file), lineFinder(file.text));
	reader.walk(xml.root, { scope: NO_SCOPE, time: null, folder: '' });
	return reader.placemarks.map(({ start, end }) => ({ start, end }));
}

/** Of extensions: what only concerns how something is drawn, and is not worth a word. */
const DRAWING =
	/^gx:(?:altitude\w+|balloonVisibility|drawOrder|labelVisibility|outer\w+|physicalWidth|rank|viewerOptions)$/;

/** Elements of a feature that are handled, or say nothing of an event. */
const CONTAINERS: ReadonlySet<string> = new Set(['kml', 'Document', 'Folder']);

class KmlReader {
	readonly #table: TableBuilder;
	readonly #lineOf: (offset: number) => number;
	readonly placemarks: XmlElement[] = [];

	constructor(table: TableBuilder, lineOf: (offset: number) => number) {
		this.#table = table;
		this.#lineOf = lineOf;
	}

	walk(root: XmlElement, context: Context): void {
		const extensions = new Map<string, { count: number; line: number }>();
		this.#container(root, context, (element) => {
			if (DRAWING.test(element.name) || /^(?:atom|xal):/.test(element.name)) return;
			const known = extensions.get(element.name);
			if (known !== undefined) known.count += 1;
			else extensions.set(element.name, { count: 1, line: this.#lineOf(element.start) });
		});
		for (const [name, { count }] of extensions) {
			const params = { name, count };
			this.#table.problems.push(rowProblem({ file: this.#table.file }, 'warning', 'extension-ignored', { params }));
		}
	}

	#container(element: XmlElement, outer: Context, ignore: (element: XmlElement) => void): void {
		const scope = scopeOf(element, outer.scope);
		const name = kmlName(element, outer.scope);
		const title = textOf(element, 'name', scope);
		if (name === 'Document') this.#describe(title, textOf(element, 'description', scope));
		const context = {
			scope,
			time: timeOf(element, scope) ?? outer.time,
			folder: name === 'Folder' ? title : outer.folder
		};
		for (const child of childElements(element)) {
			const kind = kmlName(child, scope);
			if (kind === null) this.#extension(child, ignore);
			else if (CONTAINERS.has(kind)) this.#container(child, context, ignore);
			else if (kind === 'Placemark') this.#placemark(child, context, ignore);
			else if (kind === 'NetworkLink') this.#table.leaveOut('network-link');
			else if (kind.endsWith('Overlay')) this.#table.leaveOut('overlay');
		}
	}

	#extension(element: XmlElement, ignore: (element: XmlElement) => void): void {
		if (element.name === 'gx:Tour') this.#table.leaveOut('tour');
		else ignore(element);
	}

	#describe(title: string, description: string): void {
		const about = this.#table.about;
		const [plain, words] = [plainTitle(title), plainTitle(description)];
		if (plain !== null) about.title ??= plain;
		if (words !== null) about.description ??= words;
	}

	#placemark(element: XmlElement, outer: Context, ignore: (element: XmlElement) => void): void {
		const scope = scopeOf(element, outer.scope);
		this.placemarks.push(element);
		const row = this.#table.row({ line: this.#lineOf(element.start) });
		const id = element.attributes.id;
		if (id !== undefined) row.set('id', id, { target: 'id' });
		const title = textOf(element, 'name', scope);
		if (title !== '') row.set('name', title, { target: 'title' });
		const geometries: XmlElement[] = [];
		for (const child of childElements(element)) {
			const kind = kmlName(child, scope);
			if (kind === null) ignore(child);
			else if (kind === 'description') row.set(kind, textIn(child), { target: 'summary', notation: 'html' });
			else if (kind === 'address') row.set(kind, textIn(child), { target: 'place' });
			else if (kind === 'Snippet' || kind === 'phoneNumber') row.set(kind, textIn(child));
			else if (kind === 'ExtendedData') setData(row, child, scope);
			else if (isKmlGeometry(kind)) geometries.push(child);
			else if (kind === 'Model') ignore(child);
		}
		if (outer.folder !== '') row.set('Folder', outer.folder, { target: 'category' });
		setTime(row, timeOf(element, scope) ?? outer.time);
		row.set('geometry', geometriesText(geometries, scope), { target: 'geometry' });
	}
}

function textIn(element: XmlElement): string {
	return element.text.trim();
}

/** Text of the first child of this name; empty when there is none. */
function textOf(element: XmlElement, name: string, scope: Scope): string {
	const child = childElements(element).find((inner) => kmlName(inner, scope) === name);
	return child === undefined ? '' : textIn(child);
}

function timeOf(element: XmlElement, scope: Scope): KmlTime | null {
	for (const child of childElements(element)) {
		const name = kmlName(child, scope);
		const inner = scopeOf(child, scope);
		if (name === 'TimeStamp') {
			const when = textOf(child, 'when', inner);
			if (when !== '') return { when };
		} else if (name === 'TimeSpan') {
			const [begin, end] = [textOf(child, 'begin', inner), textOf(child, 'end', inner)];
			if (begin + end !== '') return { begin: begin === '' ? '..' : begin, end: end === '' ? '..' : end };
		}
	}
	return null;
}

function setTime(row: RowWriter, time: KmlTime | null): void {
	if (time === null) return;
	if ('when' in time) return row.set('TimeStamp.when', time.when, { target: 'when', notation: 'iso' });
	row.set('TimeSpan.begin', time.begin, { target: 'start', notation: 'iso' });
	row.set('TimeSpan.end', time.end, { target: 'end', notation: 'iso' });
}

/** `Data`, `SimpleData`, and elements of a namespace of one's own. */
function setData(row: RowWriter, element: XmlElement, outer: Scope): void {
	const scope = scopeOf(element, outer);
	for (const child of childElements(element)) {
		const kind = kmlName(child, scope);
		if (kind === 'SchemaData') setData(row, child, scope);
		else if (kind === 'Data') row.set(dataName(child), textOf(child, 'value', scopeOf(child, scope)));
		else if (kind === 'SimpleData') row.set(dataName(child), textIn(child));
		else if (kind === null && childElements(child).length === 0) row.set(child.name, textIn(child));
	}
}

/** Names of columns that are not of the file's own data. */
const RESERVED: ReadonlySet<string> = new Set(['id', 'name', 'description', 'address', 'Folder', 'geometry']);

function dataName({ attributes }: XmlElement): string {
	const name = attributes.name ?? '';
	return RESERVED.has(name) || name === '' ? `ExtendedData.${name}` : name;
}
