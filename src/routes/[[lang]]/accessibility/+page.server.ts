import { setHead, statementHead } from '../../head.server.ts';
import { hidden } from '../../published/hidden.ts';
import { LANGUAGES, localeOf } from '../../published/published.server.ts';
import { readStatement } from '../../published/statement-page.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [...LANGUAGES];

export const load: PageServerLoad = ({ locals, params }) => {
	const locale = localeOf(params.lang);
	setHead(locals, statementHead(locale), 'StatementPage');
	return hidden(readStatement(locale));
};
