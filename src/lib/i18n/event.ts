import { event as ar } from './ar/event.ts';
import { event as en } from './en/event.ts';
import { event as ru } from './ru/event.ts';

export const eventMessages = { en, ar, ru };
