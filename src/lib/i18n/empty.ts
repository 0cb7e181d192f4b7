import { empty as en } from './en/empty.ts';

export const emptyMessages = { en };
