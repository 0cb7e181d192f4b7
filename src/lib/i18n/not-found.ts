import { notFound as ar } from './ar/not-found.ts';
import { notFound as en } from './en/not-found.ts';
import { notFound as ru } from './ru/not-found.ts';

export const notFoundMessages = { en, ar, ru };
