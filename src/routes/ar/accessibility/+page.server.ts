import { readStatementPage } from '../../dataset.server.ts';
import { setHead, statementHead } from '../../head.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	setHead(locals, statementHead('ar'));
	return readStatementPage();
};
