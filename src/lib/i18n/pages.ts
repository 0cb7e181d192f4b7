import { pages as ar } from './ar/pages.ts';
import { pages as en } from './en/pages.ts';
import { pages as ru } from './ru/pages.ts';

export const pageMessages = { en, ar, ru };
