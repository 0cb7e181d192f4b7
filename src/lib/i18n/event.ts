import { event as en } from './en/event.ts';

export const eventMessages = { en };
