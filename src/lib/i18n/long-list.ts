import { longList as ar } from './ar/long-list.ts';
import { longList as en } from './en/long-list.ts';
import { longList as ru } from './ru/long-list.ts';

export const longListMessages = { en, ar, ru };
