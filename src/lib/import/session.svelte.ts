import type { Locale } from '../i18n/locales.ts';
import type { FileChanges } from '../io/input.ts';
import { addChange, isReadAs, withChange, withoutReading, withReading } from './changes.ts';
import type { ChosenFile, FromImport, Request, ToImport } from './messages.ts';
import type {
	AnsweredQuestion,
	ColumnQuestion,
	ImportSession,
	MappingChange,
	OpenedTable,
	Outcome,
	Saved,
	SavedFile,
	Taken
} from './session.ts';

/** A worker, or what stands for one. */
export type ImportPort = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** What is shown, and what has to be said to a worker to have it again. */
interface Shown {
	readonly phase: ImportSession['phase'];
	readonly request: Request;
	readonly files: readonly string[];
	readonly isNative: boolean;
	readonly mappingFile: string | null;
	readonly tables: readonly OpenedTable[];
	readonly outcome: Outcome | null;
}

/** What a worker is at. */
interface Work {
	readonly message: ToImport;
	/** Of what was asked for; `undefined`: it shows by itself. */
	readonly settle?: (answer: FromImport) => void;
	readonly fail?: (error: Error) => void;
}

const NOTHING: Shown = {
	phase: 'empty',
	request: { choice: 0, files: [], changes: [], language: 'en' },
	files: [],
	isNative: false,
	mappingFile: null,
	tables: [],
	outcome: null
};

/** Why what was asked for is not given: it was cancelled, something newer came, or no worker lives. */
export class NotGiven extends Error {}

/**
 * The page's side of an import. A worker does the work and is told everything each time, so that one that was ended (to cancel,
 * for memory, or because it died) is replaced by another without loss.
 */
export class FileImport implements ImportSession {
	readonly #start: () => ImportPort;
	readonly #language: Locale;
	#port: ImportPort | null = null;
	#shown: Shown = $state.raw(NOTHING);
	#progress: number | null = $state(null);
	#hasFailed = $state(false);
	#answered: readonly AnsweredQuestion[] = $state.raw([]);
	/** What `cancel` goes back to. */
	#settled: Shown = NOTHING;
	#work: Work | null = null;
	#job = 0;
	#choice = 0;
	/** The worker has died over this work before. */
	#isSecondTry = false;
	/** What was changed of any file that was opened, by its name. */
	readonly #changes = new Map<string, FileChanges>();

	/** `language`: of the page. */
	constructor(language: Locale, start: () => ImportPort = startWorker) {
		this.#language = language;
		this.#start = start;
	}

	get phase(): Shown['phase'] {
		return this.#shown.phase;
	}
	get progress(): number | null {
		return this.#progress;
	}
	get hasFailed(): boolean {
		return this.#hasFailed;
	}
	get files(): readonly string[] {
		return this.#shown.files;
	}
	get isNative(): boolean {
		return this.#shown.isNative;
	}
	get mappingFile(): string | null {
		return this.#shown.mappingFile;
	}
	get isMapped(): boolean {
		const { mappingFile, tables, request } = this.#shown;
		return (
			tables.length > 0 &&
			(mappingFile !== null || request.changes.some(({ entry }) => tables.some(({ file }) => file === entry.file)))
		);
	}
	get answered(): readonly AnsweredQuestion[] {
		return this.#answered;
	}
	get tables(): readonly OpenedTable[] {
		return this.#shown.tables;
	}
	get outcome(): Outcome | null {
		return this.#shown.outcome;
	}

	open(files: readonly File[]): void {
		// What is being worked at is of other files: its last step may take a while.
		if (this.#work !== null) this.#end();
		const chosen = files.map((file): ChosenFile => ({ path: file.webkitRelativePath || file.name, file }));
		this.#shown = {
			...NOTHING,
			phase: 'reading',
			files: files.map(({ name }) => name),
			request: { choice: ++this.#choice, files: chosen, changes: [...this.#changes.values()], language: this.#language }
		};
		this.#run();
	}

	noteAnswered(file: string, question: ColumnQuestion): void {
		this.#answered = [...this.#answered, { file, question }];
	}

	change(table: number, change: MappingChange): void {
		const { tables, request } = this.#shown;
		const opened = tables[table];
		if (opened === undefined) return;
		const { mapping, file } = opened;
		this.#changes.set(file, addChange(this.#changes.get(file) ?? null, mapping, change));
		this.#shown = {
			...this.#shown,
			tables: tables.with(table, { ...withReading(opened, change), mapping: withChange(mapping, change) }),
			request: { ...request, changes: [...this.#changes.values()] }
		};
		this.#run();
	}

	cancel(): void {
		if (this.#work === null) return;
		this.#end();
		this.#restore();
	}

	async save(what: Saved, language: Locale): Promise<readonly SavedFile[]> {
		const answer = await this.#ask({ kind: 'save', job: ++this.#job, request: this.#shown.request, what, language });
		return answer.kind === 'saved' ? answer.files : [];
	}

	/** Rejects with `NotGiven`. The worker has then nothing more to keep, and ends; whatever is asked next starts another. */
	async take(): Promise<Taken> {
		const answer = await this.#ask({ kind: 'take', job: ++this.#job, request: this.#shown.request });
		if (answer.kind !== 'taken') throw new NotGiven('There is no dataset to take.');
		this.#end();
		return answer.taken;
	}

	close(): void {
		this.#end();
		this.#restore();
	}

	#run(): void {
		this.#hasFailed = false;
		this.#begin({ message: { kind: 'run', job: ++this.#job, request: this.#shown.request } });
	}

	#ask(message: ToImport): Promise<FromImport> {
		return new Promise((settle, fail) => this.#begin({ message, settle, fail }));
	}

	#begin(work: Work): void {
		const before = this.#work;
		this.#work = work;
		before?.fail?.(new NotGiven('Something else was asked for.'));
		this.#progress = 0;
		this.#isSecondTry = false;
		this.#send();
	}

	/** To a worker that lives, or to a new one. */
	#send(): void {
		if (this.#work === null) return;
		try {
			this.#port ??= this.#connect();
			this.#port.postMessage(this.#work.message);
		} catch {
			this.#onDeath();
		}
	}

	#connect(): ImportPort {
		const port = this.#start();
		port.onmessage = ({ data }: MessageEvent<FromImport>) => this.#receive(data);
		port.onerror = (event) => {
			event.preventDefault();
			this.#onDeath();
		};
		return port;
	}

	#onDeath(): void {
		this.#endPort();
		if (this.#work === null) return;
		if (!this.#isSecondTry) {
			this.#isSecondTry = true;
			this.#send();
			return;
		}
		this.#hasFailed = true;
		this.#end();
		this.#restore();
	}

	#receive(message: FromImport): void {
		const work = this.#work;
		if (work === null || message.job !== work.message.job) return;
		if (message.kind === 'progress') this.#progress = message.share;
		else if (message.kind === 'opened') this.#onOpened(message);
		else if (message.kind === 'outcome') {
			this.#shown = { ...this.#shown, outcome: message.outcome };
			this.#settled = this.#shown;
			if (work.message.kind === 'run') this.#finish(work, message);
		} else this.#finish(work, message);
	}

	#finish(work: Work, answer: FromImport): void {
		this.#work = null;
		this.#progress = null;
		work.settle?.(answer);
	}

	#onOpened({ files, isNative, mappingFile, tables }: Extract<FromImport, { kind: 'opened' }>): void {
		const opened = tables.map((table): OpenedTable => {
			const { file, mapping } = table;
			const change = this.#changes.get(file);
			if (change === undefined) return table;
			const isReadingRefused = !isReadAs(table, change.entry);
			const columns = mapping.columns.map(({ column }) => column);
			if (isReadingRefused) this.#changes.set(file, withoutReading(change, columns));
			else if (change.columns === null) this.#changes.set(file, { ...change, columns });
			return { ...table, isReadingRefused };
		});
		this.#shown = { ...this.#shown, phase: 'ready', files, isNative, mappingFile, tables: opened };
	}

	#restore(): void {
		this.#shown = this.#settled;
		// What was changed meanwhile was not wanted after all.
		for (const { file } of this.#shown.tables) this.#changes.delete(file);
		for (const change of this.#shown.request.changes) this.#changes.set(change.entry.file, change);
	}

	/** Ends the worker and what it was at. */
	#end(): void {
		this.#endPort();
		const work = this.#work;
		this.#work = null;
		this.#progress = null;
		work?.fail?.(new NotGiven('It was cancelled.'));
	}

	#endPort(): void {
		if (this.#port === null) return;
		[this.#port.onmessage, this.#port.onerror] = [null, null];
		this.#port.terminate();
		this.#port = null;
	}
}

function startWorker(): ImportPort {
	return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
