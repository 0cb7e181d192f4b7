import { readStatementPage } from '../../dataset.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => readStatementPage();
