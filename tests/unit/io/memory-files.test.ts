import { expect, it } from 'vitest';
import { createCatalogue } from '$lib/core/catalogue.ts';
import { createColumns } from '$lib/core/create-columns.ts';
import { parseDates } from '$lib/core/dataset-dates.ts';
import { fetchFrom } from '$lib/io/memory-files.ts';
import { openPaged } from '$lib/io/paged-dataset.ts';
import { createPagedSite } from '$lib/io/paged-files.ts';
import { datasetNamed } from '../../support/datasets.ts';

const dataset = datasetNamed('uncertain');
const { manifest, first, files } = createPagedSite(dataset, { firstRows: 3, isHere: true });
const encoder = new TextEncoder();
const kept = new Map(
	[...files()].map(({ name, content }) => [
		name,
		typeof content === 'string' ? encoder.encode(content) : new Uint8Array(content)
	])
);
const open = (folder: string) =>
	openPaged({ ...manifest, folder: 'own/1' }, first, 'https://example.org/site/', fetchFrom(folder, kept));

it('opens a dataset from files that are nowhere but here, without loss', async () => {
	expect(first.events).toHaveLength(3);
	const opened = await open('own/1');
	if (!opened.ok) expect.fail(opened.fault.file);
	expect(opened.value.columns).toEqual(createColumns(createCatalogue(dataset, parseDates(dataset))));
	const last = manifest.rows - 1;
	expect(await opened.value.pages.load([last])).toEqual({ ok: true, value: null });
	const id = opened.value.pages.at(last)?.id;
	expect(id === undefined ? null : await opened.value.pages.findRow(id)).toEqual({ ok: true, value: last });
});

it('does not find what is not among them', async () => {
	expect(await open('own/2')).toMatchObject({ ok: false, fault: { reason: 'missing' } });
});
