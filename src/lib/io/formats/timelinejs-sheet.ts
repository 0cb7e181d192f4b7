import type { ColumnUse, Format } from './format.ts';
import { plainTitle } from './markup.ts';
import { columnNames, namedFormat, withoutRows } from './named-columns.ts';

const uses: ReadonlyMap<string, ColumnUse> = new Map([
	['year', { target: 'year' }],
	['month', { target: 'month' }],
	['day', { target: 'day' }],
	['time', { target: 'time' }],
	['end year', { target: 'end-year' }],
	['end month', { target: 'end-month' }],
	['end day', { target: 'end-day' }],
	['end time', { target: 'end-time' }],
	['headline', { target: 'title', notation: 'html' }],
	['text', { target: 'summary', notation: 'html' }],
	['media', { target: 'media' }],
	['media credit', { target: 'media-credit', notation: 'html' }],
	['media caption', { target: 'media-alt', notation: 'html' }],
	['alt text', { target: 'media-alt' }],
	['group', { target: 'category' }]
]);

const byName = namedFormat({ id: 'timelinejs-sheet', required: ['year', 'headline'], uses });

/** Rows of the sheet that are no events, by what stands in its column `Type`. */
const KINDS = { title: 'title-slide', era: 'era' } as const;

/** The spreadsheet of TimelineJS. https://timeline.knightlab.com/docs/using-spreadsheets.html */
export const timelinejsSheet: Format = {
	...byName,
	detect(file) {
		if (file.json !== undefined) return 0;
		const names = new Set(columnNames(file));
		const isSheet = ['year', 'headline'].every((name) => names.has(name));
		return isSheet && ['end year', 'media', 'display date'].some((name) => names.has(name)) ? 0.96 : 0;
	},
	read(file) {
		const { table } = byName.read(file, []);
		const kindOf = (text: string) => text.trim().toLowerCase();
		const column = (wanted: string) => table.columns.findIndex(({ name }) => name.toLowerCase() === wanted);
		const [type, headline] = [column('type'), column('headline')];
		const leftOut: Partial<Record<(typeof KINDS)[keyof typeof KINDS], number>> = {};
		let title: string | null = null;
		for (const { cells } of table.rows) {
			const kind = kindOf(String(cells[type] ?? ''));
			if (kind !== 'title' && kind !== 'era') continue;
			leftOut[KINDS[kind]] = (leftOut[KINDS[kind]] ?? 0) + 1;
			if (kind === 'title') title ??= plainTitle(String(cells[headline] ?? ''));
		}
		const events = withoutRows(table, 'type', (text) => Object.hasOwn(KINDS, kindOf(text)));
		return { table: { ...events, leftOut, about: title === null ? {} : { title } } };
	}
};
