import { expect, test } from 'vitest';
import type { Dataset, HistoricalEvent } from '../../../../src/lib/core/model.ts';
import { updatedOf } from '../../../../src/lib/core/updated.ts';
import { csvFile } from '../../../../src/lib/io/export/csv.ts';
import { fileName } from '../../../../src/lib/io/export/file-name.ts';
import { geojsonFile } from '../../../../src/lib/io/export/geojson.ts';
import { selectedDataset } from '../../../../src/lib/io/export/selected.ts';
import { nativeFile, readNativeFile } from '../../../../src/lib/io/native-file.ts';
import { checkFolder } from '../../../../src/lib/io/folder.server.ts';
import { held, imported } from './support.ts';

const ABOUT = {
	selection: '2 of 16 events; Places: =Moscow',
	link: 'https://example.org/?place=moscow',
	updated: '2025-10-14',
	rejected: 3
};

function real(): { dataset: Dataset; events: readonly HistoricalEvent[] } {
	const { dataset } = checkFolder('data');
	if (dataset === null) throw new Error('The dataset loads.');
	return { dataset, events: dataset.events.slice(3, 8) };
}

const only = (dataset: Dataset, events: readonly HistoricalEvent[]) => held({ ...dataset, events }, 7).events;

test.each([
	['events.csv', csvFile, ',selection link,data as of,records rejected\r\n'],
	['events.geojson', geojsonFile, '"link":"https://example.org/?place=moscow"']
] as const)('%s of some events is these, says what was chosen, and is read back as they are', (name, write, said) => {
	const { dataset, events } = real();
	const text = [...write(dataset, { ...ABOUT, events })].join('');
	expect(text).toContain(said);
	expect(text).toContain('2 of 16 events; Places: =Moscow');
	expect(text).toContain('2025-10-14');
	const result = imported({ [name]: text });
	expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
	expect(result.dataset && held(result.dataset, 7).events).toEqual(only(dataset, events));
});

test('a dataset of some events is whole, word for word, and names what was chosen in each language', () => {
	const { dataset, events } = real();
	const some = selectedDataset(dataset, events, ABOUT);
	const reading = readNativeFile('some.chronotope.json', [...nativeFile(some)].join(''));
	let step = reading.next();
	while (step.done !== true) step = reading.next();
	const { dataset: read, problems } = step.value;
	expect(problems).toEqual([]);
	expect(read).toEqual(some);
	expect(read?.events).toEqual(events);
	expect(read?.places.map(({ id }) => id).sort()).toEqual(
		[...new Set(events.flatMap(({ places }) => places.map(({ place }) => place)))].sort()
	);
	expect(read?.categories).toEqual(dataset.categories);
	for (const text of Object.values(read?.description ?? {}))
		expect(text.endsWith(`${ABOUT.selection} ${ABOUT.link} (3 records rejected)`)).toBe(true);
});

test('names of files say of what they are, and whether it is all', () => {
	const { dataset } = real();
	expect(fileName(dataset, 'filtered', 'csv')).toBe('syria-and-russia-before-the-moscow-visit-1-0-0-filtered.csv');
	expect(fileName({ ...dataset, title: { en: '<img>/../' }, version: '' }, 'all', 'native')).toBe(
		'img-all.chronotope.json'
	);
	expect(fileName({ ...dataset, title: { en: 'سوريا' } }, 'all', 'icalendar')).toBe('dataset-1-0-0-all.ics');
});

test('the day of the data is that of its newest record', () => {
	expect(updatedOf([])).toBeUndefined();
	expect(updatedOf([{ added: '2025-01-02' }, { added: '2024-05-05', modified: '2025-03-01' }])).toBe('2025-03-01');
});
