import { DATE_TARGETS, type ColumnUse, type Target } from '../io/formats/format.ts';
import type { Answer, Question } from '../io/import/mapping.ts';
import type { AnsweredQuestion, ColumnQuestion, OpenedTable } from './session.ts';

export type SwapQuestion = Extract<Question, { readonly kind: 'swapped' }>;

/** A question as it stands in the page: open, or answered here and still to be changed. */
export interface Asked {
	/** Place of its table in the session. */
	readonly table: number;
	readonly file: string;
	readonly question: ColumnQuestion;
	/** What the column is used for, without the answer. */
	readonly use: ColumnUse;
	readonly answer: Answer | null;
	readonly isOpen: boolean;
}

/** A column is asked at most one of each. */
const KINDS: readonly (readonly ColumnQuestion['kind'][])[] = [
	['century'],
	['date-order', 'date-kind', 'coordinate-order']
];

/**
 * Open questions, and those that were answered here: an answer does not take the question away from under the hand that gives
 * it. In the order of files and columns. `answered` have the name of their file.
 */
export function askedIn(tables: readonly OpenedTable[], answered: readonly AnsweredQuestion[]): readonly Asked[] {
	return tables.flatMap(({ file, mapping }, table) => {
		const before = answered.filter((item) => item.file === file).map(({ question }) => question);
		const open = mapping.questions.filter((question) => question.kind !== 'swapped');
		return mapping.columns.flatMap(({ column, use }) =>
			KINDS.flatMap((kinds): Asked[] => {
				const isOf = (question: ColumnQuestion) => question.column === column && kinds.includes(question.kind);
				const now = open.find(isOf);
				const question = now ?? before.find(isOf);
				if (use === null || question === undefined || !fits(question, use.target)) return [];
				const answer = (question.kind === 'century' ? use.yearsFrom : use.notation) ?? null;
				return [{ table, file, question, use, answer, isOpen: now !== undefined }];
			})
		);
	});
}

function fits({ kind }: ColumnQuestion, target: Target): boolean {
	return kind === 'coordinate-order' ? target === 'coordinates' : DATE_TARGETS.has(target);
}

/** Open questions that the answer to this one may serve as well; none before it is answered. */
export function alikeOf(item: Asked, asked: readonly Asked[]): readonly Asked[] {
	const { answer, question, isOpen } = item;
	if (isOpen || answer === null) return [];
	return asked.filter(
		(other) => other.isOpen && other.question.kind === question.kind && other.question.options.includes(answer)
	);
}

/** Offers to swap that are open. */
export function swapIn({ mapping }: OpenedTable): SwapQuestion | null {
	return mapping.questions.find((question) => question.kind === 'swapped') ?? null;
}

/** Id of the field of a question in the page; `null`: of the offer to swap. Names of columns may be anything, and are no ids. */
export function questionId(base: string, table: number, question: ColumnQuestion | null): string {
	if (question === null) return `${base}-${table}-swap`;
	const letters = [...question.column].map((letter) => letter.codePointAt(0)?.toString(36)).join('-');
	const name = question.kind === 'century' ? `${letters}-century` : letters;
	return `${base}-${table}-${name}`;
}
