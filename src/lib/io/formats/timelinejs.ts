import type { ColumnUse, Format } from './format.ts';
import { exactJson, flatten, isObject, listOf, member, textOf, type JsonObject } from './json-values.ts';
import { plainTitle } from './markup.ts';
import { notAnObject } from './not-an-object.ts';
import { TableBuilder, type RowWriter } from './table.ts';

const USES: ReadonlyMap<string, ColumnUse> = new Map([
	['unique_id', { target: 'id' }],
	['start_date.year', { target: 'year' }],
	['start_date.month', { target: 'month' }],
	['start_date.day', { target: 'day' }],
	['end_date.year', { target: 'end-year' }],
	['end_date.month', { target: 'end-month' }],
	['end_date.day', { target: 'end-day' }],
	['text.headline', { target: 'title', notation: 'html' }],
	['text.text', { target: 'summary', notation: 'html' }],
	['group', { target: 'category' }],
	['media.url', { target: 'media' }],
	['media.alt', { target: 'media-alt' }],
	['media.caption', { target: 'media-alt', notation: 'html' }],
	['media.credit', { target: 'media-credit', notation: 'html' }]
]);

const CLOCK: ReadonlySet<string> = new Set(['hour', 'minute', 'second', 'millisecond']);

/** https://timeline.knightlab.com/docs/json-format.html. It has no places: its events are listed as unplaced. */
export const timelinejs: Format = {
	id: 'timelinejs',
	detect({ json }) {
		const events = member(json, 'events');
		if (!Array.isArray(events)) return 0;
		if (events.length === 0)
			return member(json, 'title') !== undefined || Array.isArray(member(json, 'eras')) ? 0.7 : 0;
		const signs = events.slice(0, 20).filter((event) => isObject(member(event, 'start_date')));
		return signs.length > 0 ? 0.95 : 0;
	},
	read(file) {
		const json = exactJson(file);
		const table = new TableBuilder('timelinejs', file);
		readHead(json, table);
		listOf(json, 'events').forEach((event, index) => {
			const pointer = `/events/${index}`;
			if (isObject(event)) readEvent(table.row({ pointer }), event);
			else table.reject(notAnObject(file.name, pointer, event));
		});
		return { table: table.finish() };
	}
};

function readHead(json: unknown, table: TableBuilder): void {
	const title = member(json, 'title');
	table.leaveOut('title-slide', isObject(title) ? 1 : 0);
	table.leaveOut('era', listOf(json, 'eras').length);
	const text = member(title, 'text');
	const headline = plainTitle(textOf(member(text, 'headline')));
	if (headline !== null) table.about.title = headline;
}

function readEvent(row: RowWriter, event: JsonObject): void {
	for (const [name, value] of Object.entries(event)) {
		if (name === 'start_date' || name === 'end_date') readDate(row, name, value);
		else flatten(row, name, value, (column) => USES.get(column));
	}
}

function readDate(row: RowWriter, name: 'start_date' | 'end_date', date: unknown): void {
	if (!isObject(date)) return row.set(name, textOf(date), { target: name === 'start_date' ? 'start' : 'end' });
	for (const [part, value] of Object.entries(date)) {
		if (!CLOCK.has(part)) flatten(row, `${name}.${part}`, value, (column) => USES.get(column));
	}
	const [hour = '', ...smaller] = ['hour', 'minute', 'second'].map((part) => textOf(member(date, part)));
	const [minute = '', second = ''] = smaller;
	if (hour + minute + second === '') return;
	const time = [hour, minute === '' ? '00' : minute, ...(second === '' ? [] : [second])];
	const target = name === 'start_date' ? 'time' : 'end-time';
	row.set(`${name}.time`, time.map((part) => part.padStart(2, '0')).join(':'), { target });
}
