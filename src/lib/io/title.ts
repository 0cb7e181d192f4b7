import type { Problem } from './problems.ts';
import { valueAt, type Languages } from './records.ts';

/**
 * An event whose only fault is a blank title keeps its place: the blank texts go, and when the dataset's first language
 * is among them the event is called by its id. A warning for each.
 */
export function mendTitle(languages: Languages) {
	return (raw: unknown, problems: readonly Problem[]): { raw: unknown; problems: readonly Problem[] } | null => {
		const errors = problems.filter(({ severity }) => severity === 'error');
		const isBlankTitle = ({ code, field }: Problem) => code === 'text-empty' && (field?.startsWith('title.') ?? false);
		const id = valueAt(raw, ['id']);
		const title = valueAt(raw, ['title']);
		if (!errors.every(isBlankTitle) || typeof id !== 'string' || title === null || typeof title !== 'object')
			return null;

		const kept = Object.entries(title).filter(([, text]) => typeof text === 'string' && /\S/.test(text));
		const first = languages?.[0] ?? 'en';
		const texts = Object.fromEntries(kept);
		if (!Object.hasOwn(texts, first)) texts[first] = `Untitled event ${id}`;
		return {
			raw: { ...(raw as object), title: texts },
			problems: errors.map((problem) => ({ ...problem, severity: 'warning', code: 'title-empty' }))
		};
	};
}
