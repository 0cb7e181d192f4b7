import { made as ar } from './ar/made.ts';
import { made as en } from './en/made.ts';
import { made as ru } from './ru/made.ts';

export const importWords = { en, ar, ru };
