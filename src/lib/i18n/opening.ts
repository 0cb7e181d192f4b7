import { opening as ar } from './ar/opening.ts';
import { opening as en } from './en/opening.ts';
import { opening as ru } from './ru/opening.ts';

export const openingMessages = { en, ar, ru };
