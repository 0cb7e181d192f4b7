import { story as ar } from './ar/story.ts';
import { story as en } from './en/story.ts';
import { story as ru } from './ru/story.ts';

export const storyMessages = { en, ar, ru };
export type StoryMessages = typeof en;
