import { print as ar } from './ar/print.ts';
import { print as en } from './en/print.ts';
import { print as ru } from './ru/print.ts';

export const printMessages = { en, ar, ru };
