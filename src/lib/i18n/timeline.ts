import { timeline as en } from './en/timeline.ts';

export const timelineMessages = { en };
