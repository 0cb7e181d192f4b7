import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../../src/lib/io/formats/index.ts';
import { MAX_COLUMNS } from '../../../../src/lib/io/import/limits.ts';
import { MAX_XML_DEPTH } from '../../../../src/lib/io/formats/xml.ts';
import { codes, fixture, formatOf, readAs, said, textFile } from './support.ts';

const kmlWith = (inner: string, before = '') => textFile('a.kml', `${before}<kml><Document>${inner}</Document></kml>`);

describe('XML that means harm', () => {
	it('grows no entities', () => {
		const levels = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
		const bomb = kmlWith(
			'<Placemark><name>&l9; &amp; &file; &nbsp;</name></Placemark>',
			`<!DOCTYPE kml [<!ENTITY l0 "ha">${levels}<!ENTITY file SYSTEM "file:///etc/passwd">]>`
		);
		expect(said(readAs('kml', bomb), 0).title).toBe('&l9; & &file; &nbsp;');
	});

	it.each([MAX_XML_DEPTH + 1, 100_000])('refuses %i folders in each other', (depth) => {
		const deep = readAs('kml', kmlWith(`${'<Folder>'.repeat(depth)}<Placemark/>${'</Folder>'.repeat(depth)}`));
		expect(codes(deep)).toEqual(['error xml-too-deep']);
		expect([deep.rows.length, deep.unreadable]).toEqual([0, 1]);
	});

	it.each([1_000, 100_000])('refuses %i folders in each other that a DOCTYPE hides', (depth) => {
		const folders = `${'<Folder>'.repeat(depth)}<Placemark/>${'</Folder>'.repeat(depth)}`;
		expect(codes(readAs('kml', kmlWith(folders, '<!DOCTYPE kml [<!A><?]>')))).toEqual(['error xml-too-deep']);
	});

	it('is not held up by a number that is none', () => {
		const number = `${'1'.repeat(90_000)}x`;
		const table = readAs(
			'kml',
			kmlWith(`<Placemark><Point><coordinates>${number},1</coordinates></Point></Placemark>`)
		);
		expect(said(table, 0).geometry).toBe(`{"type":"Point","coordinates":["${number}",1]}`);
	});

	it('does not take comments, data and attributes for depth', () => {
		const inner =
			'<!-- <a> -->'.repeat(100) + '<Placemark id="a>b"><name><![CDATA[<a><b><c>]]></name></Placemark>'.repeat(70);
		expect(readAs('kml', kmlWith(inner)).rows).toHaveLength(70);
	});

	it('says where it breaks and how many placemarks are lost', () => {
		const whole = fixture('places.kml').text;
		const cut = readAs('kml', textFile('cut.kml', whole.slice(0, whole.indexOf('<k:MultiGeometry>'))));
		expect([cut.rows.length, cut.unreadable]).toEqual([0, 3]);
		expect(cut.problems).toMatchObject([{ severity: 'error', code: 'xml-invalid' }]);
		expect(cut.problems[0]?.pointer).toMatch(/^\d+:\d+$/);
	});

	it('counts lines the same after characters of two units', () => {
		const cut = readAs('kml', textFile('cut.kml', '<kml>\n<!-- 🌋🌋🌋🌋🌋🌋🌋🌋 -->\n<Placemark>\n</wrong>'));
		expect(cut.problems[0]?.pointer).toBe('4:1');
	});
});

describe('JSON that means harm', () => {
	it('makes no more columns than the limit', () => {
		const properties = Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`n${n}`, n]));
		const wide = readAs('json-records', textFile('a', JSON.stringify([properties, properties])));
		expect(wide.columns).toHaveLength(MAX_COLUMNS);
		expect(wide.problems).toMatchObject([{ code: 'limit-columns', params: { limit: MAX_COLUMNS, count: 3_000 } }]);
	});

	it('makes no table that is large and almost empty', () => {
		const records = Array.from({ length: 200_000 }, (_, n) => (n < 1_000 ? { id: n, [`n${n}`]: n } : { id: n }));
		const sparse = readAs('json-records', textFile('a', JSON.stringify(records)));
		expect(sparse.rows).toHaveLength(200_000);
		expect(sparse.columns).toHaveLength(100);
		expect(sparse.columns[0]?.name).toBe('id');
		expect(sparse.problems).toMatchObject([{ code: 'limit-columns', params: { limit: 100, count: 1_001 } }]);
	});

	it('refuses a record with a text that is too long, and no coastline', () => {
		const long = 'x'.repeat(200_000);
		const coordinates = Array.from({ length: 100_000 }, (_, n) => [n / 1_000, 1]);
		const features = [
			{ type: 'Feature', properties: { note: long, date: '2024' }, geometry: null },
			{ type: 'Feature', properties: { date: '2024' }, geometry: { type: 'LineString', coordinates } }
		];
		const table = readAs('geojson', textFile('a', JSON.stringify({ type: 'FeatureCollection', features })));
		expect(table.problems).toMatchObject([
			{ severity: 'error', code: 'limit-cell', pointer: '/features/0', field: 'note' }
		]);
		expect(said(table, 1).geometry).toBe(JSON.stringify({ type: 'LineString', coordinates }));
	});

	it('keeps names that every object has apart from those objects', () => {
		const text =
			'{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"__proto__": {"date": "2024"}}}]}';
		const table = readAs('geojson', textFile('a', text));
		expect(table.columns.map(({ name }) => name)).toEqual(['__proto__.date', 'geometry']);
		expect(said(table, 0).when).toBe('2024');
		expect(Object.prototype).not.toHaveProperty('date');
	});

	it('does not take a number in a text for one', () => {
		const text = '[{"id": "1e5 \\\\\\" 9007199254740993", "n": 9007199254740993, "m": -0, "o": "\\\\"}]';
		const table = readAs('json-records', textFile('a', text));
		expect(table.rows[0]?.cells).toEqual(['1e5 \\" 9007199254740993', '9007199254740993', '-0', '\\']);
	});
});

describe('calendars that mean harm', () => {
	const calendar = (zone: string, event: string) =>
		textFile('a.ics', `BEGIN:VCALENDAR\n${zone}BEGIN:VEVENT\n${event}\nEND:VEVENT\nEND:VCALENDAR\n`);
	const zone = (rule: string) =>
		`BEGIN:VTIMEZONE\nTZID:Z1\nBEGIN:STANDARD\nDTSTART:00010101T000000\n${rule}\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n`;

	it('is not held up by a line of spaces that is none', () => {
		const table = readAs('icalendar', calendar('', `"${' '.repeat(400_000)}x`));
		expect(codes(table)).toEqual(['error calendar-invalid']);
	});

	it.each([
		'RRULE:FREQ=SECONDLY',
		'RRULE:FREQ=YEARLY;BYSECOND=1,2;BYMONTH=2',
		'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31'
	])('does not follow the clock of a zone with %s', (rule) => {
		const table = readAs('icalendar', calendar(zone(rule), 'DTSTART;TZID=Z1:99990101T000000'));
		expect(codes(table)).toEqual(['warning zone-unknown']);
	});

	it('follows a zone for two centuries', () => {
		const rule = 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU';
		const table = readAs('icalendar', calendar(zone(rule), 'DTSTART;TZID=Z1:21991231T000000'));
		expect(said(table, 0).start).toBe('2199-12-31T00:00:00+01:00');
		const later = readAs('icalendar', calendar(zone(rule), 'DTSTART;TZID=Z1:99991231T000000'));
		expect(codes(later)).toEqual(['warning zone-unknown']);
	});

	it('does not add a duration without end', () => {
		const table = readAs('icalendar', calendar('', 'DTSTART:20240101T000000Z\nDURATION:P99999999999W'));
		expect(said(table, 0)).toMatchObject({ start: '2024-01-01T00:00:00Z', end: 'P99999999999W' });
	});

	it('reads names that every object has', () => {
		const table = readAs(
			'icalendar',
			calendar('', 'CONSTRUCTOR:a\n__PROTO__:b\nTOSTRING;VALUE=CONSTRUCTOR:c\nDTSTART:20240101')
		);
		expect(table.rows).toHaveLength(1);
	});
});

describe('every reader', () => {
	const files = [
		...['points.geojson', 'places.lp.json', 'timeline.json', 'storymap.json', 'timemap-events.json', 'bellingcat.json'],
		...['records.json', 'places.kml', 'calendar.ics', 'acled.csv', 'ucdp-ged.csv', 'gdelt.tsv', 'places-lp.tsv'],
		'timeline-sheet.csv'
	].map(fixture);

	it('reads any file of any other format without an exception', () => {
		for (const file of files)
			for (const format of FORMATS) expect(format.read(file, files).table.format).toBe(format.id);
	});

	it.each(files)('reads $name cut anywhere', (file) => {
		const format = formatOf(file);
		// Each line of a calendar is read by itself, so that not every place tells something new.
		const step = format?.id === 'icalendar' ? 7 : 1;
		for (let length = 0; length < file.text.length; length += step) {
			const cut = textFile(file.name, file.text.slice(0, length));
			if (format !== null && format.detect(cut) > 0) format.read(cut, []);
		}
		expect(format).not.toBeNull();
	});
});
