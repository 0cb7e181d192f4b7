import { expect, test } from 'vitest';
import { createCatalogue } from '../../../src/lib/core/catalogue.ts';
import { createColumns } from '../../../src/lib/core/create-columns.ts';
import { parseDates } from '../../../src/lib/core/dataset-dates.ts';
import { PAGE_ROWS } from '../../../src/lib/io/paged.ts';
import { createPagedSite } from '../../../src/lib/io/paged-files.ts';
import { columnsOf, createData } from '../../bench/data.ts';
import { datasetOf, FOLDER, pageOf, startOf } from '../../bench/records.ts';

test.each([false, true])('records are the events of the columns (several places an event: %s)', (several) => {
	const data = createData(2000, 50, several);
	const dataset = datasetOf(data, data.events);
	const catalogue = createCatalogue(dataset, parseDates(dataset));
	expect(createColumns(catalogue)).toEqual(columnsOf(data));
});

test('the page of the application is given what the build would give it', () => {
	const data = createData(2000, 50);
	const { manifest, first, files } = createPagedSite(datasetOf(data, data.events));
	expect(startOf(data)).toEqual({ manifest: { ...manifest, folder: FOLDER }, dataset: first });
	const pages = [...files()].filter(({ name }) => name.startsWith('rows/'));
	expect(pages.map(({ content }) => JSON.parse(String(content)))).toEqual(pages.map((_, page) => pageOf(data, page)));
	expect(pageOf(data, Math.ceil(2000 / PAGE_ROWS))).toEqual([]);
});
