import { empty as ar } from './ar/empty.ts';
import { empty as en } from './en/empty.ts';
import { empty as ru } from './ru/empty.ts';

export const emptyMessages = { en, ar, ru };
