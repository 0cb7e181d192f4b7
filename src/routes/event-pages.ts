import { hasPages } from '$lib/core/page-limit.js';
import { useI18n } from '$lib/i18n/index.ts';
import { useExplorer } from '$lib/state/context.ts';
import { linkToEvent } from './language.ts';
import { useOwnData } from './own-data.svelte.ts';

/** For parts of the dashboard: where the page of an event is; `null` where it has none, as a dataset of the reader's own. */
export function useEventPages(): (id: string) => string | null {
	const explorer = useExplorer();
	const own = useOwnData();
	const { locale } = useI18n();
	return (id) =>
		!__ONE_FILE__ && own.shown === null && hasPages(explorer.result.total) ? linkToEvent(locale, id) : null;
}
