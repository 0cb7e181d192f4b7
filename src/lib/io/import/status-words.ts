import { STATUSES, type Status } from '../../core/model.ts';
import { plainWord } from './words.ts';

const STATUS_WORDS: ReadonlyMap<string, Status> = new Map([
	...STATUSES.map((status) => [status, status] as const),
	['happened', 'occurred'],
	['confirmed', 'occurred'],
	['verified', 'occurred'],
	['past', 'occurred'],
	['scheduled', 'planned'],
	['announced', 'planned'],
	['in progress', 'ongoing'],
	['unconfirmed', 'reported'],
	['alleged', 'reported']
]);

/** What a cell says of whether it happened; `null` for a word that is none for that. */
export function statusOf(text: string): Status | null {
	return STATUS_WORDS.get(plainWord(text)) ?? null;
}
