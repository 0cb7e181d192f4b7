import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../../../src/lib/core/model.ts';
import { event } from '../../../../src/lib/i18n/en/event.ts';
import { event as arabic } from '../../../../src/lib/i18n/ar/event.ts';
import { icalendarFile, withoutDay } from '../../../../src/lib/io/export/icalendar.ts';
import { NAUGHTY, nastyDataset } from './arbitraries.ts';
import { held, imported, loaded, small } from './support.ts';

const write = (dataset: Dataset, options = {}) => [...icalendarFile(dataset, { words: event, ...options })].join('');

/** What another parser makes of it. */
function entries(text: string) {
	const calendar = new ICAL.Component(ICAL.parse(text));
	return calendar.getAllSubcomponents('vevent').map((entry) => ({
		uid: String(entry.getFirstPropertyValue('uid')),
		start: String(entry.getFirstPropertyValue('dtstart')),
		end: String(entry.getFirstPropertyValue('dtend')),
		title: String(entry.getFirstPropertyValue('summary')),
		description: String(entry.getFirstPropertyValue('description')),
		status: entry.getFirstPropertyValue('status'),
		url: entry.getFirstPropertyValue('url'),
		stamp: String(entry.getFirstPropertyValue('dtstamp'))
	}));
}

function withEvent(change: object): Dataset {
	const dataset = small();
	const [event] = dataset.events;
	if (event === undefined) throw new Error('There is an event.');
	return { ...dataset, events: [{ ...event, ...change }] };
}

/** Control characters have no place in a calendar. */
function withoutControls(dataset: Dataset): Dataset {
	return JSON.parse(
		JSON.stringify(dataset, (_, value: unknown) =>
			typeof value === 'string' ? value.replace(/[^\P{Cc}\t\n\r]/gu, '¶') : value
		)
	) as Dataset;
}

/** A place is one alone. */
function heldByCalendar(dataset: Dataset) {
	const clean = (text: string) => text.replace(/[^\P{Cc}\t\n]/gu, '').trim();
	const { title, events } = held(dataset, 7);
	return {
		title: clean(title.replace(/\s+/g, ' ')),
		events: events
			.filter(({ id }) => withoutDay(dataset.events.filter((event) => event.id === id)) === 0)
			.map(({ id, when, inferred, title: name, summary, category, status, places }) => {
				const place = places.find(({ point }) => point !== null) ?? places[0];
				return {
					id,
					when,
					inferred,
					title: clean(name),
					summary: clean(summary),
					category: clean(category),
					status,
					place: place === undefined ? null : [clean(place.name.replace(/\s+/g, ' ')), place.point, place.inferred]
				};
			})
			.sort((a, b) => (a.id < b.id ? -1 : 1))
	};
}

describe('a calendar', () => {
	test('has no control characters, and texts as they are', () => {
		const text = write(
			withEvent({ title: { en: 'a\u0000\u0007b;c,d\\n' }, summary: { en: 'e\r\n\tf' }, when: '2025' })
		);
		expect(entries(text)[0]).toMatchObject({ title: 'ab;c,d\\n' });
		expect(entries(text)[0]?.description).toMatch(/^e\n\tf\n\nEDTF 2025/);
	});

	test('has lines of at most 75 octets that end in CR and LF, and no character torn', () => {
		const text = write(withEvent({ title: { en: 'موسكو 🙂 '.repeat(40) }, when: '2025-10-15' }));
		expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		for (const line of text.split('\r\n')) {
			expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
			expect(line).not.toContain('\ufffd');
		}
		expect(entries(text)[0]?.title).toBe('موسكو 🙂 '.repeat(40).trim());
	});

	test.each([
		['2025-10-15', '2025-10-15', '2025-10-16'],
		['2025-02', '2025-02-01', '2025-03-01'],
		['1963', '1963-01-01', '1964-01-01'],
		['2024-12-08T10:30:00Z', '2024-12-08', '2024-12-09'],
		['2024-12-08/2025-01-20', '2024-12-08', '2025-01-21'],
		// Of an open or unknown side no day is there.
		['2024-12-08/..', '2024-12-08', '2024-12-09'],
		['2015-09/', '2015-09-01', '2015-10-01'],
		['../2025-10-14', '2025-10-14', '2025-10-15'],
		['/2025-10', '2025-10-01', '2025-11-01'],
		['[2020..]', '2020-01-01', '2021-01-01'],
		['2000~', '2000-01-01', '2001-01-01'],
		// Up to the first gap.
		['{2020-01,2020-03}', '2020-01-01', '2020-02-01']
	])('%s goes from %s up to %s', (when, start, end) => {
		const text = write(withEvent({ when }));
		expect(entries(text)).toMatchObject([{ start, end }]);
		expect(entries(text)[0]?.description).toContain(`EDTF ${when}`);
		expect(text).toContain('DTSTART;VALUE=DATE:');
		expect(text).not.toContain('X-CHRONOTOPE-UNDATED');
	});

	test.each([undefined, '-0043-03-15', 'Y170000', '0000', '9999'])(
		'what is dated %s is left out and counted',
		(when) => {
			const dataset = withEvent({ when });
			const text = write(dataset);
			expect(entries(text)).toEqual([]);
			expect(withoutDay(dataset.events)).toBe(1);
			expect(text).toContain('X-CHRONOTOPE-UNDATED:1\r\n');
		}
	);

	test('says what is planned, and of what is only reported neither', () => {
		const status = (value: string) => entries(write(withEvent({ status: value, when: '2025' })))[0]?.status;
		expect(['occurred', 'ongoing', 'planned', 'reported'].map(status)).toEqual([
			'CONFIRMED',
			'CONFIRMED',
			'TENTATIVE',
			null
		]);
	});

	describe('says of an event what the days, the place and the reports alone would not', () => {
		const note = (change: object, options = {}) => {
			const [entry] = entries(write(withEvent({ when: '2000~', ...change }), options));
			return entry?.description.split('\n\n').at(-1)?.split('\n') ?? [];
		};
		const place = small().places[0];
		const [source] = small().sources;

		test('that no report gives the date', () => {
			expect(note({})[0]).toBe('EDTF 2000~');
			expect(note({ inferred: true })[0]).toBe('EDTF 2000~ (inferred: no report gives this date)');
			expect(note({ inferred: true }, { words: arabic })[0]).toBe(`EDTF 2000~ (${arabic.whenInferred})`);
			const text = write(withEvent({ when: '2000~', inferred: true }));
			expect(text).toContain('X-CHRONOTOPE-INFERRED:TRUE\r\n');
			expect(write(withEvent({ when: '2000~' }))).not.toContain('X-CHRONOTOPE-INFERRED');
		});

		test('that it is only reported, or planned', () => {
			expect(note({ status: 'reported' })).toContain('Reported, without confirmation.');
			expect(note({ status: 'planned' })).toContain('Planned: none of the reports says that it took place.');
			expect(note({ status: 'occurred' })).not.toContain(event.statusMeaning.occurred);
		});

		test('that it was not at the place, or that no report names the place', () => {
			const name = place?.name.en ?? '';
			const at = (link: object) => note({ places: [{ place: place?.id, role: 'at', ...link }], claims: [] }).slice(1);
			expect(at({})).toEqual([]);
			expect(at({ inferred: true })).toEqual([`at ${name} (inferred)`]);
			expect(at({ role: 'about' })).toEqual([`about ${name}`]);
		});

		test('that a report gives another date', () => {
			const claim = { source: source?.id, says: { en: 'It did.' }, when: '1999' };
			const [, line] = note({ places: [], claims: [claim] });
			expect(line).toContain(source?.title);
			expect(line).toContain(', EDTF 1999');
			expect(note({ places: [], claims: [{ ...claim, inferred: true }] })[1]).toContain(', EDTF 1999 (inferred)');
		});
	});

	test('is of the data and of no moment, with ids that stay and a link to each event', () => {
		const dataset = { ...withEvent({ added: '2025-10-01', modified: '2025-10-14' }), url: 'https://example.org/map/' };
		const permalink = (id: string) => `https://example.org/map/events/${id}/`;
		const [entry] = entries(write(dataset, { permalink }));
		expect(entry).toMatchObject({ stamp: '2025-10-14T00:00:00Z', url: permalink(dataset.events[0]?.id ?? '') });
		expect(entry?.uid).toBe(`${dataset.events[0]?.id}@example.org`);
		expect(write(dataset)).toBe(write(dataset));
	});

	test('says what was chosen, of which version and under which licence', () => {
		const text = write(small(), {
			selection: '1 of 3; Places: A, B',
			link: 'https://example.org/?place=a,b',
			updated: '2025-10-14',
			rejected: 2
		});
		expect(text).toContain('X-CHRONOTOPE-SELECTION:1 of 3\\; Places: A\\, B\r\n');
		expect(text).toContain('X-CHRONOTOPE-LINK:https://example.org/?place=a\\,b\r\n');
		expect(text).toContain('X-CHRONOTOPE-REJECTED:2\r\n');
		expect(text).toContain(`X-CHRONOTOPE-VERSION:${small().version}`);
	});
});

describe('what a calendar holds is the same after a way through it', () => {
	function expectSame(dataset: Dataset): void {
		const text = write(dataset);
		expect(entries(text)).toHaveLength(
			dataset.events.filter(isListed).length - withoutDay(dataset.events.filter(isListed))
		);
		if (heldByCalendar(dataset).events.length === 0) return;
		const result = imported({ 'events.ics': text });
		expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		if (result.dataset === null) throw new Error('There are events.');
		expect(heldByCalendar(result.dataset)).toEqual(heldByCalendar(dataset));
	}
	const isListed = ({ mergedInto, withdrawn }: Dataset['events'][number]) =>
		mergedInto === undefined && withdrawn === undefined;

	test('of a small dataset', () => expectSame(small()));

	test('of any dataset', () => {
		fc.assert(
			fc.property(nastyDataset, (dataset) => {
				const good = loaded(dataset);
				if (good !== null) expectSame(withoutControls(good));
			}),
			{ seed: 12, numRuns: 60 }
		);
	});

	test(`of texts that break programs${NAUGHTY === null ? ' (skipped: there is no list of them here)' : ''}`, (context) => {
		if (NAUGHTY === null) return context.skip('There is no list of them here.');
		const [event] = small().events;
		if (event === undefined) throw new Error('There is an event.');
		const [language = ''] = small().languages;
		const events = NAUGHTY.filter((text) => /\S/.test(text.replace(/\p{Cc}/gu, ''))).map((text, index) => ({
			...event,
			when: '2025-10-15',
			id: `naughty-${index}` as typeof event.id,
			title: { [language]: text },
			summary: { [language]: text }
		}));
		expectSame(withoutControls({ ...small(), events }));
	});
});
