export type ProblemParams = Readonly<Record<string, string | number>>;

/** What a sentence about a problem of a data file may speak of. */
export interface ProblemFacts {
	readonly file: string;
	readonly field: string | null;
	readonly value: string | null;
	readonly params: ProblemParams;
	/** What the date parser has to say; empty when it is not about a date. */
	readonly explanation: string;
}

/** Why it is a problem, and how to mend it: whole sentences, both of them. */
export interface ProblemWords {
	readonly why: string;
	readonly mend: string;
}

export type WriteProblem = (facts: ProblemFacts) => ProblemWords;

/** Where a record stands: a line, or its place in its list, both from 1. `file`: empty for the file of the problem itself. */
interface RecordNamed {
	readonly at: number;
	readonly isLine: boolean;
	readonly file: string;
}

/** What the parameter `others` names: `3, 7` are lines, `/features/3` and `events/2024.json /3` places in lists, these from 0. */
export function otherRecords(others: string | number | undefined): readonly RecordNamed[] {
	return String(others ?? '')
		.split(', ')
		.flatMap((text) => {
			const [, file = '', pointer = '', digits = ''] = /^(?:(.*) )?(\/(?:.*\/)?)?(\d+)$/.exec(text) ?? [];
			if (digits === '') return [];
			return [{ at: Number(digits) + Number(pointer !== ''), isLine: pointer === '', file }];
		});
}

/** Degrees without the dust of computing: `-123.8`, not `-123.80000000000001`. Seven decimals are a centimetre. */
export function degrees(value: string | number | undefined): string {
	return String(Number(Number(value).toFixed(7)));
}

/** Whether it is a dataset's own file, and no column of an imported one. */
export function isOwn(field: string | null): boolean {
	return field === null || field.startsWith('geometry');
}
