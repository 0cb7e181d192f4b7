import { formatPeriodEnd, formatPeriodStart } from '$lib/core/granularity.ts';
import type { View } from '$lib/core/view.ts';

/** A view as it is frozen in a file: only what it asks for, with instants as the periods that begin or end at them. */
export function civilText({ filter, ...display }: View): unknown {
	const { window, known, ...rules } = filter;
	const asked = (values: object) =>
		Object.fromEntries(
			Object.entries(values).filter(
				([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
			)
		);
	return {
		...(window.start === -Infinity ? {} : { begins: formatPeriodStart(window.start) }),
		...(window.end === Infinity ? {} : { endsWith: formatPeriodEnd(window.end) }),
		...(known === null ? {} : { known: formatPeriodEnd(known) }),
		...asked(rules),
		...asked(display)
	};
}
