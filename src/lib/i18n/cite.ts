import { cite as ar } from './ar/cite.ts';
import { cite as en } from './en/cite.ts';
import { cite as ru } from './ru/cite.ts';

export const citeMessages = { en, ar, ru };
