import type { ColumnUse, Format } from './format.ts';
import { exactJson, flatten, isObject, listOf, member, textOf } from './json-values.ts';
import { plainTitle } from './markup.ts';
import { TableBuilder } from './table.ts';
import { notAnObject } from './not-an-object.ts';

const USES: ReadonlyMap<string, ColumnUse> = new Map([
	['unique_id', { target: 'id' }],
	['date', { target: 'when' }],
	['text.headline', { target: 'title', notation: 'html' }],
	['text.text', { target: 'summary', notation: 'html' }],
	['location.name', { target: 'place' }],
	['location.lat', { target: 'latitude' }],
	['location.lon', { target: 'longitude' }],
	['media.url', { target: 'media' }],
	['media.caption', { target: 'media-alt', notation: 'html' }],
	['media.credit', { target: 'media-credit', notation: 'html' }]
]);

/** StoryMapJS: slides with a place and, as free text, a date. The overview slide is none of its events. */
export const storymapjs: Format = {
	id: 'storymapjs',
	detect({ json }) {
		return Array.isArray(member(member(json, 'storymap'), 'slides')) ? 0.97 : 0;
	},
	read(file) {
		const table = new TableBuilder('storymapjs', file);
		listOf(member(exactJson(file), 'storymap'), 'slides').forEach((slide, index) => {
			const pointer = `/storymap/slides/${index}`;
			if (!isObject(slide)) table.reject(notAnObject(file.name, pointer, slide));
			else if (member(slide, 'type') === 'overview') {
				table.leaveOut('overview-slide');
				const title = plainTitle(textOf(member(member(slide, 'text'), 'headline')));
				if (title !== null) table.about.title ??= title;
			} else {
				const row = table.row({ pointer });
				for (const [name, value] of Object.entries(slide)) flatten(row, name, value, (column) => USES.get(column));
			}
		});
		return { table: table.finish() };
	}
};
