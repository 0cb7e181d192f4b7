import { expect, it } from 'vitest';
import type { FromImport, ToImport } from '$lib/import/messages.ts';
import { FileImport, NotGiven, type ImportPort } from '$lib/import/session.svelte.ts';
import type { OpenedTable, Outcome } from '$lib/import/session.ts';

/** Stands for a worker: keeps what it is sent, and says what a test has it say. */
class Port {
	readonly sent: ToImport[] = [];
	isGone = false;
	onmessage: ImportPort['onmessage'] = null;
	onerror: ImportPort['onerror'] = null;

	postMessage(message: ToImport): void {
		this.sent.push(message);
	}

	terminate(): void {
		this.isGone = true;
	}

	get job(): number {
		return this.sent.at(-1)?.job ?? 0;
	}

	say(data: FromImport): void {
		this.onmessage?.call(this as never, { data } as MessageEvent);
	}

	finish(title: string): void {
		this.say({
			kind: 'opened',
			job: this.job,
			files: [title],
			isNative: false,
			mappingFile: null,
			tables: [tableOf(title)]
		});
		this.say({ kind: 'outcome', job: this.job, outcome: { title } as Outcome });
	}

	die(): void {
		this.onerror?.call(this as never, { preventDefault: () => undefined } as ErrorEvent);
	}
}

function tableOf(file: string): OpenedTable {
	const columns = ['a', 'b'].map((column) => ({ column, use: null, evidence: [], samples: [] }));
	const mapping = { file, format: 'csv', columns, swapped: false, language: 'und', questions: [] } as const;
	return { file, format: 'csv', rows: 1, mapping, dialect: null, encoding: 'utf-8', leftOut: {} };
}

function setUp() {
	const ports: Port[] = [];
	const session = new FileImport('en', () => {
		const port = new Port();
		ports.push(port);
		return port;
	});
	const last = (): Port => ports.at(-1) ?? expect.fail('No worker was started.');
	const open = (name: string) => session.open([new File([], name)]);
	return { session, ports, last, open };
}

it('shows what is opened, and then what comes of it', () => {
	const { session, last, open } = setUp();
	expect(session.phase).toBe('empty');
	open('a.csv');
	expect(session).toMatchObject({ phase: 'reading', files: ['a.csv'], progress: 0, outcome: null });
	last().say({ kind: 'progress', job: last().job, share: 0.5 });
	expect(session.progress).toBe(0.5);
	last().finish('a.csv');
	expect(session).toMatchObject({
		phase: 'ready',
		progress: null,
		tables: [{ file: 'a.csv' }],
		outcome: { title: 'a.csv' }
	});
});

it('A18 files that are opened while others are read take their place, and nothing of the others is heard', () => {
	const { session, ports, last, open } = setUp();
	open('shown.csv');
	last().finish('shown.csv');
	open('slow.csv');
	const slow = last();
	open('wanted.csv');
	expect(slow.isGone).toBe(true);
	slow.finish('slow.csv');
	expect(session).toMatchObject({ phase: 'reading', files: ['wanted.csv'], progress: 0 });
	last().finish('wanted.csv');
	expect(session).toMatchObject({ phase: 'ready', files: ['wanted.csv'], outcome: { title: 'wanted.csv' } });
	expect(last().sent.map(({ kind }) => kind)).toEqual(['run']);
	expect(ports.filter(({ isGone }) => !isGone)).toEqual([last()]);
});

it('listens to the newest request alone', () => {
	const { session, ports, last, open } = setUp();
	open('a.csv');
	last().finish('a.csv');
	session.change(0, { kind: 'language', language: 'en' });
	const old = last().job;
	session.change(0, { kind: 'language', language: 'ar' });
	expect(session.outcome).toMatchObject({ title: 'a.csv' });
	last().say({ kind: 'outcome', job: old, outcome: { title: 'old' } as Outcome });
	expect(session).toMatchObject({
		progress: 0,
		outcome: { title: 'a.csv' },
		tables: [{ mapping: { language: 'ar' } }]
	});
	last().finish('new');
	expect(session.outcome).toMatchObject({ title: 'new' });
	expect(ports).toHaveLength(1);
});

it('goes back to what there was when it is cancelled, with no worker left', async () => {
	const { session, ports, last, open } = setUp();
	open('a.csv');
	session.cancel();
	expect(session).toMatchObject({ phase: 'empty', progress: null });
	open('a.csv');
	last().finish('a.csv');
	session.change(0, { kind: 'use', column: 'a', use: { target: 'title' } });
	session.cancel();
	expect(session.tables[0]?.mapping.columns[0]?.use).toBeNull();
	open('b.csv');
	const saving = session.save('mapping', 'en');
	session.cancel();
	await expect(saving).rejects.toThrow(NotGiven);
	expect(session).toMatchObject({ phase: 'ready', files: ['a.csv'], outcome: { title: 'a.csv' } });
	expect(ports.every(({ isGone }) => isGone)).toBe(true);
	session.change(0, { kind: 'swapped', swapped: true });
	expect(last().sent).toMatchObject([
		{ kind: 'run', request: { files: [{ path: 'a.csv' }], changes: [{ entry: { swapped: true } }] } }
	]);
	expect(last().sent[0]?.request.changes).toHaveLength(1);
});

it('keeps what was changed for a file of the same name', () => {
	const { session, last, open } = setUp();
	open('a.csv');
	last().finish('a.csv');
	session.change(0, { kind: 'use', column: 'a', use: { target: 'title' } });
	session.change(0, { kind: 'use', column: 'b', use: { target: 'title' } });
	open('b.csv');
	open('a.csv');
	expect(last().sent[0]?.request.changes).toMatchObject([
		{
			columns: ['a', 'b'],
			entry: {
				file: 'a.csv',
				columns: [
					{ column: 'a', use: null },
					{ column: 'b', use: 'title' }
				]
			}
		}
	]);
});

it('says when a file cannot be read as a person wants it, and goes on without', () => {
	const { session, last, open } = setUp();
	open('a.csv');
	last().finish('a.csv');
	session.change(0, { kind: 'reading', format: 'kml' });
	expect(session.tables[0]).toMatchObject({ format: 'kml' });
	last().finish('a.csv');
	expect(session.tables[0]).toMatchObject({ format: 'csv', isReadingRefused: true });
	session.change(0, { kind: 'language', language: 'ar' });
	expect(last().sent.at(-1)?.request.changes).toEqual([
		{ columns: ['a', 'b'], entry: { file: 'a.csv', language: 'ar' } }
	]);
	expect(session.isMapped).toBe(true);
});

it('starts a worker that dies once more, and then says that it failed', () => {
	const { session, ports, last, open } = setUp();
	open('a.csv');
	last().die();
	expect(session).toMatchObject({ phase: 'reading', hasFailed: false });
	expect(last().sent).toEqual(ports[0]?.sent);
	last().finish('a.csv');
	open('b.csv');
	last().die();
	last().die();
	expect(session).toMatchObject({ phase: 'ready', progress: null, hasFailed: true, files: ['a.csv'] });
	expect(ports).toHaveLength(3);
	open('c.csv');
	last().finish('c.csv');
	expect(session).toMatchObject({ hasFailed: false, files: ['c.csv'] });
});

it('says that it failed where there are no workers', () => {
	const session = new FileImport('en', () => {
		throw new Error('Workers are off.');
	});
	session.open([new File([], 'a.csv')]);
	expect(session).toMatchObject({ phase: 'empty', hasFailed: true, progress: null });
});

it('ends the worker when the dataset was taken, and starts one to go on', async () => {
	const { session, ports, last, open } = setUp();
	open('a.csv');
	last().finish('a.csv');
	const taking = session.take();
	last().say({ kind: 'taken', job: last().job, taken: { dataset: {} as never, manifest: null, files: new Map() } });
	await expect(taking).resolves.toMatchObject({ manifest: null });
	expect(last().isGone).toBe(true);
	expect(session).toMatchObject({ phase: 'ready', outcome: { title: 'a.csv' } });
	const refused = session.take();
	expect(ports).toHaveLength(2);
	last().say({ kind: 'refused', job: last().job });
	await expect(refused).rejects.toThrow(NotGiven);
});
