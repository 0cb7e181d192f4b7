import { STATUSES, type Status } from '../../core/model.ts';
import { plainWord } from './words.ts';

const WORDS: readonly (readonly [string, Status])[] = [
	...STATUSES.map((status) => [status, status] as const),
	['happened', 'occurred'],
	['confirmed', 'occurred'],
	['verified', 'occurred'],
	['past', 'occurred'],
	['scheduled', 'planned'],
	['announced', 'planned'],
	['in progress', 'ongoing'],
	['unconfirmed', 'reported'],
	['alleged', 'reported'],
	['произошло', 'occurred'],
	['состоялось', 'occurred'],
	['подтверждено', 'occurred'],
	['запланировано', 'planned'],
	['планируется', 'planned'],
	['объявлено', 'planned'],
	['продолжается', 'ongoing'],
	['сообщается', 'reported'],
	['не подтверждено', 'reported'],
	['وقع', 'occurred'],
	['مؤكد', 'occurred'],
	['مقرر', 'planned'],
	['معلن', 'planned'],
	['مستمر', 'ongoing'],
	['جار', 'ongoing'],
	['وفق تقارير', 'reported'],
	['غير مؤكد', 'reported']
];

/** By their plain form. */
const STATUS_WORDS: ReadonlyMap<string, Status> = new Map(WORDS.map(([word, status]) => [plainWord(word), status]));

/** What a cell says of whether it happened; `null` for a word that is none for that. */
export function statusOf(text: string): Status | null {
	return STATUS_WORDS.get(plainWord(text)) ?? null;
}
