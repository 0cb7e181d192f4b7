/** What a sentence about a problem of a data file may speak of. */
export interface ProblemFacts {
	readonly file: string;
	readonly field: string | null;
	readonly value: string | null;
	readonly params: Readonly<Record<string, string | number>>;
	/** What the date parser has to say; empty when it is not about a date. */
	readonly explanation: string;
}

/** Why it is a problem, and how to mend it: whole sentences, both of them. */
export interface ProblemWords {
	readonly why: string;
	readonly mend: string;
}

export type WriteProblem = (facts: ProblemFacts) => ProblemWords;
