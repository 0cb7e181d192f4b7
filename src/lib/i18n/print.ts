import { print as en } from './en/print.ts';

export const printMessages = { en };
