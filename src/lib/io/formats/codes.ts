import type { Notation } from './format.ts';

/** Words of the code books of formats that write numbers where others write words. */
const WORDS: Partial<Record<Notation, ReadonlyMap<string, string>>> = {
	'ucdp-violence': new Map([
		['1', 'State-based conflict'],
		['2', 'Non-state conflict'],
		['3', 'One-sided violence']
	]),
	'gdelt-quad-class': new Map([
		['1', 'Verbal cooperation'],
		['2', 'Material cooperation'],
		['3', 'Verbal conflict'],
		['4', 'Material conflict']
	]),
	'cameo-root': new Map([
		['01', 'Public statement'],
		['02', 'Appeal'],
		['03', 'Intent to cooperate'],
		['04', 'Consultation'],
		['05', 'Diplomatic cooperation'],
		['06', 'Material cooperation'],
		['07', 'Provision of aid'],
		['08', 'Yielding'],
		['09', 'Investigation'],
		['10', 'Demand'],
		['11', 'Disapproval'],
		['12', 'Rejection'],
		['13', 'Threat'],
		['14', 'Protest'],
		['15', 'Show of force'],
		['16', 'Reduced relations'],
		['17', 'Coercion'],
		['18', 'Assault'],
		['19', 'Fighting'],
		['20', 'Mass violence']
	])
};

/** What a code means, in English; the text itself where the notation is no code book or does not have it. */
export function codeWords(notation: Notation | undefined, text: string): string {
	return (notation === undefined ? undefined : WORDS[notation]?.get(text.trim())) ?? text;
}
