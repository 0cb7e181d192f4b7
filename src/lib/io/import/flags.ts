/** Cells that say whether something is so: `true`, `yes`, nothing. */
import type { PlannedColumn } from './plan.ts';
import type { RowReport } from './row-report.ts';

const YES: ReadonlySet<string> = new Set([
	'true',
	'yes',
	'y',
	'1',
	'x',
	't',
	'да',
	'نعم',
	'oui',
	'ja',
	'si',
	'sí',
	'sim',
	'✓',
	'✔'
]);
const NO: ReadonlySet<string> = new Set([
	'',
	'false',
	'no',
	'n',
	'0',
	'f',
	'-',
	'none',
	'null',
	'нет',
	'لا',
	'non',
	'nein',
	'nee',
	'não'
]);

/** Whether a picture is hidden until it is asked for. What cannot be understood hides it. */
export function readGraphic(text: string, column: PlannedColumn | undefined, report: RowReport): boolean {
	return readFlag(text, column, report, ['graphic', 'sensitive'], ['not graphic']);
}

/** Whether nobody but the editor says something. What cannot be understood does not make it a report's own word. */
export function readInferred(text: string, column: PlannedColumn | undefined, report: RowReport): boolean {
	return readFlag(text, column, report, ['inferred', 'предположительно', 'مستنتج'], ['not inferred']);
}

/** A word that is neither yes nor no is the former, by the side that does less harm, and this is said. */
function readFlag(
	text: string,
	column: PlannedColumn | undefined,
	report: RowReport,
	yes: readonly string[],
	no: readonly string[]
): boolean {
	const word = text.toLowerCase();
	if (NO.has(word) || no.includes(word)) return false;
	if (!YES.has(word) && !yes.includes(word))
		report.repair('value-unknown', column, text, { allowed: 'true, false', taken: 'true' });
	return true;
}
