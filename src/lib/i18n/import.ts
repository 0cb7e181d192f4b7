import { importing as ar } from './ar/import.ts';
import { importing as en } from './en/import.ts';
import { importing as ru } from './ru/import.ts';

export const importMessages = { en, ar, ru };
export type ImportMessages = typeof en;
