import { startOf } from '../core/instant.ts';
import { statement as ar } from './ar/statement.ts';
import { statement as en } from './en/statement.ts';
import { statement as ru } from './ru/statement.ts';

export const statementMessages = { en, ar, ru };

/** The day (ms) as of which the statement holds, in all languages. */
export const STATEMENT_DATE = startOf(2026, 11, 27);
