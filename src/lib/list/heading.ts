import type { EdtfPeriod } from '$lib/core/edtf-types.ts';
import type { I18n } from '$lib/i18n/index.ts';
import type { Heading } from './groups.ts';

/** What stands over a run of rows, in words. */
export function headingWords(heading: Heading, { m, dates }: Pick<I18n, 'm' | 'dates'>): string {
	const label = (period: EdtfPeriod): string => dates.label({ node: period });
	if (heading.kind === 'date') return label(heading.period);
	if (heading.kind === 'either') return m.list.either(heading.periods.map(label));
	if (heading.kind === 'between') return m.list.between(label(heading.periods[0]), label(heading.periods[1]));
	return m.list[heading.kind];
}
