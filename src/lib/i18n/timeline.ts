import { timeline as ar } from './ar/timeline.ts';
import { timeline as en } from './en/timeline.ts';
import { timeline as ru } from './ru/timeline.ts';

export const timelineMessages = { en, ar, ru };
