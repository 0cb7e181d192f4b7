import {
	EVENT_COLUMNS,
	languageTag,
	ORIGIN_COLUMNS,
	PLACE_COLUMNS,
	restored,
	SOURCE_COLUMNS,
	splitNames
} from '../exported.ts';
import type { Cell, Column, ColumnUse, Row, Table } from './format.ts';
import { cellOf } from './table.ts';

const USES: ReadonlyMap<string, ColumnUse> = new Map<string, ColumnUse>([
	[EVENT_COLUMNS.id, { target: 'id' }],
	[EVENT_COLUMNS.title, { target: 'title' }],
	[EVENT_COLUMNS.summary, { target: 'summary' }],
	[EVENT_COLUMNS.when, { target: 'when' }],
	[EVENT_COLUMNS.whenInferred, { target: 'when-inferred' }],
	[EVENT_COLUMNS.end, { target: 'end' }],
	[EVENT_COLUMNS.category, { target: 'category' }],
	[EVENT_COLUMNS.actors, { target: 'actor' }],
	[EVENT_COLUMNS.status, { target: 'status' }],
	[EVENT_COLUMNS.media, { target: 'media' }],
	[EVENT_COLUMNS.mediaAlt, { target: 'media-alt' }],
	[EVENT_COLUMNS.mediaCredit, { target: 'media-credit' }],
	[EVENT_COLUMNS.mediaGraphic, { target: 'media-graphic' }],
	[EVENT_COLUMNS.originalId, { target: 'original-id' }],
	[PLACE_COLUMNS.name, { target: 'place' }],
	[PLACE_COLUMNS.latitude, { target: 'latitude' }],
	[PLACE_COLUMNS.longitude, { target: 'longitude' }],
	[PLACE_COLUMNS.country, { target: 'country' }],
	[PLACE_COLUMNS.role, { target: 'place-role' }],
	[PLACE_COLUMNS.precision, { target: 'place-precision' }],
	[PLACE_COLUMNS.inferred, { target: 'place-inferred' }],
	[SOURCE_COLUMNS.title, { target: 'source' }],
	// Of the characters that an address cannot have, so that one with a comma in it stays one.
	[SOURCE_COLUMNS.url, { target: 'source-url', separator: '\n' }],
	[SOURCE_COLUMNS.publisher, { target: 'source-publisher' }],
	[SOURCE_COLUMNS.published, { target: 'source-date' }],
	[SOURCE_COLUMNS.says, { target: 'says' }],
	[SOURCE_COLUMNS.publishedInferred, { target: 'source-date-inferred' }],
	[SOURCE_COLUMNS.when, { target: 'says-date' }],
	[SOURCE_COLUMNS.inferred, { target: 'says-inferred' }]
]);

/** Columns that are a list together; one of the second group alone makes no member of it. */
const GROUPS: readonly (readonly [telling: readonly string[], beside: readonly string[]])[] = [
	grouped(PLACE_COLUMNS, [PLACE_COLUMNS.role, PLACE_COLUMNS.inferred]),
	grouped(SOURCE_COLUMNS, [SOURCE_COLUMNS.publishedInferred, SOURCE_COLUMNS.when, SOURCE_COLUMNS.inferred])
];
const GROUPED: ReadonlySet<string> = new Set(GROUPS.flatMap(([telling, beside]) => [...telling, ...beside]));
const ORIGIN: ReadonlySet<string> = new Set(Object.values(ORIGIN_COLUMNS));

function grouped(columns: Readonly<Record<string, string>>, beside: readonly string[]) {
	return [Object.values(columns).filter((name) => !beside.includes(name)), beside] as const;
}

/** Whether a table is CSV that `io/export/csv.ts` has written, going by the columns that no other file has. */
export function isExportedCsv({ columns }: Table): boolean {
	const names = new Set(columns.map(({ name }) => name));
	const { title, version, licence } = ORIGIN_COLUMNS;
	return [EVENT_COLUMNS.id, EVENT_COLUMNS.title, title, version, licence].every((name) => names.has(name));
}

/**
 * Such a table as other formats have theirs: what every column is, numbered columns (`source`, `source 2`) as one with a list,
 * texts without the apostrophe that kept spreadsheets from calculating, and what the file says of itself apart. Columns that
 * were added later are as they are.
 */
export function fromExportedCsv(table: Table): Table {
	const names = table.columns.map(({ name }) => name);
	const parts = names.map(partOf);
	const bases = [...new Set(parts.map(({ base }) => base))].filter((base) => !ORIGIN.has(base));
	const at = new Map(parts.map(({ base, number }, index) => [`${base} ${number}`, index]));
	const columns = bases.map((name): Column => {
		const use = USES.get(name);
		return use === undefined ? { name } : { name, use };
	});
	const last = parts.reduce((most, { number }) => Math.max(most, number), 0);
	const rows = table.rows.map((row): Row => {
		const text = (base: string, number: number): string => {
			const index = at.get(`${base} ${number}`);
			const cell = index === undefined ? '' : String(row.cells[index] ?? '');
			return USES.has(base) ? restored(cell) : cell;
		};
		const cells = new Map<string, Cell>();
		for (const [telling, beside] of GROUPS) {
			let count = last + 1;
			while (count > 0 && telling.every((base) => text(base, count - 1).trim() === '')) count--;
			for (const base of [...telling, ...beside])
				cells.set(base, cellOf(Array.from({ length: count }, (_, number) => text(base, number))));
		}
		return {
			...row,
			cells: bases.map((base) => {
				if (base === EVENT_COLUMNS.actors) return cellOf(splitNames(text(base, 0)));
				return cells.get(base) ?? text(base, 0);
			})
		};
	});
	return { ...table, columns, rows, about: aboutOf(table, names) };
}

/** `source 2` is the second `source`; index from 0. */
function partOf(name: string): { readonly base: string; readonly number: number } {
	const [, base = '', digits = ''] = /^(.+) ([1-9]\d{0,2})$/.exec(name) ?? [];
	const number = Number(digits);
	return GROUPED.has(base) && number > 1 ? { base, number: number - 1 } : { base: name, number: 0 };
}

function aboutOf({ rows }: Table, names: readonly string[]): Table['about'] {
	const text = (name: string): string => {
		const index = names.indexOf(name);
		return restored(String(rows[0]?.cells[index] ?? '')).trim();
	};
	const [title, version, licence] = [
		text(ORIGIN_COLUMNS.title),
		text(ORIGIN_COLUMNS.version),
		text(ORIGIN_COLUMNS.licence)
	];
	const language = languageTag(text(ORIGIN_COLUMNS.language));
	return {
		...(title === '' ? {} : { title }),
		...(version === '' ? {} : { version }),
		...(licence === '' ? {} : { licence }),
		...(language === null ? {} : { language })
	};
}
