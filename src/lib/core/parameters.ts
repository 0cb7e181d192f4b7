/** The parameters of the URL, in their canonical order. */
export const PARAMETERS = [
	'from',
	'to',
	'place',
	'category',
	'actor',
	'source',
	'status',
	'q',
	'known',
	'bounds',
	'event',
	'map',
	'order',
	'axis',
	'play',
	'theme'
] as const;
export type Parameter = (typeof PARAMETERS)[number];

/**
 * Something that a link asks for and that cannot be given, said to the reader: `malformed` (not in the form of the
 * contract), `unreadable` (broken percent encoding or control characters), `swapped` (`from` after `to`), `shortened`
 * (`q` too long), `missing` (an id that this version of the dataset does not have), `merged` (an event that has become another one, which is shown),
 * `withdrawn` (an event), `duplicate` (only the first counts).
 */
export interface Notice {
	readonly code:
		'malformed' | 'unreadable' | 'swapped' | 'shortened' | 'missing' | 'merged' | 'withdrawn' | 'duplicate';
	readonly parameter: Parameter;
	/** As it stood in the link, at most 80 characters. */
	readonly value: string;
}
