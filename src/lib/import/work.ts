import type { Dataset } from '../core/model.ts';
import { importWords } from '../i18n/import-words.ts';
import { problemMessages } from '../i18n/problem-messages.ts';
import { countLoaded } from '../io/import/counts.ts';
import { importSteps } from '../io/import/import.ts';
import type { ImportResult } from '../io/import/result.ts';
import {
	mapImport,
	newestDay,
	openImport,
	textsOf,
	type FileChanges,
	type OpenedImport,
	type Prepared
} from '../io/input.ts';
import { loadTexts } from '../io/load.ts';
import { readNativeFile } from '../io/native-file.ts';
import { MAX_INLINE_EVENTS, PAGE_ROWS } from '../io/paged.ts';
import { createPagedSite } from '../io/paged-files.ts';
import type { FromImport, Request, ToImport } from './messages.ts';
import { readFiles, type ReadFiles } from './read-files.ts';
import { savedFiles, textAgain } from './saved.ts';
import type { OpenedTable, SavedFile, Taken } from './session.ts';
import { outcomeOf, type Checked } from './summary.ts';

/** A newer request has come. */
class Overtaken extends Error {}

interface Done extends Checked {
	readonly rejected: ImportResult['rejected'];
	/** `null`: of a dataset in the native format. */
	readonly prepared: Prepared | null;
}

/** A request that is being worked at. */
interface Task {
	readonly request: Request;
	/** Equal for what has the same answer. */
	readonly key: string;
}

/** Files that were opened in a certain way. */
interface OpenedFiles {
	readonly key: string;
	readonly files: ReadFiles;
	/** `null`: they are in the native format. */
	readonly tables: OpenedImport | null;
}

/** How much of the whole it is to open files, from 0 to 1. */
const OPENING = 0.25;
/** A native dataset of so many is half loaded, as it were. */
const SOME_RECORDS = 50_000;
/** In sight for the moment until the rest is read: a screen full of them. */
const FIRST_ROWS = 20;
/** As long as others have to wait for their turn, ms. */
const TURN_MS = 30;

/** What the worker does. The newest request counts: work at an older one ends when it is its turn. */
export class ImportWork {
	readonly #send: (message: FromImport, transfer?: Transferable[]) => void;
	readonly #turn: () => Promise<unknown>;
	#opened: OpenedFiles | null = null;
	/** The newest answer there will be. */
	#answer: { readonly task: Task; readonly done: Promise<Done> } | null = null;
	#current: Task | null = null;
	/** Who is told of progress. */
	#job = 0;

	/** `turn` resolves when messages that came meanwhile have been heard. */
	constructor(send: (message: FromImport, transfer?: Transferable[]) => void, turn: () => Promise<unknown>) {
		this.#send = send;
		this.#turn = turn;
	}

	/** Rejects only when it cannot go on. */
	async receive(message: ToImport): Promise<void> {
		const { job, request } = message;
		const key = JSON.stringify([request.choice, request.changes]);
		this.#job = job;
		if (this.#current?.key !== key) this.#current = { request, key };
		const task = this.#current;
		try {
			const done = await this.#ensure(task);
			this.#send({ kind: 'outcome', job, outcome: outcomeOf(done) });
			if (message.kind === 'save') this.#send({ kind: 'saved', job, files: await this.#save(done, message) });
			if (message.kind === 'take') await this.#take(job, done, task);
		} catch (error) {
			if (!(error instanceof Overtaken)) throw error;
			this.#send({ kind: 'refused', job });
		}
	}

	#save(done: Done, { what, language, request }: Extract<ToImport, { kind: 'save' }>): Promise<SavedFile[]> {
		const textOf = (file: string) => textAgain(file, request, this.#opened?.tables?.entries);
		return savedFiles(what, done, textOf, problemMessages[language]);
	}

	#ensure(task: Task): Promise<Done> {
		if (this.#answer?.task !== task) this.#answer = { task, done: this.#run(task) };
		return this.#answer.done;
	}

	async #run(task: Task): Promise<Done> {
		const { files, tables } = await this.#open(task);
		const prepared = tables === null ? null : mapImport(tables, task.request.changes);
		this.#send({
			kind: 'opened',
			job: this.#job,
			files: files.names,
			isNative: files.isNative,
			mappingFile: files.isNative ? null : (files.mapping?.name ?? null),
			tables: prepared === null ? [] : tablesOf(prepared)
		});
		await this.#next(task, OPENING);
		if (prepared === null) return this.#load(task, files);
		const steps = importSteps(prepared.tables, prepared.mappings, {
			...prepared.options,
			words: importWords[task.request.language]
		});
		const result = await this.#steps(task, steps, ({ done, total }) => (total === 0 ? 1 : done / total));
		return { ...result, prepared };
	}

	async #load(task: Task, files: ReadFiles): Promise<Done> {
		const none = { dataset: null, rejected: [], prepared: null };
		if (!files.isNative || files.problems.length > 0) {
			const counts = { read: 0, accepted: 0, repaired: 0, rejected: 0, ...countLoaded(null) };
			return { ...none, problems: files.problems, counts };
		}
		const texts = new Map([...files.texts].map(([path, text]) => [path, () => text]));
		// How many records there will be is not known before.
		let read = 0;
		const { whole } = files;
		const steps = whole === null ? loadTexts(textsOf(texts)) : readNativeFile(whole.name, whole.text);
		const { dataset, problems, counts } = await this.#steps(
			task,
			steps,
			(step) => (read += step) / (read + SOME_RECORDS)
		);
		return { ...none, dataset, problems, counts: { ...counts.events, ...countLoaded(dataset) } };
	}

	/** Files that are open already are not read again. */
	async #open(task: Task): Promise<OpenedFiles> {
		const { choice, files, changes } = task.request;
		const key = JSON.stringify([choice, changes.flatMap(readingOf)]);
		if (this.#opened?.key === key) return this.#opened;
		// What was read is let go before more is read.
		this.#opened = null;
		await this.#next(task, 0);
		const read = await readFiles(files);
		await this.#next(task, OPENING / 5);
		const tables = read.isNative
			? null
			: openImport(read.files, {
					added: newestDay(read.changed),
					mapping: read.mapping,
					changes,
					problems: read.problems,
					names: read.names
				});
		await this.#next(task, OPENING);
		// Of the bytes nothing is needed any more.
		this.#opened = { key, files: read.isNative ? read : { ...read, files: [] }, tables };
		return this.#opened;
	}

	async #steps<Step, Result>(
		task: Task,
		steps: Generator<Step, Result>,
		shareOf: (step: Step) => number
	): Promise<Result> {
		let last = performance.now();
		for (;;) {
			const step = steps.next();
			if (step.done) return step.value;
			const share = shareOf(step.value);
			if (performance.now() - last < TURN_MS) continue;
			await this.#next(task, OPENING + share * (1 - OPENING));
			last = performance.now();
		}
	}

	async #take(job: number, { dataset }: Done, task: Task): Promise<void> {
		if (dataset === null || dataset.events.length === 0) return this.#send({ kind: 'refused', job });
		if (dataset.events.length <= MAX_INLINE_EVENTS)
			return this.#send({ kind: 'taken', job, taken: { dataset, manifest: null, files: new Map() } });
		// Paged it is once more as large, and what it was made from is not needed for that.
		[this.#opened, this.#answer] = [null, null];
		const taken = await this.#page(dataset, task);
		this.#send(
			{ kind: 'taken', job, taken },
			[...taken.files.values()].map(({ buffer }) => buffer)
		);
	}

	async #page(dataset: Dataset, task: Task): Promise<Taken> {
		await this.#next(task, 0);
		const { manifest, first, files } = createPagedSite(dataset, { firstRows: FIRST_ROWS, isHere: true });
		const made = new Map<string, Uint8Array<ArrayBuffer>>();
		const encoder = new TextEncoder();
		// Pages and ids are known beforehand; of the words there are files for a few pages each.
		const total = (manifest.rows / PAGE_ROWS) * 1.2 + manifest.idShards + 2;
		let last = performance.now();
		for (const { name, content } of files()) {
			made.set(name, typeof content === 'string' ? encoder.encode(content) : ownBuffer(content));
			if (performance.now() - last < TURN_MS) continue;
			await this.#next(task, Math.min(1, 0.3 + (0.7 * made.size) / total));
			last = performance.now();
		}
		return { dataset: first, manifest: { ...manifest, folder: `own/${task.request.choice}` }, files: made };
	}

	/** Lets others have their turn. Throws when another thing was asked meanwhile. */
	async #next(task: Task, share: number): Promise<void> {
		this.#send({ kind: 'progress', job: this.#job, share });
		await this.#turn();
		if (this.#current !== task) throw new Overtaken();
	}
}

/** What decides how a file is opened; nothing when that is left to its content. */
function readingOf({ entry: { file, format, encoding, delimiter, header } }: FileChanges) {
	const reading = [format, encoding, delimiter, header];
	return reading.every((value) => value === undefined) ? [] : [[file, ...reading]];
}

/** A file's bytes in a buffer of their own, which can be handed over. */
function ownBuffer(content: Uint8Array): Uint8Array<ArrayBuffer> {
	const { buffer } = content;
	return buffer instanceof ArrayBuffer && buffer.byteLength === content.byteLength
		? new Uint8Array(buffer)
		: new Uint8Array(content);
}

function tablesOf({ tables, mappings }: Prepared): OpenedTable[] {
	return tables.flatMap(({ file, format, rows, dialect, encoding = 'utf-8', leftOut }, index): OpenedTable[] => {
		const mapping = mappings[index];
		if (mapping === undefined) return [];
		return [{ file, format, rows: rows.length, mapping, dialect: dialect ?? null, encoding, leftOut }];
	});
}
