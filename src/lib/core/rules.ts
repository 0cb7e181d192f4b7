import { NO_FILTER, RULES, type Filter, type Rule } from './filter.ts';
import { ALWAYS, sameInterval } from './interval.ts';
import { queryWords } from './search.ts';

/** The filter without some of its rules: `without(filter, ['query'])`. */
export function without(filter: Filter, rules: readonly Rule[]): Filter {
	return { ...filter, ...Object.fromEntries(rules.map((rule) => [rule, NO_FILTER[rule]])) };
}

/** The rules that ask for something, in the order of `RULES`. */
export function activeRules(filter: Filter): readonly Rule[] {
	return RULES.filter((rule) => {
		if (rule === 'window') return !sameInterval(filter.window, ALWAYS);
		if (rule === 'query') return queryWords(filter.query).length > 0;
		const asked = filter[rule];
		return Array.isArray(asked) ? asked.length > 0 : asked !== null;
	});
}
