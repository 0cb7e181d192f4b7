import type { Failure, Setup } from './findings.ts';
import type { Figure } from './statistics.ts';

/** A goal with what was measured for it. */
export interface Goal {
	readonly what: string;
	/** As it is written, e.g. `>= 30`. */
	readonly wanted: string;
	readonly measured: number;
	readonly unit: string;
	readonly isMet: boolean;
}

/** A goal that a number has to reach, or stay within. */
export function goal(what: string, bound: 'at least' | 'at most', limit: number, measured: number, unit = 'x'): Goal {
	const isMet = bound === 'at least' ? measured >= limit : measured <= limit;
	return { what, wanted: `${bound === 'at least' ? '>=' : '<='} ${limit} ${unit}`.trim(), measured, unit, isMet };
}

/** Three significant digits, and never an exponent; `–` for what is not known. */
export function digits(value: number | null): string {
	if (value === null || Number.isNaN(value)) return '–';
	if (value === 0) return '0';
	const places = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
	return value.toFixed(Math.min(places, 5));
}

/** Cells must not hold line breaks; bars are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
	const isNumber = (column: number): boolean => rows.every((row) => /^[\d.–e]*$/.test(row[column] ?? ''));
	return [line(head), line(head.map((_, i) => (isNumber(i) ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

/** `1e6`, as the sizes are named. */
export function size(count: number): string {
	const power = Math.log10(count);
	return Number.isInteger(power) && power >= 3 ? `1e${power}` : String(count);
}

/**
 * THE table. `ratioOf`: how many times a figure is Chronotope's own of the same group, size and script. Who failed has a row that
 * says so.
 */
export function figureTable(
	figures: readonly Figure[],
	ratioOf: (figure: Figure) => number | null,
	failures: readonly Failure[] = []
): string {
	const head = [
		'group',
		'subject',
		'events',
		'places',
		'script',
		'x ours',
		'median ms',
		'p95 ms',
		'mean ms',
		'main ms',
		'page ms',
		'steps'
	];
	const measured = figures.map((figure) => [
		figure.group,
		figure.subject,
		size(figure.events),
		size(figure.places),
		figure.script ?? '',
		digits(ratioOf(figure)),
		...[figure.median_ms, figure.p95_ms, figure.mean_ms, figure.main_ms, figure.page_ms].map(digits),
		String(figure.steps)
	]);
	const failed = failures.map(({ group, subject, events, places, why }) => [
		group,
		`${subject}: FAILED, ${why}`,
		size(events),
		size(places),
		'',
		...Array<string>(7).fill('–')
	]);
	return table(head, [...measured, ...failed]);
}

export function goalTable(goals: readonly Goal[]): string {
	return table(
		['goal', 'wanted', 'reached', 'met'],
		goals.map(({ what, wanted, measured, unit, isMet }) => [
			what,
			wanted,
			`${digits(measured)} ${unit}`.trim(),
			Number.isNaN(measured) ? 'not measured' : isMet ? 'yes' : 'NO'
		])
	);
}

/** What each subject needed before its first step, and holds on to. */
export function setupTable(setups: readonly Setup[]): string {
	return table(
		['group', 'subject', 'events', 'places', 'ready after ms', 'heap MB', 'file MB'],
		setups.map(({ group, subject, size: { events, places }, readyMs, heapMb, fileMb }) => [
			group,
			subject,
			size(events),
			size(places),
			readyMs.toFixed(0),
			Math.max(0, heapMb).toFixed(1),
			fileMb === 0 ? '' : fileMb.toFixed(1)
		])
	);
}

/** What `--json` writes: numbers to a hundredth of a microsecond, no key beside those that are promised. */
export function jsonOf(figures: readonly Figure[]): string {
	const round = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(5)));
	const lines = figures.map(({ group, subject, events, places, script, median_ms, p95_ms, main_ms }) => ({
		group,
		subject,
		events,
		places,
		script,
		median_ms: round(median_ms),
		p95_ms: round(p95_ms),
		main_ms: round(main_ms)
	}));
	return `${JSON.stringify(lines, null, '\t')}\n`;
}
